import type { Day } from '../../../../kernel/days.ts'
import { longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { isOpen } from '../../../ground/hearing/index.ts'

/** Where an organisation stands to the letter; without any of these it has not answered. */
export type Position = 'REMARKS' | 'NO_REMARKS' | 'OWN_STATEMENT'

/** Who is asked: those who took part in the agreement each for itself. An association answers unasked, if it wants to. */
export const kindsAsked = ['HOUSING_ORGANISATION', 'ADMINISTRATOR', 'DEPARTMENT'] as const

/** Why a stance cannot be taken as it is written; all of it at once. The last day counts, to its end. */
export function stanceObjections(
  until: Day | null,
  { position, text }: { position: Position; text: string },
  today: Day,
): Objection[] {
  if (until === null) return [objection('Organisationerne er ikke spurgt endnu.')]
  if (!isOpen({ until }, today))
    return [
      objection(
        `Organisationernes frist udløb den ${longDay(until)}. Kopiér teksten, og send den til et af sekretariaterne, som kan sætte en ny frist.`,
      ),
    ]
  if (text.trim() !== '' || position === 'NO_REMARKS') return []
  return [
    position === 'REMARKS'
      ? objection('Skriv bemærkningerne.', 'text')
      : objection('Skriv, hvad jeres egen udtalelse går ud på, eller hvor den kan læses.', 'text'),
  ]
}

export interface AskedOrganisation {
  id: number
  name: string
}

export interface GivenStance {
  organisationId: number
  name: string
  position: Position
}

/** Organisations that stand alike to the letter. */
export interface StanceGroup {
  heading: string
  names: string[]
}

const headings: readonly [Position | null, string][] = [
  ['REMARKS', 'Har haft bemærkninger til udkastet'],
  ['NO_REMARKS', 'Har ingen bemærkninger'],
  ['OWN_STATEMENT', 'Har afgivet egen udtalelse'],
  [null, 'Har ikke svaret'],
]

/** The last stance of each counts. @param stances in the order in which they were given */
export const latestStances = <Stance extends { organisationId: number }>(stances: readonly Stance[]): Stance[] => [
  ...new Map(stances.map(stance => [stance.organisationId, stance])).values(),
]

/**
 * How the letter lists the organisations: each of those asked in exactly one group, and whoever answered unasked in the
 * group of its answer. A group without anybody is left out; nobody asked, none at all.
 */
export function groupsOf(asked: readonly AskedOrganisation[], stances: readonly GivenStance[]): StanceGroup[] {
  if (asked.length === 0) return []
  const latest = latestStances(stances)
  const known = new Map(latest.map(stance => [stance.organisationId, stance.position]))
  const unasked = latest
    .filter(({ organisationId }) => !asked.some(({ id }) => id === organisationId))
    .map(({ organisationId, name }) => ({ id: organisationId, name }))
  return headings
    .map(([position, heading]) => ({
      heading,
      names: [...asked, ...unasked].filter(({ id }) => (known.get(id) ?? null) === position).map(({ name }) => name),
    }))
    .filter(({ names }) => names.length > 0)
}
