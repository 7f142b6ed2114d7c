import { formatNumber } from './number-format.ts'
import type { WordLevel, WordNumbering } from './numbering.ts'

/** The number that Word shows before a paragraph. */
export interface Label {
  /** »1.1«, »b)«; empty where the level shows none. */
  text: string
  bullet: boolean
  /** A way of writing numbers that is not known: they are written 1, 2, 3. */
  unknownFormat: string | null
}

/**
 * Counts paragraphs as Word does. Numberings of one list count together. A numbering with a start of its own begins
 * there the first time that it is met. A level begins anew after a higher one, unless it says otherwise, and a higher
 * level that was passed over is counted with the first below it.
 */
export class Counter {
  readonly #lists = new Map<string, (number | undefined)[]>()
  readonly #met = new Set<string>()

  next(numbering: WordNumbering, level: number): Label {
    const { id, list, levels, overrides } = numbering
    const counts = this.#lists.get(list) ?? []
    this.#lists.set(list, counts)
    const begin = (at: number) => overrides.get(at) ?? levels[at]?.start ?? 1
    for (let above = 0; above < level; above += 1) counts[above] ??= begin(above)
    const first = overrides.has(level) && !this.#met.has(`${id} ${level}`)
    this.#met.add(`${id} ${level}`)
    const count = counts[level]
    counts[level] = first || count === undefined ? begin(level) : count + 1
    for (let below = level + 1; below < counts.length; below += 1) {
      if (restartsAfter(levels[below], below, level)) counts[below] = undefined
    }
    return labelOf(levels, level, counts)
  }
}

function restartsAfter(below: WordLevel | undefined, at: number, level: number): boolean {
  const restart = below?.restart
  if (restart === undefined || restart > at) return true
  return level < restart
}

function labelOf(levels: (WordLevel | undefined)[], level: number, counts: (number | undefined)[]): Label {
  const own = levels[level]
  if (!own || own.format === 'bullet') {
    const bullet = own?.text.replace(/%\d/g, '') ?? ''
    return { text: /[\p{L}\p{N}]{2}/u.test(bullet) ? bullet.trim() : '', bullet: true, unknownFormat: null }
  }
  let unknownFormat: string | null = null
  const text = own.text.replace(/%([1-9])/g, (_all, place: string) => {
    const at = Number(place) - 1
    const count = counts[at]
    if (at > level || count === undefined) return ''
    const format = levels[at]?.format ?? 'decimal'
    const written = formatNumber(own.legal && !keptWhenLegal.includes(format) ? 'decimal' : format, count)
    if (written === null) unknownFormat = format
    return written ?? String(count)
  })
  return { text: text.trim(), bullet: false, unknownFormat }
}

const keptWhenLegal = ['decimalZero', 'none']
