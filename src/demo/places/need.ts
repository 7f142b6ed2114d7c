import { type Day, yearOf } from '../../kernel/days.ts'
import { estates } from './places.ts'

/** The need for social housing in the demo. Every figure is invented, and says so. */
const invented = '(Opdigtet eksempel.)'

const head = 'Bydel;Boligtype;Størrelse;År;Lavt;Mellem;Højt'
const homesOf = (among: typeof estates): number =>
  among.reduce((sum, { homes }) => sum + homes.reduce((own, count) => own + count, 0), 0)
const ofType = (at: number): number => estates.reduce((sum, { homes }) => sum + (homes[at] ?? 0), 0)
const line = (place: string, type: string, size: string, year: number, middle: number, spread: number): string =>
  [place, type, size, year, ...[1 - spread, 1, 1 + spread].map(part => Math.round(middle * part))].join(';')

/** Some districts grow, and others do not: by their names alone, so that the demo is the same each time. */
const growth = (name: string): number => (([...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 9) - 3) / 100

const districts = [...new Set(estates.map(({ district }) => district))]

/** The municipality's: the whole town and each district. */
export function municipalLines(today: Day, growthOfTown: number): string {
  const thisYear = yearOf(today)
  const rows = [1, 3, 5, 8, 12].flatMap(ahead => [
    line(
      'Hele byen',
      'Alle',
      'Alle',
      thisYear + ahead,
      homesOf(estates) * (1 + growthOfTown * ahead),
      0.01 + ahead / 400,
    ),
    ...(ahead === 5 || ahead === 12 ? districts : []).map(district => {
      const homes = homesOf(estates.filter(one => one.district === district))
      return line(
        district,
        'Alle',
        'Alle',
        thisYear + ahead,
        homes * (1 + growth(district) * (ahead / 5)),
        0.02 + ahead / 300,
      )
    }),
  ])
  return [head, ...rows].join('\n')
}

/** The organisations': by the types of homes. */
export function organisationsLines(today: Day): string {
  const thisYear = yearOf(today)
  const types = [
    ['Familieboliger', 0, 0.012],
    ['Ungdomsboliger', 1, -0.006],
    ['Ældreboliger', 2, 0.03],
  ] as const
  const rows = [1, 5, 8].flatMap(ahead =>
    types.map(([type, at, yearly]) =>
      line('Hele byen', type, 'Alle', thisYear + ahead, ofType(at) * (1 + yearly * ahead), 0.02 + ahead / 250),
    ),
  )
  return [head, ...rows].join('\n')
}

/** Homes for the young alone, by their size: from somebody who lets no others. */
export function youngLines(today: Day): string {
  const thisYear = yearOf(today)
  const rows = [1, 5].flatMap(ahead =>
    (
      [
        ['1 rum', 0.7],
        ['2 rum', 0.36],
      ] as const
    ).map(([size, share]) => line('Hele byen', 'Ungdomsboliger', size, thisYear + ahead, ofType(1) * share, 0.05)),
  )
  return [head, ...rows].join('\n')
}

export const demoEstimates = {
  municipal: {
    by: 'odense-kommune',
    title: 'Boligprognose for de almene boliger',
    method: `Befolkningsprognosen er fordelt på husstande efter alder og type. Andelen, der bor alment, er holdt fast på de seneste fem års gennemsnit. Det lave tal forudsætter, at tilflytningen halveres; det høje, at den fortsætter som i de bedste år. ${invented}`,
    source: 'Kommunens befolkningsprognose, opdigtet til demoen',
    changed: 'Befolkningsprognosen er ny, og tilflytningen er lavere end ventet sidste år. (Opdigtet eksempel.)',
  },
  organisations: {
    by: 'hoejstrup',
    title: 'Organisationernes vurdering efter ventelisterne',
    method: `Antallet af aktive ansøgere på ventelisterne er sammenholdt med, hvor mange boliger der bliver ledige om året. Ventelister overvurderer behovet, fordi samme ansøger kan stå på flere. ${invented}`,
    source: 'Opgørelse af ventelisterne, opdigtet til demoen',
  },
  young: {
    by: 'kollegieboligselskabet',
    title: 'Behovet for boliger til studerende',
    method: `Optaget på uddannelserne i byen er fremskrevet, og andelen, der søger bolig, er holdt fast. ${invented}`,
    source: 'Uddannelsernes optag, opdigtet til demoen',
  },
}

/** Homes that come and go. */
export const demoChanges = [
  {
    name: 'Nybyggeri ved havnen, etape 1',
    kind: 'BUILT',
    district: 'Skibhuskvarteret',
    ahead: 1,
    state: 'DECIDED',
    homes: [64, 24, 0],
  },
  {
    name: 'Nybyggeri ved havnen, etape 2',
    kind: 'BUILT',
    district: 'Skibhuskvarteret',
    ahead: 4,
    state: 'PLANNED',
    homes: [80, 0, 24],
  },
  {
    name: 'Tæt-lav ved stationen',
    kind: 'BUILT',
    district: 'Hjallese',
    ahead: 2,
    state: 'DECIDED',
    homes: [48, 0, 12],
  },
  { name: 'Seniorbofællesskab', kind: 'BUILT', district: 'Dalum', ahead: -1, state: 'PLANNED', homes: [0, 0, 28] },
  {
    name: 'Nedrivning efter udviklingsplanen',
    kind: 'DEMOLISHED',
    district: 'Vollsmose',
    ahead: 1,
    state: 'DECIDED',
    homes: [220, 0, 0],
    estate: 'Bøgeparken',
  },
  {
    name: 'Nedrivning, anden etape',
    kind: 'DEMOLISHED',
    district: 'Vollsmose',
    ahead: 3,
    state: 'PLANNED',
    homes: [160, 0, 0],
    estate: 'Fyrreparken',
  },
  { name: 'Salg af rækkehuse', kind: 'SOLD', district: 'Rising', ahead: 2, state: 'DROPPED', homes: [24, 0, 0] },
  {
    name: 'Sammenlægning af små boliger',
    kind: 'REMOVED',
    district: 'Korsløkke',
    ahead: -2,
    state: 'DONE',
    homes: [18, 0, 0],
  },
] as const

const causes = [
  'Svigtende efterspørgsel',
  'Høj husleje',
  'Renovering eller genhusning',
  'Boligernes stand eller indretning',
]
const measures = [
  'Boligerne annonceres åbent, og der kan søges på tværs af ventelister.',
  'Huslejen er sat ned i et år, mens boligerne istandsættes.',
  'Boligerne holdes ledige til genhusning.',
  '',
]

/** A year's count of empty homes, as a secretariat has it in a spreadsheet: every seventh estate. */
export function vacancyFile(year: number, organisationName: (slug: string) => string): string {
  const rows = estates
    .filter((_, at) => at % 7 === 0)
    .map(({ number, owner, homes }, at) => {
      const young = (homes[0] ?? 0) === 0
      const vacant = (at * 5 + year) % 9
      const loss = vacant * (38_000 + ((at * 1700) % 9000))
      return [
        ...[year, organisationName(owner), number, young ? 'Ungdomsboliger' : 'Familieboliger', vacant],
        ...[vacant === 0 ? '' : loss, vacant === 0 ? '' : causes[(at + year) % causes.length]],
        ...[vacant === 0 ? '' : measures[at % measures.length], 'Opdigtet til demoen'],
      ].join(';')
    })
  return ['År;Ejer;Afdelingsnr.;Boligtype;Ledige boliger;Huslejetab;Årsag til ledighed;Tiltag;Kilde', ...rows].join(
    '\n',
  )
}
