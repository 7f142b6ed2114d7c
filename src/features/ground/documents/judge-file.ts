import { readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import {
  type CompoundKind,
  compoundOf,
  isCompound,
  isHeic,
  isLockFile,
  isPacked,
  isPdf,
  isRtf,
} from '../../../inputs/containers.ts'
import { readPlainText } from '../../../inputs/plain-text.ts'
import { Unreadable } from '../../../inputs/unreadable.ts'
import { Zip } from '../../../inputs/zip.ts'
import { acceptedText, type Kind, kinds, maxFileBytes } from './document-rules.ts'
import { refusedExtension } from './refused-kinds.ts'

export type FileVerdict = { allowed: true; mediaType: string } | { allowed: false; reason: string }

export interface FileToJudge {
  name: string
  bytes: Uint8Array | null
  /** Where the bytes lie, when they are not handed over. */
  path: string | null
}

/**
 * The type by the file's own content; its name must agree with it, and nothing is taken on the name's word alone. For
 * the process that reads: see check-file.ts.
 */
export default async function judgeFile({ name, bytes, path }: FileToJudge): Promise<FileVerdict> {
  const content = path === null ? Buffer.from(bytes ?? []) : await readFile(path)
  try {
    return { allowed: true, mediaType: (await kindOf(name, content)).mediaType }
  } catch (fault) {
    if (fault instanceof Unreadable) return { allowed: false, reason: fault.message }
    throw fault
  }
}

async function kindOf(name: string, bytes: Buffer): Promise<Kind> {
  const file = `Filen »${name}«`
  if (bytes.length === 0) throw new Unreadable(`${file} er tom.`)
  if (bytes.length > maxFileBytes) throw new Unreadable(`${file} er for stor. Den må højst fylde 25 MB.`)
  if (isLockFile(name)) throw new Unreadable(lockFile(file))
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const named = kinds.find(({ extensions }) => extensions.includes(extension))
  const found = await contentOf(file, bytes, extension)
  if (found && named && (found === named || asGoodAs(found, named))) return named
  const reason = refusedExtension(extension)
  if (reason !== null) throw new Unreadable(`${file} ${reason}`)
  if (!named && !found) throw new Unreadable(`${file} er ikke af en type, der kan modtages: ${acceptedText}.`)
  if (!found) {
    throw new Unreadable(
      `Indholdet af filen »${name}« passer ikke til dens navn, eller filen er beskadiget. Åbn den for at se, om den er hel, gem den igen, og vælg den nye fil.`,
    )
  }
  throw new Unreadable(
    `Indholdet af filen »${name}« passer ikke til dens navn: Den er af typen ${found.name}. Giv den et navn, der ender på .${found.extensions[0]}, og prøv igen.`,
  )
}

/** Text is text, whatever its ending. */
const asGoodAs = (found: Kind, named: Kind): boolean => found.mediaType === named.mediaType

const kindBy = (extension: string): Kind => kinds.find(({ extensions }) => extensions.includes(extension)) as Kind

async function contentOf(file: string, bytes: Buffer, extension: string): Promise<Kind | null> {
  if (isCompound(bytes)) return compoundKind(file, bytes, extension)
  if (isPacked(bytes)) return packedKind(file, bytes)
  if (isPdf(bytes)) return kindBy('pdf')
  if (isHeic(bytes)) throw new Unreadable(`${file} ${refusedExtension('heic')}`)
  if (isRtf(bytes)) throw new Unreadable(`${file} ${refusedExtension('rtf')}`)
  const found = await fileTypeFromBuffer(bytes.subarray(0, 4100)).catch(() => undefined)
  const image = kinds.find(({ mediaType }) => mediaType === found?.mime)
  if (image) return image
  if (found) return null
  return kindBy('txt').extensions.includes(extension) && readPlainText(bytes) ? kindBy('txt') : null
}

const ofCompound: Partial<Record<CompoundKind, string>> = { word: 'doc', excel: 'xls', powerpoint: 'ppt' }

/** The old formats of Office share one container, and newer ones are put into it when they are protected. */
function compoundKind(file: string, bytes: Buffer, extension: string): Kind | null {
  const { kind, macros } = compoundOf(bytes)
  if (kind === 'protected') throw new Unreadable(protectedText(file))
  if (kind === 'mail') throw new Unreadable(`${file} ${refusedExtension('msg')}`)
  if (macros) throw new Unreadable(macroText(file))
  const known = ofCompound[kind]
  if (known) return kindBy(known)
  // A container whose names are not found is still one of Office's when it is called so.
  return ['doc', 'xls', 'ppt'].includes(extension) && kind === 'other' ? kindBy(extension) : null
}

function packedKind(file: string, bytes: Buffer): Kind | null {
  const zip = new Zip(bytes)
  const has = (pattern: RegExp) => zip.entries.some(({ name }) => pattern.test(name))
  if (zip.entries.some(({ encrypted }) => encrypted)) throw new Unreadable(protectedText(file))
  if (has(/(^|\/)(vbaProject|vbaData)\w*\.(bin|xml)$|\/activeX\/|^(Basic|Scripts)\//i))
    throw new Unreadable(macroText(file))
  const types = zip.find('[Content_Types].xml')
  if (types) {
    const told = zip.read(types).toString('utf8')
    if (/macroEnabled/i.test(told)) throw new Unreadable(macroText(file))
    const kind = officeKind(told, has)
    if (kind && has(/\/embeddings\/.*\.(bin|exe|js|vbs|bat|cmd|scr|jar)$/i)) throw new Unreadable(embeddedText(file))
    return kind
  }
  const mime = zip.find('mimetype')
  if (!mime) return null
  const manifest = zip.find('META-INF/manifest.xml')
  if (manifest && zip.read(manifest).includes('encryption-data')) throw new Unreadable(protectedText(file))
  const told = zip.read(mime).toString('latin1').trim()
  return kinds.find(({ mediaType }) => mediaType === told) ?? null
}

function officeKind(types: string, has: (pattern: RegExp) => boolean): Kind | null {
  if (/wordprocessingml\.document\.main/i.test(types) || has(/^word\/document\d*\.xml$/i)) return kindBy('docx')
  if (/spreadsheetml\.sheet\.main/i.test(types) || has(/^xl\/workbook\.xml$/i)) return kindBy('xlsx')
  return /presentationml\.presentation\.main/i.test(types) || has(/^ppt\/presentation\.xml$/i) ? kindBy('pptx') : null
}

const lockFile = (file: string) =>
  `${file} er ikke selve dokumentet, men Words mærke om, at det er åbent. Luk dokumentet, og vælg filen uden ~$ i navnet.`
const protectedText = (file: string) =>
  `${file} er beskyttet med en adgangskode eller et følsomhedsmærke, så de andre kan ikke åbne den. Fjern beskyttelsen under Filer > Oplysninger, eller gem den som PDF, og vælg den nye fil.`
const macroText = (file: string) =>
  `${file} indeholder makroer, og de kan gøre skade. Gem den uden makroer (.docx, .xlsx eller .pptx) eller som PDF, og vælg den nye fil.`
const embeddedText = (file: string) =>
  `${file} har en anden fil indlejret, som ikke kan undersøges. Vedhæft den indlejrede fil for sig, eller gem dokumentet som PDF.`
