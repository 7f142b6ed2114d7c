import type { PersonKey } from './types.ts'

export interface DemoHearingAnswer {
  organisation: string
  by: PersonKey
  /** Workdays after the hearing was opened. */
  after: number
  /** Remarks to the whole, and to points by their number. None: the organisation has no remarks. */
  whole?: string
  points?: Record<number, string>
}

/** The organisations are heard about a standard; all invented. */
export interface DemoHearing {
  /** The standard's key in standards.ts. */
  standard: string
  /** Opened so many workdays before its meeting, or before today where it has none. */
  opened: number
  /** Workdays that the organisations are given. */
  given: number
  audience: 'ALL' | 'HOUSING'
  question: string
  answers: DemoHearingAnswer[]
  /** What the secretariats reply, by points, and how many workdays after the last day. */
  note?: { after: number; whole: string; points: Record<number, string> }
}

const none = (organisation: string, after: number, by = `underskriver.${organisation}`): DemoHearingAnswer => ({
  organisation,
  by,
  after,
})

/** Answered with remarks and without, by an administrator for its association, and by many not at all. */
const finished: DemoHearing = {
  standard: 'udsaettelser',
  opened: 66,
  given: 30,
  audience: 'ALL',
  question: 'Kan I overholde fristerne i punkt 1 og 2, og hvad kræver det?',
  answers: [
    none('kristiansdal', 6),
    none('oesterbo', 6, 'underskriver.kristiansdal'),
    {
      organisation: 'hoejstrup',
      by: 'medlem.hoejstrup',
      after: 9,
      points: { 1: 'Ti dage er for kort tid i juli. Skriv hverdage i stedet.' },
    },
    none('odense-andelsboligforening', 11),
    {
      organisation: 'fab',
      by: 'underskriver.fab',
      after: 14,
      whole: 'Vi støtter standarden. Den bør følges op af en fælles skabelon til det første brev.',
      points: { 3: 'Gennemgangen bør holdes i første kvartal, så den kan bruges i årets planlægning.' },
    },
    none('arbejdernes-boligforening', 15),
    none('kollegieboligselskabet', 18),
  ],
  note: {
    after: 3,
    whole: 'Sekretariaterne udarbejder en skabelon til det første brev. Den bliver ikke en del af standarden.',
    points: {
      1: 'Fristen fastholdes. Den er sat, så en restance kan afvikles, mens den er lille.',
      3: 'Tidspunktet aftales fra år til år.',
    },
  },
}

const running: DemoHearing = {
  standard: 'beboerdemokrati',
  opened: 6,
  given: 25,
  audience: 'HOUSING',
  question: 'Er tre måneder en rimelig frist for det første kursus?',
  answers: [
    none('kristiansdal', 2),
    {
      organisation: 'fab',
      by: 'underskriver.fab',
      after: 3,
      points: { 1: 'Kurserne holdes to gange om året. Seks måneder er realistisk.' },
    },
    // Not asked, and kept all the same.
    {
      organisation: 'social-og-arbejdsmarkedsforvaltningen',
      by: 'underskriver.social-og-arbejdsmarkedsforvaltningen',
      after: 4,
      whole: 'Forvaltningen hjælper gerne med lokaler til kurserne.',
    },
  ],
}

export const hearings: readonly DemoHearing[] = [finished, running]
