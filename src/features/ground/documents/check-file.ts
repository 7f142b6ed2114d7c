import { readingEndedText } from '../../../inputs/ended.ts'
import { moduleBeside, readApart } from '../../../inputs/reader.ts'
import { brokenRule } from '../../../kernel/refusal.ts'
import { maxFileBytes } from './document-rules.ts'
import type { FileToJudge, FileVerdict } from './judge-file.ts'

/** A file's verdict stands as long as its bytes are held: the act that stores it does not wait for it again. */
const judged = new WeakMap<Buffer, { name: string; verdict: FileVerdict }>()

/**
 * Judges a file in a process of its own.
 * @throws Refusal on the field »fil« with the true reason, and what to do
 */
export async function checkFile(
  file: { name: string; buffer: Buffer },
  { path, who }: { path: string | null; who: string },
): Promise<string> {
  const known = judged.get(file.buffer)
  const verdict = known?.name === file.name ? known.verdict : await judge(file, path, who)
  judged.set(file.buffer, { name: file.name, verdict })
  if (!verdict.allowed) throw brokenRule(verdict.reason, 'fil')
  return verdict.mediaType
}

function judge(
  { name, buffer }: { name: string; buffer: Buffer },
  path: string | null,
  who: string,
): Promise<FileVerdict> {
  const input: FileToJudge = { name, bytes: path === null ? buffer : null, path }
  return readApart<FileVerdict>({ module: moduleBeside(import.meta.url, 'judge-file'), input, who }).catch(fault => {
    const told = readingEndedText(fault, `Filen »${name}«`)
    throw told === null ? fault : brokenRule(told, 'fil')
  })
}

/** What a form with an attachment takes in. */
export const attachmentUpload = {
  field: 'fil',
  maxFiles: 1,
  maxBytes: maxFileBytes,
  check: async (file: { name: string; buffer: Buffer }, where: { path: string | null; who: string }): Promise<void> => {
    await checkFile(file, where)
  },
}
