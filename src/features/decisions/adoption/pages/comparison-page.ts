import { withQuery } from '../../../../http/pages/paging.ts'
import type { PrintedLine } from '../../../../kernel/redline/printed-lines.ts'
import { type ComparedSection, rowsBetween, sectionsBetween } from '../../../../kernel/redline/sections-between.ts'
import { effort } from '../../../../kernel/redline/word-diff.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { changesText, isSameThroughout, redlineRows, redlineSection } from '../../../ground/sealed/index.ts'
import { type DraftHead, type LoadedDraft, type LoadedText, type TextReads, withContent } from '../load-text.ts'
import { comparisonPathOf, draftPathOf, versionPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'
import { textCrumbs } from './find-text.ts'
import type { ComparisonQuery } from './forms.ts'
import { versionsOf } from './text-page.ts'

type Draft<Content extends object> = LoadedDraft<Content>

/** Two drafts of a text word for word, of those that the reader sees; the form above chooses which. */
export async function comparisonPage<Content extends object>(
  reads: TextReads,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  query: ComparisonQuery,
) {
  const readable = text.drafts
  const numbered = (number: number | null) => {
    if (number === null) return null
    return readable.find(draft => draft.number === number) ?? raise()
  }
  const now = numbered(query.til) ?? readable.at(-1) ?? raise()
  const old = numbered(query.fra) ?? earlierThan(text, readable, now)
  const path = comparisonPathOf(kind.path(text.slug))
  const nameOf = (draft: DraftHead) => draftName(kind, text, draft)
  const address = (vis: string) => withQuery(path, { fra: old?.number, til: now.number, vis })
  return {
    title: old ? `Sammenligning: ${inText(nameOf(old))} og ${inText(nameOf(now))}` : `Sammenligning: ${now.title}`,
    active: kind.list.menu,
    crumbs: textCrumbs(kind, text, { text: 'Sammenligning' }),
    number: now.title,
    action: path,
    view: query.vis,
    chooser: [
      { name: 'fra', label: 'Sammenlign', value: old?.number ?? null },
      { name: 'til', label: 'med', value: now.number },
    ].map(field => ({
      ...field,
      kind: 'select' as const,
      options: readable.toReversed().map(draft => ({ value: draft.number, text: nameOf(draft) })),
    })),
    views: [
      { text: 'I én tekst', href: address(''), current: query.vis === '' },
      { text: 'Side om side', href: address('side'), current: query.vis === 'side' },
    ],
    sideBySide: query.vis === 'side',
    now: { name: nameOf(now), href: hrefOf(kind, text, now) },
    old: old ? { name: nameOf(old), href: hrefOf(kind, text, old) } : null,
    ...(old
      ? between(kind, await withContent(reads, kind, old), await withContent(reads, kind, now))
      : { summary: '', titleRows: [], sections: [] }),
  }
}

const raise = (): never => {
  throw notFound('Udkastet findes ikke.')
}

/** What a draft is read against where nothing else is asked for: what is in force, else the draft before it. */
function earlierThan<Content extends object>(
  { standing }: LoadedText<Content>,
  readable: readonly DraftHead[],
  now: DraftHead,
): DraftHead | null {
  const earlier = readable.filter(({ number }) => number < now.number)
  return earlier.find(({ number }) => number === standing?.number) ?? earlier.at(-1) ?? null
}

function between<Content extends object>(kind: TextKind<Content>, old: Draft<Content>, now: Draft<Content>) {
  const work = effort()
  const titles = rowsBetween(titleLines(kind, old), titleLines(kind, now), work)
  const sections = sectionsBetween(comparedSections(kind, old), comparedSections(kind, now), work)
  const renamed = titles.some(row => row.kind !== 'same')
  const same = !renamed && isSameThroughout(sections)
  return {
    summary: same
      ? 'De to udkast er ens.'
      : `${[...(renamed ? ['Titlen er ændret'] : []), ...changesText(sections, 'afsnit', 'afsnit')].join('. ')}.`,
    titleRows: renamed ? redlineRows(titles) : [],
    sections: sections.map(section => redlineSection(section)),
  }
}

const titleLines = <Content extends object>(kind: TextKind<Content>, { content }: Draft<Content>): PrintedLine[] => [
  { form: 'heading', number: '', text: kind.titleOf(content) },
]

const comparedSections = <Content extends object>(
  kind: TextKind<Content>,
  { content }: Draft<Content>,
): ComparedSection[] =>
  kind.sections(content).map(({ key, heading, text }) => ({ key, number: '', heading, body: text }))

/** Where a draft is compared with another that the reader sees; null: there is no other. */
export function comparisonHref<Content extends object>(
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  draft: DraftHead,
): string | null {
  const readable = text.drafts
  const path = kind.path(text.slug)
  const earlier = earlierThan(text, readable, draft)
  if (earlier) return comparisonPathOf(path, earlier.number, draft.number)
  const last = readable.at(-1)
  return last && last.number !== draft.number ? comparisonPathOf(path, draft.number, last.number) : null
}

/** »Version 2«, »Udkast 5 til version 2«: what has been decided is called by its version alone. */
export function draftName<Content extends object>(
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  draft: DraftHead,
): string {
  if (!isDecided(kind, text, draft)) return `Udkast ${draft.number} til version ${draft.version}`
  return text.standing?.number === draft.number ? `Version ${draft.version}, som gælder` : `Version ${draft.version}`
}

const isDecided = <Content extends object>(
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  draft: DraftHead,
): boolean => versionsOf(kind, text).some(({ number }) => number === draft.number)

/** The draft's own page; null: it stands in the comparison alone. */
function hrefOf<Content extends object>(
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  draft: DraftHead,
): string | null {
  const path = kind.path(text.slug)
  if (isDecided(kind, text, draft)) return versionPathOf(path, draft.version)
  return draft.number === text.newest.number ? draftPathOf(path) : null
}

const inText = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
