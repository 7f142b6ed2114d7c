import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const swept = new Set<string>()
const leftFor = 3_600_000

/** Puts bytes into a file that others can be pointed at, for as long as the work with it takes. */
export async function whileOnDisk<Result>(
  folder: string,
  bytes: Buffer,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweep(folder)
  const path = join(folder, randomUUID())
  try {
    await writeFile(path, bytes, { mode: 0o600 })
    return await work(path)
  } finally {
    await rm(path, { force: true })
  }
}

/** What an earlier process left when it was killed. */
async function sweep(folder: string): Promise<void> {
  if (swept.has(folder)) return
  swept.add(folder)
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    // The machine's own clock dates files.
    if (found && performance.timeOrigin + performance.now() - found.mtimeMs > leftFor) await rm(path, { force: true })
  }
}
