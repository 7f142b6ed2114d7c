import { type Day, longDay, yearOf } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { capitalised, listDanish } from '../../../kernel/text.ts'
import { type GuidingStar, type Named, type StrategyContent, strategyNouns, type Target } from './strategy-content.ts'
import { goalsOf, targetsOf } from './strategy-numbers.ts'

type Horizon = Pick<StrategyContent, 'from' | 'to'>

/** The days of a text, each at its field. */
export function objectionsToDays({ from, to, reviewOn }: Horizon & { reviewOn: Day | null }): Objection[] {
  if (to < from) return [objection(`Perioden kan ikke slutte før den ${longDay(from)}, hvor den begynder.`, 'to')]
  if (reviewOn !== null && (reviewOn < from || reviewOn > to))
    return [objection(`Gennemgangen skal ligge mellem den ${longDay(from)} og den ${longDay(to)}.`, 'reviewOn')]
  return []
}

/** What contradicts itself in a target that is being written, each at its field. What is only left open is no contradiction. */
export function objectionsToTarget(target: Target, horizon: Horizon): Objection[] {
  const found: Objection[] = []
  if (target.year !== null && isOutside(target.year, horizon))
    found.push(
      objection(`Målåret skal ligge i strategiens periode, ${yearOf(horizon.from)}–${yearOf(horizon.to)}.`, 'year'),
    )
  if (target.measure === 'QUALITATIVE') return found
  const { baseline, indicator, year, value } = target
  if (baseline.value !== null && baseline.source.trim() === '')
    found.push(objection('Skriv, hvor udgangspunktets tal er hentet.', 'baselineSource'))
  if (baseline.value !== null && baseline.year === null)
    found.push(objection('Skriv, hvilket år udgangspunktets tal er fra.', 'baselineYear'))
  if (baseline.year !== null && year !== null && baseline.year >= year)
    found.push(objection('Udgangspunktet skal ligge før målåret.', 'baselineYear'))
  if (baseline.value !== null && baseline.value === value)
    found.push(objection('Målet er det samme som udgangspunktet. Skriv den værdi, der skal nås.', 'value'))
  if (indicator) {
    const fine = (one: number | null) => one === null || hasDecimals(one, indicator.decimals)
    const told = decimalsText(indicator.decimals)
    if (!fine(baseline.value)) found.push(objection(told, 'baselineValue'))
    if (!fine(value)) found.push(objection(told, 'value'))
  }
  return found
}

/**
 * A text about all housing areas names them, so that it stands which they were when it was adopted. Where the town has got
 * other areas since it was written, it is saved anew before it is signed off.
 */
export function objectionsToAreas(
  { areas, allAreas }: Pick<StrategyContent, 'areas' | 'allAreas'>,
  today: readonly Named[],
): Objection[] {
  if (areas !== null) return []
  const missing = (from: readonly Named[], among: readonly Named[]) =>
    from.filter(({ id }) => !among.some(one => one.id === id)).map(({ name }) => name)
  const [come, gone] = [missing(today, allAreas), missing(allAreas, today)]
  if (come.length === 0 && gone.length === 0) return []
  const told = [
    ...(come.length > 0 ? [`${listDanish(come)} er ikke med`] : []),
    ...(gone.length > 0 ? [`${listDanish(gone)} findes ikke længere`] : []),
  ]
  return [
    objection(
      `Teksten gælder for alle boligområder, men listen over dem er forældet: ${told.join(', og ')}. Gem »Ret titel, formål, periode og ansvarlige« igen, så listen bliver fornyet.`,
    ),
  ]
}

const isOutside = (year: number, { from, to }: Horizon): boolean => year < yearOf(from) || year > yearOf(to)
const hasDecimals = (value: number, decimals: number): boolean => Number(value.toFixed(decimals)) === value
const decimalsText = (decimals: number): string =>
  decimals === 0
    ? 'Indikatoren opgøres i hele tal.'
    : `Indikatoren opgøres med højst ${decimals === 1 ? 'én decimal' : `${decimals} decimaler`}.`

/** What a text must say to be signed off and adopted (§5), by the numbers that the document prints. */
export function lackingIn(content: StrategyContent): Objection[] {
  const { type, purpose, reviewOn, responsible, sections, stars } = content
  const noun = capitalised(strategyNouns[type])
  const lacking: string[] = []
  if (purpose.trim() === '') lacking.push(`${noun} siger ikke, hvad formålet er.`)
  lacking.push(...objectionsToDays(content).map(({ sentence }) => sentence))
  if (reviewOn === null) lacking.push(`${noun} har ingen dag for næste gennemgang.`)
  for (const [side, owners] of [
    ['HOUSING', 'boligorganisationerne'],
    ['MUNICIPALITY', 'kommunen'],
  ] as const)
    if (responsible[side].organisation === null) lacking.push(`${noun} har ingen ansvarlig hos ${owners}.`)
  if (sections.length === 0) lacking.push(`${noun} har ingen afsnit. Tilføj mindst ét.`)
  sections.forEach(({ text }, at) => {
    if (text.trim() === '') lacking.push(`Afsnit ${at + 1} har ingen tekst.`)
  })
  if (type === 'STRATEGY' && stars.length === 0) lacking.push('Strategien har ingen pejlemærker. Tilføj mindst ét.')
  lacking.push(...emptyStars(stars))
  if (type === 'STRATEGY')
    for (const { number, goal } of goalsOf(content))
      if (goal.targets.length === 0) lacking.push(`Mål ${number} har ingen delmål.`)
  for (const { number, target } of targetsOf(content)) lacking.push(...lackingInTarget(number, target, content))
  return lacking.map(sentence => objection(sentence))
}

const emptyStars = (stars: readonly GuidingStar[]): string[] =>
  stars.flatMap(({ goals }, at) => (goals.length === 0 ? [`Pejlemærke ${at + 1} har ingen mål.`] : []))

/** Domain law: a target without indicator, baseline, year or owner cannot be adopted. */
function lackingInTarget(number: string, target: Target, horizon: Horizon): string[] {
  const missing: string[] = []
  if (target.measure === 'INDICATOR') {
    if (target.indicator === null) missing.push('indikator')
    if (target.baseline.value === null || target.baseline.year === null) missing.push('udgangspunkt')
    if (target.value === null) missing.push('målværdi')
  } else if (target.text.trim() === '') missing.push('en beskrivelse af, hvad der viser, at det er nået')
  if (target.year === null) missing.push('målår')
  if (target.owner === null) missing.push('ansvarlig organisation')
  const told = missing.length === 0 ? [] : [`Delmål ${number} mangler ${listDanish(missing)}.`]
  const wrong = objectionsToTarget(target, horizon).map(({ sentence }) => `Delmål ${number}: ${sentence}`)
  return [...told, ...wrong]
}
