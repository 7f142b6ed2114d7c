import type { PersonKey } from '../types.ts'

/** An action of the demo; all of them are invented. */
export interface DemoAction {
  title: string
  text?: string
  /** The goal of the strategy, by its place among the goals: 1 is the first. */
  goal: number
  organisation: string
  person?: PersonKey
  partners?: string
  area?: string
  /** Days from today, within the plan's year. */
  due: number
  /** What is told of it, so many days from today. */
  told?: { by: PersonKey; days: number; state: 'IN_PROGRESS' | 'DONE' | 'GIVEN_UP'; note: string }[]
  /** It was begun as a follow-up of the joint group. */
  fromFollowUp?: true
  /** A follow-up on it stands on the next agendas. */
  followUp?: { text: string; days: number; due: number }
}

export interface DemoPlan {
  strategy: string
  /** The year, counted from the one that the demo is laid out in. */
  year: number
  intro: string
  adoptedAt: string
  /** Carried over from the year before, by their titles, with their new deadlines. */
  carried: Pick<DemoAction, 'title' | 'due' | 'told'>[]
  actions: DemoAction[]
}

const bolig = 'sekretariat.bolig'
const kommune = 'sekretariat.kommune'
const bykultur = 'by-og-kulturforvaltningen'
const boernunge = 'boern-og-ungeforvaltningen'
const social = 'social-og-arbejdsmarkedsforvaltningen'
const done = (by: PersonKey, days: number, note = '') => [{ by, days, state: 'DONE' as const, note }]

const lastYear: DemoPlan = {
  strategy: 'plads-til-alle',
  year: -1,
  intro:
    'Det første år handler om at komme i gang. Hver handling har én ansvarlig, så ingen er i tvivl. Planen er opdigtet til demoen.',
  adoptedAt: 'j11',
  carried: [],
  actions: [
    {
      title: 'Tryghedsvandringer i tre områder',
      text: 'Beboere, driften og kommunen går området igennem efter mørkets frembrud og aftaler, hvad der rettes.',
      goal: 1,
      organisation: 'fab',
      partners: 'Afdelingsbestyrelserne og driften',
      area: 'Vollsmose Parkerne',
      due: -400,
      told: done(bolig, -385, 'Tre vandringer er holdt. 41 forhold er noteret, og 29 af dem er rettet.'),
    },
    {
      title: 'Fælles skema ved fraflytning',
      goal: 2,
      organisation: 'hoejstrup',
      due: -395,
      told: done(bolig, -380, 'Skemaet bruges af seks organisationer.'),
    },
    {
      title: 'Kursus for nyvalgte afdelingsbestyrelser',
      goal: 3,
      organisation: 'kristiansdal',
      due: -390,
      told: done(bolig, -372, '63 deltagere fra ni organisationer.'),
    },
    {
      title: 'Vejledere på skolerne i to bydele',
      goal: 4,
      organisation: boernunge,
      area: 'Korsløkkeparken',
      due: -370,
      told: [{ by: kommune, days: -360, state: 'IN_PROGRESS', note: 'Begyndt på den ene af de to skoler.' }],
    },
    {
      title: 'Jobdag for voksne beboere',
      goal: 5,
      organisation: social,
      due: -380,
      told: done(kommune, -365, '112 deltog, og 17 er kommet i praktik.'),
    },
    {
      title: 'Fritidsjob i driften',
      goal: 6,
      organisation: 'fab',
      due: -375,
      told: done(bolig, -362, '34 unge har haft et fritidsjob.'),
    },
    {
      title: 'Aftaler med virksomheder i to bydele',
      goal: 7,
      organisation: bykultur,
      due: -365,
      told: [{ by: kommune, days: -355, state: 'IN_PROGRESS', note: 'Den ene aftale er underskrevet.' }],
    },
    {
      title: 'Personlig kontakt ved den første restance',
      goal: 8,
      organisation: 'odense-andelsboligforening',
      due: -372,
      told: done(bolig, -350, 'Kontakten er nu fast praksis hos otte organisationer.'),
    },
    {
      title: 'Fælles pjece om råd ved flytning',
      goal: 2,
      organisation: 'arbejdernes-boligforening',
      due: -370,
      told: [
        { by: bolig, days: -352, state: 'GIVEN_UP', note: 'Organisationerne har hver deres pjece og vil beholde dem.' },
      ],
    },
    {
      title: 'Aftale om fleksibel udlejning i ét område',
      goal: 9,
      organisation: bykultur,
      area: 'Højstruphave',
      due: -360,
    },
    {
      title: 'Fast møde hvert kvartal om bekymringer',
      goal: 10,
      organisation: bykultur,
      due: -368,
      told: done(kommune, -348, 'Møderne ligger i årshjulet.'),
    },
  ],
}

