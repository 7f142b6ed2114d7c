import { listDanish } from '../../../../kernel/text.ts'

export type Side = 'HOUSING' | 'MUNICIPALITY'
export type SignedContent = 'AGENDA' | 'MINUTES'

export interface SignOffFacts {
  side: Side
  hash: string
  voidedAt: string | null
}

/** R60: both secretariats sign off for the joint group; for a side's own bodies that side's does. */
export const neededSides = (body: { side: Side | null }): Side[] =>
  body.side ? [body.side] : ['HOUSING', 'MUNICIPALITY']

/** Sides whose sign-off stands for exactly this content. */
export const signedSides = (signOffs: readonly SignOffFacts[], hash: string): Side[] => [
  ...new Set(signOffs.filter(given => !given.voidedAt && given.hash === hash).map(given => given.side)),
]

export const unsignedSides = (body: { side: Side | null }, signOffs: readonly SignOffFacts[], hash: string): Side[] => {
  const signed = signedSides(signOffs, hash)
  return neededSides(body).filter(side => !signed.includes(side))
}

export type SignOffVerdict = { allowed: true; complete: boolean } | { allowed: false; reason: string }

/** Sign-off is of what was shown: the hash in the form must be that of the content as it stands in the transaction. */
export function judgeSignOff(facts: {
  side: Side | null
  body: { side: Side | null }
  shownHash: string
  currentHash: string
  signOffs: readonly SignOffFacts[]
}): SignOffVerdict {
  const { side, body, shownHash, currentHash, signOffs } = facts
  const needed = neededSides(body)
  if (side === null || !needed.includes(side))
    return { allowed: false, reason: 'Du kan kun godkende for dit eget sekretariat.' }
  if (shownHash !== currentHash) return { allowed: false, reason: changedMeanwhile }
  const signed = signedSides(signOffs, currentHash)
  if (signed.includes(side)) return { allowed: false, reason: 'Dit sekretariat har allerede godkendt dette indhold.' }
  return { allowed: true, complete: needed.every(other => other === side || signed.includes(other)) }
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

/** »Godkendt af kommunens sekretariat. Afventer …« as one sentence. */
export function signOffStatus(body: { side: Side | null }, signed: readonly Side[]): string {
  const needed = neededSides(body)
  const missing = needed.filter(side => !signed.includes(side))
  if (missing.length === 0)
    return needed.length > 1 ? 'Begge sekretariater har godkendt.' : 'Sekretariatet har godkendt.'
  if (missing.length === needed.length)
    return needed.length > 1 ? 'Begge sekretariaters godkendelse mangler.' : 'Sekretariatets godkendelse mangler.'
  return `Afventer ${listDanish(missing.map(side => secretariatNames[side]))}.`
}
