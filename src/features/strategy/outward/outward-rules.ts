import { type Day, longDay } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import type { OutwardKind } from './letter/letter-content.ts'

/** What is registered of a statement, besides the head of its letter. */
export interface OutwardDates {
  receivedOn: Day
  deadline: Day
  hearingWorkdays: number
}

/** More workdays than a hearing of the organisations is ever given. */
export const mostHearingWorkdays = 60

/** Why it cannot be registered so; all of it at once. */
export function datesObjections({ receivedOn, deadline }: OutwardDates, today: Day): Objection[] {
  const told: Objection[] = []
  if (receivedOn > today) told.push(objection('Brevet kan ikke være modtaget senere end i dag.', 'receivedOn'))
  if (deadline < receivedOn)
    told.push(
      objection(
        `Fristen ligger før den dag, brevet blev modtaget (${longDay(receivedOn)}). Ret en af de to datoer.`,
        'deadline',
      ),
    )
  return told
}

/** A letter that one answers lies with the statement. */
export const letterObjection = (kind: OutwardKind, hasDocument: boolean): Objection | null =>
  kind === 'RESPONSE' && !hasDocument ? objection('Vedhæft det brev, der svares på.', 'fil') : null
