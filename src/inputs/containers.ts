/** What a compound file, the container of Office before 2007 and of much else, holds. */
export type CompoundKind = 'protected' | 'word' | 'excel' | 'powerpoint' | 'mail' | 'other'

const magic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

export const isCompound = (bytes: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic)

export interface Compound {
  kind: CompoundKind
  macros: boolean
}

/** By the names in its directory, which stand in entries of 128 bytes. */
export function compoundOf(bytes: Buffer): Compound {
  const has = (...names: string[]) => names.some(name => hasEntry(bytes, name))
  const macros = has('_VBA_PROJECT', '_VBA_PROJECT_CUR', 'VBA')
  if (has('EncryptedPackage', 'EncryptionInfo', 'DRMContent', '\u0009DRMContent')) return { kind: 'protected', macros }
  if (has('__properties_version1.0', '__nameid_version1.0')) return { kind: 'mail', macros }
  if (has('WordDocument')) return { kind: 'word', macros }
  if (has('Workbook', 'Book')) return { kind: 'excel', macros }
  if (has('PowerPoint Document')) return { kind: 'powerpoint', macros }
  return { kind: 'other', macros }
}

const entrySize = 128

function hasEntry(bytes: Buffer, name: string): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 2)) {
    // The length of the name, with its end, stands 64 bytes into the entry.
    if (at % entrySize === 0 && at + 66 <= bytes.length && bytes.readUInt16LE(at + 64) === wanted.length) return true
  }
  return false
}

const ascii = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)

/** A picture of the kind that phones of Apple take. */
export const isHeic = (bytes: Buffer): boolean =>
  ascii(bytes, 4, 8) === 'ftyp' && /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(ascii(bytes, 8, 12))

export const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 1024).includes('%PDF-')
export const isRtf = (bytes: Buffer): boolean => ascii(bytes, 0, 5) === '{\\rtf'
export const isPacked = (bytes: Buffer): boolean => ascii(bytes, 0, 2) === 'PK'

/** Word and the others keep a small file of this name beside a document while it is open. */
export const isLockFile = (name: string): boolean => /^~\$/.test(name) || /^\.~lock\..*#$/.test(name)
