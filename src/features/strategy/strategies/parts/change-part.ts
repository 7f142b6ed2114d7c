import type { Actor } from '../../../../access/actor.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { brokenRule, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { editText, loadText } from '../../../decisions/adoption/index.ts'
import { editedNumber, readIndicators } from '../../knowledge/index.ts'
import { named, unknown } from '../change-strategy.ts'
import { areasIn, readChoices } from '../choices.ts'
import type { StrategyContent, Target } from '../strategy-content.ts'
import { strategyKind } from '../strategy-kind.ts'
import { objectionsToTarget } from '../strategy-rules.ts'
import { nameInText } from './part-names.ts'
import {
  freeKey,
  keysOf,
  kindOfKey,
  type Part,
  type PartKind,
  partOf,
  withoutPart,
  withPart,
  withPartEdited,
  withPartMoved,
} from './strategy-parts.ts'

interface Of {
  slug: string
  /** The number of the draft that the form was made from. */
  version: number
}

/** A section, a guiding star or a goal, as its form has it. */
export interface SaidPart {
  title: string
  text: string
}

/** A target, as its form has it. */
export interface SaidTarget extends SaidPart {
  measure: Target['measure']
  year: number | null
  ownerId: number | null
  indicatorId: number | null
  /** A housing area; null: the whole town. */
  areaId: number | null
  baselineValue: number | null
  baselineYear: number | null
  baselineSource: string
  value: number | null
}

/** Parts that one can keep in view. */
const mostParts = 300

const tooMany = `En strategi har højst ${mostParts} afsnit, pejlemærker, mål og delmål tilsammen. Saml nogle af dem.`

/**
 * A new part stands last among its own. Whoever adds one takes nothing from what somebody else has written meanwhile.
 * @param owner the guiding star of a goal, the goal of a target; null: the text itself
 */
export async function addPart(
  actor: Actor,
  { slug, version, kind, owner, said }: Of & { kind: PartKind; owner: string | null; said: SaidPart | SaidTarget },
): Promise<{ key: string; voided: boolean }> {
  let key = ''
  const { voided } = await editText(actor, strategyKind, {
    slug,
    version,
    keysIn: keysOf,
    change: (content, keys) => {
      if (keysOf(content).length >= mostParts) throw brokenRule(tooMany)
      key = freeKey(kind, keys)
      const part = { ...newPart[kind], ...partSaid(actor, content, { kind, owner, said }), key } as Part
      return withPart(content, owner, part)
    },
    shown: () => ({}),
    note: (_before, after) => `${nameInText(after, key)} er tilføjet.`,
  })
  return { key, voided }
}

const newPart: Record<PartKind, Partial<Record<'goals' | 'targets', []>>> = {
  section: {},
  star: { goals: [] },
  goal: { targets: [] },
  target: {},
}

/** Two who write different parts do not meet; of two who write the same, the second is shown both. */
export async function editPart(
  actor: Actor,
  { slug, version, key, owner, said }: Of & { key: string; owner: string | null; said: SaidPart | SaidTarget },
): Promise<{ voided: boolean }> {
  const { newest } = await loadText(actor.database.prisma, strategyKind, slug, actor.today)
  const kind = kindOfKey(key)
  if (!kind) throw notFound()
  const written = partSaid(actor, newest.content, { kind, owner, said })
  return editText(actor, strategyKind, {
    slug,
    version,
    change: content => withPartEdited(content, key, written, owner),
    shown: content => shownOf(content, key),
    note: content => `${nameInText(content, key)} er rettet.`,
  })
}

export const removePart = (actor: Actor, { slug, version, key }: Of & { key: string }) =>
  editText(actor, strategyKind, {
    slug,
    version,
    change: content => withoutPart(content, key),
    // With all that stands under it: what somebody else has added there meanwhile is not taken away unseen.
    shown: content => ({ text: JSON.stringify(partOf(content, key)?.part ?? '') }),
    note: content => `${nameInText(content, key)} er fjernet.`,
  })

export const movePart = (
  actor: Actor,
  { slug, version, key, direction }: Of & { key: string; direction: 'UP' | 'DOWN' },
) =>
  editText(actor, strategyKind, {
    slug,
    version,
    change: content => withPartMoved(content, key, direction),
    shown: content => ({ number: nameInText(content, key) }),
    note: content => `${nameInText(content, key)} er flyttet ${direction === 'UP' ? 'op' : 'ned'}.`,
  })

/** A part as its form shows it, by its fields. */
export function shownOf(content: StrategyContent, key: string): Record<string, string> {
  const found = partOf(content, key)
  if (!found) return {}
  const { part, owner } = found
  const head = { title: part.title, text: part.text, owner: owner ?? '' }
  return 'measure' in part ? { ...head, ...targetFields(part) } : head
}

function targetFields(target: Target): Record<string, string> {
  const terms = {
    measure: target.measure,
    year: editedNumber(target.year),
    ownerId: editedNumber(target.owner?.id ?? null),
  }
  if (target.measure === 'QUALITATIVE') return terms
  return {
    ...terms,
    indicatorId: editedNumber(target.indicator?.id ?? null),
    areaId: editedNumber(target.place?.id ?? null),
    baselineValue: editedNumber(target.baseline.value),
    baselineYear: editedNumber(target.baseline.year),
    baselineSource: target.baseline.source,
    value: editedNumber(target.value),
  }
}

/** @throws Refusal that tells all that is wrong at once, each at its field */
function partSaid(
  actor: Actor,
  content: StrategyContent,
  { kind, owner: under, said }: { kind: PartKind; owner: string | null; said: SaidPart | SaidTarget },
) {
  const misplaced = objectionToPlace(content, kind, under)
  if (!('measure' in said)) {
    refuseAll([misplaced])
    return { title: said.title, text: said.text }
  }
  const choices = readChoices(actor, areasIn(content))
  const indicator = readIndicators(actor.database).find(({ id }) => id === said.indicatorId)
  const owner = named([...choices.organisations.HOUSING, ...choices.organisations.MUNICIPALITY], said.ownerId)
  const place = named(choices.areas, said.areaId)
  const terms = { key: '', title: said.title, text: said.text, year: said.year, owner }
  const target: Target =
    said.measure === 'QUALITATIVE'
      ? { ...terms, measure: 'QUALITATIVE' }
      : {
          ...terms,
          measure: 'INDICATOR',
          indicator: indicator
            ? { id: indicator.id, name: indicator.name, unit: indicator.unit, decimals: indicator.decimals }
            : null,
          place,
          baseline: { value: said.baselineValue, year: said.baselineYear, source: said.baselineSource },
          value: said.value,
        }
  refuseAll([
    misplaced,
    ...(said.ownerId !== null && !owner ? [unknown('ownerId')] : []),
    ...(said.indicatorId !== null && !indicator ? [unknown('indicatorId')] : []),
    ...(said.areaId !== null && !place ? [unknown('areaId')] : []),
    ...objectionsToTarget(target, content),
  ])
  return target
}

/** A goal stands under a guiding star of the text, a target under a goal. */
function objectionToPlace(content: StrategyContent, kind: PartKind, under: string | null): Objection | null {
  if (kind === 'section' || kind === 'star') return null
  const owner = kind === 'goal' ? 'star' : 'goal'
  if (under !== null && kindOfKey(under) === owner && partOf(content, under)) return null
  return objection(
    kind === 'goal' ? 'Vælg det pejlemærke, målet hører under.' : 'Vælg det mål, delmålet hører under.',
    'owner',
  )
}
