import type { AuthorisationKind, SeatRole } from '../../database/generated/enums.ts'

/** Everybody here is invented, by name and by title. No signatory of 2008 is among them. */
export interface DemoPerson {
  /** The part of the account's e-mail before the @; people without an account have a key of one word. */
  key: string
  name: string
  title: string | null
  organisation: string
  account?: false
  administrator?: true
  seats?: DemoSeat[]
  authorisations?: [kind: AuthorisationKind, organisation: string][]
  /** Left the organisation so many years before the demo's day, on the last of December. */
  leftYearsAgo?: number
}

export interface DemoSeat {
  body: string
  role: SeatRole
  /** Key of the person whose substitute this is; without it, of anyone of the side. */
  substituteFor?: string
  /** The seat began on the first of January so many years before the demo's day; five unless told. */
  yearsAgo?: number
  /** … and ended on the last of December so many years before the demo's year. */
  endedYearsAgo?: number
}

const joint = (role: SeatRole, more: Partial<DemoSeat> = {}): DemoSeat => ({ body: 'faelles-gruppe', role, ...more })
const housing = (role: SeatRole, more: Partial<DemoSeat> = {}): DemoSeat => ({
  body: 'strategigruppe-bolig',
  role,
  ...more,
})
const municipal = (role: SeatRole, more: Partial<DemoSeat> = {}): DemoSeat => ({
  body: 'strategigruppe-kommune',
  role,
  ...more,
})

const borgmester = 'borgmesterforvaltningen'
const bykultur = 'by-og-kulturforvaltningen'
const boernunge = 'boern-og-ungeforvaltningen'
const social = 'social-og-arbejdsmarkedsforvaltningen'
const aeldre = 'aeldre-og-handicapforvaltningen'

/** The people behind the demo's accounts, one for every role. */
const withAccounts: DemoPerson[] = [
  {
    key: 'sekretariat.bolig',
    name: 'Karen Lindehøj',
    title: 'sekretariatsleder',
    organisation: 'fab',
    seats: [{ body: 'sekretariat-bolig', role: 'SECRETARY' }],
  },
  {
    key: 'sekretariat.kommune',
    name: 'Mads Tværgaard',
    title: 'chefkonsulent',
    organisation: bykultur,
    seats: [{ body: 'sekretariat-kommune', role: 'SECRETARY' }],
  },
  {
    key: 'formand',
    name: 'Ellen Rosenvang',
    title: 'direktør',
    organisation: borgmester,
    seats: [joint('CHAIR')],
  },
  {
    key: 'naestformand',
    name: 'Torben Åmark',
    title: 'direktør',
    organisation: 'odense-andelsboligforening',
    seats: [joint('VICE_CHAIR')],
  },
  {
    key: 'medlem.hoejstrup',
    name: 'Birgitte Sølager',
    title: 'direktør',
    organisation: 'hoejstrup',
    seats: [joint('MEMBER')],
  },
  {
    key: 'medlem.kristiansdal',
    name: 'Poul Enghave',
    title: 'direktør',
    organisation: 'kristiansdal',
    seats: [joint('MEMBER')],
  },
  {
    key: 'medlem.fab',
    name: 'Hanne Kildebæk',
    title: 'udviklingschef',
    organisation: 'fab',
    seats: [joint('MEMBER')],
  },
  {
    key: 'medlem.bykultur',
    name: 'Jakob Stenhuset',
    title: 'kontorchef',
    organisation: bykultur,
    seats: [joint('MEMBER')],
  },
  {
    key: 'medlem.boernunge',
    name: 'Lone Birkemose',
    title: 'afdelingschef',
    organisation: boernunge,
    seats: [joint('MEMBER')],
  },
  {
    key: 'strategi.bolig',
    name: 'Vagn Hyldetoft',
    title: 'organisationsformand',
    organisation: 'arbejdernes-boligforening',
    seats: [housing('CHAIR')],
  },
  {
    key: 'strategi.kommune',
    name: 'Signe Marksten',
    title: 'vicedirektør',
    organisation: borgmester,
    seats: [municipal('CHAIR')],
  },
  {
    key: 'mandat.byraad',
    name: 'Rikke Overdam',
    title: 'byrådssekretær',
    organisation: 'odense-kommune',
    authorisations: [['MANDATE_KEEPER', 'odense-kommune']],
  },
  {
    key: 'mandat.hoejstrup',
    name: 'Anders Pilekrog',
    title: 'sekretær for organisationsbestyrelsen',
    organisation: 'hoejstrup',
    authorisations: [['MANDATE_KEEPER', 'hoejstrup']],
  },
  {
    key: 'mandat.kristiansdal',
    name: 'Dorte Nymølle',
    title: 'sekretær for organisationsbestyrelsen',
    organisation: 'kristiansdal',
    authorisations: [['MANDATE_KEEPER', 'kristiansdal']],
  },
  { key: 'laeser', name: 'Frederik Solhavn', title: 'boligrådgiver', organisation: social },
  {
    key: 'administrator',
    name: 'Maja Dybvad',
    title: 'systemadministrator',
    organisation: 'odense-kommune',
    administrator: true,
  },
]

