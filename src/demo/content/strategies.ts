/** A target of the demo; its years are counted from the year that the demo is laid out. */
export interface DemoTarget {
  title: string
  text?: string
  owner?: string
  year?: number
  /** The key of its indicator; none: it is judged in words, unless `unfinished`. */
  indicator?: string
  place?: string
  baseline?: { value: number; source: string }
  value?: number
  /** Measured, but what by is not decided. */
  unfinished?: true
  appraisals?: DemoAppraisal[]
}

/** Written in the year after, on the given day of it. */
export interface DemoAppraisal {
  by: 'sekretariat.bolig' | 'sekretariat.kommune'
  monthDay: string
  state: 'REACHED' | 'ON_TRACK' | 'BEHIND'
  reasons: string
}

export interface DemoGoal {
  title: string
  text?: string
  targets: DemoTarget[]
}

export interface DemoAdoption {
  adoptedAt: string
  /** In force so many days from today at the earliest; left out: with the decision. */
  fromDays?: number
  /** What it costs somebody whose mandates do not cover it: the decision waits for that one's deciding body. */
  subjectTo?: { organisation: string; kroner: number }
}

/** An invented text in the likeness of what such a cooperation agrees upon. */
export interface DemoText {
  key: string
  type: 'POLICY' | 'STRATEGY' | 'GUIDELINE'
  title: string
  purpose: string
  /** Its horizon, in years from the one that the demo is laid out in. */
  years: [number, number]
  /** Days from today. */
  reviewIn: number
  areas?: string[]
  themes: string[]
  responsible: { housing: string; housingWho: string; municipality: string; municipalityWho: string }
  sections: { title: string; text: string }[]
  stars: { title: string; text: string; goals: DemoGoal[] }[]
  /** How far it has come. */
  /** Workdays before its meeting, or before today, that it was begun; left out: as usual. */
  begun?: number
  stop: DemoAdoption | { onAgendaOf: string } | 'draft'
}

const shared = {
  housing: 'fab',
  housingWho: 'Formanden for boligorganisationernes strategigruppe',
  municipality: 'by-og-kulturforvaltningen',
  municipalityWho: 'Direktøren',
}

