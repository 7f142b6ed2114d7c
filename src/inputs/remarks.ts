import { listDanish, plural } from '../kernel/text.ts'

/** Something of a document that is not carried over as it stood. */
export type RemarkKind = keyof typeof lostSentences | keyof typeof changedSentences

interface Noted {
  count: number
  places: Set<string>
  examples: Set<string>
}

type Sentence = (count: number) => string

/** What does not come along. */
const lostSentences = {
  image: count => `${plural(count, 'billede', 'billeder')} er ikke med`,
  figure: count => `${plural(count, 'figur', 'figurer')} er ikke med`,
  object: count => `${plural(count, 'indlejret fil', 'indlejrede filer')} er ikke med`,
  comment: count => `${plural(count, 'kommentar', 'kommentarer')} er ikke med`,
  hidden: () => 'Skjult tekst er ikke med',
  header: () => 'Sidehoved og sidefod er ikke med',
  contents: () => 'Indholdsfortegnelsen er ikke med',
  sign: count => `${plural(count, 'tegn', 'tegn')} kan ikke læses og står som □`,
  field: count => `${plural(count, 'felt', 'felter')} uden tekst er ikke med`,
  placeholder: count => `${plural(count, 'felt, der ikke er udfyldt,', 'felter, der ikke er udfyldt,')} er ikke med`,
  link: count =>
    count === 1
      ? 'Et links adresse er ikke med. Ordene er med'
      : `Adresserne på ${count} links er ikke med. Ordene er med`,
  chunk: count => `${plural(count, 'indsat dokument', 'indsatte dokumenter')} er ikke med`,
  emptyHeading: count => `${plural(count, 'nummereret overskrift', 'nummererede overskrifter')} uden tekst er ikke med`,
  struckHeading: () => 'Overstreget tekst i overskrifter er ikke med',
  look: () => 'Kursiv og understregning er ikke med overalt',
  noteMissing: count => `${plural(count, 'note', 'noter')} har ingen tekst i filen`,
} satisfies Record<string, Sentence>

/** What comes along, but stands otherwise. */
const changedSentences = {
  inserted: count => `${plural(count, 'sporet indsættelse', 'sporede indsættelser')} er læst som godkendt`,
  deleted: count => `${plural(count, 'sporet sletning', 'sporede sletninger')} er læst som godkendt, så teksten er væk`,
  joined: count =>
    count === 1
      ? 'Et afsnitstegn er slettet med sporede ændringer, så afsnittene er læst som ét'
      : `${count} afsnitstegn er slettet med sporede ændringer, så afsnittene er læst som ét`,
  note: count =>
    count === 1
      ? 'Noten står som [note 1] i teksten og med sine ord sidst under overskriften'
      : `${count} noter står som [note 1], [note 2] osv. i teksten og med deres ord sidst under overskriften`,
  raised: () => 'Hævet eller sænket skrift står på linjen',
  struck: () => 'Overstreget tekst står overstreget. Læs efter, om den gælder',
  merged: () => 'En tabel har sammenflettede celler. Teksten står i den første af dem',
  cell: () => 'En tabelcelle har flere afsnit. De står på én linje, adskilt af en skråstreg',
  wideTable: () => 'En tabel har for mange kolonner. Dens rækker står som linjer',
  textBox: count => `${plural(count, 'tekstboks', 'tekstbokse')} står efter det afsnit, som boksen hører til`,
  format: () => 'Numrene i en liste er skrevet på en måde, som portalen ikke kender. De står som 1, 2, 3',
  page: () => 'Henvisninger til sidetal står, som de stod i Word, men portalen har ingen sider',
  equation: count => `${plural(count, 'ligning', 'ligninger')} står som almindelig tekst`,
  tab: () => 'Tabulatorer står som mellemrum',
  charset: () => 'Filen er skrevet med et ældre tegnsæt (Windows-1252). Se efter, at æ, ø og å står rigtigt',
  brokenSign: count => `${plural(count, 'tegn', 'tegn')} i filen kan ikke læses og står som �`,
} satisfies Record<string, Sentence>

const mostPlaces = 3
const mostExamples = 3
const longestExample = 60

/** Collects what is not carried over as it stood, with the places as a reader of the document knows them. */
export class Remarks {
  readonly #noted = new Map<RemarkKind, Noted>()
  /** The heading that is being read under, or the last words. */
  place = ''

  add(kind: RemarkKind, example = ''): void {
    const noted = this.#noted.get(kind) ?? { count: 0, places: new Set(), examples: new Set() }
    this.#noted.set(kind, noted)
    noted.count += 1
    if (this.place !== '' && noted.places.size < mostPlaces) noted.places.add(excerpt(this.place))
    const told = excerpt(example)
    if (told !== '' && noted.examples.size < mostExamples) noted.examples.add(told)
  }

  get lost(): string[] {
    return this.#sentences(lostSentences)
  }

  get changed(): string[] {
    return this.#sentences(changedSentences)
  }

  #sentences(sentences: Record<string, Sentence>): string[] {
    return [...this.#noted].flatMap(([kind, { count, places, examples }]) => {
      const sentence = sentences[kind]
      if (!sentence) return []
      const shown = examples.size > 0 ? `: ${listDanish(quoted(examples))}` : ''
      const where = places.size > 0 ? ` (under ${listDanish(quoted(places))})` : ''
      return [`${sentence(count)}${shown}${where}.`]
    })
  }
}

const quoted = (words: Set<string>): string[] => [...words].map(word => `»${word}«`)

/** The first words, whole. */
export function excerpt(text: string): string {
  const flat = text.slice(0, 400).replace(/\s+/g, ' ').trim()
  if (flat.length <= longestExample) return flat
  const cut = flat.slice(0, longestExample)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))} …`
}
