import { decisionPath, decisionsPath, sharedPositionsPath } from '../../../decisions/decisions/paths.ts'
import { followUpsPath } from '../../../decisions/followups/paths.ts'
import { mandatesPath } from '../../../decisions/mandates/paths.ts'
import { procedurePath } from '../../../decisions/procedure/paths.ts'
import { bodiesPath, chartPath } from '../../../ground/bodies/paths.ts'
import { partiesPath } from '../../../ground/parties/paths.ts'
import { casesPath } from '../../../meetings/cases/paths.ts'
import { meetingsPath } from '../../../meetings/meetings/paths.ts'
import { agreementsPath } from '../paths.ts'
export interface ClauseLink {
  text: string
  href: string
}

/** Where the portal holds the parties to a clause, by the section's key. `matrix` is a decision whose check can be seen. */
const links: Record<string, ClauseLink[]> = {
  parterne: [{ text: 'Parterne og deres organisationer', href: partiesPath }],
  formaalet: [{ text: 'Fælles holdninger, som parterne er nået frem til', href: sharedPositionsPath }],
  baggrunden: [
    { text: 'De eksterne organisationer, som samarbejdet har med at gøre', href: `${partiesPath}#external` },
  ],
  opgaverne: [
    { text: 'Beslutninger om strategi', href: `${decisionsPath}?opgave=strategy` },
    { text: 'Beslutninger om faglig udvikling', href: `${decisionsPath}?opgave=professionalDevelopment` },
    { text: 'Beslutninger om koordinering', href: `${decisionsPath}?opgave=coordination` },
  ],
  organisationen: [
    { text: 'Organisationsdiagrammet', href: chartPath },
    { text: 'Fælles boligstrategisk gruppe og dens pladser', href: `${bodiesPath}/faelles-gruppe` },
    { text: 'Boligorganisationernes strategigruppe', href: `${bodiesPath}/strategigruppe-bolig` },
    { text: 'Kommunens strategigruppe', href: `${bodiesPath}/strategigruppe-kommune` },
  ],
  moederne: [
    { text: 'Forretningsordenen, som varsler og frister regnes efter', href: procedurePath },
    { text: 'Mandaterne, som enhver beslutning kontrolleres efter', href: `${mandatesPath}/matrix` },
    { text: 'Møderne med dagsorden og referat', href: meetingsPath },
    { text: 'Sagerne, hvor alt forhandlet er dokumenteret', href: casesPath },
    { text: 'Opfølgningen på det besluttede', href: followUpsPath },
    { text: 'Revisionen af aftalen', href: `${agreementsPath}#revision` },
  ],
}

export function clauseLinks(key: string, matrix: { number: string } | undefined): ClauseLink[] {
  const found = links[key] ?? []
  if (key !== 'moederne' || !matrix) return found
  return [...found, { text: `Mandatkontrollen af beslutning ${matrix.number}`, href: decisionPath(matrix.number) }]
}

/** Every address above, for the test that each is a page. */
export const clauseAddresses = (): string[] => Object.values(links).flatMap(found => found.map(({ href }) => href))
