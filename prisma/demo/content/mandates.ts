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
})[] = [
  {
    org: 'odense-kommune',
    title: 'Tillægsmandat: beboerhus i Vollsmose',
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
]
