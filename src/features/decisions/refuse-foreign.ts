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

/**
 * Who is responsible for following up exists, and the person belongs to the responsible organisation.
 * @param rows where each stands on the form: the fault is told there
 */
export async function refuseStrangers(
  tx: Tx,
  followUps: readonly { organisationId: number; personId: number | null }[],
  rows: readonly number[] = followUps.map((_, index) => index),
): Promise<void> {
  for (const [index, { organisationId, personId }] of followUps.entries()) {
    const at = (field: string) => `followUps[${rows[index] ?? index}][${field}]`
    if (!(await tx.organisation.findUnique({ where: { id: organisationId } })))
      throw brokenRule('Vælg den organisation, der er ansvarlig.', at('organisationId'))
    if (personId === null) continue
    const person = await tx.person.findUnique({ where: { id: personId } })
    if (person?.organisationId !== organisationId)
      throw brokenRule('Den ansvarlige person skal høre til den ansvarlige organisation.', at('personId'))
  }
}