export const texts: DemoText[] = [
  {
    key: 'plads-til-alle',
    type: 'STRATEGY',
    title: 'Trygge boligområder med plads til alle',
    purpose:
      'Parterne vil have boligområder, hvor man er tryg, hvor flere er i job eller uddannelse, og hvor der er plads til dem, der har det svært. Strategien er opdigtet til demoen.',
    years: [-1, 2],
    reviewIn: 40,
    themes: ['Tryghed', 'Uddannelse og beskæftigelse', 'Udlejning', 'Beboerdemokrati'],
    responsible: shared,
    sections: [
      {
        title: 'Baggrund',
        text: 'Byens almene boligområder har udviklet sig forskelligt. Nogle er blevet tryggere, mens andre stadig har mange unge uden job og uddannelse.\n\nParterne har hver for sig gjort meget. Strategien samler indsatsen, så den kan følges år for år.',
      },
      {
        title: 'Vision',
        text: 'I {år+4} vælger man et alment boligområde til, fordi det er et godt sted at bo. Børn og unge, der vokser op her, har de samme muligheder som andre.',
      },
      {
        title: 'Sådan arbejder parterne',
        text: '- Hver organisation oversætter målene til sine egne opgaver.\n- Fælles boligstrategisk gruppe vedtager en handlingsplan for hvert år.\n- De to sekretariater registrerer de værdier, målene følges med.',
      },
      {
        title: 'Økonomi',
        text: 'Strategien giver ikke i sig selv nye bevillinger. Handlinger, der koster penge, forelægges hver for sig inden for parternes mandater.',
      },
    ],
    stars: [
      {
        title: 'Trygge og levende områder',
        text: 'Tryghed er forudsætningen for alt det andet. Den måles blandt beboerne selv.',
        goals: [
          {
            title: 'Flere beboere er trygge',
            targets: [
              {
                title: 'Andelen af trygge beboere stiger i hele byen',
                indicator: 'tryghed',
                baseline: { value: 78.2, source: 'Spørgeundersøgelsen' },
                value: 84,
                year: 2,
                owner: 'by-og-kulturforvaltningen',
              },
              {
                title: 'Andelen af trygge beboere stiger i Vollsmose Parkerne',
                indicator: 'tryghed',
                place: 'Vollsmose Parkerne',
                baseline: { value: 64, source: 'Spørgeundersøgelsen' },
                value: 75,
                year: 2,
                owner: 'fab',
              },
            ],
          },
          {
            title: 'Færre flytter fra området',
            text: 'Målet gælder fraflytninger, som beboerne selv har valgt.',
            targets: [
              {
                title: 'Andelen af fraflytninger falder',
                indicator: 'fraflytning',
                baseline: { value: 14.8, source: 'Sekretariaternes opgørelse' },
                value: 12.5,
                year: 2,
                owner: 'hoejstrup',
              },
            ],
          },
          {
            title: 'Beboerdemokratiet lever i alle afdelinger',
            targets: [
              {
                title: 'Næsten alle afdelinger har en valgt bestyrelse',
                indicator: 'bestyrelser',
                baseline: { value: 81, source: 'Opgørelsen efter afdelingsmøderne' },
                value: 95,
                year: 2,
                owner: 'kristiansdal',
              },
              {
                title: 'Beboerne er med fra begyndelsen, når der planlægges',
                text: 'Nået, når hver større plan i perioden har haft et møde med beboerne, før den blev besluttet.',
                year: 2,
                owner: 'by-og-kulturforvaltningen',
                appraisals: [
                  {
                    by: 'sekretariat.kommune',
                    monthDay: '02-24',
                    state: 'ON_TRACK',
                    reasons:
                      'To af tre planer begyndte med et beboermøde. Den tredje blev lavet om, da beboerne blev hørt.',
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        title: 'Flere i job og uddannelse',
        text: 'Den, der har noget at stå op til, har det bedre, og det samme har området.',
        goals: [
          {
            title: 'Flere unge er i gang',
            targets: [
              {
                title: 'Færre unge står uden job og uddannelse',
                indicator: 'unge',
                baseline: { value: 11.9, source: 'Årets opgørelse' },
                value: 8.5,
                year: 2,
                owner: 'boern-og-ungeforvaltningen',
              },
              {
                title: 'Færre unge står uden job og uddannelse i Korsløkkeparken',
                indicator: 'unge',
                place: 'Korsløkkeparken',
                baseline: { value: 17.5, source: 'Årets opgørelse' },
                value: 12,
                year: 2,
                owner: 'boern-og-ungeforvaltningen',
              },
            ],
          },
          {
            title: 'Flere voksne er i arbejde',
            targets: [
              {
                title: 'Andelen af beboere i arbejde stiger',
                indicator: 'arbejde',
                baseline: { value: 58.4, source: 'Årets opgørelse' },
                value: 63,
                year: 2,
                owner: 'by-og-kulturforvaltningen',
              },
            ],
          },
          {
            title: 'Unge får deres første job tidligt',
            targets: [
              {
                title: 'Flere unge får et fritidsjob',
                indicator: 'fritidsjob',
                baseline: { value: 140, source: 'De boligsociale medarbejderes optælling' },
                value: 220,
                year: 1,
                owner: 'fab',
              },
            ],
          },
          {
            title: 'Virksomheder er faste partnere',
            targets: [
              {
                title: 'Der er aftaler med virksomheder i alle bydele',
                text: 'Nået, når mindst én virksomhed i hver bydel har en skriftlig aftale om praktik eller fritidsjob.',
                year: 1,
                owner: 'kristiansdal',
              },
            ],
          },
        ],
      },
      {
        title: 'En by med plads til alle',
        text: 'Den, der er ved at miste sin bolig, skal have hjælp, mens det stadig nytter.',
        goals: [
          {
            title: 'Færre mister deres bolig',
            targets: [
              {
                title: 'Antallet af udsættelser falder',
                indicator: 'udsaettelser',
                baseline: { value: 64, source: 'Boligorganisationernes optælling' },
                value: 40,
                year: 2,
                owner: 'hoejstrup',
              },
            ],
          },
          {
            title: 'Udlejningen gør områderne mere blandede',
            targets: [
              {
                title: 'Flere beboere i Højstruphave er i arbejde',
                indicator: 'arbejde',
                place: 'Højstruphave',
                baseline: { value: 41, source: 'Årets opgørelse' },
                value: 55,
                year: 2,
                owner: 'hoejstrup',
              },
            ],
          },
          {
            title: 'Parterne handler tidligt',
            targets: [
              {
                title: 'En bekymring for et område bliver til en aftale inden for et kvartal',
                text: 'Nået, når hver bekymring, der er rejst i året, har ført til en aftale inden for tre måneder.',
                year: 2,
                owner: 'by-og-kulturforvaltningen',
                appraisals: [
                  {
                    by: 'sekretariat.bolig',
                    monthDay: '02-26',
                    state: 'ON_TRACK',
                    reasons: 'Tre af fire bekymringer førte til en aftale inden for fristen.',
                  },
                  {
                    by: 'sekretariat.kommune',
                    monthDay: '03-10',
                    state: 'BEHIND',
                    reasons:
                      'To af fire bekymringer førte til en aftale inden for fristen. Den tredje aftale faldt en måned for sent.',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    begun: 75,
    stop: { adoptedAt: 'j10' },
  },
  {
    key: 'boligpolitik',
    type: 'POLICY',
    title: 'Fælles boligpolitik for de almene boliger',
    purpose:
      'Politikken siger, hvad kommunen og boligorganisationerne vil med de almene boliger på lang sigt. Den er opdigtet til demoen.',
    years: [0, 8],
    reviewIn: 400,
    themes: ['Bosætning', 'Boligbehov'],
    responsible: shared,
    sections: [
      {
        title: 'Det vil parterne',
        text: 'De almene boliger er for alle, der har brug for en god bolig til at betale. Parterne vil have dem i alle dele af byen.',
      },
      {
        title: 'Principper',
        text: '1. Nye almene boliger bygges, hvor der er få.\n2. Ingen flytter uden en aftale om, hvor de skal bo.\n3. Det, der virker i ét område, prøves i det næste.',
      },
      {
        title: 'Opfølgning',
        text: 'Politikken udmøntes i strategier og retningslinjer. Den gennemgås hvert andet år.',
      },
    ],
    stars: [],
    stop: { onAgendaOf: 'j24' },
  },
  {
    key: 'udlejning',
    type: 'STRATEGY',
    title: 'Udlejning, der styrker områderne',
    purpose:
      'Parterne vil bruge udlejningen til at styrke de områder, der har det sværest. Strategien er opdigtet til demoen.',
    years: [0, 3],
    reviewIn: 500,
    areas: ['Højstruphave', 'Korsløkkeparken'],
    themes: ['Udlejning'],
    responsible: shared,
    sections: [
      {
        title: 'Udgangspunktet',
        text: 'I to områder er andelen af beboere i arbejde lavere end i resten af byen.',
      },
    ],
    stars: [
      {
        title: 'Udlejning med omtanke',
        text: '',
        goals: [
          {
            title: 'Flere tilflyttere er i arbejde',
            targets: [
              {
                title: 'Flere beboere i Korsløkkeparken er i arbejde',
                place: 'Korsløkkeparken',
                unfinished: true,
                year: 3,
                owner: 'kristiansdal',
              },
            ],
          },
        ],
      },
    ],
    stop: 'draft',
  },
  {
    key: 'genhusning',
    type: 'STRATEGY',
    title: 'God genhusning',
    purpose:
      'Den, der skal flytte, fordi boligen rives ned eller bygges om, skal vide besked i god tid og kunne vælge mellem flere boliger. Strategien er opdigtet til demoen.',
    years: [0, 4],
    reviewIn: 600,
    areas: ['Vollsmose Parkerne', 'Korsløkkeparken', 'Højstruphave'],
    themes: ['Genhusning', 'Udlejning'],
    responsible: { ...shared, housing: 'hoejstrup', housingWho: 'Udlejningschefen' },
    sections: [
      {
        title: 'Baggrund',
        text: 'I de kommende år skal flere hundrede familier genhuses. Boligorganisationerne stiller boliger til rådighed for hinandens beboere.',
      },
      {
        title: 'Sådan arbejder parterne',
        text: '- Hver familie har én kontaktperson fra varslet til indflytningen.\n- Ingen familie bliver tilbudt en bolig, den ikke har set.\n- Parterne gør status sammen hvert halve år.',
      },
    ],
    stars: [
      {
        title: 'Ingen bliver glemt',
        text: 'Genhusningen begynder med en samtale, ikke med et brev.',
        goals: [
          {
            title: 'Familierne får besked i god tid',
            targets: [
              {
                title: 'Alle familier har haft en samtale et halvt år før flytningen',
                text: 'Nået, når hver familie, der er flyttet i året, har haft en samtale mindst seks måneder før.',
                year: 3,
                owner: 'hoejstrup',
              },
            ],
          },
          {
            title: 'Færre flytter igen kort efter',
            targets: [
              {
                title: 'Andelen af fraflytninger i Højstruphave falder',
                indicator: 'fraflytning',
                place: 'Højstruphave',
                baseline: { value: 15.9, source: 'Sekretariaternes opgørelse' },
                value: 14,
                year: 4,
                owner: 'hoejstrup',
              },
            ],
          },
        ],
      },
    ],
    stop: { adoptedAt: 'j18', fromDays: -12 },
  },
  {
    key: 'nybyggeri',
    type: 'GUIDELINE',
    title: 'Nye almene boliger i hele byen',
    purpose:
      'Retningslinjen siger, hvor parterne vil have bygget nye almene boliger, og hvem der betaler for grundene. Den er opdigtet til demoen.',
    years: [1, 5],
    reviewIn: 800,
    themes: ['Nybyggeri', 'Bosætning'],
    responsible: shared,
    sections: [
      {
        title: 'Hvor der bygges',
        text: '1. Nye almene boliger bygges i bydele, hvor under hver femte bolig er almen.\n2. Små boliger bygges tæt på kollektiv trafik.',
      },
      {
        title: 'Grunde',
        text: 'Kommunen reserverer grunde til almene boliger i de nye byområder. Det kræver, at byrådet afsætter midlerne.',
      },
    ],
    stars: [],
    stop: { adoptedAt: 'j18', subjectTo: { organisation: 'odense-kommune', kroner: 24_000_000 } },
  },
]
