export type RoundState =
  | 'PROPOSALS'
  | 'DRAFTING'
  | 'HEARING'
  | 'ENDORSEMENT'
  | 'SIGNING'
  | 'STOPPED'
  | 'SIGNED'
  | 'CLOSED_WITHOUT_CHANGES'

export const roundStateLabels: Record<RoundState, string> = {
  PROPOSALS: 'Åben for ændringsforslag',
  DRAFTING: 'Under sammenskrivning',
  HEARING: 'I høring i strategigrupperne',
  ENDORSEMENT: 'Til tiltrædelse i fælles boligstrategisk gruppe',
  SIGNING: 'Til underskrift',
  STOPPED: 'Stoppet',
  SIGNED: 'Underskrevet',
  CLOSED_WITHOUT_CHANGES: 'Lukket uden ændringer',
}

export const roundStateKinds: Record<RoundState, 'neutral' | 'info' | 'success' | 'warning' | 'danger'> = {
  PROPOSALS: 'info',
  DRAFTING: 'info',
  HEARING: 'info',
  ENDORSEMENT: 'info',
  SIGNING: 'warning',
  STOPPED: 'danger',
  SIGNED: 'success',
  CLOSED_WITHOUT_CHANGES: 'neutral',
}

export const isFinished = (state: RoundState): boolean => state === 'SIGNED' || state === 'CLOSED_WITHOUT_CHANGES'

/** The road that the page draws; a stop and a closing leave it. */
export const road: readonly RoundState[] = ['PROPOSALS', 'DRAFTING', 'HEARING', 'ENDORSEMENT', 'SIGNING', 'SIGNED']

/** What is kept of a step that was taken. */
export type TakenKind =
  | 'OPENED'
  | 'DEADLINE_MOVED'
  | 'PROPOSALS_CLOSED'
  | 'DRAFT_SIGNED_OFF'
  | 'HEARING_OPENED'
  | 'HEARING_CLOSED'
  | 'PUT_TO_JOINT_GROUP'
  | 'ENDORSED'
  | 'SENT_BACK'
  | 'SIGNING_OPENED'
  | 'SIGNING_STOPPED'
  | 'ENTERED_INTO_FORCE'
  | 'CLOSING_PROPOSED'
  | 'CLOSED_WITHOUT_CHANGES'

/** Where a step leads; null: it is told in the history, and changes nothing. */
const stateAfter: Record<TakenKind, RoundState | null> = {
  OPENED: 'PROPOSALS',
  DEADLINE_MOVED: null,
  PROPOSALS_CLOSED: 'DRAFTING',
  DRAFT_SIGNED_OFF: null,
  HEARING_OPENED: 'HEARING',
  HEARING_CLOSED: null,
  PUT_TO_JOINT_GROUP: 'ENDORSEMENT',
  ENDORSED: null,
  SENT_BACK: 'DRAFTING',
  SIGNING_OPENED: 'SIGNING',
  SIGNING_STOPPED: 'STOPPED',
  ENTERED_INTO_FORCE: 'SIGNED',
  CLOSING_PROPOSED: null,
  CLOSED_WITHOUT_CHANGES: 'CLOSED_WITHOUT_CHANGES',
}

/** The state that the steps have led to, in the order in which they were taken. */
export const roundStateAfter = (kinds: readonly TakenKind[]): RoundState =>
  kinds.reduce<RoundState>((state, kind) => stateAfter[kind] ?? state, 'PROPOSALS')

/** The same as SQL. `r` is the round's alias. */
export function roundStateSql(r: string): string {
  const leading = Object.entries(stateAfter).filter(([, state]) => state !== null)
  const cases = leading.map(([kind, state]) => `WHEN '${kind}' THEN '${state}'`).join(' ')
  return `coalesce((SELECT CASE rs.kind ${cases} END FROM RevisionStep rs WHERE rs.roundId = ${r}.id
    AND rs.kind IN (${leading.map(([kind]) => `'${kind}'`)}) ORDER BY rs.id DESC LIMIT 1), 'PROPOSALS')`
}

/** What the round's history calls it. */
export const takenLabels: Record<TakenKind, string> = {
  OPENED: 'Revisionen er åbnet',
  DEADLINE_MOVED: 'Fristen er forlænget',
  PROPOSALS_CLOSED: 'Sekretariaterne er gået i gang med sammenskrivningen',
  DRAFT_SIGNED_OFF: 'Begge sekretariater har godkendt udkastet',
  HEARING_OPENED: 'Udkastet er sendt i høring',
  HEARING_CLOSED: 'Høringen er afsluttet',
  PUT_TO_JOINT_GROUP: 'Udkastet er sat på dagsordenen',
  ENDORSED: 'Udkastet er tiltrådt',
  SENT_BACK: 'Udkastet er taget tilbage til rettelse',
  SIGNING_OPENED: 'Underskrivningen er åbnet',
  SIGNING_STOPPED: 'En underskrift er afvist, og revisionen er stoppet',
  ENTERED_INTO_FORCE: 'Alle har underskrevet',
  CLOSING_PROPOSED: 'Det er foreslået at lukke uden ændringer',
  CLOSED_WITHOUT_CHANGES: 'Revisionen er lukket uden ændringer',
}
