import type { Database } from '../../src/database/database.ts'
import { addIndicator } from '../../src/features/strategy/knowledge/index.ts'
import {
  addPart,
  beginStrategy,
  type StrategyHead,
  strategyKind,
} from '../../src/features/strategy/strategies/index.ts'
import { day } from '../../src/kernel/days.ts'
import { adoptText } from '../adoption/given.ts'
import type { Cooperation } from '../support/builders.ts'

export const head = (cooperation: Cooperation, given: Partial<StrategyHead> = {}): StrategyHead => ({
  type: 'STRATEGY',
  title: 'Trygge områder',
  purpose: 'Flere er trygge.',
  from: day('2026-01-01'),
  to: day('2030-12-31'),
  reviewOn: day('2028-06-30'),
  scope: 'ALL',
  areas: [],
  themes: ['Tryghed'],
  housingId: cooperation.organisation('hoejstrup'),
  housingWho: '',
  municipalityId: cooperation.organisation('by-og-kulturforvaltningen'),
  municipalityWho: 'Direktøren',
  ...given,
})

export const indicatorTerms = {
  name: 'Trygge beboere',
  unit: '%',
  decimals: 1,
  direction: 'HIGHER' as const,
  everyYears: 1,
  dueMonth: 6,
  source: 'En undersøgelse.',
}

/** A strategy that could be adopted: a section, a star, a goal, a measured target and one in words. */
export async function writtenStrategy(
  cooperation: Cooperation,
  written: string,
  given: Partial<StrategyHead> = {},
): Promise<{ slug: string; indicator: string; indicatorId: number; version: number }> {
  const at = `${written}T09:00:00.000Z`
  const housing = cooperation.actor('sekretariat.bolig', at)
  const municipality = cooperation.actor('sekretariat.kommune', at)
  const indicator = await addIndicator(housing, indicatorTerms)
  const { slug } = await beginStrategy(housing, head(cooperation, given))
  await addPart(municipality, {
    slug,
    version: 1,
    kind: 'section',
    owner: null,
    said: { title: 'Baggrund', text: 'Sådan er det.' },
  })
  await addPart(housing, { slug, version: 2, kind: 'star', owner: null, said: { title: 'Tryghed', text: '' } })
  await addPart(housing, { slug, version: 3, kind: 'goal', owner: 'p1', said: { title: 'Flere er trygge', text: '' } })
  const terms = { text: 'Når de er hørt.', year: 2030, ownerId: cooperation.organisation('hoejstrup') }
  const measured = {
    ...terms,
    title: 'Andelen stiger',
    measure: 'INDICATOR' as const,
    indicatorId: indicator.id,
    areaId: null,
    baselineValue: 70,
    baselineYear: 2025,
    baselineSource: 'Undersøgelsen',
    value: 80,
  }
  await addPart(municipality, { slug, version: 4, kind: 'target', owner: 'm1', said: measured })
  const inWords = { ...measured, title: 'Beboerne er med', measure: 'QUALITATIVE' as const }
  await addPart(municipality, { slug, version: 5, kind: 'target', owner: 'm1', said: inWords })
  return { slug, indicator: indicator.slug, indicatorId: indicator.id, version: 6 }
}

/** The same in force from the day of a joint meeting, whose minutes are out. */
export async function givenStrategy(
  db: Database,
  cooperation: Cooperation,
  { written, on, ...given }: { written: string; on: string } & Partial<StrategyHead>,
) {
  const strategy = await writtenStrategy(cooperation, written, given)
  await adoptText(db, cooperation, strategyKind, { slug: strategy.slug, written, on })
  return strategy
}
