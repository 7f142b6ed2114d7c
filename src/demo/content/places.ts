/**
 * Places in Odense. The names of the districts, of the areas marked so and of their estates are real, and so is the split
 * of Vollsmose on 2 November 2018; who owns an estate, its number, its homes and its year are invented where nothing else
 * is said.
 */

export const definition = 'Kvarternavne'
export const districtSource =
  'Demo: byens kvarternavne. Byens nummererede skoledistrikter er en anden inddeling og er ikke registreret her.'

export const districts: string[] = [
  ...['Agedrup', 'Bellinge', 'Blangstedgård', 'Bolbro', 'Dalum', 'Ejerslykke', 'Fruens Bøge', 'Hjallese', 'Hunderup'],
  ...['Højstrup', 'Korsløkke', 'Munkebjerg', 'Næsby', 'Odense Centrum', 'Pårup', 'Rising', 'Sanderum', 'Seden'],
  ...['Skibhuskvarteret', 'Skt. Klemens', 'Stige', 'Tarup', 'Tornbjerg', 'Vollsmose', 'Åløkke'],
]

export interface DemoEstate {
  number: string
  name: string
  owner: string
  district: string
  built: number
  /** Family, youth, elderly and other homes. */
  homes: [number, number, number, number]
}

const estate = (
  number: string,
  name: string,
  owner: string,
  district: string,
  built: number,
  ...homes: [number, number, number, number]
): DemoEstate => ({ number, name, owner, district, built, homes })

/** The estates of the known areas. */
export const knownEstates: DemoEstate[] = [
  estate('31', 'Birkeparken', 'hoejstrup', 'Vollsmose', 1972, 512, 20, 16, 0),
  estate('32', 'Bøgeparken', 'fab', 'Vollsmose', 1969, 456, 24, 12, 0),
  estate('33', 'Egeparken', 'hoejstrup', 'Vollsmose', 1970, 488, 16, 20, 0),
  estate('34', 'Fyrreparken', 'fab', 'Vollsmose', 1971, 420, 0, 24, 0),
  estate('35', 'Granparken', 'hoejstrup', 'Vollsmose', 1968, 380, 12, 8, 0),
  estate('36', 'Lærkeparken', 'fab', 'Vollsmose', 1973, 364, 28, 0, 0),
  estate('37', 'Tjørnehaven', 'hoejstrup', 'Vollsmose', 1976, 148, 0, 12, 0),
  estate('38', 'Slåenhaven', 'fab', 'Vollsmose', 1977, 136, 8, 0, 0),
  estate('39', 'Hybenhaven', 'hoejstrup', 'Vollsmose', 1978, 112, 0, 16, 0),
  estate('11', 'Korsløkkeparken, afdeling 1', 'fab', 'Korsløkke', 1954, 268, 0, 0, 0),
  estate('12', 'Korsløkkeparken, afdeling 2', 'fab', 'Korsløkke', 1956, 252, 8, 0, 0),
  estate('13', 'Korsløkkeparken, afdeling 3', 'fab', 'Korsløkke', 1957, 244, 0, 12, 0),
  estate('14', 'Korsløkkeparken, afdeling 4', 'fab', 'Korsløkke', 1959, 244, 0, 0, 0),
  estate('21', 'Højstruphave', 'hoejstrup', 'Højstrup', 1961, 210, 0, 13, 0),
  estate('24', 'Uffesvej', 'hoejstrup', 'Højstrup', 1964, 24, 0, 0, 0),
  estate('41', 'Ejerslykke', 'hoejstrup', 'Ejerslykke', 1966, 241, 0, 12, 0),
  estate('45', 'Skt. Klemensparken', 'kristiansdal', 'Skt. Klemens', 1975, 180, 12, 8, 0),
]

export interface DemoArea {
  name: string
  district: string
  /** Its estates, by name, from the cooperation's first day on. */
  estates: string[]
}

export const areas: DemoArea[] = [
  {
    name: 'Vollsmose',
    district: 'Vollsmose',
    estates: [
      ...['Birkeparken', 'Bøgeparken', 'Egeparken', 'Fyrreparken', 'Granparken', 'Lærkeparken'],
      ...['Tjørnehaven', 'Slåenhaven', 'Hybenhaven'],
    ],
  },
  {
    name: 'Korsløkkeparken',
    district: 'Korsløkke',
    estates: [1, 2, 3, 4].map(number => `Korsløkkeparken, afdeling ${number}`),
  },
  { name: 'Højstruphave', district: 'Højstrup', estates: ['Højstruphave'] },
  { name: 'Uffesvej', district: 'Højstrup', estates: ['Uffesvej'] },
  { name: 'Ejerslykke', district: 'Ejerslykke', estates: ['Ejerslykke'] },
  { name: 'Skt. Klemensparken', district: 'Skt. Klemens', estates: ['Skt. Klemensparken'] },
]

/** What became of Vollsmose on 2 November 2018. */
export const split = {
  area: 'Vollsmose',
  from: '2018-11-02',
  reason: 'Ministeren godkendte, at Vollsmose opdeles i to boligområder.',
  parts: [
    {
      name: 'Vollsmose Parkerne',
      estates: ['Birkeparken', 'Bøgeparken', 'Egeparken', 'Fyrreparken', 'Granparken', 'Lærkeparken'],
    },
    { name: 'Vollsmose Haverne', estates: ['Tjørnehaven', 'Slåenhaven', 'Hybenhaven'] },
  ],
}

export const invented = 'Demo: ejer, nummer, boliger og byggeår er opdigtet.'
