// npm run release: one archive of what production needs and what is built. Unpacked, it needs Node, `npm ci --omit=dev`
// and its settings: no compiler of ours, and nothing that only building and testing need.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './prepare.mjs'

const parts = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'LICENSE',
  'THIRD-PARTY-NOTICES.md',
  'dist/src',
  'prisma/schema',
  'prisma/migrations',
  'views',
  'public',
  'docs',
  'deploy',
  'scripts/start.mjs',
  'scripts/prepare.mjs',
]

export function release() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const folder = join(root, 'release')
  const title = `${name}-${version}`
  const staged = join(folder, title)
  rmSync(staged, { recursive: true, force: true })
  mkdirSync(staged, { recursive: true })
  for (const part of parts) cpSync(join(root, part), join(staged, part), { recursive: true, preserveTimestamps: true })
  writeFileSync(join(staged, 'dist', '.release'), version)
  const archive = `${title}.tar.gz`
  const { status, error } = spawnSync('tar', ['-czf', archive, title], { cwd: folder, stdio: 'inherit' })
  rmSync(staged, { recursive: true, force: true })
  if (status !== 0) {
    console.error(error?.message ?? 'The archive could not be made.')
    process.exit(1)
  }
  console.log(join(folder, archive))
}
