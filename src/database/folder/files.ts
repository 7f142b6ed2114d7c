import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotBeDone, inWords } from '../cannot-be-done.ts'

/** What SQLite keeps beside a database: changes that are not yet in it, and how they are shared. */
export const besides = ['-wal', '-shm', '-journal'] as const

/** What people have entrusted to the portal is for its own user alone. Before any file is made. */
export const keepFilesPrivate = (): void => void process.umask(0o077)

/** @throws CannotBeDone where the system does not let it be made */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === 'ENOTDIR' || code === 'EEXIST')
      throw new CannotBeDone(`${folder} cannot be made: there is a file where a folder is to be. Look at DATA_DIR.`)
    throw inWords(fault, folder)
  }
}

/** A file that an older portal made readable for everybody. What is somebody else's is left. */
export function makePrivate(path: string, mode: number): void {
  try {
    if (existsSync(path)) chmodSync(path, mode)
  } catch {
    // The folder's owner has decided otherwise.
  }
}

/** A file or folder that is on the disk under its name, or not at all. */
export function putInPlace(part: string, path: string): void {
  flush(part)
  renameSync(part, path)
  flush(dirname(path))
}

/** What was being written when an earlier process ended. Only while no other process writes there. */
export function removeParts(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (String(name).endsWith('.part')) rmSync(join(folder, String(name)), { force: true, recursive: true })
  }
}

export function removeDatabase(file: string): void {
  for (const end of ['', ...besides]) rmSync(`${file}${end}`, { force: true })
}

function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
