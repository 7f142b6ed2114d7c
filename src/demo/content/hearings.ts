import type { PersonKey } from './types.ts'

export interface DemoHearingAnswer {
  organisation: string
  by: PersonKey
  /** Workdays after the hearing was opened. */
  after: number
  /** Remarks to the whole, and to sections by their number. None: the organisation has no remarks. */
  whole?: string
  sections?: Record<number, string>
}

/** The organisations are heard about a text; all invented. */
export interface DemoHearing {
  /** A standard, or a strategy, by its key among the demo's. */
  of: { standard: string } | { strategy: string }
  /** Opened so many workdays before its meeting, or before today where it has none. */
  opened: number
  /** Workdays that the organisations are given. */
  given: number
  audience: 'ALL' | 'HOUSING'
  question: string
  answers: DemoHearingAnswer[]
  /** What the secretariats reply, by sections, and how many workdays after the last day. */
  note?: { after: number; whole: string; sections: Record<number, string> }
}

const none = (organisation: string, after: number, by = `underskriver.${organisation}`): DemoHearingAnswer => ({
  organisation,
  by,
  after,
})

/** Answered with remarks and without, by an administrator for its association, and by many not at all. */
const finished: DemoHearing = {
  of: { standard: 'udsaettelser' },
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
      sections: { 2: 'Ti dage er for kort tid i juli. Skriv hverdage i stedet.' },
    },
    none('odense-andelsboligforening', 11),
    {
      organisation: 'fab',
      by: 'underskriver.fab',
      after: 14,
      whole: 'Vi støtter standarden. Den bør følges op af en fælles skabelon til det første brev.',
      sections: { 4: 'Gennemgangen bør holdes i første kvartal, så den kan bruges i årets planlægning.' },
    },
    none('arbejdernes-boligforening', 15),
    none('kollegieboligselskabet', 18),
  ],
  note: {
    after: 3,
    whole: 'Sekretariaterne udarbejder en skabelon til det første brev. Den bliver ikke en del af standarden.',
    sections: {
      2: 'Fristen fastholdes. Den er sat, så en restance kan afvikles, mens den er lille.',
      4: 'Tidspunktet aftales fra år til år.',
    },
  },
}

const running: DemoHearing = {
  of: { standard: 'beboerdemokrati' },
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
      sections: { 2: 'Kurserne holdes to gange om året. Seks måneder er realistisk.' },
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

const aboutStrategy: DemoHearing = {
  of: { strategy: 'plads-til-alle' },
  opened: 70,
  given: 35,
  audience: 'ALL',
  question: 'Er målene de rigtige, og kan jeres organisation bidrage til dem?',
  answers: [
    none('hoejstrup', 8, 'medlem.hoejstrup'),
    none('kristiansdal', 9),
    none('oesterbo', 9, 'underskriver.kristiansdal'),
    {
      organisation: 'fab',
      by: 'underskriver.fab',
      after: 12,
      whole: 'Vi støtter strategien. Vi savner, at de ældre beboere nævnes.',
      sections: { 1: 'Skriv, at områderne er forskellige, og at indsatsen derfor også er det.' },
    },
    none('odense-andelsboligforening', 20),
    none('social-og-arbejdsmarkedsforvaltningen', 22),
  ],
  note: {
    after: 4,
    whole: 'Ældre beboere indgår i arbejdet med beboerdemokratiet. De får ikke et mål for sig.',
    sections: { 1: 'Bemærkningen indgår i de årlige handlingsplaner.' },
  },
}

export const hearings: readonly DemoHearing[] = [finished, running, aboutStrategy]
