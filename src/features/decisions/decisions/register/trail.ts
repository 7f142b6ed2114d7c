import type { Actor } from '../../../../access/actor.ts'
import { eventFacts } from '../../../../access/event-kinds.ts'
import { type Day, dayOf, type Instant, longDay } from '../../../../kernel/days.ts'
import { bodyInSentence, capitalised, listDanish, sentence } from '../../../../kernel/text.ts'
import { type MandateCheck, matrixOf, stepText, uncoveredText } from '../../mandates/index.ts'
import { referralPath } from '../../referrals/paths.ts'
import type { DecisionState } from '../decision-state.ts'
import { markFacts } from '../event-kinds.ts'
import { decisionPath } from '../paths.ts'
import { kindOf } from '../settle/pending-decision.ts'
import { consequenceText } from '../settle/referral-rules.ts'
import { isOverdue, isWaiting, type ReferralState, referralStateOf } from '../settle/referral-state.ts'
import { coveringIn, gapsIn } from '../settle/settle-rules.ts'
import {
  readTrail,
  revokedSince,
  type TrailCell,
  type TrailCheck,
  type TrailMark,
  type TrailReferral,
} from './trail-queries.ts'

/** One thing that is missing before the decision is in effect: who has to do what, by when, and why. */
export interface Missing {
  what: string
  href: string | null
  detail: string[]
  overdue: boolean
}

export interface TrailEntry {
  day: string
  text: string
  href: string | null
  detail: string
}

interface Head {
  id: number
  number: string
  state: DecisionState
  decidedOn: Day
  bodyName: string
}

/**
 * What a decision's page tells of its way into effect; three statements, and one more for one that waits.
 * @param now of one that waits: how it would be checked today
 */
export function trailOf(actor: Actor, row: Head, now: MandateCheck | null) {
  const db = actor.database
  const { referrals, checks, marks } = readTrail(db, row.id, actor.today)
  const latest = checks.at(-1)
  const check = latest?.check ?? null
  const waiting = row.state === 'CONDITIONAL'
  return {
    /** Who said no, and why. */
    lapsed:
      row.state === 'LAPSED' ? (marks.map(markEntry).findLast(({ detail }) => detail !== '')?.detail ?? null) : null,
    missing: waiting && check && now ? missingIn(actor, row, referrals, check, now) : [],
    entries: referrals.length > 0 || marks.length > 0 ? entriesOf(row, referrals, checks, marks) : [],
    recheck: checks.length > 1 && latest && check ? recheckOf(latest, check) : null,
  }
}

const causes: Record<TrailCheck['cause'], string> = {
  recorded: 'da beslutningen blev ført til protokols',
  answered: 'da en forelæggelse blev besvaret',
  accepted: 'da gruppen tiltrådte vilkårene',
  revoked: 'da et mandat blev tilbagekaldt',
  superseded: 'da et mandat blev afløst',
  covered: 'da et nyt eller udvidet mandat dækkede det, der manglede',
  asked: 'på sekretariatets anmodning',
}

const recheckOf = (latest: TrailCheck, check: MandateCheck) => ({
  told: `Kontrolleret igen den ${longDay(latest.on)}, ${causes[latest.cause]}.`,
  matrix: matrixOf(check),
})

function missingIn(
  actor: Actor,
  row: Head,
  referrals: TrailReferral[],
  check: MandateCheck,
  now: MandateCheck,
): Missing[] {
  const gaps = gapsIn(now)
  const missing = referrals.flatMap((referral): Missing[] => {
    const state = referralStateOf(referral)
    if (!isWaiting({ state })) return []
    if (state === 'ON_CONDITIONS') return [acceptance(row, referral)]
    const overdue = isOverdue({ dueDay: referral.dueDay, state }, actor.today)
    const asked = referral.cells.map(cell => {
      const gap = gaps.find(one => one.organisationId === cell.organisationId && one.kind === kindOf[cell.kind])
      const why = gap
        ? `${uncoveredText(gap.verdict, gap.organisation)} ${stepText(gap.verdict)}`
        : coveredSince(referral, now, cell)
      return `${capitalised(askedText(cell))}: ${why}`
    })
    const who = referral.keepers
      ? registeredBy(referral.keepers)
      : `${referral.organisation} har ikke udpeget en mandatansvarlig, som kan registrere svaret.`
    return [
      {
        what: `${referral.body} skal svare på forelæggelse ${referral.number} senest den ${longDay(referral.dueDay)}.`,
        href: referralPath(referral.number),
        detail: [...asked, who],
        overdue,
      },
    ]
  })
  return [...missing, ...fallenAway(actor, check)]
}

