import type { Actor } from '../../../access/actor.ts'
import type { Tx } from '../../../database/write.ts'
import { dayInRow } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { loadText } from '../../decisions/adoption/index.ts'
import { letterKind } from './letter/letter-kind.ts'
import { outwardState } from './outward-states.ts'
import type { OutwardFacts } from './outward-steps.ts'
import { isExactlyAdopted, whyNotAdopted } from './sending/send-rules.ts'

const person = { select: { name: true } } as const
const newestFirst = { orderBy: { id: 'desc' }, take: 1 } as const
const parts = {
  extensions: newestFirst,
  hearings: newestFirst,
  answers: { ...newestFirst, include: { points: { orderBy: { position: 'asc' } } } },
  sending: { include: { by: person } },
  end: true,
} as const

/** A statement as an act needs it: its text, its last word of each kind, and the facts that its steps ask about. */
export async function loadOutward(tx: Tx, actor: Actor, slug: string) {
  const text = await loadText(tx, letterKind, slug, actor.today)
  const found = await tx.outwardStatement.findUnique({ where: { textId: text.id }, include: parts })
  if (!found) throw notFound('Udtalelsen findes ikke.')
  const { extensions, hearings, answers, sending, end, ...row } = found
  const adopted = isExactlyAdopted(text)
  const facts: OutwardFacts = {
    state: outwardState({ ended: end?.kind ?? null, answered: answers.length > 0, sent: sending !== null, adopted }),
    notAdopted: whyNotAdopted(text),
    hasSections: text.newest.content.sections.length > 0,
    putForward: text.state === 'ON_AGENDA' || text.state === 'AWAITS_APPROVAL' || text.state === 'COMING',
    newDay: null,
    today: actor.today,
    deadline: dayInRow(extensions[0]?.until ?? row.deadline),
  }
  return { ...row, text, sending, answer: answers[0] ?? null, hearing: hearings[0] ?? null, facts }
}
export type LoadedOutward = Awaited<ReturnType<typeof loadOutward>>
