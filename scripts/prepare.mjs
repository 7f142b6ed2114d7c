// What must be in place before anything of the project runs: its packages, the generated database client, the build.
// Plain JavaScript on Node alone, since on a fresh clone there is nothing else. Each step is skipped when its result is
// already that of the present files.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => join(root, ...parts)

/** Prisma generates in WebAssembly. Naming any file as its engine keeps it from downloading one that is never run. */
const withoutEngine = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Which Node the native packages were built for, and after which lockfile. */
const installedStamp = at('node_modules', '.installed')
const builtFor = `node modules ${process.versions.modules} ${process.platform} ${process.arch}`

/** What a release holds in the place of the sources: it is built, and nothing of it is to be made anew. */
const isRelease = () => existsSync(at('dist', '.release'))

/**
 * Whether what is asked for runs as it stands, without what only building needs: the build is that of the present files
 * (or a release), and the packages that production needs are those of the lockfile.
 */
export function runsAsItStands() {
  if (!isRelease() && (!isGenerated() || !isBuilt())) return false
  const found = read(installedStamp)
  if (found !== '' && !found.endsWith(builtFor)) return false
  return installedMatchesLockfile({ production: true })
}

/** A release has no sources to build from: what is missing in it is only its packages. */
export function installForRelease() {
  if (!isRelease()) return false
  if (isLink(at('node_modules'))) return true
  console.error('Installing what production needs of package-lock.json …')
  npmCi(['--omit=dev'])
  return true
}

/** npm ci, when node_modules is not what package-lock.json says or was built for another Node. */
export function install() {
  const wanted = `${hashOf([read(at('package-lock.json'))])}\n${builtFor}`
  const found = read(installedStamp)
  if (found === wanted) return
  if ((found === '' || found.endsWith(builtFor)) && installedMatchesLockfile())
    return writeFileSync(installedStamp, wanted)
  if (isLink(at('node_modules'))) {
    return console.error('node_modules is a link and differs from package-lock.json. It is left as it is.')
  }
  console.error('Installing what package-lock.json names …')
  // The build needs the development packages, which npm leaves out where NODE_ENV is production.
  npmCi(['--include=dev'])
  writeFileSync(installedStamp, wanted)
}

const isLink = path => existsSync(path) && lstatSync(path).isSymbolicLink()

function npmCi(words) {
  const npm = process.env.npm_execpath
  const args = ['ci', ...words, '--no-audit', '--no-fund']
  const windows = process.platform === 'win32'
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args], { env: withoutEngine })
  else run(windows ? 'npm.cmd' : 'npm', args, { env: withoutEngine, shell: windows })
}

/** npm's own list of what it installed says the same as the lockfile; packages for other systems are not in it. */
function installedMatchesLockfile({ production = false } = {}) {
  const installed = JSON.parse(read(at('node_modules', '.package-lock.json')) || '{}').packages
  if (!installed) return false
  const { packages: wanted } = JSON.parse(read(at('package-lock.json')))
  const same = path => installed[path]?.version === wanted[path]?.version
  // What has only fallen out of the lockfile, and lies where it shadows nothing, is no reason to install anew.
  const left = path => !wanted[path] && path.lastIndexOf('node_modules/') === 0
  return (
    Object.keys(installed).every(path => same(path) || left(path)) &&
    Object.keys(wanted).every(
      path =>
        path === '' ||
        ((wanted[path].optional || wanted[path].devOptional) && !installed[path]) ||
        (production && wanted[path].dev && !installed[path]) ||
        same(path),
    )
  )
}

const schemaFiles = () =>
  readdirSync(at('prisma', 'schema'))
    .sort()
    .map(name => at('prisma', 'schema', name))
const generatedStamp = at('src', 'database', 'generated', '.schema')
const schemaHash = () => hashOf([...schemaFiles().map(read), read(at('package-lock.json'))])
const isGenerated = () => read(generatedStamp) === schemaHash()

/** The database client, when it is not the present schema's. */
export function generate() {
  if (isGenerated()) return
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [at('node_modules', 'prisma', 'build', 'index.js'), 'generate', '--schema', at('prisma', 'schema')],
    { cwd: root, encoding: 'utf8', env: withoutEngine },
  )
  if (status !== 0) {
    console.error(`${stdout}\n${stderr}`)
    process.exit(1)
  }
  writeFileSync(generatedStamp, schemaHash())
}

/** dist/, when a source file has changed since it was built. */
export function build() {
  if (isBuilt()) return
  rmSync(at('dist'), { recursive: true, force: true })
  run(process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'])
  run(process.execPath, [at('scripts', 'bundle.mjs')])
  run(process.execPath, [at('scripts', 'bundle-editor.mjs')])
  mkdirSync(at('dist'), { recursive: true })
  writeFileSync(builtStamp, sourcesHash())
}

const builtStamp = at('dist', '.built')
const isBuilt = () => existsSync(at('public', 'vendor', 'editor-library.js')) && read(builtStamp) === sourcesHash()

function sourcesHash() {
  return hashOf([
    ...['src', 'bench'].flatMap(folder => sourcesIn(at(folder))),
    read(at('tsconfig.json')),
    read(at('tsconfig.build.json')),
    read(at('scripts', 'bundle.mjs')),
    read(at('scripts', 'bundle-editor.mjs')),
    read(at('scripts', 'editor-library.mjs')),
    read(at('package-lock.json')),
  ])
}

function sourcesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith('.ts'))
    .sort()
    .map(name => {
      const { mtimeMs, size } = statSync(join(folder, name))
      return `${name} ${mtimeMs} ${size}`
    })
}

/** Runs a command in the project's folder; a failure of it is a failure of ours. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) console.error(error.message)
  if (status !== 0) process.exit(status ?? 1)
}

const read = file => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const hashOf = parts => createHash('sha256').update(parts.join('\n')).digest('hex')
