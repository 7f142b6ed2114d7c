import type { Goal, GuidingStar, StrategyContent, StrategySection, Target } from '../strategy-content.ts'

export type PartKind = 'section' | 'star' | 'goal' | 'target'
export type Part = StrategySection | GuidingStar | Goal | Target

/** The letter that a part's key begins with: afsnit, pejlemærke, mål, delmål. */
const letters: Record<PartKind, string> = { section: 'a', star: 'p', goal: 'm', target: 'd' }

export const kindOfKey = (key: string): PartKind | null => {
  const kinds = Object.keys(letters) as PartKind[]
  return kinds.find(kind => key.startsWith(letters[kind])) ?? null
}

/** Where a part stands: its list, and how the list is put back. */
interface Place {
  list: readonly Part[]
  at: number
  put: (list: Part[]) => StrategyContent
}

/** Every list of parts that a text has, with how another one is put in its place. */
function listsOf(
  content: StrategyContent,
): { owner: string | null; kind: PartKind; list: Part[]; put: Place['put'] }[] {
  const withStar = (key: string, change: (star: GuidingStar) => GuidingStar): StrategyContent => ({
    ...content,
    stars: content.stars.map(star => (star.key === key ? change(star) : star)),
  })
  return [
    { owner: null, kind: 'section', list: content.sections, put: list => ({ ...content, sections: list as never }) },
    { owner: null, kind: 'star', list: content.stars, put: list => ({ ...content, stars: list as never }) },
    ...content.stars.flatMap(star => [
      {
        owner: star.key,
        kind: 'goal' as const,
        list: star.goals as Part[],
        put: (list: Part[]) => withStar(star.key, one => ({ ...one, goals: list as Goal[] })),
      },
      ...star.goals.map(goal => ({
        owner: goal.key,
        kind: 'target' as const,
        list: goal.targets as Part[],
        put: (list: Part[]) =>
          withStar(star.key, one => ({
            ...one,
            goals: one.goals.map(other => (other.key === goal.key ? { ...other, targets: list as Target[] } : other)),
          })),
      })),
    ]),
  ]
}

function placeOf(content: StrategyContent, key: string): (Place & { owner: string | null }) | null {
  for (const { owner, list, put } of listsOf(content)) {
    const at = list.findIndex(part => part.key === key)
    if (at >= 0) return { owner, list, at, put }
  }
  return null
}

/** A part, and the key of what it belongs under (null: the text itself). Null: it is not there. */
export function partOf(content: StrategyContent, key: string): { part: Part; owner: string | null } | null {
  const place = placeOf(content, key)
  const part = place?.list[place.at]
  return part ? { part, owner: place.owner } : null
}

export const keysOf = (content: StrategyContent): string[] =>
  listsOf(content).flatMap(({ list }) => list.map(({ key }) => key))

/** A key that no part of the text has ever had: what names a part by its key never finds another. */
export function freeKey(kind: PartKind, everKeys: readonly string[]): string {
  const letter = letters[kind]
  const numbers = everKeys.filter(key => key.startsWith(letter)).map(key => Number(key.slice(1)) || 0)
  return `${letter}${Math.max(0, ...numbers) + 1}`
}

/**
 * A new part stands last among its own.
 * @param owner the guiding star of a goal, the goal of a target; null: the text itself
 * @returns null when what it belongs under is not there
 */
export function withPart(content: StrategyContent, owner: string | null, part: Part): StrategyContent | null {
  const kind = kindOfKey(part.key)
  const found = listsOf(content).find(one => one.kind === kind && one.owner === owner)
  return found ? found.put([...found.list, part]) : null
}

/** What a part says, without what stands under it. Under another owner it is moved there, and stands last. */
export function withPartEdited(
  content: StrategyContent,
  key: string,
  said: object,
  owner: string | null,
): StrategyContent | null {
  const place = placeOf(content, key)
  const part = place?.list[place.at]
  if (!place || !part) return null
  const edited = { ...under(part), ...said, key } as Part
  if (owner === place.owner) return place.put(place.list.with(place.at, edited))
  return withPart(place.put(place.list.toSpliced(place.at, 1)), owner, edited)
}

/** What stands under a part stays when the part itself is written anew. */
function under(part: Part): Partial<GuidingStar> & Partial<Goal> {
  if ('goals' in part) return { goals: part.goals }
  return 'targets' in part ? { targets: part.targets } : {}
}

/** @returns null when the part is not there */
export function withoutPart(content: StrategyContent, key: string): StrategyContent | null {
  const place = placeOf(content, key)
  return place ? place.put(place.list.toSpliced(place.at, 1)) : null
}

/** One place up or down among its own. @returns null when the part is not there or stands there already */
export function withPartMoved(content: StrategyContent, key: string, direction: 'UP' | 'DOWN'): StrategyContent | null {
  const place = placeOf(content, key)
  const part = place?.list[place.at]
  if (!place || !part) return null
  const to = direction === 'UP' ? place.at - 1 : place.at + 1
  if (to < 0 || to >= place.list.length) return null
  return place.put(place.list.toSpliced(place.at, 1).toSpliced(to, 0, part))
}

/** Whether a part stands first or last among its own. */
export function standing(content: StrategyContent, key: string): { first: boolean; last: boolean } {
  const place = placeOf(content, key)
  return { first: place?.at === 0, last: place !== null && place.at === place.list.length - 1 }
}
