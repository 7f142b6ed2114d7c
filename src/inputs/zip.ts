import { Readable } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
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

/** What is said of a file that cannot be unpacked. */
export interface ZipWords {
  damaged(): Unreadable
  locked(): Unreadable
}

const wordsOfDocuments: ZipWords = {
  damaged: () => new Unreadable(damaged),
  locked: () => new Unreadable('Filen er låst med en adgangskode. Gem den uden, og prøv igen.'),
}

export class Zip {
  readonly entries: readonly ZipEntry[]
  readonly #bytes: Buffer
  readonly #words: ZipWords
  #unpacked = 0

  /** @throws Unreadable when the table of contents, which stands last, is not there or not whole */
  constructor(bytes: Buffer, words: ZipWords = wordsOfDocuments) {
    this.#bytes = bytes
    this.#words = words
    this.entries = entriesOf(bytes, words)
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
    if (entry.encrypted) throw this.#words.locked()
    const bytes = this.#unpack(entry)
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw this.#words.damaged()
    return bytes
  }

  /**
   * A part piece by piece, for what is larger than should be held at once: the caller says how much it may come to.
   * @throws Unreadable when it is damaged, or unpacks to more than the table of contents says
   */
  async *unpack(entry: ZipEntry): AsyncGenerator<Buffer> {
    const packed = this.#packed(entry)
    const pieces = entry.method === 0 ? [packed] : Readable.from([packed]).pipe(createInflateRaw())
    let size = 0
    let crc = 0
    try {
      for await (const piece of pieces as AsyncIterable<Buffer>) {
        size += piece.length
        if (size > entry.size) throw this.#words.damaged()
        crc = crc32(piece, crc)
        yield piece
      }
    } catch (fault) {
      throw isOfZlib(fault) ? this.#words.damaged() : fault
    }
    if (size !== entry.size || crc !== entry.crc) throw this.#words.damaged()
  }

  #unpack(entry: ZipEntry): Buffer {
    const packed = this.#packed(entry)
    if (entry.method === 0) return packed
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
    } catch {
      throw this.#words.damaged()
    }
  }

  #packed({ offset, packedSize, method }: ZipEntry): Buffer {
    const bytes = this.#bytes
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localMark) throw this.#words.damaged()
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    if (start + packedSize > bytes.length || ![0, 8].includes(method)) throw this.#words.damaged()
    return bytes.subarray(start, start + packedSize)
  }
}

const isOfZlib = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && String(fault.code).startsWith('Z_')

export const damaged =
  'Filen er beskadiget eller ikke hentet helt. Åbn den i Word for at se, om den er hel, gem den igen, og prøv med den nye fil.'
export const tooLarge =
  'Filen fylder for meget, når den pakkes ud. Gem den uden billeder og indlejrede filer, og prøv igen.'

function entriesOf(bytes: Buffer, words: ZipWords): ZipEntry[] {
  const end = endOf(bytes, words)
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) throw new Unreadable(tooLarge)
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw words.damaged()
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
function endOf(bytes: Buffer, words: ZipWords): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === endMark) return at
  }
  throw words.damaged()
}
