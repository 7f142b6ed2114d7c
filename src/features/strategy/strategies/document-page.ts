import { shortDay } from '../../../kernel/days.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import type { Goal, StrategyContent, Target } from './strategy-content.ts'
import { valueText } from './text-sections.ts'

/** What can be done with a part of a draft; empty where nothing can. */
export interface PartControls {
  /** The draft that the page shows. */
  version: number
  editHref: string | null
  upAction: string | null
  downAction: string | null
  removeHref: string | null
  /** Where something is added under it. */
  addHref: string | null
}

/** »2024–2030«, where a line has no room for days. */
export const horizonText = ({ from, to }: Pick<StrategyContent, 'from' | 'to'>): string =>
  `${shortDay(from)}–${shortDay(to)}`

/**
 * A text as it is read: its parts in their order, numbered, and the list of contents.
 * @param controlsOf what this reader can do with a part, by its key
 */
export function bodyOf(content: StrategyContent, controlsOf: (key: string) => PartControls | null = () => null) {
  const sections = content.sections.map(({ key, title, text }, at) => ({
    anchor: key,
    heading: `${at + 1}. ${title}`,
    textHtml: renderMarkdown(text),
    controls: controlsOf(key),
    about: `afsnit ${at + 1}`,
  }))
  const stars = content.stars.map(({ key, title, text, goals }, at) => ({
    anchor: key,
    heading: `Pejlemærke ${at + 1}: ${title}`,
    textHtml: renderMarkdown(text),
    goals: goals.map((goal, nth) => goalModel(goal, `${at + 1}.${nth + 1}`, controlsOf)),
    controls: controlsOf(key),
    about: `pejlemærke ${at + 1}`,
  }))
  return {
    purposeHtml: renderMarkdown(content.purpose),
    sections,
    stars,
    contents: [
      { href: '#formaal', text: 'Formål', under: [] },
      ...sections.map(({ anchor, heading }) => ({ href: `#${anchor}`, text: heading, under: [] })),
      ...stars.map(({ anchor, heading, goals }) => ({
        href: `#${anchor}`,
        text: heading,
        under: goals.map(goal => ({ href: `#${goal.anchor}`, text: goal.heading })),
      })),
    ],
  }
}

const goalModel = (
  { key, title, text, targets }: Goal,
  number: string,
  controlsOf: (key: string) => PartControls | null,
) => ({
  anchor: key,
  heading: `Mål ${number}: ${title}`,
  textHtml: renderMarkdown(text),
  about: `mål ${number}`,
  controls: controlsOf(key),
  targets: targets.map((target, at) => ({
    ...targetModel(target, `${number}.${at + 1}`),
    controls: controlsOf(target.key),
  })),
})

/** A target as a row: from where to where, by when, and who answers for it. */
export const targetModel = (target: Target, number: string) => ({
  anchor: target.key,
  number,
  about: `delmål ${number}`,
  title: target.title,
  textHtml: target.text ? renderMarkdown(target.text) : null,
  owner: target.owner?.name ?? 'Mangler',
  by: target.year === null ? 'Mangler' : String(target.year),
  ...(target.measure === 'QUALITATIVE' ? inWords : inNumbers(target)),
})

const inWords = { measured: 'Vurderes i ord én gang om året', place: '', from: '', sourceText: '', to: '' }

function inNumbers({ indicator, place, baseline, value }: Extract<Target, { measure: 'INDICATOR' }>) {
  const written = (one: number | null) => (one === null ? 'Mangler' : valueText(one, indicator))
  return {
    measured: indicator?.name ?? 'Mangler en indikator',
    place: place?.name ?? 'Hele byen',
    from: baseline.year === null ? written(baseline.value) : `${written(baseline.value)} (${baseline.year})`,
    sourceText: baseline.source ? `Kilde: ${baseline.source}` : '',
    to: written(value),
  }
}
