import type { Actor } from '../../../../access/actor.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import {
  type Judgement,
  judgementOf,
  judgeTable,
  part,
  RowCourse,
  refuseOther,
  type TableFile,
  type TableRow,
  type Taken,
  takeRows,
} from '../../table-import/index.ts'
import { heldOn } from '../dated-rules.ts'
import { type Aspect, chainOf, type EstateFacts, type Homes, homeTypes } from '../estates/estate-rules.ts'
import { addEstateIn, editEstateIn, tellEstateIn } from '../estates/keep-estate.ts'
import { homesText } from '../labels.ts'
import { labelOf } from '../places-on.ts'
import { type EstateRow, type FactRow, type Places, readPlacesIn } from '../read-places.ts'
import type { Column } from './estate-columns.ts'
import { type EstateValues, sinceText, valuesOf } from './estate-values.ts'

/** What is made: an estate, something told of one from a day on, or its number, name and year corrected. */
export type Made = 'estate' | 'fact' | 'correction'

export const madeWords = {
  estate: ['afdeling tilføjes', 'afdelinger tilføjes'],
  fact: ['afdeling får nye oplysninger', 'afdelinger får nye oplysninger'],
  correction: ['afdelings stamdata rettes', 'afdelingers stamdata rettes'],
} as const

type Course = RowCourse<Column, Made>

/** What would happen if the file were saved now. */
export const judgeEstates = (actor: Actor, file: TableFile<Column>): Promise<Judgement<Column, Made>> =>
  judgeTable(actor, file, tx => takeFile(tx, actor, file))

/**
 * Saves what the file's rows do, but for the rejected ones: all of it or nothing.
 * @param shown the hash of the judgement that was confirmed; null: nobody was shown one, since no person loads the file
 * @throws Refusal where it would be another one by now
 */
export const saveEstates = (
  actor: Actor,
  file: TableFile<Column>,
  shown: string | null,
): Promise<Judgement<Column, Made>> =>
  write(actor, async tx => {
    const { rows, events } = await takeFile(tx, actor, file)
    const saved = judgementOf(file, rows)
    if (shown !== null) refuseOther(saved, shown)
    return { result: saved, events }
  })

async function takeFile(tx: Tx, actor: Actor, file: TableFile<Column>): Promise<Taken<Column, Made>> {
  const places = await readPlacesIn(tx)
  const reads = file.rows.map(row => ({ row, ...valuesOf(row, places) }))
  const first = new Map<string, number>()
  const { judged, events } = await takeRows(
    tx,
    reads,
    ({ row, faults }) => {
      const course: Course = new RowCourse<Column, Made>(row, {
        named: ['number', 'name', 'owner'],
        correction: 'correction',
      })
      for (const { column, reason } of faults) course.fault(column, reason)
      return course
    },
    async ({ row, values }, course) => {
      if (course.isFaulty() || twice(first, row, values, course)) return
      await takeRow({ tx, actor, places }, values, course)
    },
  )
  return { rows: file.rows.flatMap(row => judged.get(row) ?? []), events }
}

/** A file says one thing of each estate on one day. */
function twice(first: Map<string, number>, row: TableRow<Column>, values: EstateValues, course: Course): boolean {
  const key = `${values.ownerId} ${values.number} ${values.from}`
  const before = first.get(key)
  if (before === undefined) first.set(key, row.line)
  else course.fault('number', `Række ${before} er om samme afdeling på samme dag. Slet den ene.`)
  return before !== undefined
}

interface Taking {
  tx: Tx
  actor: Actor
  /** As they stand with the rows before: a row that is rejected is taken out again. */
  places: Places
}

type ColumnOf = Partial<Record<string, Column>> & { otherwise: Column }

const termColumns: ColumnOf = { number: 'number', name: 'name', built: 'built', otherwise: 'number' }
const factColumns: ColumnOf = {
  ...{ from: 'from', ownerId: 'owner', districtId: 'district', family: 'family', number: 'number', note: 'note' },
  otherwise: 'number',
}

async function takeRow(taking: Taking, values: EstateValues, course: Course): Promise<void> {
  const { actor, places } = taking
  const on = values.from ?? actor.today
  const known = places.estates.find(
    estate =>
      estate.number.toLocaleLowerCase('da') === values.number.toLocaleLowerCase('da') &&
      ownerEver(places, estate.id).includes(values.ownerId as number),
  )
  if (!known) return addRow(taking, values, on, course)
  if (known.to !== null) return course.fault('number', `${labelOf(known)} er ophørt. Genåbn afdelingen først.`)
  await correctRow(taking, values, known, course)
  await tellRow(taking, values, known, on, course)
}

const ownerEver = (places: Places, id: number): (number | null)[] => factsOf(places, id).map(({ ownerId }) => ownerId)

