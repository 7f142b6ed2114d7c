import type { Actor } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { longDay } from '../../../../kernel/days.ts'
import { capitalised } from '../../../../kernel/text.ts'
import { neededSides, secretariatNames } from '../../../ground/sealed/index.ts'
import { bodyOf, type MeetingRow } from '../agenda/load-agenda.ts'
import { kindLabels } from '../labels.ts'
import { acceptProposalPath, itemPath, itemProposalPath } from '../paths.ts'
import { bodysItemsToCarry } from '../queries.ts'
import { signOffRows } from '../sign-off/sign-off-queries.ts'

const proposalRow = rowsOf({
  id: column.number,
  title: column.text,
  kind: column.oneOf<keyof typeof kindLabels>(),
  person: column.text,
  organisation: column.text,
  at: column.moment,
})

const proposals = (db: Database, bodyId: number, meetingId: number) =>
  db.sql.all(
    proposalRow,
    `SELECT x.id, x.title, x.kind, p.name AS person, o.shortName AS organisation, x.at
     FROM ItemProposal x JOIN Person p ON p.id = x.personId JOIN Organisation o ON o.id = x.organisationId
     WHERE x.bodyId = ? AND x.answeredAt IS NULL AND x.withdrawnAt IS NULL
       AND (x.meetingId IS NULL OR x.meetingId = ?)
     ORDER BY x.id LIMIT 50`,
    bodyId,
    meetingId,
  )

/** What waits for an agenda of the body and can be put on this one with a press: members' proposals, and what was left over. */
export const waitingFor = (actor: Actor, meeting: MeetingRow) => ({
  proposals: proposals(actor.database, meeting.bodyId, meeting.id).map(({ id, title, kind, person, organisation }) => ({
    title,
    href: itemProposalPath(id),
    about: `${kindLabels[kind]}, foreslået af ${person}, ${organisation}`,
    action: acceptProposalPath(id),
  })),
  carry: bodysItemsToCarry(actor, meeting).map(item => ({
    title: item.title,
    about: `punkt ${item.position} den ${longDay(item.day)}`,
    action: `${itemPath(item.meetingId, item.id)}/overfoer`,
  })),
})

/** Whose sign-off the agenda has, and whose it lacks. */
export function signOffLines(actor: Actor, meeting: MeetingRow): { text: string; signed: boolean }[] {
  const standing = signOffRows(actor.database, meeting.id, 'AGENDA').filter(({ voidedAt }) => voidedAt === null)
  return neededSides(bodyOf(meeting)).map(side => {
    const signed = standing.some(row => row.side === side)
    const name = capitalised(secretariatNames[side])
    return { signed, text: signed ? `${name} har godkendt.` : `${name} mangler at godkende.` }
  })
}
