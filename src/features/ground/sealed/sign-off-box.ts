import type { Actor, Side } from '../../../access/actor.ts'
import { type Instant, longMoment } from '../../../kernel/days.ts'
import { shortHash } from '../../../kernel/hash.ts'
import { capitalised } from '../../../kernel/text.ts'
import { sideOf } from './sign-off.ts'
import {
  neededSides,
  type Ownership,
  type SignOffFacts,
  secretariatNames,
  signedSides,
  signOffStatus,
  voidedSentence,
} from './sign-off-rules.ts'

/** A sign-off as a page tells of it. */
export interface SignOffRow extends SignOffFacts {
  at: Instant
  person: string
  voidedReason: string | null
}

/**
 * Where a secretariat signs off the content that the page shows.
 * @param what is signed off, definite: »dagsordenen«
 */
export function signOffBox(
  actor: Actor,
  { of, what, hash, signOffs }: { of: Ownership; what: string; hash: string; signOffs: readonly SignOffRow[] },
) {
  const needed = neededSides(of)
  const signed = signedSides(signOffs, hash)
  const own = sideOf(actor, of)
  return {
    heading: `${needed.length > 1 ? 'Sekretariaternes' : 'Sekretariatets'} godkendelse`,
    signLabel: own ? `Godkend ${what} for ${secretariatNames[own]}` : '',
    status: signOffStatus(of, signed),
    voided: signed.length > 0 ? null : lastVoided(signOffs),
    sides: needed.map(side => {
      const row = standing(signOffs, side, hash)
      const text = row ? `Godkendt den ${longMoment(row.at)} af ${row.person}` : 'Godkendelsen mangler'
      return { name: capitalised(secretariatNames[side]), text }
    }),
    hash,
    shortHash: shortHash(hash),
    complete: needed.every(side => signed.includes(side)),
    /** The person's secretariat has not signed off this content. */
    maySign: own !== null && !signed.includes(own),
    mayWithdraw: own !== null && signed.includes(own),
  }
}

const standing = (signOffs: readonly SignOffRow[], side: Side, hash: string): SignOffRow | undefined =>
  signOffs.find(row => row.side === side && !row.voidedAt && row.hash === hash)

/** What the last edit did to the sign-offs, as long as none has been given since. */
function lastVoided(signOffs: readonly SignOffRow[]): string | null {
  const last = signOffs
    .flatMap(({ voidedAt }) => voidedAt ?? [])
    .sort()
    .at(-1)
  if (last === undefined) return null
  // Since signed off anew: what the earlier edit did is told no more.
  if (signOffs.some(({ at }) => at > last)) return null
  const voided = signOffs.filter(({ voidedAt }) => voidedAt === last)
  const reason = voided[0]?.voidedReason
  return reason ? voidedSentence(voided.length, reason) : null
}
