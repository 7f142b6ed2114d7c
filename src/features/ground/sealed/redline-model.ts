import type { ChangeKind, RedlineRow, RedlineSection } from '../../../kernel/redline/sections-between.ts'
import { isUnchanged, type Segment } from '../../../kernel/redline/word-diff.ts'
import { plural } from '../../../kernel/text.ts'

/** How a changed part is marked. */
export const changeTags: Record<Exclude<ChangeKind, 'same'>, { text: string; kind: string }> = {
  changed: { text: 'Ændret', kind: 'warning' },
  added: { text: 'Ny', kind: 'success' },
  removed: { text: 'Udgået', kind: 'danger' },
}

/**
 * A section as the template of a redline prints it.
 * @param unnumbered what stands in the number's place where the section has none
 */
export function redlineSection(
  { key, kind, moved, onlySetting, oldNumber, number, heading, rows }: RedlineSection,
  unnumbered = '',
) {
  return {
    anchor: key,
    /** Its heading in words, as the new text has it. */
    name: heading.map(({ kind: mark, text }) => (kind !== 'removed' && mark === 'removed' ? '' : text)).join(''),
    number: number || oldNumber || unnumbered,
    tags: [
      ...(kind === 'same' ? [] : [changeTags[kind]]),
      ...(moved ? [{ text: 'Flyttet', kind: 'info' }] : []),
      ...(onlySetting ? [{ text: 'Kun opsætningen er ændret', kind: 'neutral' }] : []),
    ],
    renumbered: oldNumber && number && oldNumber !== number ? `Var nr. ${oldNumber}, er nu nr. ${number}` : null,
    unchanged: kind === 'same',
    heading: { ...halves(heading), changed: !isUnchanged(heading) },
    rows: redlineRows(rows),
  }
}

export const redlineRows = (rows: readonly RedlineRow[]) =>
  rows.map(row => ({
    ...row,
    ...halves(row.segments),
    rowClass: `redline__row redline__row--${row.form}`,
  }))

/** The same row for one text and for two. */
const halves = (segments: Segment[]) => ({
  segments,
  old: segments.filter(({ kind }) => kind !== 'added'),
  now: segments.filter(({ kind }) => kind !== 'removed'),
})

/** Whether all of it is the same, in the same order. */
export const isSameThroughout = (sections: readonly RedlineSection[]): boolean =>
  sections.every(({ kind, moved }) => kind === 'same' && !moved)

/** How many parts were changed, in sentences. @param one, many the part's name: »bestemmelse«, »bestemmelser« */
export function changesText(sections: readonly RedlineSection[], one: string, many: string): string[] {
  const count = (test: (section: RedlineSection) => boolean) => sections.filter(test).length
  const of = (kind: ChangeKind) => count(section => section.kind === kind)
  const said = [
    [of('changed'), 'er ændret', 'er ændret'],
    [of('added'), 'er ny', 'er nye'],
    [of('removed'), 'er udgået', 'er udgået'],
    [count(({ moved }) => moved), 'er flyttet', 'er flyttet'],
    [of('same'), 'er uændret', 'er uændrede'],
  ] as const
  return said
    .filter(([number]) => number > 0)
    .map(([number, single, several]) => plural(number, `${one} ${single}`, `${many} ${several}`))
}
