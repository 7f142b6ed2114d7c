import express, { type Request, type RequestHandler } from 'express'

/**
 * What a form sent: texts, lists of texts, and rows of them. Nothing else can come of a body, whichever way it was
 * packed, and no name in it is one that objects have of their own.
 */
export type Sent = string | Sent[] | { [name: string]: Sent }
export type Body = Record<string, Sent>

/** A body that no page of ours makes: the answer is 400, with this sentence. */
export class Unreadable extends Error {
  readonly status = 400
  constructor(message = 'Formularen kunne ikke læses. Genindlæs siden, og prøv en gang til.') {
    super(message)
    this.name = 'Unreadable'
  }
}

/**
 * The largest forms have six texts of 50,000 letters, the same once more as they were opened with, and some hundred
 * fields. What is larger is no form of ours, and to read it and show it again would hold up everybody.
 */
export const formLimits = { bytes: 1_200_000, fields: 2000 }

const readBytes = express.raw({
  type: 'application/x-www-form-urlencoded',
  limit: formLimits.bytes,
  // A browser packs no form, and what is small when it comes may be large when it is unpacked.
  inflate: false,
})

/** Bytes from which a form counts as long. */
const longForm = 100_000

/** Reads what a form sent in its body. A form with files is read by the route that takes them (uploads.ts). */
export const readForms: RequestHandler = (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  readBytes(req, res, fault => {
    if (fault) return next(fault)
    try {
      const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
      req.body = bodyOf(pairsIn(bytes.toString('utf8')))
      // To read a long form took its share of this turn: others are answered before it is judged.
      if (bytes.length > longForm) setImmediate(next)
      else next()
    } catch (unreadable) {
      next(unreadable)
    }
  })
}

/** The body of a request, by whichever way it came. */
export const bodyIn = (req: Request): Body => (req.body ?? {}) as Body

/** One text of a body; a list or a row is none. */
export const textIn = (body: Body, name: string): string => {
  const value = Object.hasOwn(body, name) ? body[name] : ''
  return typeof value === 'string' ? value : ''
}

function pairsIn(text: string): [string, string][] {
  if (text.split('&', formLimits.fields + 1).length > formLimits.fields) throw new Unreadable()
  return [...new URLSearchParams(text)]
}

/**
 * Fields to a body. `a=1&a=2` and `a[]=1&a[]=2` are lists; `rows[3][amount]=1` is a row of the list `rows`, which keeps
 * the order of its numbers and no gaps; `spent[m7]=1` has a name of its own.
 * Letters are whole: what a Mac sends as a letter and a ring is å.
 * @throws Unreadable for a name of another form, or one that is at once a text and a row
 */
export function bodyOf(fields: Iterable<readonly [string, string]>): Body {
  const body: Body = {}
  for (const [name, value] of fields) place(body, pathOf(name), value.normalize('NFC'))
  return listed(body) as Body
}

const inner = String.raw`\[(?:\d{1,4}|[A-Za-z_]\w{0,59})\]`
const wholeName = new RegExp(String.raw`^([A-Za-z_][\w-]{0,99})((?:${inner}){0,2})(\[\])?$`)

function pathOf(name: string): string[] {
  const [, first = '', rest = ''] = wholeName.exec(name) ?? []
  const path = [first, ...rest.split(/[[\]]+/).filter(part => part !== '')]
  if (first === '' || path.some(part => part in Object.prototype)) throw new Unreadable()
  return path
}

function place(body: Body, path: string[], value: string): void {
  let at: { [name: string]: Sent } = body
  for (const part of path.slice(0, -1)) {
    at[part] ??= {}
    const next = at[part]
    if (typeof next !== 'object' || Array.isArray(next)) throw new Unreadable()
    at = next
  }
  const last = path.at(-1) ?? ''
  const known = at[last]
  if (known === undefined) at[last] = value
  else if (typeof known === 'string') at[last] = [known, value]
  else if (Array.isArray(known)) known.push(value)
  else throw new Unreadable()
}

/** Whatever has only numbers for names is a list, in their order. */
function listed(value: Sent): Sent {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const names = Object.keys(value)
  if (names.length > 0 && names.every(name => /^\d+$/.test(name))) return Object.values(value).map(listed)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, listed(part)]))
}
