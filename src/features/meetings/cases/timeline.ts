import { eventFacts } from '../../../access/event-kinds.ts'
import type { Cursor } from '../../../http/pages/paging.ts'
import { dayOf, type Instant, longDay, writtenDay } from '../../../kernel/days.ts'
import { renderMarkdown, type SafeHtml } from '../../../kernel/markdown/markdown.ts'
import { bodyInSentence, capitalised, phrase, sentence } from '../../../kernel/text.ts'
import { decisionPath } from '../../decisions/decisions/paths.ts'
import { referralPath } from '../../decisions/referrals/paths.ts'
import { kindName, sizeText } from '../../ground/documents/index.ts'
import { recordPath } from '../earlier/paths.ts'
import { agendaPath, attachmentPath } from '../meetings/paths.ts'
import { closedFacts } from './event-kinds.ts'
import { decisionStateLabels, earlierKindLabels, itemKindLabels } from './labels.ts'
import { eventKey, itemKey, newestFirst, referralKey } from './moments.ts'
import { outcomeText } from './outcome-text.ts'
import type { Timeline, TimelineEarlier, TimelineItem, TimelineReferral } from './timeline-queries.ts'

export interface TimelineEntry {
  day: string
  heading: string
  href: string | null
  about: string
  outcome: string | null
  recommendationHtml: SafeHtml | null
  decisions: { href: string; text: string; state: string; words: string }[]
  documents: { href: string; title: string; about: string }[]
  followUps: { text: string; about: string; done: boolean }[]
}

/**
 * The case's way in one line of time, newest first: closed, forwarded, on agendas with what came of it, opened. A
 * page may show some of a referral's moments and not the others.
 */
export function timelineEntries(
  timeline: Timeline,
  bodyName: string,
  isShown: (place: Cursor) => boolean = () => true,
): TimelineEntry[] {
  const entries = [
    ...timeline.events.map(event => ({ key: eventKey(event.at), id: event.id, entry: eventEntry(event, bodyName) })),
    ...timeline.referrals.flatMap(referral =>
      referralEntries(referral).map(({ at, step, entry }) => ({ key: referralKey(at, step), id: referral.id, entry })),
    ),
    ...timeline.earlier.map(record => ({
      key: itemKey({ day: record.day, startsAt: '' }),
      id: record.id,
      entry: earlierEntry(record),
    })),
    ...timeline.items.map(item => ({ key: itemKey(item), id: item.id, entry: itemEntry(item, timeline) })),
  ]
  return entries
    .filter(isShown)
    .sort(newestFirst)
    .map(({ entry }) => entry)
}

const nothing = { href: null, outcome: null, recommendationHtml: null, decisions: [], documents: [], followUps: [] }

function eventEntry({ at, actor, kind, after }: Timeline['events'][number], bodyName: string): TimelineEntry {
  const common = { ...nothing, day: longDay(dayOf(at)), about: actor }
  if (kind === 'caseOpened') return { ...common, heading: `Sagen er oprettet i ${bodyInSentence(bodyName)}` }
  if (kind === 'caseForwarded') return { ...common, heading: 'Sagen er oversendt til fælles boligstrategisk gruppe' }
  if (kind === 'caseWithheld') return { ...common, heading: 'Sagen er lukket for andre end organets egne' }
  if (kind === 'caseUnveiled') return { ...common, heading: 'Sagen er åbnet igen' }
  return { ...common, heading: 'Sagen er afsluttet', about: closedText(eventFacts(closedFacts, after).reason, actor) }
}

const closedText = (reason: string, by: string): string =>
  reason ? `${sentence(`Begrundelse: ${reason}`)} Afsluttet af ${by}.` : by

const answers = {
  APPROVED: 'har godkendt',
  APPROVED_ON_CONDITIONS: 'har godkendt på vilkår',
  DECLINED: 'har afslået',
} as const

