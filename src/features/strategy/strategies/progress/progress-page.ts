import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { byAndWhen, capitalised, listDanish, plural, sentence } from '../../../../kernel/text.ts'
import { numberText, type SeriesBreak, type SeriesValue } from '../../knowledge/index.ts'
import { indicatorPath } from '../../knowledge/paths.ts'
import { crumbsOf, findStrategy, tabsOf } from '../find-strategy.ts'
import { progressNames, progressTag } from '../labels.ts'
import { appraisalPath, strategyProgressPath } from '../paths.ts'
import { goalsOf } from '../strategy-numbers.ts'
import { valueText } from '../text-sections.ts'
import { chartOf } from './progress-chart.ts'
import { countsOf, expectedIn, type ProgressState } from './progress-rules.ts'
import {
  type AppraisedProgress,
  type MeasuredProgress,
  readProgress,
  type TargetProgress,
  yearsOf,
} from './read-progress.ts'

export const states: ProgressState[] = ['REACHED', 'ON_TRACK', 'BEHIND', 'NOT_UPDATED', 'NOT_YET']

/** Er vi på vej? Every target of the version in force, by its goal. @throws Refusal when none is in force */
export async function progressPage(actor: Actor, slug: string) {
  const text = await findStrategy(actor, slug)
  const { standing } = text
  if (!standing) throw notFound('Strategien gælder ikke, så der er ingen fremdrift at vise.')
  const { content } = standing
  const all = readProgress(actor, { textId: text.id, content })
  const writes = mayDo(actor, 'prepareTexts')
  const goals = goalsOf(content).map(({ number, goal, star, starNumber }) => {
    const own = all.filter(({ numbered }) => numbered.goal.goal.key === goal.key)
    const counts = countsOf(own.map(({ progress }) => progress.state))
    return {
      anchor: goal.key,
      star: `Pejlemærke ${starNumber}: ${star.title}`,
      heading: `Mål ${number}: ${goal.title}`,
      name: `${number} ${goal.title}`,
      href: `#${goal.key}`,
      summary: summaryText(own.length, counts),
      // What there is none of is left out: the eye finds what there is, and a phone shows no line of noughts.
      ...Object.fromEntries(states.map(state => [state, counts[state] || ''])),
      targets: own.map(one => targetModel(slug, one, writes)),
    }
  })
  return {
    title: `Er vi på vej? ${content.title}`,
    active: 'strategier',
    crumbs: crumbsOf(text, { text: 'Er vi på vej?' }),
    kicker: content.title,
    heading: 'Er vi på vej?',
    tabs: tabsOf(text, 'progress'),
    lead: summaryText(all.length, countsOf(all.map(({ progress }) => progress.state))),
    states: states.map(key => ({ key, text: progressNames[key] })),
    goals,
    csvHref: `${strategyProgressPath(slug)}/tabel.csv`,
  }
}

/** »3 delmål: 1 er nået, og 2 er bagud.« What there is none of is not told. */
export function summaryText(all: number, counts: Record<ProgressState, number>): string {
  if (all === 0) return 'Der er ingen delmål.'
  const words: Record<ProgressState, string> = {
    REACHED: 'nået',
    ON_TRACK: 'på vej',
    BEHIND: 'bagud',
    NOT_UPDATED: 'ikke opdateret',
    NOT_YET: 'ikke målt endnu',
  }
  const told = states.filter(state => counts[state] > 0).map(state => `${counts[state]} ${words[state]}`)
  return `${plural(all, 'delmål', 'delmål')}: ${listDanish(told)}.`
}

const targetModel = (slug: string, one: TargetProgress, writes: boolean) => ({
  anchor: one.target.key,
  number: one.numbered.number,
  title: one.target.title,
  tag: progressTag(one.progress.state),
  owner: one.target.owner?.name ?? '',
  ...(one.kind === 'MEASURED' ? measuredModel(one) : appraisedModel(slug, one, writes)),
})

