// The library of the text editor as one file that browsers are served, public/vendor/editor-library.js. Browsers may load
// our own files only, and a dozen packages one by one would be forty requests on a phone.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'public', 'vendor')
const file = join(folder, 'editor-library.js')
/** What the file was made of stands in its first line: it is the stamp, and there is no other that could be wrong. */
const madeOf = () => {
  const parts = [
    'scripts/bundle-editor.mjs',
    'scripts/editor-library.mjs',
    'package-lock.json',
    'src/kernel/markdown/typed-inline.ts',
    'src/kernel/markdown/typed-lines.ts',
  ].map(name => readFileSync(join(root, name)))
  return `/* ${createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 16)} `
}

/** Before the first test. Those that are about something else run without the file, too. */
export default () =>
  bundleEditor().catch(fault => console.error(`The text editor's library could not be bundled: ${fault.message}`))

/** Makes the file, unless there is one of the present packages and readers. */
async function bundleEditor() {
  if (existsSync(file) && readFileSync(file, 'utf8').startsWith(madeOf())) return
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: { 'editor-library': join(root, 'scripts', 'editor-library.mjs') },
    platform: 'browser',
    logLevel: 'warn',
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true, comments: { legal: false } })
  await bundle.close()
  mkdirSync(folder, { recursive: true })
  put('editor-library-licences.txt', licencesOf(output[0].moduleIds))
  put('editor-library.js', `${madeOf()}Licences: editor-library-licences.txt */\n${output[0].code}`)
}

/** Whoever reads meanwhile finds the file as it was, or whole. */
function put(name, text) {
  const part = join(folder, `${name}.${process.pid}`)
  writeFileSync(part, text)
  renameSync(part, join(folder, name))
}

function licencesOf(modules) {
  const packages = new Set(modules.flatMap(id => /.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []))
  return [...packages]
    .sort()
    .map(path => {
      const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
      const text = readdirSync(path).find(file => /^licen[cs]e/i.test(file))
      if (!text) throw new Error(`${name} has no licence text.`)
      return `${name} ${version} (${license})\n\n${readFileSync(join(path, text), 'utf8').trim()}\n`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleEditor()
