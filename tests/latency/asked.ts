import type { Sender, Sent } from '../fuzz/sender.ts'
import { type FormOnPage, formsOn } from '../support/form-on-page.ts'

/** One request of the corpus. What it is sent with is laid out first, and not measured. */
export interface Asked {
  name: string
  /** Who asks, as the demo's accounts are called. */
  as: string
  /** Null where there is nothing to ask about any more. */
  sent: (person: Sender) => Sent | Promise<Sent | null>
}

export const form = 'application/x-www-form-urlencoded'

export const encoded = (fields: Record<string, string | string[]>): string => {
  const pairs = Object.entries(fields).flatMap(([name, value]): [string, string][] =>
    Array.isArray(value) ? value.map(one => [name, one]) : [[name, value]],
  )
  return new URLSearchParams(pairs).toString()
}

/** A page's form as it would be sent, with some fields filled in otherwise. */
export const sentForm = (found: FormOnPage, fields: Record<string, string | string[]>): Sent => {
  const all = { ...found.fields, ...fields }
  if (!found.multipart) return { method: 'POST', path: found.action, body: encoded(all), type: form }
  return { method: 'POST', path: found.action, ...parts(all) }
}

const boundary = 'skillelinje'

/** A form with a file, as a browser packs it. */
export function parts(
  fields: Record<string, string | string[]>,
  file?: { name: string; content: Buffer },
): Pick<Sent, 'body' | 'type'> {
  const head = (words: string) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${words}\r\n\r\n`)
  const chunks: Uint8Array[] = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().flatMap((one): Uint8Array[] => [head(`name="${name}"`), Buffer.from(one), Buffer.from('\r\n')]),
  )
  if (file) chunks.push(head(`name="fil"; filename="${file.name}"`), file.content, Buffer.from('\r\n'))
  return {
    body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

export async function formsAt(person: Sender, path: string): Promise<FormOnPage[]> {
  const { text } = await person.send({ method: 'GET', path })
  return formsOn(text)
}
