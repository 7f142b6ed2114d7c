import type { Actor } from '../../../access/actor.ts'
import { sideName } from '../../../access/cooperation.ts'
import { isAwaited } from '../../../access/meeting-states.ts'
import { prepares } from '../../../access/policy.ts'
import { rowReader } from '../../../database/reader.ts'
import { longDay, longMoment } from '../../../kernel/days.ts'
import { findRules } from '../../ground/bodies/index.ts'
import {
  bodyOf,
  isWritten,
  type MeetingRow,
  meetingCrumbs,
  meetingTitle,
  quorumRulesFor,
  roleLabels,
  whenText,
} from '../meetings/index.ts'
import { meetingPath } from '../meetings/paths.ts'
import { answerBy, answerOf, type CallAnswer, expectedQuorum, isAsked, isLate } from './answer-rules.ts'
import { callAnswersPath } from './paths.ts'
import { type CalledRow, calledTo } from './queries.ts'

const answerTexts: Record<CallAnswer, string> = { ATTENDS: 'Deltager', APOLOGIES: 'Afbud', NONE: 'Har ikke svaret' }
const answerKinds = { ATTENDS: 'success', APOLOGIES: 'warning', NONE: 'neutral' } as const

/** One's own answer to the call, and for those who prepare the meeting everyone's. */
export async function answersPage(actor: Actor, meeting: MeetingRow) {
  const open = isAwaited(meeting.state) && !isWritten(meeting)
  const called = isWritten(meeting) ? [] : calledTo(actor.database, meeting.id)
  const own = called.find(row => row.personId === actor.personId && row.role !== 'SECRETARY')
  const prepare = prepares(actor, bodyOf(meeting))
  return {
    title: `Svar på indkaldelsen: ${meetingTitle(meeting)}`,
    active: 'moeder',
    crumbs: meetingCrumbs(meeting, { text: 'Svar på indkaldelsen' }),
    when: `${meeting.bodyName}. ${whenText(meeting)}`,
    closedText: open ? null : 'Der svares ikke på indkaldelsen nu.',
    own: open && own ? ownAnswer(meeting, own) : null,
    list: prepare && called.length > 0 ? await answerList(actor, meeting, called) : null,
  }
}

function ownAnswer(meeting: MeetingRow, own: CalledRow) {
  const answer = answerOf(own)
  return {
    said: { ATTENDS: 'Du deltager.', APOLOGIES: 'Du har meldt afbud.', NONE: 'Du har ikke svaret endnu.' }[answer],
    by: longDay(answerBy(meeting.day)),
    action: answer === 'NONE' ? callAnswersPath(meeting.id) : null,
    apologiesHref: `${meetingPath(meeting.id)}/afbud`,
    apologiesText: answer === 'APOLOGIES' ? 'Træk afbud tilbage' : 'Meld afbud eller vælg stedfortræder',
  }
}

async function answerList(actor: Actor, meeting: MeetingRow, called: readonly CalledRow[]) {
  const asked = called.filter(isAsked)
  const rules = await findRules(rowReader(actor.database), meeting.bodyId, meeting.day)
  const quorum = expectedQuorum(called, quorumRulesFor(bodyOf(meeting), rules))
  return {
    counts: (['HOUSING', 'MUNICIPALITY'] as const).flatMap(side => {
      const ofSide = asked.filter(row => row.side === side)
      const of = (answer: CallAnswer) => ofSide.filter(row => answerOf(row) === answer).length
      const text = `${of('ATTENDS')} deltager, ${of('APOLOGIES')} afbud, ${of('NONE')} har ikke svaret`
      return ofSide.length > 0 ? [{ term: sideName(actor.database, side), text }] : []
    }),
    quorate: quorum.quorate,
    quorum: quorum.quorate
      ? 'Efter svarene kan mødet ventes at være beslutningsdygtigt.'
      : 'Efter svarene er det ikke sikkert, at mødet bliver beslutningsdygtigt. De, der ikke har svaret, er ikke talt med.',
    rows: asked.map(row => answerRow(meeting, row, called)),
  }
}

function answerRow(meeting: MeetingRow, row: CalledRow, called: readonly CalledRow[]) {
  const answer = answerOf(row)
  const at = answer === 'APOLOGIES' ? row.updatedAt : answer === 'ATTENDS' ? row.acceptedAt : null
  const standIn = called.find(one => one.standsInForId === row.id)
  const away = called.find(one => one.id === row.standsInForId)
  return {
    name: row.name,
    about: away ? `I stedet for ${away.name}` : `${roleLabels[row.role]}, ${row.organisation}`,
    answer: { text: answerTexts[answer], kind: answerKinds[answer] },
    standIn: standIn?.name ?? '',
    at: at ? longMoment(at) : '',
    late: at !== null && isLate(at, meeting.day),
  }
}
