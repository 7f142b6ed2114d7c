import { expect, test } from 'vitest'
import { changesBetween } from '../../src/features/decisions/coverage/change-rules.ts'
import { askedText, answerText as trailAnswer } from '../../src/features/decisions/decisions/register/trail.ts'
import { consequenceText, questionOf } from '../../src/features/decisions/decisions/settle/referral-rules.ts'
import { answerText, entryText, printedText, standingText } from '../../src/features/decisions/excerpts/labels.ts'
import type { NotCovered, Reason, Verdict } from '../../src/features/decisions/mandates/check/mandate-verdict.ts'
import { stepText, verdictText } from '../../src/features/decisions/mandates/check/verdict-text.ts'
import type { MandateCheck } from '../../src/features/decisions/mandates/index.ts'
import { quorumModel } from '../../src/features/decisions/minutes/session/session-page.ts'
import { standingText as addendumStanding } from '../../src/features/ground/parties/index.ts'
import { timelineEntries } from '../../src/features/meetings/cases/timeline.ts'
import type { Timeline } from '../../src/features/meetings/cases/timeline-queries.ts'
import { quorumOf } from '../../src/features/meetings/meetings/index.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { faultsOf } from './faults.ts'

const on = day('2026-12-07')
const at = instant('2026-12-07T09:15:00Z')
const bodies = ['Lunde Byråd', 'Bestyrelsen i Søparken', 'Organisationsbestyrelsen i Boligforeningen Højstrup']
const amounts = [null, kroner(70_000), kroner(1_250.5)]
const typed = ['ejer grunden', 'Ejer grunden.', 'højst 50.000 kr.', 'Skal det ske?']
const kinds = ['economic', 'legal', 'organisational'] as const
const answers = [null, 'APPROVED', 'APPROVED_ON_CONDITIONS', 'DECLINED'] as const

const reasons: Reason[] = [
  { reason: 'NO_MANDATE' },
  { reason: 'NO_SOURCE' },
  { reason: 'DRAFT' },
  { reason: 'NOT_YET', from: on },
  { reason: 'EXPIRED', on },
  { reason: 'REVOKED', from: on },
  { reason: 'SUPERSEDED', from: on, by: null },
  { reason: 'SUPERSEDED', from: on, by: '2026-A02' },
  { reason: 'OUTSIDE_TASKS' },
  { reason: 'OUTSIDE_SUBJECT_AREAS' },
  { reason: 'OUTSIDE_AREAS' },
  ...[true, false].map(
    named => ({ reason: 'OUTSIDE_AREAS', given: ['Vollsmose', 'Korsløkkeparken'], named }) as Reason,
  ),
  { reason: 'OTHER_CASE' },
  { reason: 'OTHER_DECISION' },
  { reason: 'OVER_LIMIT', by: kroner(200_000) },
  { reason: 'OVER_TOTAL', by: kroner(200_000.5) },
  { reason: 'OVER_TOGETHER', by: kroner(200_000), mandates: ['2026-A01', '2026-A02'] },
]

const lacking: NotCovered[] = reasons.flatMap(why =>
  kinds.flatMap(kind =>
    bodies.flatMap(name =>
      amounts.map(
        (missing): NotCovered => ({
          state: 'NOT_COVERED',
          kind,
          mandateId: why.reason === 'NO_MANDATE' ? null : 1,
          mandate: why.reason === 'NO_MANDATE' ? null : '2026-A01',
          why,
          missing,
          askBody: { id: 1, name },
        }),
      ),
    ),
  ),
)

const covered: Verdict[] = amounts.flatMap(rest =>
  [[], ['Vollsmose'], ['Vollsmose', 'Korsløkkeparken']].flatMap((areas): Verdict[] => {
    const one = { mandateId: 1, mandate: '2026-A01', remainingBefore: rest, remainingAfter: rest }
    const parts = [1, 2].map(mandateId => ({ ...one, mandateId, amount: kroner(50_000) }))
    return amounts
      .map((limitPerDecision): Verdict => ({ state: 'COVERED', ...one, limitPerDecision, areas }))
      .concat([{ state: 'COVERED', ...one, limitPerDecision: null, parts }])
  }),
)

function* mandates(): Generator<string> {
  for (const verdict of [...covered, ...lacking]) yield verdictText(verdict, 'Boligforeningen Højstrup')
  for (const verdict of lacking) yield stepText(verdict)
  for (const was of [...covered, ...lacking.slice(0, 40)])
    for (const is of [...covered, ...lacking.slice(0, 40)])
      for (const { text } of changesBetween(checkOf(was, '2026-11-26'), checkOf(is, '2026-12-07'))) yield text
}

const checkOf = (economicVerdict: Verdict, checkedOn: string) =>
  ({
    on: day(checkedOn),
    rows: [
      {
        organisationId: 1,
        organisation: 'Boligforeningen Højstrup',
        economicVerdict,
        legalVerdict: { state: 'NOT_NEEDED' },
        organisationalVerdict: { state: 'NOT_NEEDED' },
      },
    ],
  }) as unknown as MandateCheck

