import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { mayDo } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import { addWorkdays, type Day, longDay, shortDay, weekdayOf } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { plural } from '../../../kernel/text.ts'
import {
  parameterFacts,
  parametersOf,
  type RuleParameters,
  type RulesRow,
  readBodies,
  readRulesOfAll,
  rulesInForce,
  rulesName,
  rulesSince,
} from '../../ground/bodies/index.ts'
import { bodyPath } from '../../ground/bodies/paths.ts'
import { meetingPath } from '../../meetings/meetings/paths.ts'
import { readsDraft, stateTag } from '../adoption/index.ts'
import { decisionPath } from '../decisions/paths.ts'
import { type LoadedProcedure, theProcedure } from './find-procedure.ts'
import { newProcedurePath, procedureDraftPath, procedurePath, procedureVersionPath } from './paths.ts'
import { jointBody } from './procedure-content.ts'
import { procedureBody } from './text-views.ts'

/** What governs the joint group's meetings on a day, all its versions, and the rules of the other bodies. */
export async function procedurePage(actor: Actor, dag: Day | null) {
  const on = dag ?? actor.today
  const group = jointGroup(actor.database)?.body
  if (!group) throw notFound()
  const every = readRulesOfAll(actor)
  const own = every.filter(({ bodyId }) => bodyId === group.id)
  const current = rulesInForce(own, on)
  const text = await theProcedure(actor)
  const writes = mayDo(actor, 'prepareTexts')
  return {
    title: 'Forretningsorden',
    active: 'forretningsorden',
    crumbs: [{ text: 'Forretningsorden' }],
    heading: 'Forretningsorden',
    lead: 'Reglerne for møderne i fælles boligstrategisk gruppe. Et møde følger den version, der gælder på mødedagen.',
    action: procedurePath,
    day: on,
    shownDay: on === actor.today ? null : longDay(on),
    current: current && currentView(current, text),
    draft: draftView(actor, text),
    beginHref: writes && text === null ? newProcedurePath : null,
    // The stated default is changed on the group's own page.
    defaultHref:
      writes && !own.some(({ adopted, until }) => adopted && (until === null || until > actor.today))
        ? `${bodyPath('faelles-gruppe')}/forretningsorden/ret`
        : null,
    versions: own.map(row => versionLine(row, row === current)),
    meetings: comingMeetings(actor, group.id).map(meeting => meetingLine(meeting, own)),
    others: othersOf(actor, every, on),
  }
}

/** The parameters that govern the joint group's meetings on a day. */
export function parametersOn(actor: Actor, on: Day): RuleParameters {
  const group = jointGroup(actor.database)?.body
  const found = rulesInForce(
    readRulesOfAll(actor).filter(({ bodyId }) => bodyId === group?.id),
    on,
  )
  if (!found) throw notFound()
  return parametersOf(found)
}

function currentView(current: RulesRow, text: LoadedProcedure | null) {
  const standing = text?.standing
  const whole = standing && standing.version === current.textVersion ? procedureBody(standing.content).sections : []
  return {
    name: rulesSince(current, jointBody),
    isDefault: !current.adopted,
    decision: current.decision
      ? { text: `Beslutning ${current.decision}`, href: decisionPath(current.decision) }
      : null,
    facts: parameterFacts(current, jointBody),
    sections: whole,
    readHref:
      current.textSlug !== null && current.textVersion !== null
        ? procedureVersionPath(current.textSlug, current.textVersion)
        : null,
  }
}

/** What is worked on beside what governs, for those who may read it. */
function draftView(actor: Actor, text: LoadedProcedure | null) {
  if (!text || text.newest.number === text.standing?.number || !readsDraft(actor, text)) return null
  return {
    text: `Udkast til version ${text.newest.version}`,
    tag: stateTag(text.state),
    href: procedureDraftPath(text.slug),
  }
}

const workdays = (count: number | null): string => (count === null ? '' : plural(count, 'hverdag', 'hverdage'))

const versionLine = (row: RulesRow, inForce: boolean) => ({
  name: rulesName(row, jointBody),
  href: row.textSlug !== null && row.textVersion !== null ? procedureVersionPath(row.textSlug, row.textVersion) : null,
  from: shortDay(row.from),
  inForce,
  proposals: workdays(row.proposalDeadlineWorkdays),
  agenda: workdays(row.agendaWorkdays),
  notice: workdays(row.noticeWorkdays),
  minutes: workdays(row.minutesWorkdays),
  objections: plural(row.objectionDays, 'dag', 'dage'),
  decision: row.decision ? { text: `Beslutning ${row.decision}`, href: decisionPath(row.decision) } : null,
})

const meetingRow = rowsOf({ id: column.number, number: column.text, day: column.day })

/** The group's meetings from today on, soonest first. */
const comingMeetings = (actor: Actor, bodyId: number) =>
  actor.database.sql.all(
    meetingRow,
    `SELECT m.id, m.number, m.day FROM Meeting m
     WHERE m.bodyId = ? AND m.day >= ? AND m.state <> 'CANCELLED' AND ${viewOf(actor).meetings('m')}
     ORDER BY m.day, m.startsAt, m.id LIMIT 12`,
    bodyId,
    actor.today,
  )

function meetingLine({ id, number, day }: { id: number; number: string; day: Day }, rules: readonly RulesRow[]) {
  const governing = rulesInForce(rules, day)
  return {
    text: `${weekdayOf(day)} den ${longDay(day)}`,
    href: meetingPath(id),
    number,
    rules: governing ? rulesName(governing, jointBody) : '',
    proposals: governing ? shortDay(addWorkdays(day, -governing.proposalDeadlineWorkdays)) : '',
    notice: governing ? shortDay(addWorkdays(day, -governing.noticeWorkdays)) : '',
  }
}

/** R64: the other bodies' rules, which their own side's secretariat keeps. */
function othersOf(actor: Actor, every: readonly RulesRow[], on: Day) {
  return readBodies(actor.database)
    .filter(({ kind }) => kind === 'STRATEGY_GROUP' || kind === 'SECRETARIAT')
    .map(body => {
      const found = rulesInForce(
        every.filter(({ bodyId }) => bodyId === body.id),
        on,
      )
      return {
        text: body.name,
        href: `${bodyPath(body.slug)}#forretningsorden`,
        rules: found ? rulesName(found, body) : 'Ingen',
        from: found ? shortDay(found.from) : '',
        proposals: found ? workdays(found.proposalDeadlineWorkdays) : '',
        notice: found ? workdays(found.noticeWorkdays) : '',
        written: found ? (found.writtenProcedureAllowed ? 'Tilladt' : 'Ikke tilladt') : '',
        editHref: mayDo(actor, 'keepBody', { body }) ? `${bodyPath(body.slug)}/forretningsorden/ret` : null,
        about: body.name,
      }
    })
}
