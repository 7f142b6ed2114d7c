import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Database } from '../../../../database/database.ts'
import { type Instant, momentInRow } from '../../../../kernel/days.ts'
import type { SheetBeginning } from '../apart/inspect-file.ts'
import { sheetMapping } from '../mapping/mapping.ts'
import { outcome } from './outcome.ts'

/** A file that has been read and not delivered: what is known of it, beside its bytes. */
const waitingFile = z.object({
  id: z.string(),
  personId: z.number(),
  name: z.string(),
  size: z.number(),
  hash: z.string(),
  at: z.string().transform(text => momentInRow(text)),
  form: z.enum(['csv', 'xlsx']),
  notes: z.array(z.string()),
  sheets: z.array(z.custom<SheetBeginning>(value => typeof value === 'object' && value !== null)),
  mapping: z.record(z.string(), sheetMapping).nullable(),
  /** The sheets whose columns were known from an earlier file. */
  recognised: z.array(z.string()),
  outcome: outcome.nullable(),
  /** What the rows were judged by: where it is another by now, they are judged again. */
  facts: z.string(),
  /** Why the judging came to nothing. */
  refused: z.string(),
})
export type WaitingFile = z.infer<typeof waitingFile>

/** A file that nobody has gone on with for so long is deleted. */
export const waitingDays = 7
const mostEach = 5

const folderOf = (database: Database): string => join(dirname(database.file), 'observations')
const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** Where the parts of a waiting file lie. */
export const partsOf = (database: Database, id: string) => {
  const folder = join(folderOf(database), id)
  return {
    folder,
    file: join(folder, 'file'),
    about: join(folder, 'about.json'),
    facts: join(folder, 'facts.json'),
    outcome: join(folder, 'outcome.db'),
    rejected: join(folder, 'rejected-'),
    stage: join(folder, 'stage'),
  }
}

/** Keeps the bytes where they can be read apart. @returns the id that they wait under */
export async function keepBytes(database: Database, bytes: Buffer): Promise<string> {
  const id = randomUUID()
  const { folder, file } = partsOf(database, id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(file, bytes, { mode: 0o600 })
  return id
}

/** Nothing is read half-written: it is put in its place whole. */
export async function keepAbout(database: Database, about: WaitingFile): Promise<void> {
  const { about: path } = partsOf(database, about.id)
  await writeFile(`${path}.new`, JSON.stringify(about), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

/** A person's own file; null: it is not there any more, or another's. */
export async function findWaiting(database: Database, id: string, personId: number): Promise<WaitingFile | null> {
  if (!isId(id)) return null
  const text = await readFile(partsOf(database, id).about, 'utf8').catch(() => null)
  const read = text === null ? null : waitingFile.safeParse(JSON.parse(text))
  return read?.success && read.data.personId === personId ? read.data : null
}

/** A person's files, the newest first. What was left long ago is deleted, and so is more than a few of each person. */
export async function waitingOf(database: Database, personId: number, now: Instant): Promise<WaitingFile[]> {
  const oldest = Date.parse(now) - waitingDays * 86_400_000
  const found: WaitingFile[] = []
  for (const id of await readdir(folderOf(database)).catch(() => [])) {
    const { folder, about } = partsOf(database, id)
    const touched = await stat(about).catch(() => null)
    if (!touched) {
      const made = await stat(folder).catch(() => null)
      if (made && made.mtimeMs < oldest) await discard(database, id)
      continue
    }
    const own = await findWaiting(database, id, personId)
    if (own && Date.parse(own.at) >= oldest) found.push(own)
    else if (touched.mtimeMs < oldest) await discard(database, id)
  }
  found.sort((one, other) => (one.at < other.at ? 1 : -1))
  for (const { id } of found.slice(mostEach)) await discard(database, id)
  return found.slice(0, mostEach)
}

export const discard = (database: Database, id: string): Promise<void> =>
  rm(partsOf(database, id).folder, { recursive: true, force: true })
