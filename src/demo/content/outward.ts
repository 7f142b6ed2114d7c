import type { Followed, LetterHead, Means, Position } from '../../features/strategy/outward/index.ts'
import type { PersonKey } from './types.ts'

export interface DemoStance {
  organisation: string
  by: PersonKey
  position: Position
  text?: string
}

/** A letter to somebody outside: how far it has come by today. All of it is invented, and says so. */
export interface DemoOutward extends LetterHead {
  key: string
  /** When it came: days from today, or workdays before the meeting that adopts it. */
  received: { days: number } | { workdaysBefore: number }
  /** Days from the day it came to the addressee's last day. */
  deadlineAfter: number
  hearingWorkdays: number
  sections: { heading: string; text: string }[]
  adopted?: {
    at: string
    stances: DemoStance[]
    means: Means
    /** Workdays from the meeting until it is sent. */
    sentAfter: number
    answer?: {
      /** Days from the sending. */
      after: number
      reference: string
      summary: string
      points: { said: string; followed: Followed; outcome: string }[]
    }
  }
}

export const outward: DemoOutward[] = [
  {
    key: 'kommuneplan',
    kind: 'RESPONSE',
    title: 'Høring om nabokommunens plan for nye almene boliger',
    addressee: 'Den opdigtede nabokommune',
    reference: '01.02.15-P16-7-26',
    received: { days: -3 },
    deadlineAfter: 17,
    hearingWorkdays: 5,
    sections: [
      {
        heading: 'Samspillet mellem byerne',
        text: 'Nye boliger tæt på kommunegrænsen får betydning for, hvem der flytter til og fra boligområderne. (Opdigtet eksempel.)',
      },
      {
        heading: 'Vores forslag',
        text: 'Parterne foreslår, at de to kommuner udveksler tal om flytninger én gang om året.',
      },
    ],
  },
  {
    key: 'udlejning',
    kind: 'RESPONSE',
    title: 'Høring om vejledning i fleksibel udlejning',
    addressee: 'Den opdigtede boligstyrelse',
    reference: '2026-1187',
    received: { workdaysBefore: 36 },
    deadlineAfter: 63,
    hearingWorkdays: 7,
    sections: [
      {
        heading: 'Vejledningen er nyttig',
        text: 'Parterne er enige i, at kriterierne skal kunne læses af en boligsøgende uden hjælp. (Opdigtet eksempel.)',
      },
      {
        heading: 'Kriterier skal kunne ændres i løbet af en aftale',
        text: 'Vejledningen bør sige, hvordan parterne ændrer et kriterium, der ikke virker, uden at hele aftalen falder bort.',
      },
    ],
    adopted: {
      at: 'j17',
      stances: [
        { organisation: 'hoejstrup', by: 'medlem.hoejstrup', position: 'NO_REMARKS' },
        {
          organisation: 'kristiansdal',
          by: 'medlem.kristiansdal',
          position: 'REMARKS',
          text: 'Afsnit 2 bør nævne, at beboerne skal have besked, før et kriterium ændres.',
        },
        { organisation: 'by-og-kulturforvaltningen', by: 'medlem.bykultur', position: 'NO_REMARKS' },
        {
          organisation: 'kollegieboligselskabet',
          by: 'underskriver.kollegieboligselskabet',
          position: 'OWN_STATEMENT',
          text: 'Vi sender et selvstændigt svar om ungdomsboliger.',
        },
      ],
      means: 'HEARING_PORTAL',
      sentAfter: 4,
    },
  },
  {
    key: 'boligstoette',
    kind: 'APPROACH',
    title: 'Henvendelse om digitale breve til udsatte beboere',
    addressee: 'Det opdigtede ministerium for borgerservice',
    reference: '',
    received: { workdaysBefore: 34 },
    deadlineAfter: 70,
    hearingWorkdays: 5,
    sections: [
      {
        heading: 'Problemet',
        text: 'Mange beboere i udsatte boligområder åbner ikke Digital Post. Et varsel om ophævelse af lejemålet når dem derfor for sent. (Opdigtet eksempel.)',
      },
      {
        heading: 'Et brev på papir før en ophævelse',
        text: 'Vi foreslår, at et varsel om ophævelse altid også sendes på papir.',
      },
      {
        heading: 'Mulighed for en kontaktperson',
        text: 'Vi foreslår, at en beboer kan pege på en kontaktperson, som får kopi af varslet.',
      },
    ],
    adopted: {
      at: 'j15',
      stances: [
        { organisation: 'hoejstrup', by: 'medlem.hoejstrup', position: 'NO_REMARKS' },
        { organisation: 'fab', by: 'medlem.fab', position: 'NO_REMARKS' },
        {
          organisation: 'boern-og-ungeforvaltningen',
          by: 'medlem.boernunge',
          position: 'REMARKS',
          text: 'Afsnit 3: Kontaktpersonen må ikke være et barn i familien.',
        },
      ],
      means: 'DIGITAL_POST',
      sentAfter: 3,
      answer: {
        after: 46,
        reference: 'Sag 26/4410',
        summary: 'Ministeriet indfører et papirbrev som supplement og undersøger en ordning med kontaktpersoner.',
        points: [
          {
            said: 'Ministeriet er enigt i, at problemet findes, og henviser til egne tal.',
            followed: 'FULL',
            outcome: '',
          },
          {
            said: 'Et papirbrev sendes som supplement, men kun ved ophævelse på grund af restance.',
            followed: 'PARTLY',
            outcome: 'Boligorganisationerne har rettet deres standardbreve, så de passer med ordningen.',
          },
          {
            said: 'En ordning kræver en lovændring og kan tidligst komme om to år.',
            followed: 'NOT',
            outcome: 'Sekretariaterne tager forslaget op igen, når loven bliver revideret.',
          },
        ],
      },
    },
  },
]
