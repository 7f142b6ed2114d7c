// Puts the built server, the commands and the libraries that they always need into a few files: to find, read and link
// six hundred modules one by one took a third of the processor time from start to serving, and most of a command's. What
// is native, or seldom needed, stays.
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { rolldown } from 'rolldown'
import { root } from './prepare.mjs'

const folder = join(root, 'dist', 'src')

/** A module still knows where it lay: what lies beside it (files, modules for processes of their own) is found by that. */
const ownAddresses = {
  name: 'own-addresses',
  transform(code, id) {
    if (!id.startsWith(join(root, 'dist')) || !code.includes('import.meta.url')) return null
    const own = JSON.stringify(`./${relative(folder, id).replaceAll('\\', '/')}`)
    return { code: code.replaceAll('import.meta.url', `new URL(${own}, import.meta.url).href`), map: null }
  },
}

const bundle = await rolldown({
  input: { main: join(folder, 'main.js'), cli: join(folder, 'cli.js') },
  platform: 'node',
  external: ['better-sqlite3', /^@node-rs\//, /^@prisma\/schema-engine-wasm/, /^@zxcvbn-ts\//],
  plugins: [ownAddresses],
  logLevel: 'warn',
})
await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'main-[name]-[hash].js' })
await bundle.close()
for (const name of ['main', 'cli']) rmSync(join(folder, `${name}.js.map`), { force: true })
