import type { Day } from '../../../../kernel/days.ts'
import { isOpen, openSql } from '../../../ground/hearing/index.ts'
import { type RoundState, roundStateSql } from '../../agreement/index.ts'

/** Whether both strategy groups are asked about the draft, and may still answer. */
export const isHearingOpen = (round: { state: RoundState; hearingUntil: Day | null }, today: Day): boolean =>
  round.state === 'HEARING' && isOpen({ until: round.hearingUntil }, today)

/** The same as SQL; one value to bind: today. `r` is the round's alias. */
export const hearingOpenSql = (r: string): string =>
  `(${roundStateSql(r)} = 'HEARING' AND ${openSql(`${r}.hearingUntil`)})`