function* referrals(): Generator<string> {
  for (const kind of kinds)
    for (const amount of amounts) {
      yield consequenceText({ kind, amount }, 'Lunde Kommune')
      for (const body of bodies)
        for (const count of [1, 2, 3]) {
          const gaps = kinds.slice(0, count).map(one => ({ kind: one, amount, organisation: 'Søparken' }))
          const request = { body, gaps } as unknown as Parameters<typeof questionOf>[0]
          yield questionOf(request, { number: '2026/7', title: 'Fælles legeplads' })
        }
    }
  for (const kind of ['ECONOMIC', 'LEGAL', 'ORGANISATIONAL'] as const)
    yield askedText({ kind, amount: kroner(70_000), organisation: 'Lunde Kommune' } as Parameters<typeof askedText>[0])
  for (const body of bodies) for (const answer of answers) yield trailAnswer({ body, answer })
}

function* excerpts(): Generator<string> {
  for (const state of ['EFFECTIVE', 'CONDITIONAL', 'LAPSED', 'SUPERSEDED', 'ANNULLED'] as const)
    for (const effectiveOn of [null, on])
      for (const how of ['REVERSES', 'REPLACES'] as const)
        yield standingText({ state, effectiveOn }, { number: '2026/8', how })
  for (const answer of answers)
    for (const answeredOn of [null, on])
      for (const protocolItem of [null, '7'])
        for (const words of typed)
          for (const happened of [null, at]) {
            const referral = { answer, answeredOn, protocolItem, dueDay: on, conditions: words, reason: words }
            yield answerText({ ...referral, acceptedAt: happened, withdrawnAt: happened } as Parameters<
              typeof answerText
            >[0])
          }
  for (const kind of ['DRAW', 'RELEASE'] as const)
    yield entryText({
      kind,
      amount: kroner(70_000),
      number: '2026-A01',
      organisationId: 1,
      organisation: 'Søparken',
      at,
    })
  yield printedText('Ane Holm', at)
}

function* addenda(): Generator<string> {
  for (const signatures of [0, 1, 2])
    for (const droppedAt of [null, at])
      for (const from of [null, on, day('2026-01-01')])
        yield addendumStanding(
          { signatures, droppedAt, from } as Parameters<typeof addendumStanding>[0],
          day('2026-06-01'),
        )
}

function* quorums(): Generator<string> {
  for (const position of [null, 5])
    for (const quorumHousing of [0, 1, 3])
      for (const quorumMunicipality of [0, 1, 2]) {
        const quorum = quorumOf([], { quorumHousing, quorumMunicipality }, { position, recusedPersonIds: [] })
        yield quorum.sentence
        for (const state of ['CALLED', 'IN_SESSION', 'CLOSED'] as const)
          for (const form of ['MEETING', 'WRITTEN'] as const)
            for (const attendance of [[], [{ status: 'PRESENT' as const }, { status: 'ABSENT' as const }]]) {
              const { sentence, sides } = quorumModel(
                { HOUSING: 'Boligorganisationerne', MUNICIPALITY: 'Kommunen' },
                quorum,
                { state, form } as Parameters<typeof quorumModel>[2],
                attendance,
              )
              yield* [sentence, ...sides]
            }
      }
}

function* timelines(): Generator<string> {
  for (const body of [...bodies, 'Fælles boligstrategisk gruppe'])
    for (const answer of answers)
      for (const words of typed) {
        const happened = answer ? at : null
        const referral = { number: '2026/3', decision: '2026/7', body, openedAt: at, dueDay: on, conditions: words }
        const after = JSON.stringify({ reason: words })
        const events = ['caseOpened', 'caseForwarded', 'caseClosed'].map(kind => ({
          at,
          actor: 'Ane Holm',
          kind,
          after,
        }))
        const items = [0, 1].map(open => ({
          ...{ id: 1, position: 5, title: 'Legeplads', publicTitle: null, closedReason: words, open, kind: 'DECISION' },
          ...{ recommendation: null, meetingId: 1, day: on, startsAt: '14:30', bodyName: body, outcome: 'POSTPONED' },
          ...{ outcomeNote: words, carriedFromId: open },
        }))
        const followUps = [null, at].map(closedAt => ({
          ...{ itemId: 1, text: 'Opgave', organisation: 'Søparken', dueDay: on, closedAt, closedNote: words },
        }))
        const timeline = {
          ...{ items, events, followUps, decisions: [], documents: [] },
          earlier: (['DAY', 'MONTH', 'YEAR'] as const).map((dayPrecision, id) => ({
            ...{ id, day: '2011-03-14', dayPrecision, kind: 'MINUTES', title: words, bodyName: body, closed: id % 2 },
          })),
          referrals: [
            { ...referral, reason: words, answer, answeredAt: happened, acceptedAt: happened, withdrawnAt: happened },
          ],
        } as unknown as Timeline
        for (const entry of timelineEntries(timeline, body))
          yield* [entry.heading, entry.about, entry.outcome ?? '', ...entry.followUps.map(({ about }) => about)]
      }
}

test.each([
  ['mandates', mandates, 120],
  ['referrals', referrals, 40],
  ['excerpts', excerpts, 40],
  ['addenda', addenda, 5],
  ['quorum', quorums, 20],
  ['timelines', timelines, 60],
])('no sentence about %s comes out wrong, whatever it is about', (_, sentencesOf, atLeast) => {
  const all = [...new Set(sentencesOf())]
  expect(all.length).toBeGreaterThan(atLeast)
  expect(all.flatMap(faultsOf)).toEqual([])
  expect(all.filter(sentence => /,00 kr|(?:Godkendt|Afslået) [.,]/.test(sentence))).toEqual([])
})
