// Every command of the project goes through here, so that each works on a fresh clone: see package.json.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, generate, install, installForRelease, requireNode, root, run, runsAsItStands } from './prepare.mjs'

const [command = 'help', ...words] = process.argv.slice(2)
const tool = (...path) => join(root, 'node_modules', ...path)
const tsc = tool('typescript', 'bin', 'tsc')
const biome = tool('@biomejs', 'biome', 'bin', 'biome')

/** What an operator runs needs no more than production does. */
const forOperators = new Set(['demo', 'start', 'portal', 'migrate'])

requireNode()
const ready = forOperators.has(command) && (runsAsItStands() || installForRelease())
if (!ready) install()

const commands = {
  demo: () => built('src/main.js', ['--demo', ...words]),
  start: () => {
    process.env.NODE_ENV ??= 'production'
    return built('src/main.js', words)
  },
  portal: () => built('src/cli.js', words),
  migrate: () => built('src/cli.js', ['migrate']),
  'new-migration': () => built('src/database/migrations/new-migration.js', words),
  bench: () => built('bench/main.js', words),
  build: () => {
    generate()
    build()
  },
  typecheck: () => {
    generate()
    run(process.execPath, [tsc, '-p', '.'])
  },
  // One archive of what production needs, built: see scripts/release.mjs.
  release: async () => {
    generate()
    build()
    const { release } = await import('./release.mjs')
    release()
  },
  lint: () => run(process.execPath, [biome, 'check', '.']),
  format: () => run(process.execPath, [biome, 'check', '--write', '.']),
  test: async () => {
    generate()
    const { test } = await import('./test.mjs')
    await test(words)
  },
  // Types, lint, the rules and who may import whom: no database, server or browser.
  'test:fast': () => {
    words.push('.rules.test.ts', 'tests/architecture')
    return commands.test()
  },
  // Every page in a browser at both widths: what it holds, and its colours.
  'test:look': () => {
    words.push('tests/look')
    return commands.test()
  },
  // Every test that can do more where there is time for it: many more examples, every page, a thousand kills. Hours.
  'test:deep': () => {
    process.env.DEEP = '1'
    if (words.length === 0) words.push(...testsWithDepth())
    return commands.test()
  },
}

const chosen = commands[command]
if (!chosen) {
  console.error(`There is no command ${command}. There are: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}
await chosen()

/** Goes on as a built program, in this process: a signal to stop reaches it. */
async function built(file, args) {
  if (!ready) {
    generate()
    build()
  }
  const path = join(root, 'dist', file)
  process.argv = [process.execPath, path, ...args]
  await import(pathToFileURL(path).href)
}

/** Those that ask whether there is time for more, by themselves or through tests/support/runs.ts. */
function testsWithDepth() {
  return readdirSync(join(root, 'tests'), { recursive: true })
    .map(name => `tests/${name.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.test.ts'))
    .filter(path => /env\.DEEP|support\/runs\.ts/.test(readFileSync(join(root, path), 'utf8')))
}
