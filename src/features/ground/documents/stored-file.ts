import { open } from 'node:fs/promises'
import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { StorageFault } from '../../../database/storage-faults.ts'
import { type FileAnswer, file } from '../../../http/pages/answers.ts'
import { mayShowInline } from './document-rules.ts'
import { documentPath } from './store-document.ts'

/** What a document's row says of it. */
export const storedFileColumns = { hash: column.text, size: column.number, mediaType: column.text }
const storedFileRow = rowsOf(storedFileColumns)
export type StoredFile = RowOf<typeof storedFileRow>

/** The bytes of a document are not there as they were stored: taken away, cut off, or not given to this user. */
export class DocumentLost extends StorageFault {
  readonly status = 503
  readonly title = 'Filen kan ikke hentes'
  readonly advice: string
  constructor(name: string, path: string, cause?: unknown) {
    super(
      `Filen »${name}« mangler eller er beskadiget på serveren, så den kan ikke vises. Det, der står om den i portalen, er der stadig.`,
      cause,
    )
    this.advice = `The document ${path} is missing, cut off or cannot be read. Put it back from a backup's .documents folder, and run verify.`
  }
}

/**
 * A document under the name that it was handed in by. It is looked at before the answer begins: half a file, or an empty
 * one, must not pass for what was decided on.
 * @throws DocumentLost
 */
export async function storedFile(
  database: Pick<Database, 'file'>,
  { hash, size, mediaType }: StoredFile,
  name: string,
): Promise<FileAnswer> {
  const path = documentPath(database, hash)
  const found = await sizeOf(path).catch(fault => {
    throw new DocumentLost(name, path, fault)
  })
  if (found !== size) throw new DocumentLost(name, path)
  return file(path, { name, mediaType, inline: mayShowInline(mediaType) })
}

/** By opening it: one that may not be read has a size all the same. Null: it is no file. */
async function sizeOf(path: string): Promise<number | null> {
  const handle = await open(path, 'r')
  try {
    const found = await handle.stat()
    return found.isFile() ? found.size : null
  } finally {
    await handle.close()
  }
}