const thisYear: DemoPlan = {
  strategy: 'plads-til-alle',
  year: 0,
  intro:
    'I år skal det, der virkede, ud i flere områder. Tre handlinger er videreført fra sidste år. Planen er opdigtet til demoen.',
  adoptedAt: 'j14',
  carried: [
    {
      title: 'Vejledere på skolerne i to bydele',
      due: -40,
      told: [{ by: kommune, days: -60, state: 'DONE', note: 'Der er nu vejledere på begge skoler.' }],
    },
    {
      title: 'Aftaler med virksomheder i to bydele',
      due: -18,
      told: [
        { by: kommune, days: -70, state: 'IN_PROGRESS', note: 'Forhandlingen med den anden virksomhed er i gang.' },
      ],
    },
    { title: 'Aftale om fleksibel udlejning i ét område', due: 22 },
  ],
  actions: [
    {
      title: 'Tryghedsvandringer i alle områder',
      text: 'Erfaringerne fra de tre første områder samles i en køreplan, som bruges i resten.',
      goal: 1,
      organisation: 'fab',
      partners: 'Afdelingsbestyrelserne, driften og politiet',
      due: -75,
      told: [
        {
          by: bolig,
          days: -150,
          state: 'IN_PROGRESS',
          note: 'Køreplanen er skrevet, og fire områder er gået igennem.',
        },
        { by: bolig, days: -58, state: 'DONE', note: 'Alle syv områder er gået igennem.' },
      ],
    },
    {
      title: 'Belysning på stier og ved indgange',
      goal: 1,
      organisation: 'hoejstrup',
      person: 'medlem.hoejstrup',
      area: 'Højstruphave',
      partners: 'Driften',
      due: 12,
      told: [
        { by: 'medlem.hoejstrup', days: -30, state: 'IN_PROGRESS', note: 'Stierne er færdige. Indgangene mangler.' },
      ],
      followUp: { text: 'Indhent tilbud på belysningen ved indgangene', days: -28, due: 10 },
    },
    {
      title: 'Samtale med alle, der siger op det første år',
      goal: 2,
      organisation: 'kristiansdal',
      due: -25,
      told: [{ by: bolig, days: -90, state: 'IN_PROGRESS', note: 'Tre organisationer er begyndt.' }],
    },
    {
      title: 'Kandidatforløb før afdelingsmøderne',
      goal: 3,
      organisation: 'kristiansdal',
      due: -85,
      told: done(bolig, -80, '22 nye kandidater stillede op.'),
    },
    {
      title: 'Lektiehjælp i beboerhusene',
      goal: 4,
      organisation: boernunge,
      area: 'Korsløkkeparken',
      partners: 'Frivillige og to folkeskoler',
      due: 26,
      told: [{ by: kommune, days: -45, state: 'IN_PROGRESS', note: 'Åbent to dage om ugen.' }],
    },
    {
      title: 'Opsøgende medarbejder for unge uden job',
      goal: 4,
      organisation: social,
      area: 'Vollsmose Parkerne',
      due: -8,
    },
    { title: 'Jobdag sammen med de største virksomheder', goal: 5, organisation: social, due: 18 },
    {
      title: 'Fritidsjob i alle organisationer',
      goal: 6,
      organisation: 'fab',
      partners: 'Kommunens ungeindsats',
      due: -35,
      told: done(bolig, -33, '187 unge har haft et fritidsjob i år.'),
    },
    {
      title: 'Fælles rådgivning om gæld',
      goal: 8,
      organisation: 'odense-andelsboligforening',
      partners: 'Frivillige rådgivere',
      due: 24,
      fromFollowUp: true,
    },
    {
      title: 'Særlige regler for udlejning i to områder',
      goal: 9,
      organisation: bykultur,
      area: 'Korsløkkeparken',
      due: -50,
      told: [
        { by: kommune, days: -40, state: 'GIVEN_UP', note: 'Reglerne afventer en ny aftale om udlejning i hele byen.' },
      ],
    },
    {
      title: 'Fælles oversigt over åbne bekymringer',
      goal: 10,
      organisation: bykultur,
      due: 28,
      told: [{ by: kommune, days: -12, state: 'IN_PROGRESS', note: 'Oversigten er prøvet af to områder.' }],
    },
  ],
}

export const plans: DemoPlan[] = [lastYear, thisYear]
