import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { buildPortal } from '../support/built-portal.ts'
import { ownFolder } from '../support/run-folder.ts'
import { deep } from '../support/runs.ts'
import { partiesFolder } from '../support/templates.ts'

const folders: string[] = []
const folder = (name: string): string => {
  const made = ownFolder(name)
  folders.push(made)
  return made
}

beforeAll(buildPortal, 180_000)
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

const said = ({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }) => ({
  status,
  text: `${stdout}\n${stderr}`,
})

test.runIf(deep)(
  'a release has what production needs: unpacked, it runs with its packages and neither sources nor a build',
  () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', 'release'], {
      encoding: 'utf8',
    })
    expect(status, stderr).toBe(0)
    const archive = stdout.trim().split('\n').at(-1) ?? ''
    const unpacked = folder('release')
    expect(spawnSync('tar', ['-xzf', archive, '--strip-components=1', '-C', unpacked]).status).toBe(0)
    for (const absent of ['src', 'tests', 'node_modules', 'bench', 'dist/bench', 'data'])
      expect(existsSync(join(unpacked, absent)), absent).toBe(false)
    symlinkSync(resolve('node_modules'), join(unpacked, 'node_modules'))
    const run = (...words: string[]) =>
      said(
        spawnSync(process.execPath, ['scripts/start.mjs', ...words], {
          cwd: unpacked,
          encoding: 'utf8',
          env: {
            ...process.env,
            NODE_ENV: 'production',
            SESSION_SECRET: '',
            BASE_URL: '',
            DATA_DIR: join(unpacked, 'data'),
          },
        }),
      )
    expect(run('portal', 'migrate')).toMatchObject({ status: 0, text: expect.stringContaining('is up to date.') })
    expect(run('portal', 'verify').status).toBe(0)
    const start = run('start')
    expect(start.text).toContain('SESSION_SECRET: is missing.')
    expect(start.text).not.toContain('Installing')
    expect(existsSync(join(unpacked, 'src'))).toBe(false)
  },
  180_000,
)

test.runIf(deep)(
  'the daily backup is tried before an older one goes, and one that is wrong removes nothing',
  async () => {
    const data = folder('backed-up')
    cpSync(await partiesFolder(), data, { recursive: true })
    const backups = folder('backups')
    const old = join(backups, 'portal-2020-01-01T023000Z.db')
    const foreign = join(backups, 'portal-by-hand.db')
    for (const file of [old, foreign]) {
      writeFileSync(file, '')
      utimesSync(file, 0, 0)
    }
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      BASE_URL: '',
      DATA_DIR: data,
      BACKUP_DIR: backups,
      BACKUP_KEEP_DAYS: '14',
    }
    const backup = () => said(spawnSync('sh', ['deploy/backup.sh'], { encoding: 'utf8', env }))
    const dated = () => readdirSync(backups).filter(name => /^portal-20(?!20)\d\d-.*Z\.db$/.test(name))

    const good = backup()
    expect(good.status, good.text).toBe(0)
    expect(good.text).toContain('Head of the chain')
    expect(dated()).toHaveLength(1)
    expect(existsSync(old)).toBe(false)
    expect(existsSync(foreign)).toBe(true)
    expect(readdirSync(backups).filter(name => name.startsWith('.tried'))).toEqual([])

    // What verify finds wrong in the backup is found before anything is removed.
    writeFileSync(old, '')
    utimesSync(old, 0, 0)
    const database = new Sqlite(join(data, 'portal.db'))
    database.exec("UPDATE Person SET phone = '66 11 22 33' WHERE id = 1")
    database.close()
    const bad = backup()
    expect(bad.status, bad.text).not.toBe(0)
    expect(bad.text).toContain('No older one is removed.')
    expect(existsSync(old)).toBe(true)
    expect(readdirSync(backups).some(name => name.endsWith('.db.wrong'))).toBe(true)
  },
  180_000,
)
