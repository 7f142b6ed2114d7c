import type { Actor } from '../../../../access/actor.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { findRules } from '../../../ground/bodies/index.ts'
import { areaChoices } from '../../../ground/places/index.ts'
import { loadQuorum, quorumRulesFor } from '../../../meetings/meetings/index.ts'
import { meetingPath } from '../../../meetings/meetings/paths.ts'
import { choicesOf, type MandateCheck, type Tasks } from '../../mandates/index.ts'
import { type DecisionForm, decisionForm } from '../forms.ts'
import { stanceNames } from '../labels.ts'
import { decisionPath } from '../paths.ts'
import { caseOrganisations } from './case-organisations.ts'
import { checkModel, checkTyped } from './check-draft.ts'
import { whyNotDecidable } from './decision-rules.ts'
import { decisionTextFrom } from './decision-text.ts'
import { distributed } from './distribute.ts'
import { loadItem, standingUnder } from './item-facts.ts'
import { preparedFor } from './prepared-rows.ts'
import { earlierModel } from './replacement-form.ts'

const blankRows = 3

/** The item that a decision is drafted under, as an address names it. */
export interface DraftAddress {
  meeting: number
  item: number
}

export interface Shown {
  form?: FormState
  /** The check as it was last made; null: not made yet. */
  check?: MandateCheck | null
  add?: { rows?: number; followUps?: number; stances?: number }
}

/** What is shown again with what was typed and what is wrong, checked where it can be. */
export async function shownAgain(actor: Actor, address: DraftAddress, form: FormState): Promise<Shown> {
  const parsed = decisionForm.safeParse(form.values)
  return { form, check: parsed.success ? await checkTyped(actor, parsed.data, address) : null }
}

/** What is shown after a press that records nothing: another row, an amount shared among the rows, the check. */
export async function shownAfter(actor: Actor, address: DraftAddress, form: DecisionForm): Promise<Shown> {
  if (form.action === 'distribute') return shownAgain(actor, address, await sharedOut(actor, address, form))
  const add = {
    rows: Number(form.action === 'addRow'),
    followUps: Number(form.action === 'addFollowUp'),
    stances: Number(form.action === 'addStance'),
  }
  return { form: { values: form.typed, errors: {} }, check: await checkTyped(actor, form, address), add }
}

async function sharedOut(actor: Actor, { meeting, item }: DraftAddress, form: DecisionForm): Promise<FormState> {
  const found = await loadItem(actor.database.prisma, meeting, item)
  if (!found) throw notFound()
  const { facts, body } = found
  return distributed(actor, form, {
    itemId: item,
    bodyId: body.id,
    caseId: found.item.caseId,
    day: facts.meetingDay,
  })
}

const keys = [
  { value: '', text: 'Vælg fordelingsnøgle' },
  { value: 'equal', text: 'Ligeligt' },
  { value: 'homes', text: 'Efter antal boliger' },
  { value: 'last', text: 'Som ved den seneste beslutning' },
]

const personRow = rowsOf({
  id: column.number,
  name: column.text,
  organisation: column.text,
})

/**
 * The form in which a decision is drafted, checked and recorded, wherever it stands.
 * @param at the address that takes it, and the one that it is left for; the check of what is typed so far stands at the item
 */
export async function draftModel(
  actor: Actor,
  { meeting: meetingId, item: itemId }: DraftAddress,
  at: { path: string; back: string },
  shown: Shown = {},
) {
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
  const ofCase = caseOrganisations(actor, { itemId, caseId: item.caseId }).map(String)
  return {
    ...at,
    checkPath: `${meetingPath(meetingId)}/punkter/${itemId}/beslutning/kontrol`,
    position: item.position,
    meetingNumber: meeting.number,
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
    organisations: organisationOptions(choices.organisations, ofCase),
    keys,
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

/** The case's organisations first, since a decision most often binds them; a line parts them from the rest. */
function organisationOptions(all: readonly { value: string; text: string }[], ofCase: readonly string[]) {
  const plain = all.map(({ value, text }) => ({ value, text }))
  const first = plain.filter(({ value }) => ofCase.includes(value))
  const rest = plain.filter(({ value }) => !ofCase.includes(value))
  const start = { value: '', text: 'Vælg organisation' }
  if (first.length === 0 || rest.length === 0) return [start, ...plain]
  return [start, { text: 'Sagens organisationer', options: first }, { text: 'Andre organisationer', options: rest }]
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
