import { fold } from '../../../kernel/fold.ts'

/** What a file can tell of a person, in the order of the example file. */
export const columns = {
  name: { label: 'Navn', words: ['fulde navn', 'person'] },
  title: { label: 'Titel', words: ['stilling', 'stillingsbetegnelse'] },
  email: { label: 'E-mail', words: ['mail', 'mailadresse', 'e-mailadresse', 'e-post', 'epost'] },
  phone: {
    label: 'Telefon',
    words: ['tlf', 'tlfnr', 'telefonnummer', 'telefonnr', 'mobil', 'mobilnummer', 'mobiltelefon'],
  },
  organisation: {
    label: 'Organisation',
    words: ['arbejdssted', 'ansat i', 'boligorganisation', 'forvaltning', 'forening'],
  },
  account: { label: 'Konto', words: ['login', 'adgang', 'bruger', 'brugerkonto', 'opret konto'] },
  body: { label: 'Organ', words: ['plads i', 'gruppe', 'udpeges til', 'udpeget til', 'plads'] },
  role: { label: 'Rolle', words: ['funktion', 'hverv'] },
  substituteFor: { label: 'Suppleant for', words: ['stedfortræder for'] },
  from: { label: 'Fra', words: ['fra dato', 'fra og med', 'gælder fra', 'startdato', 'start', 'fra den'] },
  to: { label: 'Til', words: ['til dato', 'til og med', 'slutdato', 'slut'] },
  appointedBy: { label: 'Udpeget af', words: ['udpegende organ', 'udpeget af organ'] },
  appointedAt: {
    label: 'Udpeget på',
    words: ['sted og dag', 'sted og dag for udpegningen', 'udpeget på mødet', 'møde', 'udpegning'],
  },
  authorisation: { label: 'Bemyndigelse', words: ['bemyndigelser', 'fuldmagt', 'fuldmagter'] },
  authorisedFor: { label: 'Bemyndigelse for', words: ['fuldmagt for', 'bemyndiget af organisation', 'bemyndigelse i'] },
  sourceBody: { label: 'Besluttet af', words: ['besluttende organ', 'fuldmagt fra', 'bemyndiget af'] },
  sourceDay: { label: 'Besluttet den', words: ['besluttet', 'mødedato', 'dato for organets møde'] },
  sourceDocument: { label: 'Dokument', words: ['protokol', 'organisationens dokument', 'kilde'] },
} as const satisfies Record<string, { label: string; words: readonly string[] }>

export type Column = keyof typeof columns

export const columnNames = Object.keys(columns) as Column[]

/** The column of reasons in what is given back: read as nothing when the file comes again. */
export const reasonLabel = 'Årsag'

export interface Heading {
  /** Which column of the file tells what. */
  at: ReadonlyMap<Column, number>
  /** Headings that tell nothing: they are named before anything is stored. */
  unknown: string[]
  /** Columns that two headings claim. */
  twice: string[]
}

/** Letters and figures alone, so that »E-mail«, »e mail:« and »EMAIL« are one. */
const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

const meanings = new Map<string, Column>(
  columnNames.flatMap(column => {
    const { label, words } = columns[column]
    return [label, ...words].map((word): [string, Column] => [bare(word), column])
  }),
)

/** Reads the line of headings, in any order and loosely spelled. */
export function headingOf(cells: readonly string[]): Heading {
  const at = new Map<Column, number>()
  const unknown: string[] = []
  const twice: string[] = []
  for (const [index, cell] of cells.entries()) {
    if (cell === '' || bare(cell) === bare(reasonLabel)) continue
    const column = meanings.get(bare(cell))
    if (!column) unknown.push(cell)
    else if (at.has(column)) twice.push(columns[column].label)
    else at.set(column, index)
  }
  return { at, unknown, twice }
}
