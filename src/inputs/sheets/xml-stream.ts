import { Parser } from 'htmlparser2'
import { refusedTable } from './refused-tables.ts'

export interface XmlReader {
  /** Names come without their prefix: which one a program writes is its own affair. */
  open(name: string, attributes: Record<string, string>): void
  text?(words: string): void
  close?(name: string): void
}

const deepest = 60

/**
 * Reads a part as it is unpacked: nothing of it is kept but what the reader keeps.
 * @throws Unreadable where it is cut off, too deep, or has a document type, which can name words without end
 */
export async function readXmlStream(chunks: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  let depth = 0
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        depth += 1
        if (depth > deepest) throw refusedTable.damaged()
        reader.open(localName(written), attributes)
      },
      ontext: words => reader.text?.(words),
      onclosetag(written) {
        depth -= 1
        reader.close?.(localName(written))
      },
      onprocessinginstruction(name) {
        if (name.startsWith('!')) throw refusedTable.damaged()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  let decoder: InstanceType<typeof TextDecoder> | null = null
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    parser.write(decoder.decode(chunk, { stream: true }))
  }
  if (depth !== 0) throw refusedTable.damaged()
  parser.end()
}

const encodingOf = ([first, second]: Buffer): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'

const localName = (written: string): string => written.slice(written.indexOf(':') + 1)
