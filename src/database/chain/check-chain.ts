import type { Ask } from '../prepared-reader.ts'
import type { Finding } from '../verify/finding.ts'
import { type RowFault, rowFaults } from './check-rows.ts'
import { type Link, linkHash, noLink, SealDigest } from './seal.ts'
import { readSeals } from './standing-seals.ts'

/** Kept somewhere else, it proves that nothing up to it was cut off or written anew. */
export interface ChainHead {
  link: number
  at: string
  hash: string
}

export function chainHead(ask: Ask): ChainHead | null {
  const [head] = ask<{ id: number; at: string; hash: string }>(
    'SELECT id, at, hash FROM ChainLink ORDER BY id DESC LIMIT 1',
  )
  return head ? { link: head.id, at: head.at, hash: head.hash } : null
}

/**
 * Walks the chain and holds every row to its last seal: what was changed, removed or put in outside the portal is found
 * and named (§7: full documentation).
 */
export function checkChain(ask: Ask): Finding[] {
  const { standing, digests } = readSeals(ask)
  const links = ask<Link>('SELECT id, at, note, previous, rows, hash FROM ChainLink ORDER BY id')
  const when = new Map(links.map(({ id, at }) => [id, at]))
  const wrongRows = [...rowFaults(ask, standing)].map(fault => sentenceOf(ask, fault, when))
  return [
    { check: 'The chain of changes is unbroken', wrong: brokenLinks(links, digests) },
    { check: 'Every row is as the portal wrote it', wrong: wrongRows },
  ]
}

const emptyDigest = new SealDigest().value()

function brokenLinks(links: Link[], digests: Map<number, string>): string[] {
  const wrong: string[] = []
  let before: { id: number; hash: string } = noLink
  for (const link of links) {
    if (link.id !== before.id + 1) wrong.push(`Link ${before.id + 1} of the chain is missing.`)
    else if (link.previous !== before.hash) wrong.push(`Link ${link.id} does not follow link ${before.id}.`)
    if (linkHash(link) !== link.hash) wrong.push(`Link ${link.id} of the chain has been altered.`)
    if ((digests.get(link.id) ?? emptyDigest) !== link.rows) {
      wrong.push(`The seals of link ${link.id} are not the ones that it was made of.`)
    }
    digests.delete(link.id)
    before = link
  }
  for (const linkId of digests.keys()) wrong.push(`There are seals of link ${linkId}, but no such link.`)
  return wrong
}

function sentenceOf(
  ask: Ask,
  { tableName, rowKey, kind, columns, linkId }: RowFault,
  when: Map<number, string>,
): string {
  const what = named(ask, tableName, rowKey)
  const written =
    linkId === null ? '' : ` The portal wrote it at ${when.get(linkId) ?? 'an unknown time'} (link ${linkId}).`
  switch (kind) {
    case 'added':
      return `${what} was not written by the portal.`
    case 'missing':
      return `${what} is missing.${written}`
    case 'changed':
      return `${what} has been altered: ${columns.join(', ') || 'a value'}.${written}`
    case 'unreadable':
      return `${what} was sealed with columns that are no longer there.${written}`
  }
}

/** Those with a number are known by it. */
const numberedTables = new Set(['Decision', 'Mandate', 'Meeting', 'Case'])

function named(ask: Ask, tableName: string, rowKey: string): string {
  const key = (JSON.parse(rowKey) as (string | number)[]).join(', ')
  if (!numberedTables.has(tableName)) return `${tableName} ${key}`
  const [row] = ask<{ number: string }>(`SELECT number FROM "${tableName}" WHERE id = ?`, key)
  return row ? `${tableName} ${row.number}` : `${tableName} with id ${key}`
}