function coveredSince({ body }: TrailReferral, now: MandateCheck, cell: TrailCell): string {
  const mandates = coveringIn(now, [{ organisationId: cell.organisationId, kind: kindOf[cell.kind] }])
  return `Mandat ${listDanish(mandates)} dækker det nu. ${body} er spurgt og har endnu ikke svaret.`
}

function acceptance(row: Head, referral: TrailReferral): Missing {
  const where =
    referral.meetingDay === null
      ? 'Punktet sættes automatisk på den næste dagsorden, der bliver oprettet.'
      : `Punktet er på dagsordenen den ${longDay(referral.meetingDay)}.`
  return {
    what: `${row.bodyName} skal tiltræde de vilkår, som ${bodyInSentence(referral.body)} har stillet. ${where}`,
    href: referralPath(referral.number),
    detail: [sentence(`Vilkår: ${referral.conditions ?? ''}`)],
    overdue: false,
  }
}

/** A revocation that took force after the latest check: the next check will ask the body anew. */
function fallenAway(actor: Actor, check: MandateCheck): Missing[] {
  const ids = check.rows.flatMap(({ economicVerdict, legalVerdict, organisationalVerdict }) =>
    [economicVerdict, legalVerdict, organisationalVerdict].flatMap(verdict =>
      verdict.state === 'COVERED' ? [verdict.mandateId, ...(verdict.parts ?? []).map(part => part.mandateId)] : [],
    ),
  )
  const revoked = revokedSince(actor.database, ids, check.on, actor.today)
  if (revoked.length === 0) return []
  return [
    {
      what: `Mandat ${listDanish(revoked.map(({ number }) => number))} er tilbagekaldt siden den seneste kontrol.`,
      href: null,
      detail: ['Ved den næste kontrol forelægges det, der ikke længere er dækket.'],
      overdue: false,
    },
  ]
}

/** »den økonomiske konsekvens for Odense Kommune (500.000 kr.)« */
export const askedText = ({
  kind,
  amount,
  organisation,
}: Pick<TrailCell, 'kind' | 'amount' | 'organisation'>): string =>
  consequenceText({ kind: kindOf[kind], amount }, organisation)

/** Those who may register the answer, by name: one of them, or several. */
function registeredBy(keepers: string): string {
  const names = keepers.split(', ')
  return names.length === 1
    ? `Svaret registreres af den mandatansvarlige ${keepers}.`
    : `Svaret registreres af en af de mandatansvarlige ${listDanish(names)}.`
}

function entriesOf(row: Head, referrals: TrailReferral[], checks: TrailCheck[], marks: TrailMark[]): TrailEntry[] {
  const entries = [
    ...(checks[0]
      ? [
          {
            at: checks[0].at,
            entry: said(row.decidedOn, `Tiltrådt med forbehold i ${bodyInSentence(row.bodyName)}`, null, ''),
          },
        ]
      : []),
    ...checks
      .filter(({ cause }) => cause === 'revoked' || cause === 'superseded' || cause === 'covered' || cause === 'asked')
      .map(({ at, on, cause }) => ({
        at,
        entry: said(on, `Mandaterne blev kontrolleret igen, ${causes[cause]}`, null, ''),
      })),
    ...referrals.flatMap(referral => referralEntries(referral)),
    ...marks.map(mark => ({ at: mark.at, entry: markEntry(mark) })),
  ]
  if (referrals.length === 0) entries.shift()
  return entries
    .map((one, index) => ({ ...one, index }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index))
    .map(({ entry }) => entry)
}

