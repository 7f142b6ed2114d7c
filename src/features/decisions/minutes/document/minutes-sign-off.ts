import type { Actor } from '../../../../access/actor.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { shortHash } from '../../../../kernel/hash.ts'
import {
  bodyOf,
  type MeetingRow,
  neededSides,
  secretariatNames,
  sideOf,
  signedSides,
  signOffStatus,
  unsignedSides,
  voidedSentence,
} from '../../../meetings/meetings/index.ts'
import type { MinutesSignOff } from './minutes-queries.ts'

/** Where a secretariat signs off the minutes that the page shows, and sends them when both have. */
export function minutesSignOff(actor: Actor, meeting: MeetingRow, hash: string, signOffs: readonly MinutesSignOff[]) {
  const body = bodyOf(meeting)
  const signed = signedSides(signOffs, hash)
  const own = sideOf(actor, body)
  const path = `/moeder/${meeting.id}/referat`
  const complete = unsignedSides(body, signOffs, hash).length === 0
  return {
    heading: `${neededSides(body).length > 1 ? 'Sekretariaternes' : 'Sekretariatets'} godkendelse`,
    signLabel: own ? `Godkend referatet for ${secretariatNames[own]}` : '',
    status: signOffStatus(body, signed),
    voided: signed.length > 0 ? null : lastVoided(signOffs),
    sides: neededSides(body).map(side => {
      const row = signOffs.find(one => one.side === side && !one.voidedAt && one.hash === hash)
      const name = secretariatNames[side]
      return {
        name: name.charAt(0).toUpperCase() + name.slice(1),
        text: row ? `Godkendt den ${longMoment(row.at)} af ${row.person}` : 'Godkendelsen mangler',
      }
    }),
    hash,
    shortHash: shortHash(hash),
    signAction: own && !signed.includes(own) ? `${path}/godkend` : null,
    withdrawAction: own && signed.includes(own) ? `${path}/traek-godkendelse` : null,
    sendAction: complete ? `${path}/send` : null,
  }
}

/** What the last edit did to the sign-offs, as long as none has been given since. */
function lastVoided(signOffs: readonly MinutesSignOff[]): string | null {
  const [last] = signOffs
    .flatMap(row => row.voidedAt ?? [])
    .sort()
    .reverse()
  const voided = signOffs.filter(row => last && row.voidedAt === last)
  const [first] = voided
  // Since signed off anew: what the earlier edit did is told no more.
  if (last && signOffs.some(row => row.at > last)) return null
  return first?.voidedReason ? voidedSentence(voided.length, first.voidedReason) : null
}
