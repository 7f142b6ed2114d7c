import type { Tx } from '../../database/write.ts'
import type { Day } from '../../kernel/days.ts'
import { brokenRule } from '../../kernel/refusal.ts'
import type { ConsequenceRow } from '../mandates/index.ts'

/** Only a party that exists on the day can be bound; an external one never. */
export async function refuseForeignRows(tx: Tx, rows: ConsequenceRow[], on: Day): Promise<void> {
  const bound = await tx.organisation.count({
    where: {
      id: { in: rows.map(row => row.organisationId) },
      kind: { not: 'EXTERNAL' },
      from: { lte: on },
      OR: [{ to: null }, { to: { gte: on } }],
    },
  })
  if (bound !== rows.length)
    throw brokenRule('En beslutning kan kun binde parternes egne organisationer.', 'consequences')
}

/** A decision is about housing areas in use on its day. */
export async function refuseOtherAreas(tx: Tx, areaIds: number[], on: Day): Promise<void> {
  const ids = [...new Set(areaIds)]
  const there = await tx.housingArea.count({
    where: { id: { in: ids }, from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }] },
  })
  if (there !== ids.length) throw brokenRule('Vælg boligområder på listen.', 'areaIds')
}
