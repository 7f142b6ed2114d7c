import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { longDay, longMoment } from '../../../../kernel/days.ts'
import { bodyInSentence, listDanish, plural } from '../../../../kernel/text.ts'
import { decisionStates } from '../../../decisions/decisions/index.ts'
import { decisionPath } from '../../../decisions/decisions/paths.ts'
import { unanswered } from '../../../ground/hearing/index.ts'
import { agendaPath, meetingPath } from '../../../meetings/meetings/paths.ts'
import { isHearingOpen } from '../drafts/hearing-open.ts'
import { secretariatNames, strategyGroupNames } from '../labels.ts'
import { comparePath, roundPath } from '../paths.ts'
import { draftUnsignedBy, hearingOf, latestDraft, type Round, type RoundDecision } from './load-round.ts'
import type { ReadableItem } from './readable-round.ts'
import type { RoundFacts } from './round-conditions.ts'

/** The draft as it stands, and whose sign-off it lacks. */
export function draftBox(round: Round) {
  const draft = latestDraft(round)
  if (!draft) return null
  const missing = draftUnsignedBy(round)
  return {
    text: `Udkast ${draft.number} fra den ${longMoment(draft.createdAt)}`,
    note: draft.note,
    href: `${roundPath(round.year)}/udkast`,
    compareHref: comparePath(round.basis.year, round.year, draft.number),
    signed:
      missing.length === 0
        ? 'Begge sekretariater har godkendt udkastet.'
        : `Udkastet mangler godkendelse fra ${listDanish(missing.map(side => bodyInSentence(secretariatNames[side])))}.`,
    complete: missing.length === 0,
  }
}

/** The hearing, once it has a deadline: which strategy group has answered. */
export function hearingBox(round: Round, { today }: RoundFacts) {
  const { asked, until, answers } = hearingOf(round)
  if (until === null) return null
  const silent = unanswered({ asked }, answers)
  return {
    href: `${roundPath(round.year)}/hoering`,
    open: isHearingOpen(round, today),
    groups: asked.map(side => ({
      name: strategyGroupNames[side],
      text: silent.includes(side) ? 'Har ikke svaret' : 'Har svaret',
      kind: silent.includes(side) ? ('info' as const) : ('success' as const),
      count: plural(answers.filter(({ by }) => by === side).length, 'svar', 'svar'),
    })),
  }
}

/** An agenda item of the joint group that is about the round, as far as the person reads it, and what came of it. */
export function itemLine(
  actor: Actor,
  year: number,
  { row, seen }: { row: Round['items'][number]; seen: ReadableItem | undefined },
  decisions: readonly RoundDecision[],
) {
  const { item, purpose } = row
  const { meeting } = item
  const held = `${meeting.number}, ${longDay(meeting.day)}`
  const decision = decisions.find(({ itemId }) => itemId === item.id)
  return {
    text: seen ? `${held}, punkt ${seen.position}: ${seen.title}` : held,
    href: seen ? `${agendaPath(meeting.id)}#punkt-${seen.position}` : meetingPath(meeting.id),
    purpose: purpose === 'ENDORSE' ? 'Tiltrædelse' : 'Lukning uden ændringer',
    removed: item.removedAt !== null || item.meeting.state === 'CANCELLED',
    decideHref:
      item.meeting.state === 'IN_SESSION' && !decision && mayDo(actor, 'runRevision')
        ? `${roundPath(year)}/beslutning/${item.id}`
        : null,
    decision: decision
      ? {
          text: `Beslutning ${decision.number}`,
          href: decisionPath(decision.number),
          state: decisionStates[decision.state],
        }
      : null,
  }
}
