import { type Objection, objection } from '../../../kernel/objection.ts'
import { listDanish } from '../../../kernel/text.ts'

/** How long a closed account, and the address of somebody who has left, are kept: over a year's meetings, and no longer. */
export const closedKeptDays = 365

/** What rests on a person, and must be ended or given to another before the person's data can be erased. */
export interface Resting {
  name: string
  erased: boolean
  own: boolean
  lastAdministrator: boolean
  /** Bodies with a seat that has not ended. */
  bodies: readonly string[]
  keeperFor: readonly string[]
  signatoryFor: readonly string[]
  openFollowUps: number
}

/** Why a person's contact data and account cannot be erased yet, each with the way out; nothing when they can. */
export function erasureFaults(resting: Resting): Objection[] {
  const { name, bodies, keeperFor, signatoryFor, openFollowUps } = resting
  const faults: Objection[] = []
  const rests = (sentence: string) => faults.push(objection(sentence, 'reason'))
  if (resting.erased) {
    rests(`Oplysningerne om ${name} er allerede slettet.`)
    return faults
  }
  if (resting.own) rests('Du kan ikke slette dine egne oplysninger. Bed en anden systemadministrator om det.')
  else if (resting.lastAdministrator) rests(`${name} er den eneste systemadministrator. Opret en anden først.`)
  if (bodies.length > 0) rests(`${name} har plads i ${listDanish(bodies)}. Afslut det først.`)
  if (keeperFor.length > 0) rests(`${name} er mandatansvarlig for ${listDanish(keeperFor)}. Afslut det først.`)
  if (signatoryFor.length > 0)
    rests(`${name} er underskriftsberettiget for ${listDanish(signatoryFor)}. Afslut det først.`)
  if (openFollowUps > 0)
    rests(
      `${name} er ansvarlig for ${openFollowUps === 1 ? 'én opfølgning, der ikke er afsluttet. Giv den' : `${openFollowUps} opfølgninger, der ikke er afsluttet. Giv dem`} til en anden først.`,
    )
  return faults
}
