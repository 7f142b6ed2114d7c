import type { Actor } from '../../../access/actor.ts'
import type { OrganisationSubject } from '../../../access/policy.ts'
import { rowReaderIn } from '../../../database/reader.ts'
import type { Tx } from '../../../database/write.ts'
import { dayInRow } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { flagState } from './flag-states.ts'
import type { FlagFacts } from './flag-steps.ts'
import { readItems } from './item-fate.ts'

/** A flag as an act needs it, with the facts that its steps ask about. @throws Refusal when there is none */
export async function loadFlag(tx: Tx, actor: Actor, number: string) {
  const flag = await tx.flag.findUnique({
    where: { number },
    include: { organisation: true, steps: { orderBy: { id: 'desc' }, take: 1 } },
  })
  if (!flag) throw notFound('Påpegningen findes ikke.')
  const last = flag.steps[0] ?? null
  const items = await readItems(rowReaderIn(tx), flag.id)
  const facts: FlagFacts = {
    state: flagState(last && { kind: last.kind, until: dayInRow(last.until) }, actor.today),
    isOwn: flag.personId === actor.personId,
    item: items.at(-1)?.fate ?? null,
    until: null,
    today: actor.today,
    notJoinable: null,
  }
  const { id, side, kind, parentId } = flag.organisation
  const organisation: OrganisationSubject = { id, side, kind, parentId }
  return { ...flag, last, facts, organisation }
}
export type LoadedFlag = Awaited<ReturnType<typeof loadFlag>>
