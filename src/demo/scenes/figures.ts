import {
  addIndicator,
  addVersion,
  deliverObservations,
  type ObservationDraft,
  type PlaceRef,
  setThreshold,
} from '../../features/strategy/knowledge/index.ts'
import { addDays, type Day, day, type Instant, momentOf, yearOf } from '../../kernel/days.ts'
import { contentHash } from '../../kernel/hash.ts'
import { slugOf } from '../../kernel/text.ts'
import { type DemoPlace, figuresOf } from '../figures/figures.ts'
import { type DemoMeasure, facts, measures } from '../figures/measures.ts'
import type { Stage } from '../stage.ts'

/** So many years are told of, the last one last year. */
const yearsTold = 12

interface Kept {
  versionId: number
  slug: string
  /** Of the years before it was redefined. */
  before: number | null
}

/** R36: figures come in files from those who have them: the years before at once, later ones each when they are there. */
export function playFigures(stage: Stage, first: Day, today: Day): void {
  const added = addDays(first, -60)
  const last = yearOf(today) - 1
  const span = { first: last - yearsTold + 1, last }
  const kept = new Map<string, Kept>()
  const actor = (at: Instant) => stage.cast.actor('sekretariat.kommune', at)
  let ids: ReadonlyMap<string, number> = new Map()

  stage.timeline.at(momentOf(added, '08:30'), 'add the indicators that come in files', async at => {
    ids = await placeIds(stage)
    for (const measure of measures) kept.set(measure.key, await keep(actor(at), measure))
  })
  for (const group of groupsOf(measures)) {
    const { supplier, dueMonth } = group[0] as DemoMeasure
    const due = (year: number) => day(`${year + 1}-${String(dueMonth).padStart(2, '0')}-10`)
    const years = Array.from({ length: yearsTold }, (_, nth) => span.first + nth)
    const early = years.filter(year => due(year) < added)
    const deliveries = [
      { years: early, on: addDays(added, 1) },
      ...years.filter(year => !early.includes(year)).map(year => ({ years: [year], on: due(year) })),
    ]
    for (const { years: some, on } of deliveries) {
      if (some.length === 0 || on >= today) continue
      const from = some[0] === some.at(-1) ? `${some[0]}` : `${some[0]}-${some.at(-1)}`
      stage.timeline.at(momentOf(on, `09:${10 + dueMonth}`), `deliver ${supplier} ${from}`, async at => {
        const rows = group.flatMap(measure => some.flatMap(year => rowsOf(measure, year, span, kept, ids)))
        const delivery = {
          ...{ name: `${slugOf(supplier)}-${from}-${dueMonth}.csv`, fileHash: contentHash(rows), supplier, note: '' },
          source: `${supplier}, tal for ${from.replace('-', '–')}. Opdigtet til demoen.`,
        }
        await deliverObservations(actor(at), delivery, rows)
      })
    }
  }
  for (const measure of measures.filter(({ redefined }) => redefined))
    stage.timeline.at(momentOf(addDays(added, 1), '09:05'), `redefine ${measure.key}`, at =>
      redefine(actor(at), measure, kept, () => rowsOf(measure, span.first, span, kept, ids)),
    )
  playFacts(stage, addDays(added, 2), kept, () => ids)
  playCorrection(stage, { last, today }, kept, () => ids)
}

/** What is known from public sources stands apart from what is invented, in a delivery of its own. */
function playFacts(
  stage: Stage,
  on: Day,
  kept: ReadonlyMap<string, Kept>,
  ids: () => ReadonlyMap<string, number>,
): void {
  stage.timeline.at(momentOf(on, '10:00'), 'deliver facts', async at => {
    for (const { key, area, year, value, source } of facts)
      await deliverObservations(
        stage.cast.actor('sekretariat.bolig', at),
        {
          ...{ name: '', fileHash: null, source, supplier: 'Offentlige kilder', note: 'Kendt tal, ikke opdigtet.' },
          correctionReason: 'Det offentligt kendte tal.',
        },
        [
          {
            ...{ versionId: kept.get(key)?.versionId ?? 0, year, value },
            place: { level: 'AREA', id: ids().get(`AREA ${area}`) ?? 0 },
          },
        ],
      )
  })
}

