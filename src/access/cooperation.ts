import type { Database } from '../database/database.ts'
import { column, rowsOf } from '../database/rows.ts'
import { type Day, type DayPrecision, writtenDay } from '../kernel/days.ts'
import { bodyInSentence } from '../kernel/text.ts'
import type { Side } from './actor.ts'

/** The cooperation that the portal serves (§1): one, entered when the portal is set up, and corrected since. */
export interface Cooperation {
  /** »Boligstrategisk samarbejde«: in the header and in every page's title. */
  name: string
  /** »Odense«, as in »boligorganisationerne i Odense«. */
  town: string
  /** What the two parties are called where one stands alone: »Boligorganisationerne«, »Odense Kommune«. */
  sides: Record<Side, string>
  /** The first day of the cooperation, and how much of it the agreement says. */
  firstDay: Day | null
  firstDayPrecision: DayPrecision
  /** Of what came before this day the portal claims nothing. */
  recordedFrom: Day | null
  /** »september 2008«, »12. marts 2026«: no more than the agreement says; null before the portal is set up. */
  since: string | null
  /** »Odense Kommune og boligorganisationerne i Odense« */
  parties: string
  /** Whom one asks for help; each may be empty. */
  contact: { name: string; email: string; phone: string }
  /** What the page on privacy says in the cooperation’s own words; each may be empty. */
  privacy: PrivacyWords
  /** Its meetings are invented: served by the demo, and by nothing else. */
  demo: boolean
  version: number
}

/** Who answers for the data about people, on which ground, how long documents are kept, and where one complains. */
export interface PrivacyWords {
  controller: string
  legalBasis: string
  retention: string
  complaint: string
}

/** »Odense Kommune og boligorganisationerne i Odense« */
export const partiesText = (names: { municipality: string; housing: string; town: string }): string =>
  `${names.municipality} og ${bodyInSentence(names.housing)} i ${names.town}`

/** What is said before the portal is set up. */
export const unknownCooperation: Cooperation = {
  name: 'Boligstrategisk samarbejde',
  town: '',
  sides: { HOUSING: 'Boligorganisationerne', MUNICIPALITY: 'Kommunen' },
  firstDay: null,
  firstDayPrecision: 'DAY',
  recordedFrom: null,
  since: null,
  parties: 'Kommunen og boligorganisationerne',
  contact: { name: '', email: '', phone: '' },
  privacy: { controller: '', legalBasis: '', retention: '', complaint: '' },
  demo: false,
  version: 0,
}

const cooperationRow = rowsOf({
  name: column.text,
  town: column.text,
  housing: column.text,
  municipality: column.text,
  firstDay: column.day,
  firstDayPrecision: column.oneOf<DayPrecision>(),
  recordedFrom: column.day,
  contactName: column.text,
  contactEmail: column.text,
  contactPhone: column.text,
  controller: column.text,
  legalBasis: column.text,
  retention: column.text,
  complaint: column.text,
  demo: column.flag,
  version: column.number,
})

const kept = new WeakMap<Database, { version: number; cooperation: Cooperation }>()

/** Asked for on every page, and hardly ever changed: kept until anything is committed. */
export function cooperationOf(database: Database): Cooperation {
  const version = database.dataVersion()
  const known = kept.get(database)
  if (known?.version === version) return known.cooperation
  const cooperation = readCooperation(database) ?? unknownCooperation
  kept.set(database, { version, cooperation })
  return cooperation
}

/** Whether the portal has been set up: before that it serves nothing else. */
export const isSetUp = (database: Database): boolean => cooperationOf(database).version > 0

/** What a party is called where it stands alone. */
export const sideName = (database: Database, side: Side): string => cooperationOf(database).sides[side]

/**
 * SQL: what the municipality is called. Its organisation is the home of the name, so that a correction and a renaming
 * are seen on every page at once; what the row of the cooperation says is where no organisation is the municipality.
 */
export const municipalitySql = `coalesce((SELECT m.name FROM Organisation m WHERE m.kind = 'MUNICIPALITY'
  ORDER BY m."to" IS NOT NULL, m.position, m.id LIMIT 1), municipality)`

function readCooperation(database: Database): Cooperation | null {
  const row = database.sql.get(
    cooperationRow,
    `SELECT name, town, housing, ${municipalitySql} AS municipality, firstDay, firstDayPrecision, recordedFrom,
            contactName, contactEmail, contactPhone, controller, legalBasis, retention, complaint, demo, version
     FROM Cooperation WHERE id = 1`,
  )
  if (!row) return null
  return {
    name: row.name,
    town: row.town,
    sides: { HOUSING: row.housing, MUNICIPALITY: row.municipality },
    firstDay: row.firstDay,
    firstDayPrecision: row.firstDayPrecision,
    recordedFrom: row.recordedFrom,
    since: writtenDay(row.firstDay, row.firstDayPrecision),
    parties: partiesText(row),
    contact: { name: row.contactName, email: row.contactEmail, phone: row.contactPhone },
    privacy: {
      controller: row.controller,
      legalBasis: row.legalBasis,
      retention: row.retention,
      complaint: row.complaint,
    },
    demo: row.demo,
    version: row.version,
  }
}
