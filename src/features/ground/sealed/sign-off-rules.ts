import type { Side } from '../../../access/actor.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { listDanish } from '../../../kernel/text.ts'

/** A sign-off that was given. Voided by an edit, or taken back by the one who gave it, it stands no more. */
export interface SignOffFacts {
  side: Side
  hash: string
  voidedAt: string | null
}

/** Whose content it is: a side's own, or that of both (null). */
export interface Ownership {
  side: Side | null
}

/** R60: both secretariats sign off what is the joint group's; what is a side's own, that side's does. */
export const neededSides = (of: Ownership): Side[] => (of.side ? [of.side] : ['HOUSING', 'MUNICIPALITY'])

/** Sides whose sign-off stands for exactly this content. */
export const signedSides = (signOffs: readonly SignOffFacts[], hash: string): Side[] => [
  ...new Set(signOffs.filter(given => !given.voidedAt && given.hash === hash).map(given => given.side)),
]

/** Sides whose sign-off of exactly this content is still missing. */
export function unsignedSides(of: Ownership, signOffs: readonly SignOffFacts[], hash: string): Side[] {
  const signed = signedSides(signOffs, hash)
  return neededSides(of).filter(side => !signed.includes(side))
}

export type SignOffVerdict = { allowed: true; complete: boolean } | { allowed: false; objection: Objection }

/** Sign-off is of what was shown: the hash in the form must be that of the content as it stands in the transaction. */
export function judgeSignOff(facts: {
  side: Side | null
  of: Ownership
  shownHash: string
  currentHash: string
  signOffs: readonly SignOffFacts[]
  /** What is signed off, in a sentence: »dette udkast«. */
  what?: string
}): SignOffVerdict {
  const { side, of, shownHash, currentHash, signOffs, what = 'dette indhold' } = facts
  const no = (sentence: string): SignOffVerdict => ({ allowed: false, objection: objection(sentence) })
  if (side === null || !neededSides(of).includes(side)) return no('Du kan kun godkende for dit eget sekretariat.')
  if (shownHash !== currentHash) return no(changedMeanwhile)
  const unsigned = unsignedSides(of, signOffs, currentHash)
  if (!unsigned.includes(side)) return no(`Dit sekretariat har allerede godkendt ${what}.`)
  return { allowed: true, complete: unsigned.length === 1 }
}

export const changedMeanwhile =
  'Indholdet er ændret, siden du åbnede siden. Din godkendelse er ikke gemt. Gennemse ændringerne, og godkend igen.'

/** What an edit did to the sign-offs that were given. `what` names the edit: »punkt 4 er ændret«. */
export function voidedSentence(voided: number, what: string): string | null {
  if (voided === 0) return null
  return `${voided > 1 ? 'Begge godkendelser' : 'Godkendelsen'} er bortfaldet, fordi ${what}.`
}

export const secretariatNames: Record<Side, string> = {
  HOUSING: 'boligorganisationernes sekretariat',
  MUNICIPALITY: 'kommunens sekretariat',
}

/** »Afventer kommunens sekretariat.« as one sentence. */
export function signOffStatus(of: Ownership, signed: readonly Side[]): string {
  const needed = neededSides(of)
  const missing = needed.filter(side => !signed.includes(side))
  if (missing.length === 0)
    return needed.length > 1 ? 'Begge sekretariater har godkendt.' : 'Sekretariatet har godkendt.'
  if (missing.length === needed.length)
    return needed.length > 1 ? 'Begge sekretariaters godkendelse mangler.' : 'Sekretariatets godkendelse mangler.'
  return `Afventer ${listDanish(missing.map(side => secretariatNames[side]))}.`
}
