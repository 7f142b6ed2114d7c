import type { Actor } from '../../../access/actor.ts'
import type { Day } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { refuseAll } from '../../../kernel/refusal.ts'
import { beginText, editText, loadText } from '../../decisions/adoption/index.ts'
import { areasIn, areasOn, readChoices } from './choices.ts'
import type { Named, StrategyContent, StrategyType } from './strategy-content.ts'
import { strategyKind } from './strategy-kind.ts'
import { objectionsToDays } from './strategy-rules.ts'

/** What a text says of itself as a whole, as its form has it. */
export interface StrategyHead {
  type: StrategyType
  title: string
  purpose: string
  from: Day
  to: Day
  reviewOn: Day | null
  scope: 'ALL' | 'NAMED'
  /** Of the housing areas, where only some are meant. */
  areas: readonly number[]
  themes: readonly string[]
  housingId: number | null
  housingWho: string
  municipalityId: number | null
  municipalityWho: string
}

type HeadContent = Omit<StrategyContent, 'sections' | 'stars'>

/** @throws Refusal that tells all that is wrong at once */
async function headOf(actor: Actor, head: StrategyHead, kept: readonly number[] = []): Promise<HeadContent> {
  const { type, title, purpose, from, to, reviewOn, scope, themes } = head
  const choices = readChoices(actor, kept)
  const areas = head.areas.map(id => named(choices.areas, id))
  const [housing, municipality] = [
    named(choices.organisations.HOUSING, head.housingId),
    named(choices.organisations.MUNICIPALITY, head.municipalityId),
  ]
  refuseAll([
    ...objectionsToDays(head),
    ...(scope === 'NAMED' && areas.length === 0 ? [objection('Vælg mindst ét boligområde.', 'areas')] : []),
    ...(areas.includes(null) ? [unknown('areas')] : []),
    ...(head.housingId !== null && !housing ? [unknown('housingId')] : []),
    ...(head.municipalityId !== null && !municipality ? [unknown('municipalityId')] : []),
  ])
  return {
    type,
    title,
    purpose,
    from,
    to,
    reviewOn,
    areas: scope === 'ALL' ? null : areas.filter(area => area !== null),
    allAreas: scope === 'ALL' ? await areasOn(actor.database.prisma, actor.today) : [],
    themes: [...new Set(themes)],
    responsible: {
      HOUSING: { organisation: housing, who: head.housingWho },
      MUNICIPALITY: { organisation: municipality, who: head.municipalityWho },
    },
  }
}

export const unknown = (field: string): Objection => objection('Vælg fra listen.', field)

/** What was chosen, by its name today. */
export function named(among: readonly { id: number; name: string }[], id: number | null): Named | null {
  const found = among.find(one => one.id === id)
  return found ? { id: found.id, name: found.name } : null
}

/** §5: both secretariats write the strategies that the parties decide upon together. */
export const beginStrategy = async (actor: Actor, head: StrategyHead): Promise<{ slug: string }> =>
  beginText(actor, strategyKind, { ...(await headOf(actor, head)), sections: [], stars: [] })

export async function editStrategy(
  actor: Actor,
  { slug, version, ...head }: StrategyHead & { slug: string; version: number },
): Promise<{ voided: boolean }> {
  const { newest } = await loadText(actor.database.prisma, strategyKind, slug, actor.today)
  const said = await headOf(actor, head, areasIn(newest.content))
  return editText(actor, strategyKind, {
    slug,
    version,
    change: content => ({ ...content, ...said }),
    shown: headFields,
    note: () => 'Titel, formål, periode, område eller ansvarlige er rettet.',
  })
}

/** The head of a text as its form shows it, by its fields. */
export const headFields = ({ responsible, ...content }: StrategyContent) => ({
  type: content.type,
  title: content.title,
  purpose: content.purpose,
  from: content.from,
  to: content.to,
  reviewOn: content.reviewOn ?? '',
  scope: content.areas === null ? 'ALL' : 'NAMED',
  areas: (content.areas ?? []).map(({ id }) => String(id)).join(','),
  themes: content.themes.join('\n'),
  housingId: String(responsible.HOUSING.organisation?.id ?? ''),
  housingWho: responsible.HOUSING.who,
  municipalityId: String(responsible.MUNICIPALITY.organisation?.id ?? ''),
  municipalityWho: responsible.MUNICIPALITY.who,
})
