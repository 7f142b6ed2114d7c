import { createHash } from 'node:crypto'

/** SHA-256 in hex of a value's canonical JSON: keys sorted, so that the same content has the same hash. */
export const contentHash = (value: unknown): string => hashBytes(JSON.stringify(canonical(value)))

/** SHA-256 in hex. */
export const hashBytes = (bytes: Buffer | string): string =>
  (typeof bytes === 'string' ? undefined : known.get(bytes)) ?? createHash('sha256').update(bytes).digest('hex')

const known = new WeakMap<Buffer, string>()

/** The hash of bytes that come a part at a time. It is known from then on, and the bytes must not change. */
export function hashing(): { take(part: Buffer): void; isOf(whole: Buffer): void } {
  const hash = createHash('sha256')
  return {
    take: part => void hash.update(part),
    isOf: whole => void known.set(whole, hash.digest('hex')),
  }
}

/** The beginning of a hash, enough to compare by eye. The form that may stand before it is left out. */
export const shortHash = (hash: string): string => hash.slice(hash.indexOf(':') + 1).slice(0, 12)

function canonical(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(canonical)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  )
}
