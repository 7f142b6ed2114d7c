import type { Tx } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import type { ConsequenceRow } from '../../mandates/index.ts'

/** Only a party that exists on the day can be bound; an external one never. */
export async function foreignRows(tx: Tx, rows: ConsequenceRow[], on: Day): Promise<Objection[]> {
  const named = new Set(rows.map(row => row.organisationId))
  const bound = await tx.organisation.count({
    where: {
      id: { in: [...named] },
      kind: { not: 'EXTERNAL' },
      from: { lte: on },
      OR: [{ to: null }, { to: { gte: on } }],
    },
  })
  if (bound === named.size) return []
  return [{ sentence: 'En beslutning kan kun binde parternes egne organisationer.', field: 'consequences' }]
}

/** A decision is about housing areas in use on its day. */
export async function otherAreas(tx: Tx, areaIds: number[], on: Day): Promise<Objection[]> {
  const ids = [...new Set(areaIds)]
  const there = await tx.housingArea.count({
    where: { id: { in: ids }, from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }] },
  })
  return there === ids.length ? [] : [{ sentence: 'Vælg boligområder på listen.', field: 'areaIds' }]
}

/**
 * Who is responsible for following up exists, and the person belongs to the responsible organisation.
 * @param rows where each stands on the form: the fault is told there
 */
export async function strangersIn(
  tx: Tx,
  followUps: readonly { organisationId: number; personId: number | null }[],
  rows: readonly number[] = followUps.map((_, index) => index),
): Promise<Objection[]> {
  const told: Objection[] = []
  for (const [index, { organisationId, personId }] of followUps.entries()) {
    const at = (field: string) => `followUps[${rows[index] ?? index}][${field}]`
    if (!(await tx.organisation.findUnique({ where: { id: organisationId } })))
      told.push({ sentence: 'Vælg den organisation, der er ansvarlig.', field: at('organisationId') })
    if (personId === null) continue
    const person = await tx.person.findUnique({ where: { id: personId } })
    if (person?.organisationId !== organisationId)
      told.push({
        sentence: 'Den ansvarlige person skal høre til den ansvarlige organisation.',
        field: at('personId'),
      })
  }
  return told
}
