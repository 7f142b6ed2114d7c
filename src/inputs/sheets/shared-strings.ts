import { readXmlStream } from './xml-stream.ts'

/** The words of a workbook, which its cells point at by number. What is read aloud beside them is left out. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<string[]> {
  const found: string[] = []
  let words = ''
  let inText = false
  let aloud = 0
  await readXmlStream(chunks, {
    open(name) {
      if (name === 'si') words = ''
      else if (name === 'rPh') aloud += 1
      else if (name === 't') inText = aloud === 0
    },
    text(told) {
      if (inText) words += told
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') aloud -= 1
      else if (name === 'si') found.push(words)
    },
  })
  return found
}
