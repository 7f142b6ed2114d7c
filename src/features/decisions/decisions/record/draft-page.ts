import type { Actor } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { roundPath } from '../../../agreement/revision/paths.ts'
import { findRules } from '../../../ground/bodies/index.ts'
import { areaChoices } from '../../../ground/places/index.ts'
import { loadQuorum, quorumRulesFor } from '../../../meetings/meetings/index.ts'
import { meetingPath, meetingsPath } from '../../../meetings/meetings/paths.ts'
import {
  type ConsequenceRow,
  checkDecision,
  choicesOf,
  type MandateCheck,
  matrixOf,
  reservationText,
  type Tasks,
} from '../../mandates/index.ts'
import { sessionPath } from '../../minutes/paths.ts'
import { consequencesOf, type DecisionForm, decisionForm } from '../forms.ts'
import { stanceNames } from '../labels.ts'
import { decisionPath } from '../paths.ts'
import { whyNotDecidable } from './decision-rules.ts'
import { decisionTextFrom } from './decision-text.ts'
import { loadItem, standingUnder } from './item-facts.ts'
import { preparedFor } from './prepared-rows.ts'
import { earlierModel, freedTyped } from './replacement-form.ts'

const blankRows = 3

const yearRow = rowsOf({
  year: column.number,
})

/** The decision of a revision binds everyone who must sign: it has a form of its own, which names them all. */
export function revisionForm(db: Database, itemId: number): string | null {
  const row = db.sql.get(
    yearRow,
    'SELECT r.year FROM RevisionItem i JOIN RevisionRound r ON r.id = i.roundId WHERE i.itemId = ?',
    itemId,
  )
  return row ? `${roundPath(row.year)}/beslutning/${itemId}` : null
}

const plannedRow = rowsOf({
  day: column.day,
  caseId: column.orNull(column.number),
})

const idRow = rowsOf({
  id: column.number,
})

/** The check of what is typed so far, as things stand now. Nothing is stored. */
export async function checkTyped(
  actor: Actor,
  form: DecisionForm,
  address: { meeting: number; item: number },
): Promise<MandateCheck> {
  const db = actor.database
  const planned = db.sql.get(
    plannedRow,
    `SELECT m.day, i.caseId FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId WHERE i.id = ? AND m.id = ?`,
    address.item,
    address.meeting,
  )
  if (!planned) throw notFound()
  const { strategy, professionalDevelopment, coordination } = form
  const tasks: Tasks = { strategy, professionalDevelopment, coordination }
  const rows: ConsequenceRow[] = consequencesOf(form).map(row => ({
    organisationId: row.organisationId,
    amount: (row.amount || null) as ConsequenceRow['amount'],
    legal: row.legal,
    organisational: row.organisational,
  }))
  const seen = new Set<number>()
  const each = rows.filter(row => !seen.has(row.organisationId) && seen.add(row.organisationId))
  const subjectAreaIds = db.sql
    .all(idRow, 'SELECT subjectAreaId AS id FROM ItemSubjectArea WHERE itemId = ? ORDER BY id', address.item)
    .map(({ id }) => id)
  const freed = freedTyped(actor, form)
  return checkDecision(
    rowReader(db),
    each,
    { tasks, subjectAreaIds, areaIds: form.areaIds, caseId: planned.caseId, freed },
    planned.day,
  )
}

export const checkModel = (check: MandateCheck) => ({
  matrix: matrixOf(check),
  reservation: check.adoptable ? null : reservationText(check),
})

interface Shown {
  form?: FormState
  /** The check as it was last made; null: not made yet. */
  check?: MandateCheck | null
  add?: { rows?: number; followUps?: number; stances?: number }
}

const personRow = rowsOf({
  id: column.number,
  name: column.text,
  organisation: column.text,
})

