import { contentHash } from '../../../../kernel/hash.ts'

/** SHA-256 of exactly what an addendum says: who joins or leaves which version, from when, in which words. */
export const addendumHash = (addendum: {
  year: number
  number: number
  kind: string
  organisationId: number
  text: string
  inForceFrom: string
}): string =>
  contentHash({
    year: addendum.year,
    number: addendum.number,
    kind: addendum.kind,
    organisationId: addendum.organisationId,
    text: addendum.text,
    inForceFrom: addendum.inForceFrom,
  })

/** SHA-256 of a signature on an addendum together with what it was given to. */
export const addendumSeal = (signature: {
  textHash: string
  capacity: string
  signatory: string
  title: string | null
  signedAt: string
}): string =>
  contentHash({
    textHash: signature.textHash,
    capacity: signature.capacity,
    signatory: signature.signatory,
    title: signature.title,
    signedAt: signature.signedAt,
  })
