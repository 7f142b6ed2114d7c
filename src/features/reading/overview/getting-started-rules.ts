import type { Side } from '../../../access/actor.ts'
import { plural } from '../../../kernel/text.ts'
import { mandatesPath } from '../../decisions/mandates/paths.ts'
import { accountsPath } from '../../ground/accounts/paths.ts'
import { bodyPath } from '../../ground/bodies/paths.ts'
import { cooperationPath } from '../../ground/cooperation/paths.ts'
import { organisationPath } from '../../ground/parties/paths.ts'
import { meetingPath, meetingsPath } from '../../meetings/meetings/paths.ts'

/** What a cooperation has, and what it lacks before its joint group can meet and decide (§6, §7). */
export interface BeginningFacts {
  /** Somebody is named whom one asks for help. */
  contact: boolean
  joint: { slug: string; chairs: number; members: Record<Side, number>; quorum: Record<Side, number> }
  groups: Record<Side, { slug: string; people: number; chairs: number } | null>
  /** Organisations where nobody keeps the mandates, or nobody signs: how many, and the address of the first. */
  withoutKeeper: Record<Side, Missing>
  withoutSignatory: Record<Side, Missing>
  mandates: number
  /** People with a seat or an authorisation who cannot sign in. */
  withoutAccount: number
  /** The joint group's first meeting that is planned and not yet called. */
  plannedMeeting: number | null
}

export interface Missing {
  count: number
  first: string | null
}

export interface Beginner {
  /** The side of the person's secretariat; null: works in none. */
  secretariat: Side | null
  administrator: boolean
}

export interface BeginningLine {
  text: string
  href: string
}

/** What this person can do next, in the order in which it is best done: each line is gone when it is done. */
export const gettingStarted = (facts: BeginningFacts, person: Beginner): BeginningLine[] => [
  ...(facts.contact ? [] : [{ text: 'Angiv, hvem brugerne kan spørge om hjælp', href: `${cooperationPath}/ret` }]),
  ...(person.secretariat ? forSecretariat(facts, person.secretariat) : []),
  ...(person.administrator ? forAdministrator(facts) : []),
]

function forSecretariat(facts: BeginningFacts, side: Side): BeginningLine[] {
  const { joint, plannedMeeting } = facts
  const found: BeginningLine[] = []
  const give = (slug: string) => `${bodyPath(slug)}/pladser/ny`
  const group = facts.groups[side]
  if (group && group.people === 0)
    found.push({ text: 'Udpeg medlemmer til din parts strategigruppe', href: give(group.slug) })
  else if (group && group.chairs === 0)
    found.push({ text: 'Udpeg en formand for din parts strategigruppe', href: give(group.slug) })
  if (joint.chairs === 0)
    found.push({ text: 'Udpeg en formand for fælles boligstrategisk gruppe', href: give(joint.slug) })
  const lacking = Math.max(1, joint.quorum[side]) - joint.members[side]
  if (lacking > 0)
    found.push({
      text: `Udpeg ${plural(lacking, 'medlem', 'medlemmer')} mere fra din part, så fælles boligstrategisk gruppe kan blive beslutningsdygtig`,
      href: give(joint.slug),
    })
  const keeper = facts.withoutKeeper[side]
  if (keeper.first)
    found.push({
      text: `Udpeg en mandatansvarlig: ${plural(keeper.count, 'organisation mangler', 'organisationer mangler')} en`,
      href: `${organisationPath(keeper.first)}#mandatansvarlige`,
    })
  const signatory = facts.withoutSignatory[side]
  if (signatory.first)
    found.push({
      text: `Udpeg en underskriftsberettiget: ${plural(signatory.count, 'organisation mangler', 'organisationer mangler')} en`,
      href: `${organisationPath(signatory.first)}#mandatansvarlige`,
    })
  if (facts.mandates === 0)
    found.push({
      text: 'Bed de mandatansvarlige om at registrere deres organisationers mandater',
      href: mandatesPath,
    })
  found.push(
    plannedMeeting === null
      ? { text: 'Opret det første møde i fælles boligstrategisk gruppe', href: `${meetingsPath}/ny` }
      : { text: 'Indkald til det første møde i fælles boligstrategisk gruppe', href: meetingPath(plannedMeeting) },
  )
  return found
}

const forAdministrator = ({ withoutAccount }: BeginningFacts): BeginningLine[] =>
  withoutAccount === 0
    ? []
    : [
        {
          text:
            withoutAccount === 1
              ? 'Opret en konto til den person, der har en plads eller en bemyndigelse og ikke kan logge ind'
              : `Opret konti til de ${withoutAccount} personer, der har en plads eller en bemyndigelse og ikke kan logge ind`,
          href: `${accountsPath}/ny`,
        },
      ]
