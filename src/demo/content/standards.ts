/** Invented standards in the likeness of what such a cooperation agrees upon. */
export interface DemoStandard {
  key: string
  title: string
  purpose: string
  appliesTo: 'ALL' | 'HOUSING' | 'MUNICIPALITY'
  points: { text: string; evidence: string }[]
  /** How far it has come: adopted at a meeting, on the agenda of one, signed off by one secretariat, or only written. */
  stop: { adoptedAt: string } | { onAgendaOf: string } | 'oneSided' | 'draft'
  /** Workdays before its meeting, or before today, that it was begun; left out: as usual. */
  begun?: number
  /** What has been written on the next version since. */
  next?: { point: number; text: string; evidence: string }
}

export const standards: DemoStandard[] = [
  {
    key: 'velkomst',
    title: 'God modtagelse af nye beboere',
    purpose:
      'Den, der flytter ind, skal fra første dag vide, hvem man spørger, og hvad der sker i området. Det forebygger ensomhed og klager.',
    appliesTo: 'HOUSING',
    points: [
      {
        text: 'Alle nye beboere får tilbudt et besøg inden for fire uger efter indflytningen.',
        evidence: 'Andelen af nye beboere, der har fået tilbuddet, gjort op én gang om året.',
      },
      {
        text: 'Velkomstmaterialet findes på dansk og på de sprog, der tales mest i afdelingen.',
        evidence: 'Materialet med den dato, det sidst er gennemgået.',
      },
      {
        text: 'Hver afdeling har en kontaktperson for nye beboere.',
        evidence: 'En liste over kontaktpersonerne, som er offentliggjort i afdelingen.',
      },
    ],
    stop: { adoptedAt: 'j12' },
    next: {
      point: 0,
      text: 'Alle nye beboere får tilbudt et besøg inden for to uger efter indflytningen.',
      evidence: 'Andelen af nye beboere, der har fået tilbuddet inden for fristen, gjort op hvert halve år.',
    },
  },
  {
    key: 'udsaettelser',
    title: 'Tidlig kontakt, før nogen sættes ud',
    purpose:
      'Boligorganisationer og forvaltninger griber ind, mens en restance kan afvikles. Målet er færre udsættelser, især af børnefamilier.',
    appliesTo: 'ALL',
    points: [
      {
        text: 'Boligorganisationen tager personlig kontakt senest ti dage efter den første rykker.',
        evidence: 'Antal restancesager og antal sager med kontakt inden for fristen.',
      },
      {
        text: 'Kommunen svarer inden for fem hverdage på en henvendelse om en familie i risiko.',
        evidence: 'Svartiderne, gjort op én gang i kvartalet.',
      },
      {
        text: 'Parterne gennemgår årets udsættelser sammen og noterer, hvad der kunne være gjort tidligere.',
        evidence: 'Referatet af gennemgangen uden oplysninger om enkeltpersoner.',
      },
    ],
    stop: { adoptedAt: 'j17' },
    begun: 70,
  },
  {
    key: 'tryghedsvandring',
    title: 'Tryghedsvandring i hvert boligområde',
    purpose:
      'Beboere, driftsfolk og medarbejdere i kommunen ser området med de samme øjne, og det, de aftaler, bliver gjort.',
    appliesTo: 'ALL',
    points: [
      {
        text: 'Der holdes mindst én tryghedsvandring om året i hvert boligområde.',
        evidence: 'Datoen og deltagernes funktioner.',
      },
      {
        text: 'Det, der aftales på vandringen, har en ansvarlig og en frist.',
        evidence: 'Listen over aftaler og status for dem et halvt år efter.',
      },
    ],
    stop: { onAgendaOf: 'j24' },
  },
  {
    key: 'beboerdemokrati',
    title: 'Støtte til beboerdemokratiet',
    purpose: 'Afdelingsbestyrelser får den hjælp, de har brug for, så flere har lyst til at stille op.',
    appliesTo: 'HOUSING',
    points: [
      {
        text: 'Nyvalgte i afdelingsbestyrelser får tilbudt et kursus inden for tre måneder.',
        evidence: 'Antal nyvalgte og antal deltagere.',
      },
      {
        text: 'Afdelinger uden bestyrelse får besøg mindst én gang om året.',
        evidence: 'En liste over besøgene.',
      },
    ],
    stop: 'oneSided',
  },
  {
    key: 'data',
    title: 'Deling af oplysninger om boligområder',
    purpose: 'Parterne deler det, de ved om områderne, så det kan bruges, og uden oplysninger om enkeltpersoner.',
    appliesTo: 'MUNICIPALITY',
    points: [
      {
        text: 'Tal om boligområderne leveres til sekretariaterne senest den 1. marts.',
        evidence: '',
      },
    ],
    stop: 'draft',
  },
]
