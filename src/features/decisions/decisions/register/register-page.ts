import type { Actor } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type Cursor, withQuery } from '../../../../http/pages/paging.ts'
import { type Day, longDay, yearOf } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { areaChoices } from '../../../ground/places/index.ts'
import { dateText, positionText, readPositions } from '../../../meetings/earlier/index.ts'
import { recordPath } from '../../../meetings/earlier/paths.ts'
import { choicesOf, kindNames, taskNames } from '../../mandates/index.ts'
import type { RegisterQuery } from '../forms.ts'
import { decisionStates } from '../labels.ts'
import { decisionPath, decisionsPath, sharedPositionsPath } from '../paths.ts'
import { registerLine } from './pages.ts'
import { readRegister, readSharedPositions } from './register-queries.ts'

const everything = { value: '', text: 'Alle' }
const optionsOf = (names: Record<string, string>) => [
  everything,
  ...Object.entries(names).map(([value, text]) => ({ value, text })),
]
const stateNames = Object.fromEntries(Object.entries(decisionStates).map(([value, { text }]) => [value, text]))
const fixedOptions = {
  consequences: optionsOf(kindNames),
  states: optionsOf(stateNames),
  tasks: optionsOf(taskNames),
}

export function registerPage(actor: Actor, query: RegisterQuery) {
  const { q, aar, organ, organisation, omraade, konsekvens, tilstand, opgave, holdning } = query
  const filter = {
    q,
    year: aar,
    body: organ,
    organisation,
    area: omraade,
    consequence: konsekvens,
    state: tilstand,
    task: opgave,
    sharedPosition: holdning === 'ja',
  }
  const { rows, next } = readRegister(actor, filter, query.efter ?? null)
  const choices = choicesOf(actor.database)
  const bodyNames = new Map(choices.bodies.map(body => [body.value, body.text]))
  const areas = areaChoices(actor.database, actor.today, omraade ? [omraade] : [])
  const kept = { q, aar, organ, organisation, omraade, konsekvens, tilstand, opgave, holdning }
  const filtered = Object.values(kept).some(Boolean)
  return {
    title: 'Beslutninger',
    active: 'beslutninger',
    crumbs: [{ text: 'Beslutninger' }],
    filters: {
      q: q ?? '',
      year: String(aar ?? ''),
      years: [everything, ...yearsOf(actor.database, actor.today)],
      body: String(organ ?? ''),
      bodies: [everything, ...choices.bodies.filter(({ kind }) => kind !== 'DECIDING_BODY')],
      organisation: String(organisation ?? ''),
      organisations: [everything, ...choices.organisations],
      area: String(omraade ?? ''),
      areas: areas.length > 0 ? [everything, ...areas] : [],
      consequence: konsekvens ?? '',
      state: tilstand ?? '',
      task: opgave ?? '',
      sharedPosition: holdning === 'ja',
      ...fixedOptions,
    },
    filtered,
    rows: rows.map(row => registerLine(row, bodyNames.get(String(row.bodyId)) ?? '')),
    nextHref: next ? withQuery(decisionsPath, { ...kept, efter: next }) : null,
    continued: query.efter !== null && query.efter !== undefined,
  }
}

const yearRow = rowsOf({
  year: column.orNull(column.number),
})

/** From the first decision's year to this one, the newest first. */
function yearsOf(db: Database, today: Day): { value: string; text: string }[] {
  const now = yearOf(today)
  const first = db.sql.get(yearRow, `SELECT min(year) AS year FROM Decision`)?.year ?? now
  return Array.from({ length: now - first + 1 }, (_, index) => String(now - index)).map(text => ({ value: text, text }))
}

export function sharedPositionsPage(actor: Actor, after: Cursor | null | undefined) {
  const { rows, next } = readSharedPositions(actor, after ?? null)
  return {
    title: 'Fælles holdninger',
    active: 'beslutninger',
    crumbs: [{ text: 'Beslutninger', href: decisionsPath }, { text: 'Fælles holdninger' }],
    positions: rows.map(row => ({
      href: decisionPath(row),
      number: row.number,
      title: row.title,
      day: longDay(row.decidedOn),
      body: row.bodyName,
      textHtml: renderMarkdown(row.text),
    })),
    nextHref: next ? withQuery(sharedPositionsPath, { efter: next }) : null,
    // They are older than every decision here: they come after the last of those.
    ...(next === null ? earlierPositions(actor) : { earlier: [], moreEarlier: false }),
  }
}

const fewEarlier = 50

/** What was agreed before the portal and still holds: apart from the decisions, marked, and counted nowhere. */
function earlierPositions(actor: Actor) {
  const rows = readPositions(actor, actor.today, fewEarlier + 1)
  return {
    earlier: rows.slice(0, fewEarlier).map(row => ({
      href: recordPath(row.id),
      title: row.title,
      about: `${row.bodyName}, ${dateText(row)}. ${positionText(row.positionUntil)}.`,
      textHtml: renderMarkdown(row.text),
    })),
    moreEarlier: rows.length > fewEarlier,
  }
}
