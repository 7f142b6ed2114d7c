import { headingIn, namesOf } from '../table-import/index.ts'

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
} as const

export type Column = keyof typeof columns

export const columnNames = namesOf(columns)

/** Reads the line of headings, in any order and loosely spelled. */
export const headingOf = (cells: readonly string[]) => headingIn(columns, cells)
