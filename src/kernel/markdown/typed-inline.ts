import { LinkifyIt } from 'linkify-it'

/**
 * One line that a person typed, as HTML. Two marks are read, and only where no word or number is meant: »**fed**« and
 * »_kursiv_«, each before a word and after one. Addresses become links. All other characters stay as they stand.
 */
export function inlineHtml(line: string): string {
  if (!/[&<>"\t*_@:]|www\./i.test(line)) return line
  const links = linksIn(line)
  const tags = emphasisIn(line, links)
  let html = ''
  let from = 0
  const copyTo = (to: number) => {
    html += escapeHtml(line.slice(from, to)).replace(/\t/g, '&emsp;')
    from = to
  }
  let next = 0
  for (const { at, length, tag } of tags) {
    next = copyLinks(next, at)
    copyTo(at)
    html += tag
    from = at + length
  }
  copyLinks(next, line.length)
  copyTo(line.length)
  return html

  function copyLinks(first: number, before: number): number {
    let index = first
    for (let link = links[index]; link && link.start < before; link = links[index]) {
      copyTo(link.start)
      html += `<a href="${escapeHtml(link.href)}" rel="noopener noreferrer nofollow">${escapeHtml(line.slice(link.start, link.end))}</a>`
      from = link.end
      index += 1
    }
    return index
  }
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, letter => escapes[letter] ?? letter)

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

interface Link {
  start: number
  end: number
  href: string
}

const linkify = new LinkifyIt({ fuzzyLink: true }).add('ftp:', null).add('//', null)

/** A line with more than this is no prose, and reading its marks costs more than it is worth: it stands as typed. */
const longestLinked = 5000
const mostMarks = 400
const mostLinks = 100

/** What says itself that it is an address: »https://«, »www.« and e-mail. »referat.md« is a file's name. */
export function linksIn(line: string): Link[] {
  const signs = line.match(/:\/\/|www\.|@|mailto:/gi)?.length ?? 0
  if (signs === 0 || signs > mostLinks || line.length > longestLinked) return []
  const found = linkify.match(line) ?? []
  return found.flatMap(({ schema, index, lastIndex, url, raw }) => {
    const bare = schema === ''
    if (bare && !/^www\./i.test(raw)) return []
    // A closing mark of emphasis is no part of the address.
    const end = raw.endsWith('**') ? lastIndex - 2 : lastIndex
    const href = (bare ? url.replace(/^http:/, 'https:') : url).slice(0, end === lastIndex ? undefined : -2)
    return [{ start: index, end, href }]
  })
}

interface Tag {
  at: number
  length: number
  tag: string
}

const kinds = [
  { mark: '**', name: 'strong' },
  { mark: '_', name: 'em' },
] as const

/** The marks that stand in pairs, in their order. A pair may hold another; pairs never cross. */
export function emphasisIn(line: string, links?: Link[]): Tag[] {
  if (!line.includes('**') && !line.includes('_')) return []
  const marks = marksIn(line, links ?? linksIn(line))
  if (marks.length > mostMarks) return []
  const tags: Tag[] = []
  const open: { strong: number | null; em: number | null } = { strong: null, em: null }
  for (const { at, mark } of marks) {
    const kind = kinds.find(one => one.mark === mark) ?? kinds[0]
    const start = open[kind.name]
    if (start !== null && closes(line, at, mark.length)) {
      tags.push({ at: start, length: mark.length, tag: `<${kind.name}>` })
      tags.push({ at, length: mark.length, tag: `</${kind.name}>` })
      open[kind.name] = null
      // What was opened inside and is still open would cross.
      for (const other of kinds) if ((open[other.name] ?? -1) > start) open[other.name] = null
    } else if (opens(line, at, mark.length)) open[kind.name] = at
  }
  return tags.toSorted((one, other) => one.at - other.at)
}

/** Two stars or one underscore that stand alone: a longer row of them is a line to write on, or something left out. */
function marksIn(line: string, links: Link[]): { at: number; mark: '**' | '_' }[] {
  const marks: { at: number; mark: '**' | '_' }[] = []
  let link = 0
  for (const { 0: run, index } of line.matchAll(/\*+|_+/g)) {
    while ((links[link]?.end ?? Number.POSITIVE_INFINITY) <= index) link += 1
    if (index >= (links[link]?.start ?? Number.POSITIVE_INFINITY)) continue
    if (run === '**' || run === '_') marks.push({ at: index, mark: run })
  }
  return marks
}

const opens = (line: string, at: number, length: number): boolean =>
  opensAfter(before(line, at)) && /^[\p{L}\p{N}§([«»"'“”„‘*_–+]/u.test(line.slice(at + length, at + length + 2))

/** What may stand before an opening mark: nothing, a space, or what opens words itself. */
export const opensAfter = (letter: string): boolean => /^[\s([{«»"'“”„‘*_–—]?$/u.test(letter)

const closes = (line: string, at: number, length: number): boolean =>
  /\S/.test(before(line, at)) && closesBefore(line.slice(at + length))

/** After a closing mark comes a space or the line's end, at most with the sentence's own signs between. */
export const closesBefore = (rest: string): boolean => /^[.,;:!?)\]}«»"'“”’*_–—]{0,6}(?:\s|$)/u.test(rest.slice(0, 8))

const before = (line: string, at: number): string => (at === 0 ? '' : (line[at - 1] ?? ''))