const signatory = (organisation: string, name: string, title: string | null): DemoPerson => ({
  key: `underskriver.${organisation}`,
  name,
  title,
  organisation,
  authorisations: [['SIGNATORY', organisation]],
})

/** One who may sign the agreement for each of the eight housing organisations and the five departments. */
const signatories: DemoPerson[] = [
  signatory('domhusgaarden', 'Niels Brohave', 'advokat'),
  signatory('arbejdernes-boligforening', 'Grethe Mosebjerg', 'direktør'),
  signatory('boligkontoret-danmark', 'Stig Vesterled', null),
  signatory('hoejstrup', 'Inger Langmose', 'organisationsformand'),
  signatory('kristiansdal', 'Ole Skovhuse', 'organisationsformand'),
  signatory('fab', 'Ruth Havndrup', 'direktør'),
  signatory('kollegieboligselskabet', 'Esben Kirkeland', 'direktør'),
  signatory('odense-andelsboligforening', 'Yrsa Toftemark', 'organisationsformand'),
  signatory(borgmester, 'Claus Engdrup', 'administrationschef'),
  signatory(bykultur, 'Tove Bakkelund', 'by- og kulturdirektør'),
  signatory(boernunge, 'Henrik Aagreen', 'børn- og ungedirektør'),
  signatory(social, 'Mette Fuglsig', 'social- og arbejdsmarkedsdirektør'),
  signatory(aeldre, 'Kaj Østerhede', 'ældre- og handicapdirektør'),
]

const member = (
  key: string,
  name: string,
  title: string | null,
  organisation: string,
  ...seats: DemoSeat[]
): DemoPerson => ({ key, name, title, organisation, seats, account: false })

/** Members without an account of their own in the demo, so that the groups have their size. */
const withoutAccounts: DemoPerson[] = [
  member('lysbro', 'Steen Lysbro', 'direktør', 'arbejdernes-boligforening', joint('MEMBER'), housing('VICE_CHAIR')),
  member('graavang', 'Lis Gråvang', 'advokat', 'domhusgaarden', joint('MEMBER'), housing('MEMBER')),
  member('holmgrav', 'Per Holmgrav', null, 'boligkontoret-danmark', joint('MEMBER'), housing('MEMBER')),
  member('sandkjaer', 'Ulla Sandkjær', 'direktør', 'kollegieboligselskabet', joint('SUBSTITUTE'), housing('MEMBER')),
  member('bredeng', 'Jens Bredeng', 'organisationsformand', 'fab', housing('MEMBER')),
  member('vinterlund', 'Asta Vinterlund', 'organisationsformand', 'kristiansdal', housing('MEMBER')),
  member('frostholm', 'Gorm Frostholm', 'næstformand i organisationsbestyrelsen', 'hoejstrup', housing('MEMBER')),
  member('aabrink', 'Nana Aabrink', 'boligsocial konsulent', 'odense-andelsboligforening', {
    body: 'sekretariat-bolig',
    role: 'SECRETARY',
    yearsAgo: 3,
  }),
  member('ravnhoej', 'Bo Ravnhøj', 'socialchef', social, joint('MEMBER'), municipal('VICE_CHAIR')),
  member('klitgren', 'Pia Klitgren', 'beskæftigelseschef', social, joint('MEMBER', { yearsAgo: 4 })),
  member('elmehave', 'Tage Elmehave', 'afdelingschef', aeldre, joint('MEMBER'), municipal('MEMBER')),
  member('hedelykke', 'Maren Hedelykke', 'planchef', bykultur, joint('MEMBER', { yearsAgo: 4 }), municipal('MEMBER')),
  member('kornmark', 'Simon Kornmark', 'skolechef', boernunge, municipal('MEMBER')),
  member(
    'bjergskov',
    'Laura Bjergskov',
    'teamleder',
    bykultur,
    joint('SUBSTITUTE', { substituteFor: 'medlem.bykultur' }),
  ),
  member('strandby', 'Emil Strandby', 'fuldmægtig', bykultur, {
    body: 'sekretariat-kommune',
    role: 'SECRETARY',
    yearsAgo: 3,
  }),
  {
    ...member(
      'oldrup',
      'Bodil Oldrup',
      'planchef',
      bykultur,
      joint('MEMBER', { yearsAgo: 7, endedYearsAgo: 5 }),
      municipal('MEMBER', { yearsAgo: 7, endedYearsAgo: 5 }),
    ),
    leftYearsAgo: 5,
  },
  {
    ...member('skjoldbo', 'Hugo Skjoldbo', 'direktør', 'odense-andelsboligforening', {
      ...joint('VICE_CHAIR', { yearsAgo: 9, endedYearsAgo: 6 }),
    }),
    leftYearsAgo: 6,
  },
]

export const people: DemoPerson[] = [...withAccounts, ...signatories, ...withoutAccounts]
