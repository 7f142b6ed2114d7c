/** An invented indicator: its values by place, from some years ago to last year; null: none was delivered. */
export interface DemoIndicator {
  key: string
  name: string
  theme: string
  supplier: string
  unit: string
  decimals: number
  direction: 'HIGHER' | 'LOWER'
  everyYears: number
  dueMonth: number
  source: string
  /** By housing area, »«: the whole town. The last one is of last year, unless `until` years before it. */
  series: { place: string; until?: number; values: (number | null)[] }[]
  /** A value that was found to be wrong: of the town, last year. */
  corrected?: { first: number; reason: string }
}

const invented = 'Tallene er opdigtede.'

export const indicators: DemoIndicator[] = [
  {
    key: 'tryghed',
    name: 'Beboere, der føler sig trygge',
    theme: 'Tryghed og kriminalitet',
    supplier: 'Sekretariaterne',
    unit: '%',
    decimals: 1,
    direction: 'HIGHER',
    everyYears: 1,
    dueMonth: 6,
    source: `Årlig spørgeundersøgelse blandt beboere i almene boliger. ${invented}`,
    series: [
      { place: '', values: [75.1, 75.9, 76.4, 76.2, 77.5, 78.2, 80.1] },
      { place: 'Vollsmose Parkerne', values: [58.3, 60.2, 61.5, 62.4, 63.1, 64, 65.2] },
      { place: 'Korsløkkeparken', values: [69.8, 70.3, null, 71.9, 72.5, 73.8, 74.6] },
    ],
  },
  {
    key: 'fraflytning',
    name: 'Fraflytninger i almene boliger',
    theme: 'Bosætning',
    supplier: 'Boligorganisationerne',
    unit: '%',
    decimals: 1,
    direction: 'LOWER',
    everyYears: 1,
    dueMonth: 6,
    source: `Boligorganisationernes egne opgørelser, lagt sammen af sekretariaterne. ${invented}`,
    series: [
      { place: '', values: [15.9, 15.7, 15.2, 15.4, 15, 14.8, 13.9] },
      { place: 'Højstruphave', values: [17.2, 17, 16.1, 16.4, 16.2, 15.9, 15.3] },
    ],
    corrected: { first: 12.9, reason: 'To afdelinger manglede i den første opgørelse.' },
  },
  {
    key: 'bestyrelser',
    name: 'Afdelinger med en valgt bestyrelse',
    theme: 'Medborgerskab',
    supplier: 'Boligorganisationerne',
    unit: '%',
    decimals: 0,
    direction: 'HIGHER',
    everyYears: 2,
    dueMonth: 6,
    source: `Opgøres hvert andet år efter afdelingsmøderne. ${invented}`,
    series: [{ place: '', until: 1, values: [76, null, 79, null, 81] }],
  },
  {
    key: 'unge',
    name: 'Unge på 18–24 år uden job og uddannelse',
    theme: 'Beskæftigelse',
    supplier: 'Registre',
    unit: '%',
    decimals: 1,
    direction: 'LOWER',
    everyYears: 1,
    dueMonth: 6,
    source: `Andel af de unge i almene boliger, der hverken er i job eller under uddannelse. ${invented}`,
    series: [
      { place: '', values: [13.4, 13.1, 13.6, 12.7, 12.2, 11.9, 11.6] },
      { place: 'Korsløkkeparken', values: [19.6, 19.2, 20.1, 18.8, 18, 17.5, 15.8] },
    ],
  },
  {
    key: 'arbejde',
    name: 'Beboere på 18–64 år i arbejde',
    theme: 'Beskæftigelse',
    supplier: 'Registre',
    unit: '%',
    decimals: 1,
    direction: 'HIGHER',
    everyYears: 1,
    dueMonth: 6,
    source: `Andel af beboerne i almene boliger. ${invented}`,
    series: [
      { place: '', values: [54.9, 55.8, 55.1, 56.7, 57.9, 58.4, 59.7] },
      { place: 'Højstruphave', until: 1, values: [37.4, 38.6, 39.1, 40.2, 40.4, 41] },
    ],
  },
  {
    key: 'fritidsjob',
    name: 'Unge i fritidsjob gennem de boligsociale indsatser',
    theme: 'Beskæftigelse',
    supplier: 'Boligsociale indsatser',
    unit: 'unge',
    decimals: 0,
    direction: 'HIGHER',
    everyYears: 1,
    dueMonth: 4,
    source: `Talt af de boligsociale medarbejdere ved årets slutning, uden navne. ${invented}`,
    series: [{ place: '', values: [62, 71, 84, 103, 121, 140, 231] }],
  },
  {
    key: 'udsaettelser',
    name: 'Udsættelser på grund af restance',
    theme: 'Økonomi',
    supplier: 'Boligorganisationerne',
    unit: 'husstande',
    decimals: 0,
    direction: 'LOWER',
    everyYears: 1,
    dueMonth: 4,
    source: `Talt af boligorganisationerne. ${invented}`,
    series: [{ place: '', values: [92, 88, 81, 79, 70, 64, 55] }],
  },
]