/** The page where a decision is drafted, checked and recorded. */
export async function draftPage(actor: Actor, meetingId: number, itemId: number, shown: Shown = {}) {
  const db = actor.database
  const found = await loadItem(db.prisma, meetingId, itemId)
  if (!found) throw notFound()
  const { item, meeting, body, facts } = found
  const rules = await findRules(rowReader(db), body.id, facts.meetingDay)
  const quorum = await loadQuorum(db.prisma, meeting, item, quorumRulesFor(body, rules))
  const standing = await standingUnder(db.prisma, itemId)
  const choices = choicesOf(db)
  const people = db.sql.all(
    personRow,
    `SELECT p.id, p.name, o.shortName AS organisation FROM Person p JOIN Organisation o ON o.id = p.organisationId
     WHERE p.endedOn IS NULL AND o.side IS NOT NULL ORDER BY p.name`,
  )
  const prepared = shown.form ? null : preparedFor(db, itemId)
  const numbers = standing.map(({ number }) => number).join(',')
  const form =
    stillConfirmed(shown.form, numbers) ??
    formOf({ ...startingValues(item.title, item.recommendation, facts.tasks), ...prepared })
  const path = `${meetingPath(meetingId)}/punkter/${itemId}/beslutning`
  const organisations = [
    { value: '', text: 'Vælg organisation' },
    ...choices.organisations.map(({ value, text }) => ({ value, text })),
  ]
  return {
    title: `Beslutning under punkt ${item.position}`,
    active: 'moeder',
    crumbs: [
      { text: 'Møder', href: meetingsPath },
      { text: meeting.number, href: meetingPath(meetingId) },
      { text: 'Afvikling', href: sessionPath(meetingId) },
      { text: 'Beslutning' },
    ],
    path,
    checkPath: `${path}/kontrol`,
    sessionHref: sessionPath(meetingId),
    itemTitle: `${item.position}. ${item.title}`,
    meetingText: `${body.name}, ${longDay(facts.meetingDay)}`,
    recommendationHtml: item.recommendation ? renderMarkdown(item.recommendation) : null,
    closed: facts.closed,
    standing: standing.map(({ number, title }) => ({ number, title, href: decisionPath(number) })),
    numbers,
    fromTrial: prepared !== null,
    joint: body.kind === 'JOINT_GROUP',
    inTheWay: whyNotDecidable(facts)?.sentence ?? (quorum.quorate ? null : quorum.sentence),
    form,
    rows: numbered(form, 'rows', blankRows, shown.add?.rows),
    stances: numbered(form, 'stances', 1, shown.add?.stances),
    followUps: numbered(form, 'followUps', 2, shown.add?.followUps),
    organisations,
    areas: areaChoices(db, facts.meetingDay),
    people: [
      { value: '', text: 'Ingen bestemt person' },
      ...people.map(({ id, name, organisation }) => ({ value: String(id), text: `${name} (${organisation})` })),
    ],
    earlier: earlierModel(actor, form.values.replacesNumber),
    stanceOptions: Object.entries(stanceNames).map(([value, text]) => ({ value, text })),
    ...(shown.check ? checkModel(shown.check) : { matrix: null, reservation: null }),
  }
}

/** That it is another decision was said of those that were shown: of one that came since it is said anew. */
function stillConfirmed(form: FormState | undefined, numbers: string): FormState | undefined {
  if (!form || form.values.standing === numbers) return form
  return { ...form, values: { ...form.values, another: '' } }
}

/** The page once more with what is wrong, and the check all the same where what was typed can be checked. */
export async function draftAgain(actor: Actor, address: { meeting: number; item: number }, form: FormState) {
  const parsed = decisionForm.safeParse(form.values)
  const check = parsed.success ? await checkTyped(actor, parsed.data, address) : null
  return draftPage(actor, address.meeting, address.item, { form, check })
}

const startingValues = (title: string, recommendation: string, tasks: Tasks): Record<string, unknown> => ({
  title,
  text: decisionTextFrom(recommendation),
  strategy: tasks.strategy ? 'on' : undefined,
  professionalDevelopment: tasks.professionalDevelopment ? 'on' : undefined,
  coordination: tasks.coordination ? 'on' : undefined,
})

/** The rows as typed, each with its own form state, and blank ones to go on with. */
function numbered(form: FormState, name: string, blank: number, add = 0) {
  const given = form.values[name]
  const typed: unknown[] = Array.isArray(given)
    ? given
    : typeof given === 'object' && given !== null
      ? Object.values(given)
      : []
  const filled = typed.map(row => (typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {}))
  while (filled.length < blank) filled.push({})
  for (let more = 0; more < add; more += 1) filled.push({})
  return filled.map((values, index) => ({ index, number: index + 1, prefix: `${name}[${index}]`, values }))
}
