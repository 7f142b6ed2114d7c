import { compoundOf, isCompound, isHeic, isLockFile, isPacked, isPdf, isRtf } from './containers.ts'
import { readPlainText } from './plain-text.ts'
import { Unreadable } from './unreadable.ts'
import { type ReadText, readWord } from './word/read-word.ts'

/** Signs that a document's text may have: some three hundred pages. */
export const longestText = 300_000

/**
 * A document's text as Markdown, by its own content: a Word document is a packed one, Markdown is plain text.
 * @throws Unreadable with the reason and what to do, in Danish
 */
export function readDocument({ name, bytes }: { name: string; bytes: Buffer }): ReadText {
  if (bytes.length === 0) throw new Unreadable('Filen er tom. Vælg en fil med tekst.')
  if (isLockFile(name)) throw new Unreadable(lockFile)
  const read = isPacked(bytes) ? readWord(bytes) : readOther(bytes)
  if (read.text.length > longestText) {
    throw new Unreadable(
      'Dokumentet er for langt. En aftale må højst fylde 300.000 tegn. Del dokumentet i aftale og bilag.',
    )
  }
  return read
}

const lockFile =
  'Filen er ikke selve dokumentet, men Words mærke om, at det er åbent. Luk dokumentet i Word, og vælg filen uden ~$ i navnet.'

function readOther(bytes: Buffer): ReadText {
  if (isCompound(bytes)) throw new Unreadable(compoundReason(bytes))
  if (isPdf(bytes)) {
    throw new Unreadable(
      'Filen er en PDF, og dens afsnit og lister kan ikke læses sikkert. Find dokumentet i Word, eller indsæt teksten nedenfor.',
    )
  }
  if (isRtf(bytes)) throw new Unreadable('Filen er i RTF-format. Gem den som Word-dokument (.docx), og prøv igen.')
  if (isHeic(bytes)) throw new Unreadable('Filen er et billede. Vælg aftalen som Word-dokument (.docx) eller Markdown.')
  const read = readPlainText(bytes)
  if (!read) throw new Unreadable('Filen er hverken Markdown eller et Word-dokument (.docx). Vælg en af dem.')
  return read
}

export function compoundReason(bytes: Buffer): string {
  switch (compoundOf(bytes).kind) {
    case 'protected':
      return 'Filen er beskyttet med en adgangskode eller et følsomhedsmærke. Åbn den i Word, fjern beskyttelsen under Filer > Oplysninger, gem en kopi, og vælg kopien.'
    case 'word':
      return 'Filen er i Words gamle format (.doc). Gem den som Word-dokument (.docx), og prøv igen.'
    case 'mail':
      return 'Filen er en e-mail fra Outlook. Gem det vedhæftede dokument for sig, og vælg det.'
    default:
      return 'Filen er ikke et Word-dokument. Gem dokumentet som Word-dokument (.docx), og prøv igen.'
  }
}
