import type { Day } from '../../../kernel/days.ts'

/** Where a flag stands: worked out of the last step that was taken with it and of the day, and stored nowhere. */
export type FlagState =
  | 'NEW'
  | 'ACKNOWLEDGED'
  | 'ON_AGENDA'
  | 'FOLLOWED'
  | 'RETURNED'
  | 'ASSESSED'
  | 'INITIATIVE'
  | 'DECLINED'
  | 'JOINED'

export type FlagStepKind =
  | 'ACKNOWLEDGE'
  | 'PUT_ON_AGENDA'
  | 'FOLLOW'
  | 'ASSESS'
  | 'START_INITIATIVE'
  | 'DECLINE'
  | 'JOIN'
  | 'REOPEN'

export const flagStateLabels: Record<FlagState, string> = {
  NEW: 'Ny, afventer kvittering',
  ACKNOWLEDGED: 'Kvitteret, afventer udfald',
  ON_AGENDA: 'Til behandling på et møde',
  FOLLOWED: 'Følges',
  RETURNED: 'Skal tages op igen',
  ASSESSED: 'Vurderet',
  INITIATIVE: 'Indsats aftalt',
  DECLINED: 'Afvist med begrundelse',
  JOINED: 'Samlet med en anden',
}

const after: Record<Exclude<FlagStepKind, 'FOLLOW'>, FlagState> = {
  ACKNOWLEDGE: 'ACKNOWLEDGED',
  PUT_ON_AGENDA: 'ON_AGENDA',
  ASSESS: 'ASSESSED',
  START_INITIATIVE: 'INITIATIVE',
  DECLINE: 'DECLINED',
  JOIN: 'JOINED',
  REOPEN: 'ACKNOWLEDGED',
}

/** What was followed until a day comes back by itself when the day has come. `flagStateSql` answers the same. */
export function flagState(last: { kind: FlagStepKind; until: Day | null } | null, today: Day): FlagState {
  if (!last) return 'NEW'
  if (last.kind !== 'FOLLOW') return after[last.kind]
  return last.until !== null && last.until <= today ? 'RETURNED' : 'FOLLOWED'
}

/** SQL of a step's columns; one value to bind, the day. No step at all: NEW. */
export const flagStateSql = (kind: string, until: string): string =>
  `CASE coalesce(${kind}, '') WHEN '' THEN 'NEW' WHEN 'FOLLOW' THEN CASE WHEN ${until} <= ? THEN 'RETURNED' ELSE 'FOLLOWED' END ${Object.entries(
    after,
  )
    .map(([step, state]) => `WHEN '${step}' THEN '${state}'`)
    .join(' ')} END`

const open: readonly FlagState[] = ['NEW', 'ACKNOWLEDGED', 'ON_AGENDA', 'FOLLOWED', 'RETURNED']

/** It has no outcome yet that ends it. What was joined to another is that one's. */
export const isOpenFlag = (state: FlagState): boolean => open.includes(state)
export const isOpenFlagSql = (state: string): string => `${state} IN (${open.map(one => `'${one}'`).join(', ')})`
