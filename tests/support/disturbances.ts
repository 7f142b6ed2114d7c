import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { ownFolder } from './run-folder.ts'

/** What an operator's machine does to the portal: another program, a full disk. */

/** Another process that holds a database's write lock until it is let go of, as a copy or a hand-written statement does. */
export async function lockedByAnother(file: string): Promise<{ letGo(): Promise<void> }> {
  const program = `
    const db = new (require('better-sqlite3'))(${JSON.stringify(file)}, { timeout: 10000 })
    db.exec('BEGIN IMMEDIATE')
    process.stdout.write('held')
    process.stdin.on('end', () => { db.exec('ROLLBACK'); db.close() }).resume()`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return {
    async letGo() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}

/**
 * A disk of so many kilobytes, which only root can make. Null where it cannot be made, which is said aloud: the tests
 * of a full disk are then left out.
 */
export function smallDisk(kilobytes: number): { folder: string; remove(): void } | null {
  const folder = ownFolder('disk')
  mkdirSync(folder, { recursive: true })
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], {
    encoding: 'utf8',
  })
  if (status !== 0) {
    process.stderr.write(
      `\nSKIPPED: no small disk can be mounted here, so a full disk is not tried: ${stderr?.trim()}\n`,
    )
    return null
  }
  return {
    folder,
    remove() {
      spawnSync('umount', ['-l', folder])
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A disk with a copy of what lies in a folder, mounted for reading alone. Null where it cannot be made. */
export function readOnlyDisk(from: string): { folder: string; remove(): void } | null {
  const disk = smallDisk(20_000)
  if (!disk) return null
  cpSync(from, disk.folder, { recursive: true })
  const { status } = spawnSync('mount', ['-o', 'remount,ro', disk.folder])
  if (status === 0) return disk
  disk.remove()
  process.stderr.write('\nSKIPPED: no disk can be mounted for reading alone here, so that is not tried.\n')
  return null
}
