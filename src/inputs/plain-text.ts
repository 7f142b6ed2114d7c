import { Remarks } from './remarks.ts'
import type { ReadText } from './word/read-word.ts'

/** Text without a format of its own: UTF-8 or UTF-16, or Windows-1252 as older programs write it. Null: it is no text. */
export function readPlainText(bytes: Buffer): ReadText | null {
  const remarks = new Remarks()
  const decoded = decode(bytes, remarks)
  if (decoded === null || !isText(decoded)) return null
  const text = decoded
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00ad/g, '')
    .normalize('NFC')
  return { text, lost: remarks.lost, changed: remarks.changed }
}

function decode(bytes: Buffer, remarks: Remarks): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  const told = new TextDecoder('utf-8').decode(bytes)
  const broken = countOf(told, '\ufffd')
  if (broken === 0) return told
  // A damaged UTF-8 text still has more whole letters beyond ASCII than broken ones.
  if ((told.match(/[\u0080-\uffef]/g) ?? []).length > broken) {
    for (let at = 0; at < Math.min(broken, 1_000); at += 1) remarks.add('brokenSign')
    return told
  }
  remarks.add('charset')
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, sign => windows[sign.charCodeAt(0) - 0x80] ?? sign)
}

// What Windows-1252 has from 80 to 9F. Node's own decoder of that name leaves them as they are.
const windows = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']

const countOf = (text: string, sign: string): number => text.split(sign).length - 1

const usual = ['\n', '\r', '\t', '\f', '\v']

/** A picture or a program read as text is full of signs that no text has. */
const isText = (text: string): boolean => {
  const strange = (text.match(/\p{Cc}/gu) ?? []).filter(sign => !usual.includes(sign)).length
  return strange * 200 <= text.length
}
