import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { slugOf } from '../../../../kernel/text.ts'

export interface IndicatorTerms {
  name: string
  unit: string
  decimals: number
  direction: 'HIGHER' | 'LOWER'
  everyYears: number
  dueMonth: number
  source: string
}

/** An indicator that values can be entered for and targets can be measured by. Both secretariats keep them. */
export const addIndicator = (actor: Actor, terms: IndicatorTerms): Promise<{ id: number; slug: string }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepIndicators')
    refuseAll([await sameName(tx, terms.name, null)])
    const slug = await freeSlug(tx, terms.name)
    const { id } = await tx.indicator.create({
      data: { slug, ...terms, createdById: personIdOf(actor), createdAt: at },
    })
    return { result: { id, slug }, events: [event('indicatorAdded', 'indicator', id, { after: { ...terms } })] }
  })

/** What it measures stands once it has values; what it is called and where it comes from is corrected. */
export const editIndicator = (
  actor: Actor,
  { slug, version, ...terms }: IndicatorTerms & { slug: string; version: number },
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'keepIndicators')
    const found = await tx.indicator.findUnique({
      where: { slug },
      include: { _count: { select: { observations: true } } },
    })
    if (!found) throw notFound()
    const { name, unit, decimals, direction, everyYears, dueMonth, source } = found
    const before = { name, unit, decimals, direction, everyYears, dueMonth, source }
    if (found.version !== version)
      throw new Conflict(
        Object.fromEntries(Object.entries(before).map(([field, value]) => [field, String(value)])),
        found.version,
      )
    const fixed = found._count.observations > 0
    refuseAll([
      await sameName(tx, terms.name, found.id),
      fixed && terms.unit !== unit ? standsAt('unit', 'Enheden') : null,
      fixed && terms.decimals !== decimals ? standsAt('decimals', 'Antallet af decimaler') : null,
      fixed && terms.direction !== direction ? standsAt('direction', 'Retningen') : null,
    ])
    await tx.indicator.update({ where: { id: found.id }, data: { ...terms, version: { increment: 1 } } })
    return {
      result: undefined,
      events: [event('indicatorEdited', 'indicator', found.id, { before, after: { ...terms } })],
    }
  })

const standsAt = (field: string, what: string): Objection =>
  objection(`${what} kan ikke ændres, når der er registreret værdier. Opret en ny indikator.`, field)

/** Two by one name could not be told apart where they are chosen. */
async function sameName(tx: Tx, name: string, id: number | null): Promise<Objection | null> {
  const sought = name.toLocaleLowerCase('da')
  const all = await tx.indicator.findMany({ select: { id: true, name: true } })
  const same = all.find(one => one.id !== id && one.name.toLocaleLowerCase('da') === sought)
  return same ? objection(`Der er allerede en indikator, der hedder »${same.name}«.`, 'name') : null
}

/** Addresses beside the indicators' own. */
const reserved = new Set(['ny', 'indlaes'])

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const base = slugOf(name).slice(0, 80) || 'indikator'
  const taken = new Set((await tx.indicator.findMany({ select: { slug: true } })).map(({ slug }) => slug))
  let slug = base
  for (let more = 2; taken.has(slug) || reserved.has(slug); more += 1) slug = `${base}-${more}`
  return slug
}
