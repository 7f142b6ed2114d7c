import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { addDays, dayOf, type Instant } from '../../../../kernel/days.ts'
import type { IncomingFile } from '../../../ground/documents/index.ts'
import type { EarlierKind } from '../labels.ts'

/**
 * Files that somebody has handed in and not yet said what they are: they lie in the data folder outside the documents,
 * for their sender alone, until they are registered, and go by themselves after some days. Nothing of the database
 * knows of them, and no backup holds them.
 */
export interface WaitingBatch {
  id: string
  personId: number
  bodyId: number
  kind: EarlierKind
  at: Instant
  names: string[]
}

/** How many of one person wait at once, and for how long. */
const mostBatches = 5
const daysKept = 3

const folderOf = (actor: Actor): string => join(dirname(actor.database.file), 'waiting')
const listName = 'batch.json'

export async function keepBatch(
  actor: Actor,
  { bodyId, kind, files }: { bodyId: number; kind: EarlierKind; files: readonly IncomingFile[] },
): Promise<string> {
  await sweep(actor)
  const id = randomBytes(16).toString('hex')
  const folder = join(folderOf(actor), id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const [at, { buffer }] of files.entries()) await writeFile(join(folder, String(at)), buffer, { mode: 0o600 })
  const names = files.map(({ name }) => name)
  const batch: WaitingBatch = { id, personId: personIdOf(actor), bodyId, kind, at: actor.at, names }
  // The list last: a batch without one is none.
  await writeFile(join(folder, listName), JSON.stringify(batch), { mode: 0o600 })
  return id
}

/** Null where there is none of this person's: another's is none, and so is one that has waited too long. */
export async function waitingBatch(actor: Actor, id: string): Promise<WaitingBatch | null> {
  const batch = await read(folderOf(actor), id)
  return batch && batch.personId === actor.personId && !isOver(batch, actor) ? batch : null
}

/** @throws when the bytes are gone */
export async function filesIn(actor: Actor, batch: WaitingBatch): Promise<IncomingFile[]> {
  const folder = join(folderOf(actor), batch.id)
  return Promise.all(batch.names.map(async (name, at) => ({ name, buffer: await readFile(join(folder, String(at))) })))
}

export const dropBatch = (actor: Actor, id: string): Promise<void> =>
  rm(join(folderOf(actor), id), { recursive: true, force: true })

async function read(folder: string, id: string): Promise<WaitingBatch | null> {
  try {
    return JSON.parse(await readFile(join(folder, id, listName), 'utf8')) as WaitingBatch
  } catch {
    return null
  }
}

const isOver = ({ at }: WaitingBatch, actor: Actor): boolean => addDays(dayOf(at), daysKept) < actor.today

/** What has waited too long goes, what was cut off while it came, and of one's own the oldest over the number. */
async function sweep(actor: Actor): Promise<void> {
  const folder = folderOf(actor)
  const found = await readdir(folder).catch(() => [])
  const batches = await Promise.all(found.map(async id => ({ id, batch: await read(folder, id) })))
  const own = batches
    .flatMap(({ batch }) => (batch && batch.personId === actor.personId ? [batch] : []))
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(mostBatches - 1)
    .map(({ id }) => id)
  for (const { id, batch } of batches) {
    const goes = batch === null ? await wasLeft(join(folder, id)) : isOver(batch, actor) || own.includes(id)
    if (goes) await dropBatch(actor, id)
  }
}

const leftFor = 3_600_000

/** Without a list it is cut off, unless it is another's that is still coming. The machine's own clock dates files. */
async function wasLeft(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null)
  return found !== null && performance.timeOrigin + performance.now() - found.mtimeMs > leftFor
}
