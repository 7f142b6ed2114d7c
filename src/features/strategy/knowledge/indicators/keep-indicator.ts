import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Day } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { slugOf } from '../../../../kernel/text.ts'
import { type Definition, definitionOf } from './definition.ts'
import { type IndicatorRow, readIndicatorsIn } from './queries.ts'

/** An indicator with how it is made up. What is left out is not told. */
export interface IndicatorTerms extends Definition {
  name: string
  everyYears: number
  dueMonth: number
  theme?: string
  supplier?: string
  visibility?: 'OPEN' | 'PARTIES'
  nextRelease?: Day | null
  endedYear?: number | null
}

/** An indicator that figures can be delivered for and targets can be measured by. Both secretariats keep them. */
export const addIndicator = (
  actor: Actor,
  terms: IndicatorTerms,
): Promise<{ id: number; slug: string; versionId: number }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepIndicators')
    refuseAll([await sameName(tx, terms.name, null)])
    const slug = await freeSlug(tx, terms.name)
    const who = { createdById: personIdOf(actor), createdAt: at }
    const { id } = await tx.indicator.create({ data: { slug, ...listedOf(terms), ...who } })
    const version = await tx.indicatorVersion.create({
      data: { indicatorId: id, number: 1, ...definitionOf(terms), ...who },
    })
    return {
      result: { id, slug, versionId: version.id },
      events: [event('indicatorAdded', 'indicator', id, { after: { ...listedOf(terms), ...definitionOf(terms) } })],
    }
  })

/** What is told of an indicator beside how it is made up. */
const listedOf = (terms: Omit<IndicatorTerms, keyof Definition>) => ({
  name: terms.name,
  theme: terms.theme ?? '',
  supplier: terms.supplier ?? '',
  visibility: terms.visibility ?? ('OPEN' as const),
  everyYears: terms.everyYears,
  dueMonth: terms.dueMonth,
  nextRelease: terms.nextRelease ?? null,
  endedYear: terms.endedYear ?? null,
})

/**
 * What it measures stands once it has figures; another way to count is another version. What it is called, who delivers
 * it and the words of its newest definition are corrected.
 */
export const editIndicator = (
  actor: Actor,
  { slug, version, ...terms }: IndicatorTerms & { slug: string; version: number },
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'keepIndicators')
    const found = (await readIndicatorsIn(tx)).find(one => one.slug === slug)
    if (!found) throw notFound()
    const before = { ...listedOf(found), ...definitionOf(found.newest) }
    if (found.version !== version) throw new Conflict(asTyped(before), found.version)
    refuseAll([await sameName(tx, terms.name, found.id), ...whatStands(found, terms)])
    const after = { ...listedOf(terms), ...definitionOf(terms) }
    await tx.indicator.update({ where: { id: found.id }, data: { ...listedOf(terms), version: { increment: 1 } } })
    await tx.indicatorVersion.update({ where: { id: found.newest.id }, data: definitionOf(terms) })
    return { result: undefined, events: [event('indicatorEdited', 'indicator', found.id, { before, after })] }
  })

const asTyped = (facts: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, value === null ? '' : String(value)]))

/** What is counted otherwise is not the same figure. */
function whatStands({ newest }: IndicatorRow, terms: IndicatorTerms): (Objection | null)[] {
  if (!newest.hasFigures) return []
  return [
    terms.unit === newest.unit ? null : standsAt('unit', 'Enheden'),
    terms.decimals === newest.decimals ? null : standsAt('decimals', 'Antallet af decimaler'),
    terms.direction === newest.direction ? null : standsAt('direction', 'Retningen'),
    (terms.averagingYears ?? 1) === newest.averagingYears ? null : standsAt('averagingYears', 'Gennemsnittet'),
  ]
}

const standsAt = (field: string, what: string): Objection =>
  objection(`${what} kan ikke ændres, når der er registreret værdier. Opret en ny version af indikatoren.`, field)

/** Two by one name could not be told apart where they are chosen. */
async function sameName(tx: Tx, name: string, id: number | null): Promise<Objection | null> {
  const sought = name.toLocaleLowerCase('da')
  const all = await tx.indicator.findMany({ select: { id: true, name: true } })
  const same = all.find(one => one.id !== id && one.name.toLocaleLowerCase('da') === sought)
  return same ? objection(`Der er allerede en indikator, der hedder »${same.name}«.`, 'name') : null
}

/** Addresses beside the indicators' own. */
const reserved = new Set(['ny', 'indlaes', 'datastatus', 'diskretion', 'leveringer', 'steder', 'graensevaerdier'])

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slugOf(name).slice(0, 80) || 'indikator'
  const taken = new Set((await tx.indicator.findMany({ select: { slug: true } })).map(({ slug }) => slug))
  let slug = base
  for (let more = 2; taken.has(slug) || reserved.has(slug); more += 1) slug = `${base}-${more}`
  return slug
}
