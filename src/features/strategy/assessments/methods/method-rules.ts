import { type Objection, objection } from '../../../../kernel/objection.ts'
import type { MethodContent, MethodLevel, MethodTerm } from './method-content.ts'

export const mostTerms = 30
export const mostLevels = 6

/** What a method must say to be signed off and adopted. */
export function lackingIn({ purpose, terms, levels }: MethodContent): Objection[] {
  const lacking: Objection[] = []
  if (purpose.trim() === '') lacking.push(objection('Metodens formål mangler.'))
  if (terms.length === 0) lacking.push(objection('Metoden har ingen indikatorer. Tilføj mindst én.'))
  if (levels.length < 2) lacking.push(objection('Metoden skal have mindst to niveauer.'))
  for (const { indicator, floor } of terms)
    if (floor && !levels.some(({ key }) => key === floor.level))
      lacking.push(objection(`Gulvet for »${indicator}« peger på et niveau, som metoden ikke har.`))
  return lacking
}

export function termObjections(term: Pick<MethodTerm, 'yardstick' | 'limit' | 'yearsBack' | 'bands'>): Objection[] {
  const told: Objection[] = []
  if (term.yardstick === 'THRESHOLD' && (term.limit === null || term.limit <= 0))
    told.push(objection('Skriv en grænse, der er større end 0.', 'limit'))
  if (term.yardstick === 'PAST' && (term.yearsBack === null || term.yearsBack < 1 || term.yearsBack > 10))
    told.push(objection('Skriv, hvor mange år der ses tilbage: fra 1 til 10.', 'yearsBack'))
  const ordered = term.bands.every(({ from, points }, at) => {
    const before = term.bands[at - 1]
    return before === undefined || (from > before.from && points > before.points)
  })
  if (term.bands.length === 0) told.push(objection('Skriv mindst ét trin, fx 10: 1.', 'bands'))
  if (!ordered) told.push(objection('Trinene skal stige: både procenten og antallet af point.', 'bands'))
  return told
}

/** Levels from the least to the most: the first from no points at all, each of the others from more than the one before. */
export function levelObjections(levels: readonly Pick<MethodLevel, 'name' | 'from'>[]): Objection[] {
  const told: Objection[] = []
  if (levels.length < 2) told.push(objection('En metode skal have mindst to niveauer.', 'levels[1][name]'))
  if (levels[0] && levels[0].from !== 0)
    told.push(objection('Det første niveau begynder ved 0 point.', 'levels[0][from]'))
  levels.forEach(({ from }, at) => {
    const before = levels[at - 1]
    if (before && from <= before.from)
      told.push(objection('Et niveau begynder ved flere point end det før.', `levels[${at}][from]`))
  })
  return told
}

/** A new term stands last, under a key that no term of the method has had. */
export const nextKey = (everKeys: readonly string[]): string =>
  `t${Math.max(0, ...everKeys.map(key => Number(key.slice(1)) || 0)) + 1}`

export function withTerm(content: MethodContent, term: MethodTerm): MethodContent {
  const at = content.terms.findIndex(({ key }) => key === term.key)
  return { ...content, terms: at === -1 ? [...content.terms, term] : content.terms.with(at, term) }
}

/** @returns null when the term is not there */
export function withoutTerm(content: MethodContent, key: string): MethodContent | null {
  const terms = content.terms.filter(term => term.key !== key)
  return terms.length === content.terms.length ? null : { ...content, terms }
}
