import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { agendaIsOpenSql } from '../../../../access/meeting-states.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Day } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { rulesInForce, rulesInForceSql, rulesPeriodsSql } from '../../../ground/bodies/index.ts'
import { isOnItsWay } from '../outward-states.ts'
import type { OutwardRow } from '../queries.ts'
import {
  earliestDays,
  type KnownMeeting,
  type Plan,
  type PlanDays,
  type PlanFacts,
  planBackwards,
  planSteps,
} from './plan-rules.ts'
import { type DayRules, type Remedy, remediesOf } from './remedy-rules.ts'

/** The joint group's meetings that are still to come, and its rules: what letters are planned around. */
export interface Calendar {
  meetings: KnownMeeting[]
  rulesOn: (day: Day) => DayRules | null
}

const meetingRow = rowsOf({
  id: column.number,
  number: column.text,
  day: column.day,
  written: column.flag,
  noticeWorkdays: column.number,
})
const rulesRow = rowsOf({
  number: column.number,
  from: column.day,
  until: column.orNull(column.day),
  adopted: column.flag,
  noticeWorkdays: column.number,
  writtenProcedureAllowed: column.flag,
})

/** Two statements. Meetings further away than this are no help to any letter. */
export function readCalendar(actor: Actor): Calendar {
  const group = jointGroup(actor.database)?.body.id
  if (group === undefined) return { meetings: [], rulesOn: () => null }
  const { sql } = actor.database
  const meetings = sql.all(
    meetingRow,
    `SELECT m.id, m.number, m.day, m.form = 'WRITTEN' AS written, r.noticeWorkdays
     FROM Meeting m JOIN RulesOfProcedure r ON r.id = ${rulesInForceSql('m.bodyId', 'm.day')}
     WHERE m.bodyId = ? AND m.day >= ? AND ${agendaIsOpenSql('m.state')} ORDER BY m.day, m.id LIMIT 100`,
    group,
    actor.today,
  )
  const rules = sql.all(
    rulesRow,
    `SELECT p.number, p."from", p.until, p.adopted, r.noticeWorkdays, r.writtenProcedureAllowed
     FROM ${rulesPeriodsSql('SELECT ?')} p JOIN RulesOfProcedure r ON r.id = p.id`,
    group,
  )
  return { meetings, rulesOn: day => rulesInForce(rules, day) }
}

/** How many of the steps are behind: see `planSteps`. */
export function stepsDone(row: OutwardRow, today: Day): number {
  if (row.sentOn !== null) return planSteps.length
  if (row.state === 'ADOPTED' || row.conditional || row.begun) return planSteps.indexOf('SEND')
  if (row.meetingId !== null) return planSteps.indexOf(row.called ? 'MEETING' : 'AGENDA')
  if (row.signed) return planSteps.indexOf('AGENDA')
  if (row.heardUntil === null) return 0
  return planSteps.indexOf(isPast(row.heardUntil, today) ? 'SIGN_OFF' : 'HEARING')
}

export interface Standing {
  done: number
  /** Null: it cannot be reached, or nothing is left to be planned. */
  plan: Plan | null
  /** The first day of each step, where there is no plan. */
  earliest: PlanDays | null
  /** What would make it; empty where there is a plan, or nothing left to plan. */
  remedies: Remedy[]
  /** With the meetings there are, the addressee's day cannot be reached. */
  outOfReach: boolean
  /** The addressee's last day has passed, and the letter has not been sent. */
  overdue: boolean
}

/** R24: worked out anew whenever it is read, so that a meeting that is moved or cancelled moves the plan. */
export function standingOf(row: OutwardRow, { meetings, rulesOn }: Calendar, today: Day): Standing {
  const done = stepsDone(row, today)
  if (!isOnItsWay(row.state))
    return { done, plan: null, earliest: null, remedies: [], outOfReach: false, overdue: false }
  const facts: PlanFacts = {
    today,
    deadline: row.deadline,
    hearingWorkdays: row.hearingWorkdays,
    done,
    heardUntil: row.heardUntil,
    meetings,
    onAgendaOf: row.meetingId,
  }
  const plan = planBackwards(facts)
  const overdue = isPast(row.deadline, today)
  if (plan) return { done, plan, earliest: null, outOfReach: false, overdue, remedies: [] }
  const remedies = remediesOf({ ...facts, rulesOn })
  return { done, plan, earliest: earliestDays(facts), outOfReach: true, overdue, remedies }
}

/** The step that is next, with its last day where there is a plan. */
export const nextStepOf = ({ done, plan }: Standing) => {
  const step = planSteps[done]
  return step ? { step, day: plan?.days[step] ?? null } : null
}
