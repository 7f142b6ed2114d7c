/** Mandates by calendar year. All amounts are invented. */
export interface DemoMandate {
  /** The organisation whose deciding body gives it. */
  org: string
  title: string
  /** Whole kroner. */
  limit?: number
  total?: number
  legal?: boolean
  organisational?: boolean
  strategy?: boolean
  professionalDevelopment?: boolean
  coordination?: boolean
  sourceItem: string
  sourceNote?: string
  template?: 'YEARLY_AMOUNT' | 'AMOUNT_PER_DECISION' | 'POLICY_AREA' | 'ONE_CASE'
  partial?: boolean
  subjectAreas?: string[]
  /** The housing areas that it is given for alone, by name. */
  areas?: string[]
  /** The content's key of the one case that it is given for. */
  case?: string
  /** Its protocol has not come yet. */
  draft?: boolean
}

/** Given anew for every year, in December the year before. */
export const yearly: DemoMandate[] = [
  {
    org: 'odense-kommune',
    title: 'Mandat til fælles boligstrategisk gruppe for {år}',
    limit: 1_000_000,
    total: 5_000_000,
    legal: true,
    organisational: true,
    sourceItem: '14',
    sourceNote: 'Givet sammen med budgettet for {år}. Dækker også forvaltningerne.',
  },
  {
    org: 'fab',
    title: 'Mandat til FABs repræsentanter for {år}',
    limit: 500_000,
    total: 1_600_000,
    legal: true,
    organisational: true,
    sourceItem: '7',
  },
  {
    org: 'hoejstrup',
    title: 'Mandat til Højstrups repræsentanter for {år}',
    limit: 400_000,
    total: 1_300_000,
    legal: true,
    organisational: true,
    sourceItem: '5',
  },
  {
    org: 'kristiansdal',
    title: 'Økonomisk og organisatorisk mandat for {år}',
    limit: 250_000,
    total: 600_000,
    organisational: true,
    sourceItem: '9',
    sourceNote: 'Juridiske aftaler forelægges bestyrelsen hver gang.',
  },
]

