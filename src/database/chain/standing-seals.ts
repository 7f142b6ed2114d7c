import type { Ask } from '../prepared-reader.ts'
import { type Seal, SealDigest } from './seal.ts'

/** Asks for rows by prepared SQL, on a reader or on a connection. */

/** The seal that holds for a row: the last one that was given. */
export interface StandingSeal {
  linkId: number
  form: string
  hash: string | null
  parts: string | null
}

/** By table and key. */
export type StandingSeals = Map<string, Map<string, StandingSeal>>

interface SealRow extends Seal {
  id: number
  linkId: number
}

const portion = 20_000

/**
 * Reads all seals in their order, once: the last of each row, and what the seals of each link add up to.
 * Some hundred bytes of memory for each row of the database.
 */
export function readSeals(ask: Ask): { standing: StandingSeals; digests: Map<number, string> } {
  const standing: StandingSeals = new Map()
  const adding = new Map<number, SealDigest>()
  for (const seal of allSeals(ask)) {
    const digest = adding.get(seal.linkId) ?? new SealDigest()
    adding.set(seal.linkId, digest)
    digest.add(seal)
    keep(standing, seal)
  }
  return { standing, digests: new Map([...adding].map(([linkId, digest]) => [linkId, digest.value()])) }
}

/** The standing seals of these tables alone. */
export function readSealsOf(ask: Ask, tables: readonly string[]): StandingSeals {
  const standing: StandingSeals = new Map()
  for (const seal of sealsOf(ask, 'tableName IN (SELECT value FROM json_each(?))', JSON.stringify(tables)))
    keep(standing, seal)
  return standing
}

const allSeals = (ask: Ask): Generator<SealRow> => sealsOf(ask, '1')

function* sealsOf(ask: Ask, where: string, ...values: string[]): Generator<SealRow> {
  let last = 0
  while (true) {
    const rows = ask<SealRow>(
      `SELECT id, linkId, tableName, rowKey, form, hash, parts FROM RowSeal
       WHERE id > ? AND ${where} ORDER BY id LIMIT ${portion}`,
      last,
      ...values,
    )
    yield* rows
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}

function keep(standing: StandingSeals, { tableName, rowKey, linkId, form, hash, parts }: SealRow): void {
  const ofTable = standing.get(tableName) ?? new Map<string, StandingSeal>()
  standing.set(tableName, ofTable)
  ofTable.set(rowKey, { linkId, form, hash, parts })
}
