import type { OrganisationKind, Side } from '../../database/generated/enums.ts'

/**
 * The parties as the agreement of September 2008 lists them, in the order of its signatures. These are facts; nobody who
 * signed in 2008 is a person here.
 */
export interface DemoOrganisation {
  slug: string
  kind: OrganisationKind
  side: Side | null
  name: string
  shortName: string
  about: string
  website?: string
  /** An association's administrator from September 2008 on. */
  administrator?: string
}

interface Administered {
  slug: string
  name: string
  shortName?: string
}

const department = (slug: string, name: string): DemoOrganisation => ({
  slug,
  kind: 'DEPARTMENT',
  side: 'MUNICIPALITY',
  name,
  shortName: name,
  about: 'En af de fem forvaltninger, som underskrev aftalen i september 2008 for Odense Kommune.',
})

const external = (slug: string, name: string, about: string): DemoOrganisation => ({
  slug,
  kind: 'EXTERNAL',
  side: null,
  name,
  shortName: name,
  about,
})

/** A housing organisation with the associations that it administers. */
function housing(
  slug: string,
  name: string,
  shortName: string,
  administered: Administered[] = [],
  kind: OrganisationKind = 'HOUSING_ORGANISATION',
  about = 'Underskrev aftalen i september 2008.',
): DemoOrganisation[] {
  return [
    { slug, kind, side: 'HOUSING', name, shortName, about },
    ...administered.map(
      (association): DemoOrganisation => ({
        ...association,
        kind: 'ASSOCIATION',
        side: 'HOUSING',
        shortName: association.shortName ?? association.name,
        about: `Stod i aftalen fra september 2008 som administreret af ${name}.`,
        administrator: slug,
      }),
    ),
  ]
}

export const organisations: DemoOrganisation[] = [
  ...housing(
    'domhusgaarden',
    'Advokaterne i Domhusgården',
    'Domhusgården',
    [
      { slug: 'odense-social-filantropiske-boligselskab', name: 'Odense Social-Filantropiske Boligselskab' },
      { slug: 'folkebo', name: 'Det selvejende Boligselskab Folkebo', shortName: 'Folkebo' },
      { slug: 'borgernes-boligselskab', name: 'Borgernes Boligselskab' },
      { slug: 'paarup-andelsboligforening', name: 'Pårup Andelsboligforening' },
    ],
    'ADMINISTRATOR',
    'Administrerer foreninger uden selv at eje boliger. Underskrev aftalen i september 2008.',
  ),
  ...housing('arbejdernes-boligforening', 'Arbejdernes Boligforening', 'Arbejdernes Boligforening', [
    { slug: 'hedelundsparken', name: 'Andelsboligforeningen Hedelundsparken', shortName: 'Hedelundsparken' },
  ]),
  ...housing(
    'boligkontoret-danmark',
    'Boligkontoret Danmark',
    'Boligkontoret Danmark',
    [
      { slug: 'samvirke', name: 'Andelsboligforeningen Samvirke', shortName: 'Samvirke' },
      { slug: 'de-vanfoeres-boligselskab', name: 'De Vanføres Boligselskab' },
    ],
    'ADMINISTRATOR',
    'Administrerer foreninger uden selv at eje boliger. Underskrev aftalen i september 2008.',
  ),
  ...housing('hoejstrup', 'Boligforeningen Højstrup', 'Højstrup', [
    { slug: 'socialt-boligbyggeri', name: 'Foreningen Socialt Boligbyggeri', shortName: 'Socialt Boligbyggeri' },
  ]),
  ...housing('kristiansdal', 'Boligforeningen Kristiansdal', 'Kristiansdal', [
    { slug: 'oesterbo', name: 'Andelsforeningen Østerbo', shortName: 'Østerbo' },
    { slug: 'dalum-bygge-og-boligforening', name: 'Dalum Bygge- og Boligforening' },
    { slug: 'naesby-boligselskab', name: 'Næsby Boligselskab' },
    {
      slug: 'postbudenes-alderdomshjem',
      name: 'Postbudenes Alderdomshjems Selvejende Byggevirksomhed',
      shortName: 'Postbudenes Alderdomshjem',
    },
    {
      slug: 'smede-og-maskinarbejderne',
      name: 'Smede- og Maskinarbejderens Andelsboligforening',
      shortName: 'Smede- og Maskinarbejderne',
    },
  ]),
  ...housing('fab', 'Fyns almennyttige Boligselskab', 'FAB', [
    { slug: 'lab-fyn', name: 'Boligselskabet L.A.B. Fyn', shortName: 'L.A.B. Fyn' },
  ]),
  ...housing('kollegieboligselskabet', 'Kollegieboligselskabet', 'Kollegieboligselskabet'),
  ...housing('odense-andelsboligforening', 'Odense AndelsBoligforening', 'Odense AndelsBoligforening'),
  {
    slug: 'odense-kommune',
    kind: 'MUNICIPALITY',
    side: 'MUNICIPALITY',
    name: 'Odense Kommune',
    shortName: 'Odense Kommune',
    about: 'Part i aftalen. De fem forvaltninger underskrev for kommunen.',
    website: 'https://www.odense.dk',
  },
  department('borgmesterforvaltningen', 'Borgmesterforvaltningen'),
  department('by-og-kulturforvaltningen', 'By- og Kulturforvaltningen'),
  department('boern-og-ungeforvaltningen', 'Børn- og Ungeforvaltningen'),
  department('social-og-arbejdsmarkedsforvaltningen', 'Social- og Arbejdsmarkedsforvaltningen'),
  department('aeldre-og-handicapforvaltningen', 'Ældre- og Handicapforvaltningen'),
  external(
    'landsbyggefonden',
    'Landsbyggefonden',
    'Medvirker efter aftalens § 3 til finansieringen af de udgifter, der er knyttet til samarbejdet.',
  ),
  external('fyns-politi', 'Fyns Politi', 'Deltager som gæst, når sagerne angår tryghed og kriminalitetsforebyggelse.'),
]

/** What the municipality deals with, by the department that does. */
export const subjectAreas: [name: string, department: string][] = [
  ['Budget og økonomi', 'borgmesterforvaltningen'],
  ['Byudvikling og planlægning', 'by-og-kulturforvaltningen'],
  ['Almene boliger og tilsyn', 'by-og-kulturforvaltningen'],
  ['Kultur og fritid', 'by-og-kulturforvaltningen'],
  ['Dagtilbud', 'boern-og-ungeforvaltningen'],
  ['Skole og uddannelse', 'boern-og-ungeforvaltningen'],
  ['Unge', 'boern-og-ungeforvaltningen'],
  ['Beskæftigelse', 'social-og-arbejdsmarkedsforvaltningen'],
  ['Boligsocial anvisning', 'social-og-arbejdsmarkedsforvaltningen'],
  ['Socialt udsatte', 'social-og-arbejdsmarkedsforvaltningen'],
  ['Integration', 'social-og-arbejdsmarkedsforvaltningen'],
  ['Ældre og handicap', 'aeldre-og-handicapforvaltningen'],
]
