export type DecisionState = 'EFFECTIVE' | 'CONDITIONAL' | 'LAPSED' | 'SUPERSEDED' | 'ANNULLED'

export const decisionStateKeys = [
  'EFFECTIVE',
  'CONDITIONAL',
  'LAPSED',
  'SUPERSEDED',
  'ANNULLED',
] as const satisfies readonly DecisionState[]

interface Stateful {
  state: DecisionState
}

/** It was taken: one that was entered by mistake is there to be read, and counts for nothing. */
export const isTaken = ({ state }: Stateful): boolean => state !== 'ANNULLED'

/** The same as SQL, and where the ORM reads. `d` is the decision's alias. */
export const takenSql = (d: string): string => `${d}.state <> 'ANNULLED'`
export const takenWhere = { state: { not: 'ANNULLED' as const } }

/** In effect, or waiting for it: neither lapsed nor replaced nor annulled. */
export const stands = ({ state }: Stateful): boolean => state === 'EFFECTIVE' || state === 'CONDITIONAL'

/** The same as SQL. The plus sign keeps SQLite from walking the index of states. */
export const standsSql = (d: string): string => `+${d}.state IN ('EFFECTIVE', 'CONDITIONAL')`

export const isInEffect = ({ state }: Stateful): boolean => state === 'EFFECTIVE'

/** The same as SQL. */
export const inEffectSql = (d: string): string => `${d}.state = 'EFFECTIVE'`
