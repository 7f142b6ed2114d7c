export interface ClauseLink {
  text: string
  href: string
}

/** Where the portal holds the parties to a clause, by the section's key. `matrix` is a decision whose check can be seen. */
const links: Record<string, ClauseLink[]> = {
  parterne: [{ text: 'Parterne og deres organisationer', href: '/parter' }],
  formaalet: [{ text: 'Fælles holdninger, som parterne er nået frem til', href: '/beslutninger/faelles-holdninger' }],
  baggrunden: [{ text: 'De eksterne organisationer, som samarbejdet har med at gøre', href: '/parter#external' }],
  opgaverne: [
    { text: 'Beslutninger om strategi', href: '/beslutninger?opgave=strategy' },
    { text: 'Beslutninger om faglig udvikling', href: '/beslutninger?opgave=professionalDevelopment' },
    { text: 'Beslutninger om koordinering', href: '/beslutninger?opgave=coordination' },
  ],
  organisationen: [
    { text: 'Organisationsdiagrammet', href: '/organisation' },
    { text: 'Fælles boligstrategisk gruppe og dens pladser', href: '/organer/faelles-gruppe' },
    { text: 'Boligorganisationernes strategigruppe', href: '/organer/strategigruppe-bolig' },
    { text: 'Kommunens strategigruppe', href: '/organer/strategigruppe-kommune' },
  ],
  moederne: [
    { text: 'Forretningsordenen, som varsler og frister regnes efter', href: '/forretningsorden' },
    { text: 'Mandaterne, som enhver beslutning kontrolleres efter', href: '/mandater/matrix' },
    { text: 'Møderne med dagsorden og referat', href: '/moeder' },
    { text: 'Sagerne, hvor alt forhandlet er dokumenteret', href: '/sager' },
    { text: 'Opfølgningen på det besluttede', href: '/opfoelgning' },
    { text: 'Revisionen af aftalen', href: '/aftalen#revision' },
  ],
}

export function clauseLinks(key: string, matrix: { number: string } | undefined): ClauseLink[] {
  const found = links[key] ?? []
  if (key !== 'moederne' || !matrix) return found
  return [...found, { text: `Mandatkontrollen af beslutning ${matrix.number}`, href: `/beslutninger/${matrix.number}` }]
}

/** Every address above, for the test that each is a page. */
export const clauseAddresses = (): string[] => Object.values(links).flatMap(found => found.map(({ href }) => href))
