import type { Actor } from '../../../../access/actor.ts'
import { longDay, longMoment } from '../../../../kernel/days.ts'
import { shortHash } from '../../../../kernel/hash.ts'
import { sentencesOf } from '../../../../kernel/objection.ts'
import { noticeDay } from '../agenda/agenda-rules.ts'
import { bodyOf } from '../agenda/load-agenda.ts'
import { agendaPath } from '../labels.ts'
import type { LoadedMeeting } from '../steps/meeting-facts.ts'
import { meetingWay } from '../steps/meeting-steps.ts'
import { sideOf } from './sign-off.ts'
import type { SignOffRow } from './sign-off-queries.ts'
import { neededSides, secretariatNames, signedSides, signOffStatus, voidedSentence } from './sign-off-rules.ts'

/** Where a secretariat signs off what the page shows, and sends it when both have. Null when there is nothing to do. */
export function signOffBox(actor: Actor, loaded: LoadedMeeting, signOffs: readonly SignOffRow[]) {
  const { meeting, hash, facts } = loaded
  const beforeSending = facts.state === 'AGENDA_IN_PREPARATION' || facts.state === 'AGENDA_SIGNED_OFF'
  if (!beforeSending && !facts.unsentChange) return null
  const body = bodyOf(meeting)
  const given = signOffs.filter(row => row.content === 'AGENDA' && !row.voidedAt && row.hash === hash)
  const signed = signedSides(given, hash)
  const own = sideOf(actor, body)
  const path = agendaPath(meeting.id)
  const complete = facts.agendaUnsignedBy.length === 0
  return {
    heading: headingOf(neededSides(body).length > 1, beforeSending),
    signLabel: own ? `Godkend dagsordenen for ${secretariatNames[own]}` : '',
    status: signOffStatus(body, signed),
    voided: complete || signed.length > 0 ? null : lastVoided(signOffs),
    sides: neededSides(body).map(side => {
      const row = given.find(one => one.side === side)
      const name = secretariatNames[side]
      return {
        name: name.charAt(0).toUpperCase() + name.slice(1),
        text: row ? `Godkendt den ${longMoment(row.at)} af ${row.person}` : 'Godkendelsen mangler',
        given: row !== undefined,
      }
    }),
    gaps: facts.gaps.map(({ sentence }) => sentence),
    hash,
    shortHash: shortHash(hash),
    signAction: own && !signed.includes(own) && facts.gaps.length === 0 ? `${path}/godkend` : null,
    withdrawAction: own && signed.includes(own) ? `${path}/traek-tilbage` : null,
    send: complete ? sending(loaded) : null,
  }
}

const headingOf = (both: boolean, beforeSending: boolean): string =>
  `${both ? 'Sekretariaternes' : 'Sekretariatets'} godkendelse${beforeSending ? '' : ' af ændringen'}`

function sending({ meeting, facts, rules }: LoadedMeeting) {
  const supplement = facts.state === 'CALLED'
  const verdict = meetingWay.judge(supplement ? 'SUPPLEMENT' : 'CALL', { ...facts, reason: 'given in the form' })
  return {
    action: `${agendaPath(meeting.id)}/${supplement ? 'udsend-tillaeg' : 'udsend'}`,
    label: supplement ? 'Udsend tillæg' : 'Udsend dagsorden',
    refused: verdict.allowed ? null : sentencesOf(verdict.objections),
    late:
      facts.late && rules
        ? `Dagsordenen skulle være udsendt senest den ${longDay(noticeDay(meeting.day, rules))}.`
        : null,
  }
}

/** What the last edit did to the sign-offs, as long as none has been given since. */
function lastVoided(signOffs: readonly SignOffRow[]): string | null {
  const voided = signOffs.filter(row => row.content === 'AGENDA' && row.voidedAt)
  const last = voided.reduce<SignOffRow | null>(
    (latest, row) => (!latest || (row.voidedAt ?? '') >= (latest.voidedAt ?? '') ? row : latest),
    null,
  )
  if (!last?.voidedReason) return null
  // Since signed off anew: what the earlier edit did is told no more.
  if (signOffs.some(row => row.content === 'AGENDA' && row.at > (last.voidedAt ?? ''))) return null
  return voidedSentence(voided.filter(row => row.voidedAt === last.voidedAt).length, last.voidedReason)
}
