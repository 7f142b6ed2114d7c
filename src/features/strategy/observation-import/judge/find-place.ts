import { fold } from '../../../../kernel/fold.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { type KnownPlace, type Level, levelNames } from './facts.ts'

export type FoundPlace = { place: KnownPlace } | { reason: string }

/** Letters and figures alone, so that »Afd. 12, Granparken« and »12 Granparken« are one. */
const bare = (text: string): string =>
  fold(text)
    .replace(/^(afdeling|afd)\b\.?/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Finds places by what a file calls them. Each name is looked up once, however many rows it stands in. */
export class PlaceFinder {
  readonly #byName = new Map<string, KnownPlace[]>()
  readonly #found = new Map<string, FoundPlace>()

  constructor(places: readonly KnownPlace[]) {
    for (const place of places)
      for (const name of new Set(place.names.map(bare))) {
        if (name === '') continue
        const known = this.#byName.get(name)
        if (known) known.push(place)
        else this.#byName.set(name, [place])
      }
  }

  find(text: string, level: Level | '', year: number | null): FoundPlace {
    const key = `${level} ${year ?? ''} ${text}`
    const known = this.#found.get(key)
    if (known) return known
    const found = this.#lookUp(text, level, year)
    this.#found.set(key, found)
    return found
  }

  #lookUp(text: string, level: Level | '', year: number | null): FoundPlace {
    const named = this.#byName.get(bare(text)) ?? []
    const ofLevel = named.filter(place => level === '' || place.level === level)
    const [only] = ofLevel
    if (!only) return { reason: this.#unknown(text, level, named) }
    if (ofLevel.length === 1) return { place: only }
    const there = ofLevel.filter(place => year !== null && isThereIn(place, year))
    const [one] = there
    if (one && there.length === 1) return { place: one }
    const kinds = [...new Set(ofLevel.map(place => levelNames[place.level]))]
    return {
      reason:
        kinds.length > 1
          ? `»${text}« er navnet på både ${listDanish(kinds)}. Vælg niveauet under Overskrifter, eller tilføj en kolonne med niveauet.`
          : `Flere steder hedder »${text}«: ${listDanish(ofLevel.slice(0, 4).map(({ label }) => label))}. Skriv det fulde navn.`,
    }
  }

  #unknown(text: string, level: Level | '', named: readonly KnownPlace[]): string {
    const [other] = named
    if (other) return `»${text}« er ${withArticle(other.level)} og ikke ${withArticle(level || other.level)}.`
    const near = this.#near(bare(text))
    const asked =
      near.length > 0
        ? ` Mente du ${listDanish(near.map(name => `»${name}«`)).replace(/ og (?=[^,]*$)/, ' eller ')}?`
        : ''
    return `Intet sted hedder »${text}«.${asked}`
  }

  /** Names that differ by a few letters, or hold this one. */
  #near(sought: string): string[] {
    if (sought === '') return []
    const close: { label: string; apart: number }[] = []
    const most = Math.max(1, Math.min(3, Math.floor(sought.length / 4)))
    for (const [name, places] of this.#byName) {
      const isWithin = sought.length >= 4 && (name.includes(sought) || sought.includes(name)) && name.length >= 4
      const apart = isWithin ? 1 : beginsAlike(sought, name) ? most : lettersApart(sought, name, most)
      if (apart <= most) for (const { label } of places) close.push({ label, apart })
    }
    close.sort((one, other) => one.apart - other.apart || (one.label < other.label ? -1 : 1))
    return [...new Set(close.map(({ label }) => label))].slice(0, 3)
  }
}

export const isThereIn = ({ from, to }: { from: string; to: string | null }, year: number): boolean =>
  from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`)

const withArticle = (level: Level): string =>
  ({
    ESTATE: 'en afdeling',
    AREA: 'et boligområde',
    DISTRICT: 'en bydel',
    TOWN: 'byen',
    REGION: 'regionen',
    COUNTRY: 'landet',
  })[level]

/** Two thirds of the longer one are the same from the beginning. */
function beginsAlike(one: string, other: string): boolean {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  return same >= 5 && same * 3 >= Math.max(one.length, other.length) * 2
}

/** How many letters must be changed, put in or taken out (Levenshtein); more than `most` is told as one more. */
function lettersApart(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let row = Array.from({ length: other.length + 1 }, (_none, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    let least = i
    for (let j = 1; j <= other.length; j += 1) {
      const cost = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + Number(one[i - 1] !== other[j - 1]),
      )
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    row = next
  }
  return row[other.length] as number
}
