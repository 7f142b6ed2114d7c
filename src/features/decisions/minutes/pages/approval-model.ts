import type { Actor } from '../../../../access/actor.ts'
import { addDays, longDay, longMoment } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { type MeetingRow, signOffRows } from '../../../meetings/meetings/index.ts'
import { sealedMinutes } from '../document/minutes-content.ts'
import { readApproval, readLaterMeetings, type VersionRow } from '../document/minutes-queries.ts'
import { minutesPath } from '../paths.ts'
import type { Reading } from './minutes-reading.ts'

/** R70: what becomes of minutes that are out, in the words that stand in them: silence approves, an objection waits. */
export function outText({ objections }: Reading, latest: VersionRow): string {
  const until = longDay(latest.objectionsUntil)
  const unanswered = objections.filter(objection => !objection.answeredAt).length
  return unanswered > 0
    ? `Indsigelser kan gøres til og med den ${until}. Referatet kan godkendes, når alle indsigelser er besvaret.`
    : `Indsigelser kan gøres til og med den ${until}. Gøres der ikke indsigelse, anses referatet for godkendt den ${longDay(addDays(latest.objectionsUntil, 1))}.`
}

/** Where the minutes that are out are approved at the body's next meeting; null: there is nothing to do but wait. */
export function approvalModel(actor: Actor, { meeting, objections }: Reading, latest: VersionRow) {
  const unanswered = objections.filter(objection => !objection.answeredAt).length
  const later = readLaterMeetings(actor.database, meeting)
  const over = isPast(latest.objectionsUntil, actor.today)
  return {
    action: `${minutesPath(meeting.id)}/godkendelse`,
    explanation:
      unanswered > 0
        ? 'Referatet kan godkendes, når alle indsigelser er besvaret.'
        : later.length > 0
          ? 'Er referatet godkendt på et senere møde, så vælg mødet. Ellers godkendes det, når indsigelsesfristen er udløbet.'
          : 'Organet kan også godkende referatet på sit næste møde. Det kan registreres her, når mødet er åbnet.',
    meetings: [
      ...(over ? [{ value: '', text: 'Ikke på et møde (fristen er udløbet)' }] : []),
      ...later.map(({ id, number, day }) => ({ value: String(id), text: `${number}, ${longDay(day)}` })),
    ],
    allowed: unanswered === 0 && (later.length > 0 || over),
  }
}

/** The seal is worked out again from the text that is shown: a changed letter would show. */
export function sealModel(actor: Actor, meeting: MeetingRow, version: VersionRow) {
  const approval = readApproval(actor.database, meeting.id)
  const holds = sealedMinutes.hash(sealedMinutes.thaw(version.content)) === version.hash
  return {
    text: version.approvedAt
      ? `${approval?.reason ?? 'Godkendt efter indsigelsesfristen'}. Registreret den ${longMoment(version.approvedAt)}${version.approvedBy ? ` af ${version.approvedBy}` : ''}.`
      : `Indsigelsesfristen udløb den ${longDay(version.objectionsUntil)}. Referatet er godkendt.`,
    checksum: version.hash,
    verdict: holds ? 'Kontrolsummen passer til teksten.' : 'Kontrolsummen passer ikke til teksten.',
    holds,
    signers: signOffRows(actor.database, meeting.id, 'MINUTES')
      .filter(given => given.hash === version.hash)
      .map(({ person, at }) => `Godkendt af ${person} den ${longMoment(at)}.`),
  }
}