/** A file that comes anew with three figures corrected. */
function playCorrection(
  stage: Stage,
  { last, today }: { last: number; today: Day },
  kept: ReadonlyMap<string, Kept>,
  ids: () => ReadonlyMap<string, number>,
): void {
  const measure = measures.find(({ key }) => key === 'fraflytning-afdelinger') as DemoMeasure
  const on = day(`${last + 1}-08-20`)
  if (on >= today) return
  stage.timeline.at(momentOf(on, '13:15'), 'deliver corrected figures', async at => {
    const span = { first: last - yearsTold + 1, last }
    const rows = rowsOf(measure, last, span, kept, ids())
      .filter(({ place, value }) => place.level === 'AREA' && value !== null)
      .slice(2, 5)
      .map(row => ({ ...row, value: Number(((row.value ?? 0) + 0.8).toFixed(1)), numerator: null, denominator: null }))
    await deliverObservations(
      stage.cast.actor('sekretariat.bolig', at),
      {
        ...{ name: `boligorganisationerne-${last}-6-rettet.csv`, fileHash: contentHash(rows), note: '' },
        ...{ supplier: measure.supplier, source: `Rettede tal for ${last}. Opdigtet til demoen.` },
        correctionReason: 'To afdelinger havde talt interne flytninger med.',
      },
      rows,
    )
  })
}

async function keep(actor: Parameters<typeof addIndicator>[0], measure: DemoMeasure): Promise<Kept> {
  const {
    key: _key,
    town: _town,
    region: _region,
    country: _country,
    exposed: _exposed,
    limits = [],
    ...rest
  } = measure
  const { share: _share, levels: _levels, redefined, until: _until, everyYears = 1, ...terms } = rest
  const source = `${measure.supplier}. Tallene er opdigtede.`
  const { slug, versionId } = await addIndicator(actor, { ...terms, everyYears, source })
  for (const { source: told, ...limit } of limits)
    await setThreshold(actor, {
      ...{ indicator: slug, side: measure.direction === 'HIGHER' ? 'BELOW' : 'ABOVE', source: told },
      ...limit,
    })
  return { slug, versionId, before: redefined ? versionId : null }
}

/** Another way to count: the first year comes by the old one, so that there is something to tell it from. */
async function redefine(
  actor: Parameters<typeof addIndicator>[0],
  measure: DemoMeasure,
  kept: Map<string, Kept>,
  firstYear: () => ObservationDraft[],
): Promise<void> {
  const own = kept.get(measure.key)
  if (!own || !measure.redefined) return
  const source = `${measure.supplier}, første år. Opdigtet til demoen.`
  await deliverObservations(
    actor,
    { name: '', fileHash: null, source, supplier: measure.supplier, note: '' },
    firstYear(),
  )
  const { numerator, denominator, population, unit, decimals, direction, averagingYears } = measure
  const { versionId } = await addVersion(actor, {
    ...{ slug: own.slug, version: 1, source: `${measure.supplier}. Tallene er opdigtede.` },
    ...{ numerator, denominator, population, unit, decimals, direction, averagingYears: averagingYears ?? 1 },
    ...{ comparable: measure.redefined.comparable, reason: measure.redefined.reason },
  })
  kept.set(measure.key, { ...own, versionId })
}

const groupsOf = (all: readonly DemoMeasure[]): DemoMeasure[][] => {
  const groups = new Map<string, DemoMeasure[]>()
  for (const one of all) {
    const key = `${one.supplier} ${one.dueMonth}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

function rowsOf(
  measure: DemoMeasure,
  year: number,
  span: { first: number; last: number },
  kept: ReadonlyMap<string, Kept>,
  ids: ReadonlyMap<string, number>,
): ObservationDraft[] {
  const own = kept.get(measure.key)
  const isOld = measure.redefined !== undefined && year < measure.redefined.year
  const versionId = (isOld ? own?.before : own?.versionId) ?? 0
  return figuresOf(measure, year, span).map(({ place, ...figure }) => ({
    ...figure,
    versionId,
    place: refOf(place, ids),
  }))
}

function refOf({ level, name }: DemoPlace, ids: ReadonlyMap<string, number>): PlaceRef {
  if (level === 'TOWN' || level === 'REGION' || level === 'COUNTRY') return { level }
  return { level, id: ids.get(`${level} ${name}`) ?? 0 }
}

async function placeIds(stage: Stage): Promise<Map<string, number>> {
  const { prisma } = stage.cast.database
  const of = (level: string, rows: readonly { id: number; name: string }[]) =>
    rows.map(({ id, name }): [string, number] => [`${level} ${name}`, id])
  return new Map([
    ...of('AREA', await prisma.housingArea.findMany()),
    ...of('DISTRICT', await prisma.district.findMany()),
    ...of('ESTATE', await prisma.estate.findMany()),
  ])
}
