import type { KindOfEvent, Readers } from '../../access/event-kinds.ts'
import type { EventKind, SubjectOf } from '../../database/events.ts'
import { accountEvents } from '../accounts/index.ts'
import { agreementEvents } from '../agreement/index.ts'
import { areaEvents } from '../areas/index.ts'
import { bodyEvents } from '../bodies/index.ts'
import { caseEvents } from '../cases/index.ts'
import { cooperationEvents } from '../cooperation/index.ts'
import { coverageEvents } from '../coverage/index.ts'
import { decisionEvents } from '../decisions/index.ts'
import { earlierEvents } from '../earlier/index.ts'
import { followUpEvents } from '../followups/index.ts'
import { mandateEvents } from '../mandates/index.ts'
import { meetingEvents } from '../meetings/index.ts'
import { minutesEvents } from '../minutes/index.ts'
import { partyEvents } from '../parties/index.ts'
import { referralEvents } from '../referrals/index.ts'
import { revisionEvents } from '../revision/index.ts'
import { subjectAreaEvents } from '../subject-areas/index.ts'

/** What the features have declared, a list for each of them. */
export const declaredKinds = [
  meetingEvents,
  minutesEvents,
  coverageEvents,
  caseEvents,
  decisionEvents,
  referralEvents,
  followUpEvents,
  mandateEvents,
  agreementEvents,
  revisionEvents,
  earlierEvents,
  partyEvents,
  bodyEvents,
  areaEvents,
  subjectAreaEvents,
  cooperationEvents,
  accountEvents,
]

/** What an event can be about. */
export type EventSubject = SubjectOf<EventKind>

/** Every kind of event by its name. */
export const kinds: Readonly<Record<EventKind, KindOfEvent<EventSubject>>> = Object.assign({}, ...declaredKinds)

export const isKind = (name: string): name is EventKind => Object.hasOwn(kinds, name)

export const kindNames = Object.keys(kinds) as EventKind[]

/** The kinds about one thing that these read, in the order in which they were declared. */
export const kindsFor = (subject: string, readers: Readers): EventKind[] =>
  kindNames.filter(name => kinds[name].subject === subject && kinds[name].readers === readers)

/** One sentence: who did what. */
export const sentenceOf = (actor: string, kind: EventKind): string => `${actor} ${kinds[kind].said}.`
