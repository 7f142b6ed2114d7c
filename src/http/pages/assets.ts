import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { RequestHandler } from 'express'
import express from 'express'

const base = '/aktiver'

/**
 * Our own styles, scripts and pictures, and the design system's from its package, under an address that holds a hash of
 * them all: whatever changes gets a new address, so a browser may keep what it has for good. One hash for all keeps the
 * relative addresses inside the style sheets right.
 */
export function createAssets(publicDir: string): {
  base: string
  url: (name: string) => string
  handler: RequestHandler
} {
  const dkfds = join(dirname(createRequire(import.meta.url).resolve('dkfds')), '..')
  const folders = [publicDir, ...['css', 'img', 'fonts'].map(name => join(dkfds, name))].filter(existsSync)
  const stamp = hashOf(folders)
  const options = { index: false, immutable: true, maxAge: '365d', redirect: false } as const
  const router = express.Router()
  router.use(`/${stamp}`, express.static(publicDir, options))
  for (const name of ['css', 'img', 'fonts']) {
    router.use(`/${stamp}/dkfds/${name}`, express.static(join(dkfds, name), options))
  }
  router.get(`/${stamp}/dkfds/LICENSE.md`, (_req, res) =>
    res.type('text/plain').sendFile(join(dkfds, 'LICENSE.md'), { immutable: true, maxAge: options.maxAge }),
  )
  return { base, url: name => `${base}/${stamp}/${name}`, handler: router }
}

function hashOf(folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    for (const file of filesIn(folder)) {
      hash.update(relative(folder, file))
      // The package's own files change with its version only: their sizes tell enough.
      hash.update(folder.includes('node_modules') ? '' : readFileSync(file))
    }
  }
  return hash.digest('hex').slice(0, 12)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}