function measuredModel(one: MeasuredProgress) {
  const { target, path, progress, measured, now, indicator, breaks } = one
  const { number } = one.numbered
  const written = (value: number) => valueText(value, target.indicator)
  const { baseline } = target
  const facts = [
    {
      term: 'Indikator',
      text: `${target.indicator?.name ?? ''}, ${target.place?.name ?? 'hele byen'}`,
      ...(indicator && { href: indicatorPath(indicator.slug) }),
    },
    { term: 'Fra', text: `${written(baseline.value ?? 0)} i ${baseline.year ?? ''}. Kilde: ${baseline.source}` },
    { term: 'Nu', text: nowText(now, progress.expected, written) },
    ...(now ? [{ term: 'Målt', text: `Kilde: ${sentence(now.source)} Registreret ${byAndWhen(now.by, now.at)}` }] : []),
    { term: 'Til', text: `${written(target.value ?? 0)} i ${target.year ?? ''}` },
    { term: 'Ansvarlig', text: target.owner?.name ?? '' },
  ]
  const decimals = target.indicator?.decimals ?? 0
  const known = new Map(measured.map(({ year, value }) => [year, value]))
  const years = path ? [...new Set([path.from.year, ...known.keys(), path.to.year])].sort((a, b) => a - b) : []
  return {
    kind: 'MEASURED',
    facts,
    broken: breakText(breaks),
    chart: path ? chartOf(path, yearsOf(measured), breaks, value => numberText(value, decimals)) : null,
    said: `Forventet vej fra ${written(baseline.value ?? 0)} i ${baseline.year ?? ''} til ${written(target.value ?? 0)} i ${target.year ?? ''}. ${now ? `Senest målt til ${written(now.value)} i ${now.year}.` : 'Ikke målt siden.'}`,
    caption: `Forventet og målt, delmål ${number} (${target.indicator?.unit ?? ''})`,
    rows: years.map(year => ({
      year: String(year),
      expected: path ? numberText(expectedIn(path, year), decimals) : '',
      measured: year === path?.from.year ? numberText(path.from.value, decimals) : numberIn(known.get(year), decimals),
    })),
  }
}

/** Said aloud where the status compares what cannot be compared. */
const breakText = (breaks: readonly SeriesBreak[]): string =>
  breaks
    .map(({ before, after, kind }) =>
      kind === 'PLACE'
        ? `Databrud mellem ${before} og ${after}: Området består af andre afdelinger end før.`
        : `Databrud mellem ${before} og ${after}: Indikatoren er opgjort på en anden måde end før.`,
    )
    .concat(
      breaks.length > 0 ? ['Værdierne på hver side kan ikke sammenlignes, så status skal læses med forbehold.'] : [],
    )
    .join(' ')

const nowText = (now: SeriesValue | null, expected: number | null, written: (value: number) => string): string =>
  now === null
    ? 'Der er ikke målt siden udgangspunktet.'
    : `${written(now.value)} i ${now.year}.${expected === null ? '' : ` Forventet det år: ${written(expected)}.`}`

const numberIn = (value: number | undefined, decimals: number): string =>
  value === undefined ? '–' : numberText(value, decimals)

function appraisedModel(slug: string, { target, now, appraisals }: AppraisedProgress, writes: boolean) {
  return {
    kind: 'APPRAISED',
    facts: [
      { term: 'Vurderes', text: 'I ord én gang om året' },
      { term: 'Nået, når', text: target.text },
      { term: 'Senest', text: String(target.year ?? '') },
      { term: 'Ansvarlig', text: target.owner?.name ?? '' },
    ],
    appraisal: now
      ? {
          year: now.year,
          reasons: now.reasons,
          state: progressNames[now.state],
          told: capitalised(byAndWhen(now.by, now.at)),
        }
      : null,
    earlier: appraisals
      .filter(({ id }) => id !== now?.id)
      .map(one => ({
        year: String(one.year),
        state: one.corrected ? `${progressNames[one.state]} (rettet siden)` : progressNames[one.state],
        reasons: one.reasons,
        told: capitalised(byAndWhen(one.by, one.at)),
      })),
    appraiseHref: writes ? appraisalPath(slug, target.key) : null,
    correctHref: writes && now ? `${appraisalPath(slug, target.key)}?aar=${now.year}` : null,
  }
}
