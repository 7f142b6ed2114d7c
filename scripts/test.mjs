// npm test: type check, lint, and the unit, HTTP and browser tests. The last line counts them.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './prepare.mjs'

/** @param {string[]} words what to hand on to vitest, such as the path of one test file */
export async function test(words) {
  // Each uses one core: they do not wait for one another.
  const checks = [
    check('Type check', ['typescript', 'bin', 'tsc'], ['-p', '.']),
    check('Lint', ['@biomejs', 'biome', 'bin', 'biome'], ['check', '.']),
    // A part of the tests is run to learn something soon.
    ...(words.length === 0 ? [check('Unused exports', ['knip', 'bin', 'knip.js'], ['--no-progress'])] : []),
  ]
  const failedChecks = (await Promise.all(checks)).filter(passed => !passed).length
  const { passed, failed, skipped } = runTests(words)
  const counts = [`${passed} passed`, `${failed + failedChecks} failed`]
  if (skipped > 0) counts.push(`${skipped} skipped`)
  process.exitCode = failed + failedChecks > 0 || passed === 0 ? 1 : 0
  console.log(`\n${counts.join(', ')}`)
}

/** What a check prints is told in one piece, and only when it failed. */
function check(title, path, args) {
  const running = spawn(process.execPath, [join(root, 'node_modules', ...path), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'test' },
  })
  let said = ''
  for (const stream of [running.stdout, running.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      said += text
    })
  }
  return new Promise(resolve => {
    running.on('close', status => {
      if (status !== 0) console.log(said)
      console.log(`${title}: ${status === 0 ? 'passed' : 'FAILED'}`)
      resolve(status === 0)
    })
  })
}

function runTests(words) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-test-'))
  const file = join(folder, 'report.json')
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const status = inProject(['vitest', 'vitest.mjs'], ['run', ...reports, ...words])
  const counts = existsSync(file)
    ? countsOf(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 1, skipped: 0 }
  rmSync(folder, { recursive: true, force: true })
  // A fault outside every test, such as a promise that nobody awaited, fails the run as well.
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function countsOf(report) {
  // A file that could not be loaded has no tests to fail: it counts as one.
  const broken = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function inProject(path, args) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', ...path), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test' },
  })
  return status
}