const factsOf = (places: Places, id: number): FactRow[] => places.facts.filter(({ estateId }) => estateId === id)

async function addRow({ tx, actor, places }: Taking, values: EstateValues, from: Day, course: Course): Promise<void> {
  const { number, name, ownerId, districtId, built, note } = values
  if (name === null) return course.fault('name', 'Skriv afdelingens navn: Den er ikke registreret i forvejen.')
  const facts: EstateFacts = { ownerId, districtId, homes: homesFrom(values, null) }
  const given = { number, name, built, from, note, ...facts }
  const made = await part(course, { ...termColumns, ...factColumns }, () => addEstateIn(tx, actor, given, places))
  if (!made) return
  const { id, slug } = made.result
  keep(course, places.estates, { id, slug, number, name, built, from, to: null, version: 1 })
  keepFact(places, course, id, from, facts)
  const homes = facts.homes ? ` ${homesText(facts.homes)}.` : ''
  course.did('estate', `Tilføjes ${sinceText(from)}.${homes}`, made.events)
}

/** Number, name and year hold of all days: what the file says otherwise is a correction. */
async function correctRow({ tx, actor, places }: Taking, values: EstateValues, known: EstateRow, course: Course) {
  const after = { name: values.name ?? known.name, built: values.built ?? known.built }
  if (after.name === known.name && after.built === known.built) return
  const { id, version, number } = known
  const made = await part(course, termColumns, () => editEstateIn(tx, actor, { id, version, number, ...after }, places))
  if (!made) return
  const before = { name: known.name, built: known.built, version }
  course.undo(() => Object.assign(known, before))
  const told = [
    after.name === before.name ? '' : `Navnet rettes fra »${before.name}« til »${after.name}«.`,
    after.built === before.built ? '' : `Byggeåret rettes fra ${before.built ?? 'ikke oplyst'} til ${after.built}.`,
  ]
  Object.assign(known, after, { version: version + 1 })
  course.did('correction', told.filter(Boolean).join(' '), made.events)
}

/** What is otherwise than what stands on the day. */
async function tellRow(
  { tx, actor, places }: Taking,
  values: EstateValues,
  known: EstateRow,
  from: Day,
  course: Course,
) {
  const held = <A extends Aspect>(aspect: A) =>
    heldOn(chainOf(factsOf(places, known.id), aspect), from)?.[aspect] ?? null
  const before = { ownerId: held('ownerId'), districtId: held('districtId'), homes: held('homes') }
  const homes = homesFrom(values, before.homes)
  const told: EstateFacts = {
    ownerId: values.ownerId === before.ownerId ? null : values.ownerId,
    districtId: values.districtId === before.districtId ? null : values.districtId,
    homes: homes && before.homes && homeTypes.every(type => homes[type] === before.homes?.[type]) ? null : homes,
  }
  if (told.ownerId === null && told.districtId === null && told.homes === null) return
  const made = await part<Column, Made, undefined>(course, factColumns, () =>
    tellEstateIn(tx, actor, { id: known.id, from, note: values.note, ...told }, places),
  )
  if (!made) return
  keepFact(places, course, known.id, from, told)
  course.did('fact', toldText(places, told, from), made.events)
}

function toldText(places: Places, { ownerId, districtId, homes }: EstateFacts, from: Day): string {
  const nameIn = (rows: { id: number; name: string }[], id: number) => rows.find(row => row.id === id)?.name ?? ''
  const parts = [
    ownerId === null ? '' : `Ejer: ${nameIn(places.owners, ownerId)}.`,
    districtId === null ? '' : `Bydel: ${nameIn(places.districts, districtId)}.`,
    homes === null ? '' : `Boliger: ${homesText(homes)}.`,
  ]
  return `Nye oplysninger ${sinceText(from)}. ${parts.filter(Boolean).join(' ')}`
}

/** The types that the file tells; what it does not tell of a count that stands stays, and is none where nothing stands. */
function homesFrom({ homes }: EstateValues, before: Homes | null): Homes | null {
  if (homeTypes.every(type => homes[type] === undefined)) return null
  const of = (type: (typeof homeTypes)[number]) => homes[type] ?? before?.[type] ?? 0
  return { family: of('family'), youth: of('youth'), elderly: of('elderly'), other: of('other') }
}

function keepFact(places: Places, course: Course, estateId: number, from: Day, facts: EstateFacts): void {
  const id = Math.max(0, ...places.facts.map(fact => fact.id)) + 1
  keep(course, places.facts, {
    ...{ id, estateId, from, correctsId: null, note: '', by: null, at: '' as FactRow['at'] },
    ...facts,
  })
}

function keep<Row>(course: Course, rows: Row[], row: Row): void {
  rows.push(row)
  course.undo(() => rows.splice(rows.indexOf(row), 1))
}
