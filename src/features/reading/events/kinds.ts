import type { KindOfEvent, Readers } from '../../../access/event-kinds.ts'
import type { EventKind, SubjectOf } from '../../../database/events.ts'
import { agreementEvents } from '../../agreement/agreement/index.ts'
import { revisionEvents } from '../../agreement/revision/index.ts'
import { coverageEvents } from '../../decisions/coverage/index.ts'
import { decisionEvents } from '../../decisions/decisions/index.ts'
import { followUpEvents } from '../../decisions/followups/index.ts'
import { mandateEvents } from '../../decisions/mandates/index.ts'
import { minutesEvents } from '../../decisions/minutes/index.ts'
import { referralEvents } from '../../decisions/referrals/index.ts'
import { accountEvents } from '../../ground/accounts/index.ts'
import { areaEvents } from '../../ground/areas/index.ts'
import { bodyEvents } from '../../ground/bodies/index.ts'
import { cooperationEvents } from '../../ground/cooperation/index.ts'
import { partyEvents } from '../../ground/parties/index.ts'
import { subjectAreaEvents } from '../../ground/subject-areas/index.ts'
import { caseEvents } from '../../meetings/cases/index.ts'
import { earlierEvents } from '../../meetings/earlier/index.ts'
import { meetingEvents } from '../../meetings/meetings/index.ts'

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
