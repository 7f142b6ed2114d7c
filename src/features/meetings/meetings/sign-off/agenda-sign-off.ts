import type { Actor } from '../../../../access/actor.ts'
import { longDay } from '../../../../kernel/days.ts'
import { sentencesOf } from '../../../../kernel/objection.ts'
import { type SignOffRow, signOffBox } from '../../../ground/sealed/index.ts'
import { noticeDay } from '../agenda/agenda-rules.ts'
import { bodyOf } from '../agenda/load-agenda.ts'
import { agendaPath } from '../paths.ts'
import type { LoadedMeeting } from '../steps/meeting-facts.ts'
import { meetingWay } from '../steps/meeting-steps.ts'

/** Where a secretariat signs off what the page shows, and sends it when both have. Null when there is nothing to do. */
export function agendaSignOff(actor: Actor, loaded: LoadedMeeting, signOffs: readonly SignOffRow[]) {
  const { meeting, hash, facts } = loaded
  const beforeSending = facts.state === 'AGENDA_IN_PREPARATION' || facts.state === 'AGENDA_SIGNED_OFF'
  if (!beforeSending && !facts.unsentChange) return null
  const box = signOffBox(actor, { of: bodyOf(meeting), what: 'dagsordenen', hash, signOffs })
  const path = agendaPath(meeting.id)
  return {
    ...box,
    heading: `${box.heading}${beforeSending ? '' : ' af ændringen'}`,
    gaps: facts.gaps.map(({ sentence }) => sentence),
    signAction: box.maySign && facts.gaps.length === 0 ? `${path}/godkend` : null,
    withdrawAction: box.mayWithdraw ? `${path}/traek-tilbage` : null,
    send: box.complete ? sending(loaded) : null,
  }
}

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