const said = (on: Day, text: string, href: string | null, detail: string): TrailEntry => ({
  day: longDay(on),
  text,
  href,
  detail,
})

function referralEntries(referral: TrailReferral): { at: string; entry: TrailEntry }[] {
  const { number, openedAt, answeredAt, acceptedAt, withdrawnAt } = referral
  const href = referralPath(number)
  const at = (moment: Instant, text: string, detail = '') => ({
    at: moment,
    entry: said(dayOf(moment), text, href, detail),
  })
  const asked = referral.cells.map(askedText)
  const { extensions } = referral
  return [
    at(
      openedAt,
      `Forelagt ${bodyInSentence(referral.body)} (${number})`,
      `Spurgt om ${listDanish(asked)}. Svarfrist den ${longDay(extensions[0]?.fromDay ?? referral.dueDay)}.`,
    ),
    ...extensions.map(({ at: moment, toDay, reason, by }) =>
      at(
        moment,
        `Svarfristen for ${number} er forlænget til den ${longDay(toDay)}`,
        `Forlænget af ${by ?? 'systemet'}. ${sentence(`Begrundelse: ${reason}`)}`,
      ),
    ),
    ...(answeredAt ? [at(answeredAt, answerText(referral), answerDetail(referral))] : []),
    ...(acceptedAt
      ? [
          at(
            acceptedAt,
            `Vilkårene fra ${bodyInSentence(referral.body)} er tiltrådt ved beslutning ${referral.acceptedBy ?? ''}`,
          ),
        ]
      : []),
    ...(withdrawnAt ? [at(withdrawnAt, `Forelæggelse ${number} er trukket tilbage`, referral.withdrawnWhy ?? '')] : []),
  ]
}

const answers = {
  APPROVED: 'har godkendt',
  APPROVED_ON_CONDITIONS: 'har godkendt på vilkår',
  DECLINED: 'har afslået',
} as const

export const answerText = ({ body, answer }: Pick<TrailReferral, 'body' | 'answer'>): string =>
  answer === null ? `${body} har ikke svaret` : `${body} ${answers[answer]}`

function answerDetail(referral: TrailReferral): string {
  const { answeredOn, protocolItem, conditions, reason, mandate } = referral
  return [
    answeredOn ? `Behandlet den ${longDay(answeredOn)}, punkt ${protocolItem ?? ''}.` : '',
    conditions ? sentence(`Vilkår: ${conditions}`) : '',
    reason ? sentence(`Begrundelse: ${reason}`) : '',
    mandate ? `Godkendelsen er mandat ${mandate}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function markEntry({ kind, at, after }: TrailMark): TrailEntry {
  const told = eventFacts(markFacts, after)
  const on = dayOf(at)
  if (kind === 'decisionTookEffect') return said(on, 'Beslutningen er trådt i kraft', null, '')
  if (kind === 'decisionLapsed') return said(on, 'Beslutningen er bortfaldet', null, told.why ?? '')
  if (kind === 'decisionRestored') return said(on, 'Beslutningen gælder igen', null, '')
  const verb = told.kind === 'REVERSES' ? 'omgjort' : 'erstattet'
  return said(on, `Beslutningen er ${verb} ved beslutning ${told.by ?? ''}`, decisionPath(told.by ?? ''), '')
}

export const referralTags: Record<
  ReferralState,
  { text: string; kind: 'warning' | 'success' | 'danger' | 'neutral' | 'info' }
> = {
  OPEN: { text: 'Afventer svar', kind: 'warning' },
  ON_CONDITIONS: { text: 'Vilkår afventer gruppen', kind: 'info' },
  APPROVED: { text: 'Godkendt', kind: 'success' },
  DECLINED: { text: 'Afslået', kind: 'danger' },
  WITHDRAWN: { text: 'Trukket tilbage', kind: 'neutral' },
}