/** What was put before a deciding body, and what it answered. */
function referralEntries(referral: TimelineReferral): { at: Instant; step: number; entry: TimelineEntry }[] {
  const { number, body, decision, openedAt, answer, answeredAt, acceptedAt, withdrawnAt } = referral
  const at = (step: number, moment: Instant, heading: string, about: string) => ({
    at: moment,
    step,
    entry: { ...nothing, day: longDay(dayOf(moment)), heading, about, href: referralPath(number) },
  })
  const words = [
    referral.conditions && sentence(`Vilkår: ${referral.conditions}`),
    referral.reason && sentence(`Begrundelse: ${referral.reason}`),
  ]
  const of = `Forelæggelse ${number} af beslutning ${decision}`
  return [
    at(
      0,
      openedAt,
      `Beslutning ${decision} er forelagt ${bodyInSentence(body)}`,
      `Svarfrist den ${longDay(referral.dueDay)}`,
    ),
    ...(answer && answeredAt
      ? [
          at(
            1,
            answeredAt,
            `${body} ${answers[answer]}`,
            [words.some(Boolean) ? sentence(of) : of, ...words].filter(Boolean).join(' '),
          ),
        ]
      : []),
    ...(acceptedAt ? [at(2, acceptedAt, `Vilkårene fra ${bodyInSentence(body)} er tiltrådt`, of)] : []),
    ...(withdrawnAt ? [at(3, withdrawnAt, `Forelæggelse ${number} er trukket tilbage`, of)] : []),
  ]
}

/** What is from before the portal is marked so: the portal has not checked what came of it. */
const earlierEntry = ({ id, day, dayPrecision, kind, title, bodyName, closed }: TimelineEarlier): TimelineEntry => ({
  ...nothing,
  day: capitalised(writtenDay(day, dayPrecision)),
  heading: `${earlierKindLabels[kind]}: ${title}`,
  href: recordPath(id),
  about: `Fra før portalen, ${bodyInSentence(bodyName)}${closed ? ', lukket' : ''}`,
})

function itemAbout(item: TimelineItem): string {
  const told = [
    `${itemKindLabels[item.kind]} i ${bodyInSentence(item.bodyName)}`,
    item.open ? '' : 'lukket punkt',
    item.carriedFromId ? 'overført fra et tidligere møde' : '',
  ]
    .filter(Boolean)
    .join(', ')
  return item.open || !item.closedReason ? told : `${told}. ${sentence(`Begrundelse: ${item.closedReason}`)}`
}

function itemEntry(item: TimelineItem, { decisions, documents, followUps }: Timeline): TimelineEntry {
  const title = item.title ?? item.publicTitle ?? 'Lukket punkt'
  const outcome = item.outcome && outcomeText(item.outcome, item.outcomeNote ?? '')
  return {
    day: longDay(item.day),
    heading: `Punkt ${item.position}: ${title}`,
    href: `${agendaPath(item.meetingId)}#punkt-${item.position}`,
    about: itemAbout(item),
    outcome: outcome || null,
    recommendationHtml: item.recommendation ? renderMarkdown(item.recommendation) : null,
    decisions: decisions
      .filter(decision => decision.itemId === item.id)
      .map(({ number, year, serial, title: name, text, state }) => ({
        href: `${decisionPath(`${year}/${serial}`)}`,
        text: `Beslutning ${number}: ${name}`,
        state: decisionStateLabels[state],
        words: text,
      })),
    documents: documents
      .filter(document => document.itemId === item.id)
      .map(({ id, title: name, mediaType, size }) => ({
        href: attachmentPath(id),
        title: name,
        about: `${kindName(mediaType)}, ${sizeText(size)}`,
      })),
    followUps: followUps
      .filter(followUp => followUp.itemId === item.id)
      .map(({ text, organisation, dueDay, closedAt, closedNote }) => ({
        text,
        about: closedAt
          ? `Afsluttet den ${longDay(dayOf(closedAt))}${closedNote ? `: ${phrase(closedNote)}` : ''}`
          : `${organisation}, senest den ${longDay(dueDay)}`,
        done: closedAt !== null,
      })),
  }
}
