import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Actor, personIdOf } from '../../../access/actor.ts'
import type { Database } from '../../../database/database.ts'
import type { Tx } from '../../../database/write.ts'
import { hashBytes } from '../../../kernel/hash.ts'
import { forbidden } from '../../../kernel/refusal.ts'
import { checkFile } from './check-file.ts'

export interface IncomingFile {
  name: string
  buffer: Buffer
}

export interface StoredDocument {
  id: number
  hash: string
  mediaType: string
  size: number
}

/**
 * Keeps a file's bytes once, by their hash, in the data folder, and its row in the act's own transaction. The bytes are
 * on the disk before the row is committed, so an acknowledged document is never missing; bytes whose transaction failed
 * lie there unreferenced and do no harm.
 * @throws Refusal on the field »fil« when the content is of no accepted type, or too large
 */
export async function storeDocument(tx: Tx, actor: Actor, incoming: IncomingFile): Promise<StoredDocument> {
  if (actor.personId === null && !actor.system) throw forbidden('brugere, der er logget ind,')
  // A form has had its file judged before its act began, and is answered at once.
  const mediaType = await checkFile(incoming, { path: null, who: `person ${actor.personId ?? 'unknown'}` })
  const hash = hashBytes(incoming.buffer)
  // Also those of a document that is known: handed in again, it is whole again where the disk had lost it.
  await keepBytes(documentPath(actor.database, hash), incoming.buffer)
  const known = await tx.document.findUnique({ where: { hash } })
  if (known) return known
  return tx.document.create({
    data: {
      hash,
      mediaType,
      size: incoming.buffer.length,
      uploadedById: personIdOf(actor),
      uploadedAt: actor.at,
    },
  })
}

/** Where the bytes with this hash lie: in `documents` beside the database, in folders by the hash's first two digits. */
export const documentPath = (database: Pick<Database, 'file'>, hash: string): string =>
  join(dirname(database.file), 'documents', hash.slice(0, 2), hash)

async function keepBytes(path: string, bytes: Buffer): Promise<void> {
  if ((await sizeOf(path)) === bytes.length) return
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.${process.pid}.part`
  try {
    await written(part, bytes)
    await rename(part, path)
    await flush(dirname(path))
  } catch (fault) {
    // On a full disk every byte counts.
    await rm(part, { force: true })
    throw fault
  }
}

async function written(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The name is on the disk as well. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const sizeOf = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).size
  } catch {
    return null
  }
}
