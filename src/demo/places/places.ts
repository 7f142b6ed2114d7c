/**
 * Places in Odense. The names of the districts, of the known areas and of their estates are real, and so are the split of
 * Vollsmose on 2 November 2018 and the homes of Korsløkkeparken (1,028), Rising (644), Ejerslykke (253) and Højstruphave
 * with Uffesvej (247) as a whole. All else is invented: which organisation owns an estate, its number, its homes by type
 * and its year, and the estates and areas that are called so below.
 */

export const definition = 'Kvarternavne'
export const districtSource =
  'Demo: byens kvarternavne. Byens nummererede skoledistrikter er en anden inddeling og er ikke registreret her.'

export const districts: string[] = [
  ...['Agedrup', 'Bellinge', 'Blangstedgård', 'Bolbro', 'Dalum', 'Ejerslykke', 'Fruens Bøge', 'Hjallese', 'Hunderup'],
  ...['Højstrup', 'Korsløkke', 'Munkebjerg', 'Næsby', 'Odense Centrum', 'Pårup', 'Rising', 'Sanderum', 'Seden'],
  ...['Skibhuskvarteret', 'Skt. Klemens', 'Stige', 'Tarup', 'Tornbjerg', 'Vollsmose', 'Åløkke'],
]

/** Family, youth and elderly homes. */
type Homes = [number, number, number]

export interface DemoEstate {
  number: string
  name: string
  owner: string
  district: string
  built: number
  homes: Homes
}

const estate = (number: string, name: string, owner: string, district: string, built: number, ...homes: Homes) => ({
  ...{ number, name, owner, district, built, homes },
})

/** The estates of the known areas. */
const knownEstates: DemoEstate[] = [
  estate('31', 'Birkeparken', 'hoejstrup', 'Vollsmose', 1972, 512, 20, 16),
  estate('32', 'Bøgeparken', 'fab', 'Vollsmose', 1969, 456, 24, 12),
  estate('33', 'Egeparken', 'hoejstrup', 'Vollsmose', 1970, 488, 16, 20),
  estate('34', 'Fyrreparken', 'fab', 'Vollsmose', 1971, 420, 0, 24),
  estate('35', 'Granparken', 'hoejstrup', 'Vollsmose', 1968, 380, 12, 8),
  estate('36', 'Lærkeparken', 'fab', 'Vollsmose', 1973, 364, 28, 0),
  estate('37', 'Tjørnehaven', 'hoejstrup', 'Vollsmose', 1976, 148, 0, 12),
  estate('38', 'Slåenhaven', 'fab', 'Vollsmose', 1977, 136, 8, 0),
  estate('39', 'Hybenhaven', 'hoejstrup', 'Vollsmose', 1978, 112, 0, 16),
  estate('11', 'Korsløkkeparken, afdeling 1', 'fab', 'Korsløkke', 1954, 268, 0, 0),
  estate('12', 'Korsløkkeparken, afdeling 2', 'fab', 'Korsløkke', 1956, 252, 8, 0),
  estate('13', 'Korsløkkeparken, afdeling 3', 'fab', 'Korsløkke', 1957, 244, 0, 12),
  estate('14', 'Korsløkkeparken, afdeling 4', 'fab', 'Korsløkke', 1959, 244, 0, 0),
  estate('21', 'Højstruphave', 'hoejstrup', 'Højstrup', 1961, 210, 0, 13),
  estate('24', 'Uffesvej', 'hoejstrup', 'Højstrup', 1964, 24, 0, 0),
  estate('41', 'Ejerslykke', 'hoejstrup', 'Ejerslykke', 1966, 241, 0, 12),
  estate('51', 'Påskeløkken', 'fab', 'Rising', 1958, 112, 0, 8),
  estate('52', 'Solbakken', 'fab', 'Rising', 1960, 224, 12, 0),
  estate('53', 'Riisingparken', 'kristiansdal', 'Rising', 1963, 168, 0, 12),
  estate('54', 'Smedeløkken', 'kristiansdal', 'Rising', 1965, 108, 0, 0),
  estate('45', 'Skt. Klemensparken', 'kristiansdal', 'Skt. Klemens', 1975, 180, 12, 8),
]

const trees = [
  'Elme',
  'Linde',
  'Pile',
  'Hassel',
  'Ahorn',
  'Rønne',
  'Aske',
  'Poppel',
  'Kirsebær',
  'Æble',
  'Hyld',
  'Tjørne',
]
const places = [
  'vænget',
  'toften',
  'gården',
  'lunden',
  'ageren',
  'bakken',
  'engen',
  'marken',
  'stien',
  'hegnet',
  'krogen',
  'banken',
]
const owners = [
  ...['hoejstrup', 'kristiansdal', 'fab', 'arbejdernes-boligforening', 'odense-andelsboligforening', 'oesterbo'],
  ...['kollegieboligselskabet', 'naesby-boligselskab', 'socialt-boligbyggeri', 'lab-fyn', 'folkebo', 'samvirke'],
]

/** Invented ones all over the town: what they are called, whose they are and how large, by turns. */
const inventedEstates: DemoEstate[] = Array.from({ length: 139 }, (_, at) => {
  const owner = owners[at % owners.length] as string
  const name = `${trees[at % trees.length]}${places[Math.floor(at / trees.length)]}`
  const district = districts[(at * 7) % districts.length] as string
  const homes: Homes =
    owner === 'kollegieboligselskabet'
      ? [0, 60 + ((at * 17) % 90), 0]
      : [24 + ((at * 37) % 160), at % 4 === 0 ? 6 + (at % 9) : 0, at % 3 === 0 ? 8 + (at % 13) : 0]
  return estate(String(100 + at), name, owner, district, 1938 + ((at * 11) % 75), ...homes)
})

export const estates: DemoEstate[] = [...knownEstates, ...inventedEstates]

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
  {
    name: 'Rising',
    district: 'Rising',
    estates: ['Påskeløkken', 'Solbakken', 'Riisingparken', 'Smedeløkken'],
  },
  // Invented: in each of these districts the first three of its invented estates.
  ...['Bolbro', 'Dalum', 'Hjallese', 'Næsby', 'Sanderum', 'Skibhuskvarteret', 'Tarup', 'Tornbjerg', 'Åløkke'].map(
    district => ({
      ...{ name: `${district}området`, district },
      estates: inventedEstates
        .filter(one => one.district === district)
        .slice(0, 3)
        .map(({ name }) => name),
    }),
  ),
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

export const invented = 'Demo: ejer, nummer, boliger efter type og byggeår er opdigtet.'
