import type { Actor } from '../../../../access/actor.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Instant } from '../../../../kernel/days.ts'
import { kronerInText, oere } from '../../../../kernel/money.ts'
import { counted } from '../../../../kernel/text.ts'
import { homeTypeNames, type Places, readPlacesIn } from '../../../ground/places/index.ts'
import {
  type Judgement,
  judgementOf,
  judgeTable,
  part,
  RowCourse,
  refuseOther,
  type TableFile,
  type Taken,
  takeRows,
} from '../../../ground/table-import/index.ts'
import { correctVacancyIn, countVacantIn, type VacancyDraft } from './keep-vacancy.ts'
import { type Cause, causeNames } from './labels.ts'
import type { Column } from './vacancy-columns.ts'
import { type VacancyValues, valuesOf } from './vacancy-values.ts'

/** What is made: a count, or one that stood put right. */
export type Made = 'count' | 'correction'

export const madeWords = {
  count: ['opgørelse tilføjes', 'opgørelser tilføjes'],
  correction: ['opgørelse rettes', 'opgørelser rettes'],
} as const

type Course = RowCourse<Column, Made>

/** What would happen if the file were saved now. */
export const judgeVacancies = (actor: Actor, file: TableFile<Column>): Promise<Judgement<Column, Made>> =>
  judgeTable(actor, file, (tx, at) => takeFile(tx, actor, file, at))

/**
 * Saves what the file's rows do, but for the rejected ones: all of it or nothing.
 * @param shown the hash of the judgement that was confirmed; null: nobody was shown one, since no person loads the file
 * @throws Refusal where it would be another one by now
 */
export const saveVacancies = (
  actor: Actor,
  file: TableFile<Column>,
  shown: string | null,
): Promise<Judgement<Column, Made>> =>
  write(actor, async (tx, at) => {
    const { rows, events } = await takeFile(tx, actor, file, at)
    const saved = judgementOf(file, rows)
    if (shown !== null) refuseOther(saved, shown)
    return { result: saved, events }
  })

/** Where no row says where a count comes from. */
const unsaid = 'Indlæst fra en fil'

async function takeFile(tx: Tx, actor: Actor, file: TableFile<Column>, at: Instant): Promise<Taken<Column, Made>> {
  const places = await readPlacesIn(tx)
  const reads = file.rows.map(row => ({ row, ...valuesOf(row, places, actor) }))
  const first = new Map<string, number>()
  const { judged, events } = await takeRows(
    tx,
    reads,
    ({ row, faults }) => {
      const course: Course = new RowCourse<Column, Made>(row, {
        named: ['number', 'owner', 'year', 'type'],
        correction: 'correction',
      })
      for (const { column, reason } of faults) course.fault(column, reason)
      return course
    },
    async ({ row, values }, course) => {
      if (course.isFaulty()) return
      const key = `${values.estateId} ${values.year} ${values.type}`
      const before = first.get(key)
      first.set(key, before ?? row.line)
      if (before !== undefined)
        return course.fault('number', `Række ${before} er om samme afdeling, år og boligtype. Slet den ene.`)
      await takeRow({ tx, actor, places, at }, values, course)
    },
  )
  return { rows: file.rows.flatMap(row => judged.get(row) ?? []), events }
}

const columnsOfFields = {
  ...{ estateId: 'number', year: 'year', vacant: 'vacant', rentLoss: 'loss', cause: 'cause', measures: 'measures' },
  ...{ origin: 'source', otherwise: 'vacant' },
} as const

interface Taking {
  tx: Tx
  actor: Actor
  places: Places
  at: Instant
}

async function takeRow({ tx, actor, places, at }: Taking, values: VacancyValues, course: Course): Promise<void> {
  const { estateId, estate, year, type, vacant } = values
  const known = await tx.vacantHomes.findUnique({ where: { estateId_year_type: { estateId, year, type } } })
  const draft: VacancyDraft = {
    ...{ estateId, year, type, vacant },
    rentLoss: values.rentLoss ?? (known?.rentLoss ? oere(known.rentLoss) : null),
    // None are empty: the cause that stood explains nothing any more.
    cause: values.cause ?? (vacant === 0 ? null : ((known?.cause || null) as Cause | null)),
    measures: values.measures ?? known?.measures ?? '',
    origin: values.origin ?? known?.source ?? unsaid,
  }
  const named = `${estate}, ${homeTypeNames[type].many}, ${year}`
  if (!known) {
    const made = await part(course, columnsOfFields, () => countVacantIn(tx, actor, draft, places, at))
    if (made) course.did('count', `${named}: ${countText(draft)}`, made.events)
    return
  }
  const same =
    known.vacant === draft.vacant &&
    (known.rentLoss === null ? null : Number(known.rentLoss)) === draft.rentLoss &&
    known.cause === (draft.cause ?? '') &&
    known.measures === draft.measures &&
    known.source === draft.origin
  if (same) return
  const input = { ...draft, id: known.id, version: known.version }
  const made = await part(course, columnsOfFields, () => correctVacancyIn(tx, actor, input, places, at))
  const was = known.vacant === draft.vacant ? '' : ` Før: ${counted(known.vacant, 'ledig bolig', 'ledige boliger')}.`
  if (made) course.did('correction', `${named}: ${countText(draft)}${was}`, made.events)
}

function countText({ vacant, rentLoss, cause }: VacancyDraft): string {
  const parts = [
    counted(vacant, 'ledig bolig', 'ledige boliger'),
    rentLoss === null ? '' : `huslejetab ${kronerInText(rentLoss)}`,
    cause === null ? '' : causeNames[cause].toLowerCase(),
  ]
  const text = parts.filter(Boolean).join(', ')
  return text.endsWith('.') ? text : `${text}.`
}
