import { withoutMarks } from './read-markdown.ts'
import { inSequence, numberedHeading } from './section-numbers.ts'
import { isDateLine } from './written-date.ts'

const longestHeading = 90

/**
 * Finds sections that are numbered but not set as headings, as in a text without formats or where each is a paragraph
 * of a numbered list: short lines, numbered one after the other, each with text below it. They become headings; the
 * lines keep their places.
 */
export function promoteSections(source: string): string {
  const lines = source.split('\n')
  const numbered = lines.map((line, at) => {
    const text = withoutMarks(line.replace(/^[-*+]\s+/, ''))
    const read = /^\s/.test(line) || text.length > longestHeading ? null : numberedHeading(text)
    return read && looksLikeHeading(read.heading) && !isDateLine(text) ? { ...read, at, text, level: 2 } : null
  })
  const candidates = numbered.filter(one => one !== null).filter(({ at }) => hasTextBelow(lines, numbered, at))
  const found = inSequence(candidates)
  // Where a number is left out, those after it are sections all the same, so that it is told what is missing.
  let last = found.at(-1)
  for (const one of candidates) {
    if (last && one.at > last.at && one.number > last.number) {
      found.push(one)
      last = one
    }
  }
  for (const { at, text } of found) lines[at] = `## ${marked(text)}`
  return lines.join('\n')
}

const looksLikeHeading = (heading: string): boolean => /^[\p{Lu}»"]/u.test(heading) && !/[.;,:]$/.test(heading)

function hasTextBelow(lines: string[], numbered: (object | null)[], at: number): boolean {
  let next = at + 1
  while (next < lines.length && lines[next]?.trim() === '') next += 1
  return next < lines.length && numbered[next] === null
}

const marked = (text: string): string => text.replace(/[\\`*_[\]<>~]/g, '\\$&')
