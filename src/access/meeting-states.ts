/** What a meeting's state alone decides: each fact once, as a predicate and as the SQL condition beside it. */

export type MeetingState =
  | 'PLANNED'
  | 'AGENDA_IN_PREPARATION'
  | 'AGENDA_SIGNED_OFF'
  | 'CALLED'
  | 'IN_SESSION'
  | 'MINUTES_IN_PREPARATION'
  | 'MINUTES_OUT'
  | 'MINUTES_APPROVED'
  | 'CANCELLED'

type States = readonly MeetingState[]

const isAmong =
  (states: States) =>
  (state: MeetingState): boolean =>
    states.includes(state)

/** `state` is the SQL of the column, with its alias. */
const amongSql =
  (states: States) =>
  (state: string): string =>
    `${state} IN (${states.map(one => `'${one}'`).join(',')})`

const unsent: States = ['PLANNED', 'AGENDA_IN_PREPARATION', 'AGENDA_SIGNED_OFF']
const out: States = ['MINUTES_OUT', 'MINUTES_APPROVED']
const held: States = ['MINUTES_IN_PREPARATION', ...out]
const begun: States = ['IN_SESSION', ...held]
const open: States = [...unsent, 'CALLED']

/** The agenda has never been sent, and still can be. */
export const isUnsent = isAmong(unsent)
export const isUnsentSql = amongSql(unsent)
/** The same for the client of a transaction, which asks for a list. */
export const unsentStates: MeetingState[] = [...unsent]

/** Items may still be put on, changed and taken off; once the agenda is sent, as a supplement. */
export const agendaIsOpen = isAmong(open)
export const agendaIsOpenSql = amongSql(open)
/** The same for the client of a transaction, which asks for a list. */
export const openAgendaStates: MeetingState[] = [...open]

/** The agenda has been sent, and stands: those who read the body may read it. */
export const isCalled = isAmong(['CALLED', ...begun])
export const isCalledSql = amongSql(['CALLED', ...begun])

/** It is called and not over: whoever is called sends apologies, and questions are answered. */
export const isAwaited = isAmong(['CALLED', 'IN_SESSION'])
export const isAwaitedSql = amongSql(['CALLED', 'IN_SESSION'])

/** It has been opened; it may still be in session. */
export const hasBegun = isAmong(begun)
export const hasBegunSql = amongSql(begun)

/** It has been held: it was opened and closed. */
export const isHeldSql = amongSql(held)
export const heldStates: MeetingState[] = [...held]

/** The minutes have been sent, and have not been taken back: whoever reads the body may read what was treated. */
export const minutesAreOut = isAmong(out)
export const minutesAreOutSql = amongSql(out)

/** Something is still to happen with it, by a person or by the calendar. */
export const isActiveSql = amongSql([...open, 'IN_SESSION', 'MINUTES_IN_PREPARATION', 'MINUTES_OUT'])
