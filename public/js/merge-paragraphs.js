/**
 * Two texts that were made of one, put together paragraph by paragraph: what only one has changed is taken, and what both
 * have changed each in his or her own way is a place to choose at. A line is a paragraph, as the portal shows it.
 *
 * The parts are in the text's order: { lines } that are settled, and { mine, theirs } that are not, as lists of lines.
 */
export function mergeParagraphs(base, mine, theirs) {
  const [began, own, other] = [base, mine, theirs].map(linesOf)
  const [inOwn, inOther] = [matches(began, own), matches(began, other)]
  const parts = []
  let [at, ownAt, otherAt] = [0, 0, 0]
  while (at < began.length || ownAt < own.length || otherAt < other.length) {
    let next = at
    while (next < began.length && (inOwn[next] < 0 || inOther[next] < 0)) next += 1
    const isEnd = next === began.length
    const [ownEnd, otherEnd] = isEnd ? [own.length, other.length] : [inOwn[next], inOther[next]]
    const chunk = [began.slice(at, next), own.slice(ownAt, ownEnd), other.slice(otherAt, otherEnd)]
    for (const part of settled(...chunk)) add(parts, part)
    if (isEnd) break
    add(parts, { lines: [began[next]] })
    ;[at, ownAt, otherAt] = [next + 1, ownEnd + 1, otherEnd + 1]
  }
  return parts
}

export const placesIn = parts => parts.filter(part => !part.lines)

/** The whole text; `choices` says of each place in turn 'mine', 'theirs' or 'both', the other's before one's own. */
export function textOfParts(parts, choices = []) {
  let at = -1
  return parts
    .flatMap(part => {
      if (part.lines) return part.lines
      at += 1
      if (choices[at] === 'theirs') return part.theirs
      if (choices[at] !== 'both') return part.mine
      const isBetween = part.theirs.length > 0 && part.mine.length > 0
      return [...part.theirs, ...(isBetween ? [''] : []), ...part.mine]
    })
    .join('\n')
    .trim()
}

/**
 * Where a place of a text has come to in another that was made of it: by its line where that is still there, and
 * otherwise at the end of the last line before it that is.
 */
export function placeAfter(before, after, place) {
  const line = before.slice(0, place).split('\n').length - 1
  const [from, to] = [before.split('\n'), after.split('\n')]
  const found = matches(from, to)
  const startOf = index => to.slice(0, index).join('\n').length + (index > 0 ? 1 : 0)
  const column = place - from.slice(0, line).join('\n').length - (line > 0 ? 1 : 0)
  if (found[line] >= 0) return startOf(found[line]) + column
  for (let above = line; above >= 0; above -= 1)
    if (found[above] >= 0) return startOf(found[above]) + to[found[above]].length
  return Math.min(place, after.length)
}

const linesOf = text => {
  const plain = String(text ?? '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .trim()
  return plain === '' ? [] : plain.split('\n').map(line => line.trimEnd())
}

/** What one alone has changed, or both alike; of as many paragraphs on all sides, each is looked at by itself. */
function settled(base, mine, theirs) {
  if (isSame(mine, theirs) || isSame(theirs, base)) return [{ lines: mine }]
  if (isSame(mine, base)) return [{ lines: theirs }]
  if (base.length < 2 || base.length !== mine.length || base.length !== theirs.length) return [{ mine, theirs }]
  return base.flatMap((line, at) => settled([line], [mine[at]], [theirs[at]]))
}

const isSame = (one, other) => one.length === other.length && one.every((line, at) => line === other[at])

function add(parts, part) {
  const last = parts.at(-1)
  if (part.lines?.length === 0) return
  if (part.lines && last?.lines) last.lines.push(...part.lines)
  else if (!part.lines && last && !last.lines) {
    last.mine.push(...part.mine)
    last.theirs.push(...part.theirs)
  } else parts.push(part.lines ? { lines: [...part.lines] } : { mine: [...part.mine], theirs: [...part.theirs] })
}

/** More lines than a text of minutes has: beyond that only the beginning and the end are compared. */
const mostLines = 1500

/** Of each line of the first text, where the longest common run of lines has it in the second; -1: it is not there. */
function matches(first, second) {
  const found = new Array(first.length).fill(-1)
  let start = 0
  while (start < first.length && start < second.length && first[start] === second[start]) found[start] = start++
  let [end, otherEnd] = [first.length, second.length]
  while (end > start && otherEnd > start && first[end - 1] === second[otherEnd - 1]) found[--end] = --otherEnd
  const [rows, columns] = [end - start, otherEnd - start]
  if (rows === 0 || columns === 0 || rows > mostLines || columns > mostLines) return found
  const width = columns + 1
  const common = new Uint16Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      common[row * width + column] =
        first[start + row] === second[start + column]
          ? common[(row + 1) * width + column + 1] + 1
          : Math.max(common[(row + 1) * width + column], common[row * width + column + 1])
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (first[start + row] === second[start + column]) found[start + row++] = start + column++
    else if (common[(row + 1) * width + column] >= common[row * width + column + 1]) row += 1
    else column += 1
  }
  return found
}
