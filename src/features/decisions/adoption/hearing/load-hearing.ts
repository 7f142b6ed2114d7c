import type { Prisma } from '../../../../database/generated/client.ts'
import type { Tx } from '../../../../database/write.ts'
import { type Day, dayInRow, momentInRow } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { type LoadedText, type TextReads, withContent } from '../load-text.ts'
import type { TextKind } from '../text-kind.ts'
import { type AnswerStance, groupsOf, overSentence, standingAnswers } from './hearing-rules.ts'

const person = { select: { name: true } } as const
const organisation = { select: { id: true, slug: true, name: true, side: true, position: true } } as const
const parts = {
  openedBy: person,
  closedBy: person,
  asked: { include: { organisation } },
  answers: {
    orderBy: { id: 'asc' },
    include: { organisation, by: person, as: person, remarks: { orderBy: { id: 'asc' } } },
  },
  replies: { orderBy: { id: 'asc' }, include: { by: person } },
} as const satisfies Prisma.TextHearingInclude

type Stored = Prisma.TextHearingGetPayload<{ include: typeof parts }>
type Organisation = Stored['asked'][number]['organisation']

/** A hearing about a text, with the draft that it is about and all that was answered. @throws Refusal when there is none */
export async function loadHearing<Content extends object>(
  reads: TextReads,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  number: number,
  today: Day,
) {
  const found = await (reads as Tx).textHearing.findUnique({
    where: { textId_number: { textId: text.id, number } },
    include: parts,
  })
  const head = found && text.drafts.find(({ id }) => id === found.draftId)
  if (!found || !head) throw notFound('Høringen findes ikke.')
  const draft = await withContent(reads, kind, head)
  const until = dayInRow(found.until)
  const isClosed = found.closedAt !== null
  const answers = found.answers.map(answer => ({
    ...answer,
    stance: answer.stance as AnswerStance,
    at: momentInRow(answer.at),
  }))
  const asked = found.asked.map(one => one.organisation).toSorted(bySide)
  return {
    ...found,
    until,
    isClosed,
    openedAt: momentInRow(found.openedAt),
    closedAt: momentInRow(found.closedAt),
    /** Why no answer is taken any more; null: it runs. */
    over: overSentence({ until, isClosed }, today),
    draft,
    sections: kind.sections(draft.content),
    asked,
    /** Everybody's last answer. */
    answers: standingAnswers(answers),
    groups: groupsOf(
      asked.map(({ id }) => id),
      answers,
    ),
    organisations: new Map<number, Organisation>(
      [...asked, ...answers.map(one => one.organisation)].map(one => [one.id, one]),
    ),
    replies: found.replies,
  }
}

export type LoadedHearing = Awaited<ReturnType<typeof loadHearing>>
export type LoadedAnswer = LoadedHearing['answers'][number]

const bySide = (one: Organisation, other: Organisation): number =>
  (one.side ?? '').localeCompare(other.side ?? '') || one.position - other.position || one.id - other.id

/** The last reply to a section; null as key: to the remarks to the whole. */
export const replyTo = ({ replies }: Pick<LoadedHearing, 'replies'>, sectionKey: string | null) =>
  replies.findLast(reply => reply.sectionKey === sectionKey) ?? null

/** The remarks to a section, or to the whole, with whose they are. */
export const remarksTo = ({ answers }: Pick<LoadedHearing, 'answers'>, sectionKey: string | null) =>
  answers.flatMap(answer =>
    answer.remarks.filter(remark => remark.sectionKey === sectionKey).map(({ text }) => ({ answer, text })),
  )
