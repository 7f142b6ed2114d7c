import { inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

/** A packed file's table of contents. Nothing is unpacked before it is asked for. */
export interface ZipEntry {
  name: string
  method: number
  crc: number
  packedSize: number
  size: number
  offset: number
  encrypted: boolean
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const mostEntries = 5_000

/** Bytes that one part, and all that is asked for together, may unpack to: a small file must not fill the memory. */
export const largestPart = 16 * 1024 * 1024
const largestTogether = 32 * 1024 * 1024

export class Zip {
  readonly entries: readonly ZipEntry[]
  readonly #bytes: Buffer
  #unpacked = 0

  /** @throws Unreadable when the table of contents, which stands last, is not there or not whole */
  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.entries = entriesOf(bytes)
  }

  /** By its name, whatever the case: Word does not tell them apart. */
  find(name: string): ZipEntry | undefined {
    const wanted = name.toLowerCase()
    return this.entries.find(entry => entry.name.toLowerCase() === wanted)
  }

  /** @throws Unreadable when the part is damaged or too large */
  read(entry: ZipEntry): Buffer {
    this.#unpacked += entry.size
    if (entry.size > largestPart || this.#unpacked > largestTogether) throw new Unreadable(tooLarge)
    if (entry.encrypted) throw new Unreadable('Filen er låst med en adgangskode. Gem den uden, og prøv igen.')
    const bytes = this.#unpack(entry)
    if (bytes.length !== entry.size || crcOf(bytes) !== entry.crc) throw new Unreadable(damaged)
    return bytes
  }

  #unpack({ offset, packedSize, method, size }: ZipEntry): Buffer {
    const bytes = this.#bytes
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localMark) throw new Unreadable(damaged)
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    if (start + packedSize > bytes.length) throw new Unreadable(damaged)
    const packed = bytes.subarray(start, start + packedSize)
    if (method === 0) return packed
    if (method !== 8) throw new Unreadable(damaged)
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
    } catch {
      throw new Unreadable(damaged)
    }
  }
}

export const damaged =
  'Filen er beskadiget eller ikke hentet helt. Åbn den i Word for at se, om den er hel, gem den igen, og prøv med den nye fil.'
export const tooLarge =
  'Filen fylder for meget, når den pakkes ud. Gem den uden billeder og indlejrede filer, og prøv igen.'

function entriesOf(bytes: Buffer): ZipEntry[] {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) throw new Unreadable(tooLarge)
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw new Unreadable(damaged)
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes
        .toString('utf8', at + 46, at + 46 + nameLength)
        .replaceAll('\\', '/')
        .replace(/^\/+/, ''),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The end's own record has a comment of at most 64 kB after it. */
function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === endMark) return at
  }
  throw new Unreadable(damaged)
}

const table = Uint32Array.from({ length: 256 }, (_zero, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

function crcOf(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