/** Given once. Days are counted from today. */
export const single: (DemoMandate & {
  fromDays: number
  toDays?: number
  revoked?: { days: number; reason: string }
  /** Raised or lowered so many days from today, in whole kroner. */
  adjusted?: { days: number; by: number; sourceItem: string; reason: string }
  /** The title of the one that it takes the place of. */
  supersedes?: string
})[] = [
  {
    org: 'odense-kommune',
    title: 'Tillægsmandat: beboerhus i Vollsmose',
    areas: ['Vollsmose Parkerne', 'Vollsmose Haverne'],
    limit: 2_000_000,
    total: 2_000_000,
    strategy: true,
    coordination: true,
    sourceItem: '22',
    sourceNote: 'Kan kun bruges til sager om mødesteder under omdannelsen.',
    fromDays: -300,
    toDays: 45,
  },
  {
    org: 'hoejstrup',
    title: 'Mandat til faglig udvikling: kurser og konferencer',
    limit: 60_000,
    total: 120_000,
    professionalDevelopment: true,
    sourceItem: '11',
    fromDays: -1000,
    toDays: -270,
  },
  {
    org: 'kristiansdal',
    title: 'Mandat til aftaler om fleksibel udlejning',
    legal: true,
    strategy: true,
    sourceItem: '6',
    fromDays: -420,
    revoked: { days: -60, reason: 'Bestyrelsen ønsker sagerne forelagt enkeltvis, efter at ventelisten er vokset.' },
  },
  {
    org: 'fab',
    title: 'Mandat til ekstra indsats i Korsløkkeparken',
    template: 'POLICY_AREA',
    areas: ['Korsløkkeparken'],
    limit: 300_000,
    total: 300_000,
    coordination: true,
    sourceItem: '4',
    fromDays: -200,
    toDays: 24,
  },
  {
    org: 'arbejdernes-boligforening',
    title: 'Mandat til fælles drift af udearealer',
    total: 300_000,
    organisational: true,
    coordination: true,
    sourceItem: '8',
    sourceNote: 'Rækker til begge de forslag, der er på vej, hver for sig, men ikke til begge på én gang.',
    fromDays: -30,
    toDays: 400,
  },
  {
    org: 'hoejstrup',
    title: 'Mandat til beboerrettede aktiviteter',
    template: 'AMOUNT_PER_DECISION',
    limit: 50_000,
    total: 150_000,
    coordination: true,
    sourceItem: '12',
    fromDays: -260,
    toDays: 200,
  },
  {
    org: 'hoejstrup',
    title: 'Mandat til beboerrettede aktiviteter, ny beløbsgrænse',
    template: 'AMOUNT_PER_DECISION',
    limit: 75_000,
    total: 225_000,
    coordination: true,
    sourceItem: '6',
    sourceNote: 'Afløser det tidligere mandat. Beløbsgrænsen er hævet efter erfaringerne fra det første halvår.',
    fromDays: -75,
    toDays: 290,
    supersedes: 'Mandat til beboerrettede aktiviteter',
  },
  {
    org: 'fab',
    title: 'Mandat til fritidsjob og lommepenge',
    template: 'YEARLY_AMOUNT',
    total: 120_000,
    partial: true,
    coordination: true,
    sourceItem: '10',
    fromDays: -150,
    toDays: 215,
    adjusted: { days: -40, by: 60_000, sourceItem: '3', reason: 'Flere unge er kommet med end forventet.' },
  },
  {
    org: 'kollegieboligselskabet',
    title: 'Mandat til aktiviteter for studerende',
    total: 100_000,
    partial: true,
    coordination: true,
    sourceItem: '4',
    fromDays: -180,
    toDays: 185,
  },
  {
    org: 'kollegieboligselskabet',
    title: 'Mandat til samarbejde med naboområder',
    total: 80_000,
    partial: true,
    coordination: true,
    sourceItem: '9',
    fromDays: -120,
    toDays: 245,
  },
  {
    org: 'kristiansdal',
    title: 'Mandat til samarbejdet om unge',
    template: 'POLICY_AREA',
    total: 80_000,
    organisational: true,
    subjectAreas: ['Unge'],
    sourceItem: '5',
    sourceNote: 'Godkendt på mødet. Protokollen er ikke underskrevet endnu.',
    draft: true,
    fromDays: -6,
    toDays: 359,
  },
]

/** What organisations are subject to apart from the cooperation. Days are counted from today. All invented. */
export const conditions: {
  org: string
  kind: 'LAW' | 'STATUTES' | 'DELEGATION_PLAN' | 'POLITICAL' | 'ADMINISTRATIVE'
  title: string
  text: string
  fromDays: number
  toDays?: number
}[] = [
  {
    org: 'odense-kommune',
    kind: 'DELEGATION_PLAN',
    title: 'Kompetenceplanen, beløb over 1 mio. kr.',
    text: 'Udgifter over 1 mio. kr. i én beslutning skal forelægges byrådet, uanset hvilken forvaltning der afholder dem.',
    fromDays: -900,
  },
  {
    org: 'by-og-kulturforvaltningen',
    kind: 'ADMINISTRATIVE',
    title: 'Frist til udvalgsbehandling',
    text: 'En sag skal være forvaltningen i hænde fem uger før udvalgets møde.',
    fromDays: -700,
  },
  {
    org: 'hoejstrup',
    kind: 'STATUTES',
    title: 'Vedtægten om flerårige aftaler',
    text: 'Aftaler, der binder foreningen i mere end to år, godkendes af repræsentantskabet.',
    fromDays: -1000,
  },
  {
    org: 'kristiansdal',
    kind: 'POLITICAL',
    title: 'Retningslinjer for udlejning',
    text: 'Bestyrelsen har besluttet, at ændret udlejning drøftes med afdelingsbestyrelserne først.',
    fromDays: -600,
    toDays: -50,
  },
]
