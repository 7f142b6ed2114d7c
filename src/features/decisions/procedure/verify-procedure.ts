import type { Database } from '../../../database/database.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { Finding } from '../../../database/verify/finding.ts'
import type { MeetingChairs, RuleParameters } from '../../ground/bodies/index.ts'
import { procedureKind } from './procedure-kind.ts'

const rulesRow = rowsOf({
  id: column.number,
  content: column.text,
  noticeWorkdays: column.number,
  agendaWorkdays: column.orNull(column.number),
  proposalDeadlineWorkdays: column.number,
  quorumHousing: column.number,
  quorumMunicipality: column.number,
  objectionDays: column.number,
  minutesWorkdays: column.orNull(column.number),
  chairs: column.oneOf<MeetingChairs>(),
  consensusOfBothSides: column.flag,
  writtenProcedureAllowed: column.flag,
  silenceConsents: column.flag,
})

/** Whether the rules that meetings are counted by are those that the joint group's decisions were taken on. */
export const verifyProcedure = (db: Database): Finding => ({
  check: 'Rules of procedure are what the texts on the agendas said',
  wrong: db.sql
    .all(
      rulesRow,
      `SELECT r.id, n.content, r.noticeWorkdays, r.agendaWorkdays, r.proposalDeadlineWorkdays, r.quorumHousing,
         r.quorumMunicipality, r.objectionDays, r.minutesWorkdays, r.chairs, r.consensusOfBothSides,
         r.writtenProcedureAllowed, r.silenceConsents
       FROM RulesOfProcedure r JOIN Adoption a ON a.id = r.adoptionId JOIN TextDraft n ON n.id = a.draftId ORDER BY r.id`,
    )
    .flatMap(({ id, content, ...kept }) => {
      const { parameters } = procedureKind.sealed.thaw(content)
      const other = (Object.keys(kept) as (keyof RuleParameters)[]).filter(name => kept[name] !== parameters[name])
      return other.map(name => `Rules of procedure ${id}: ${name} is not what was put forward.`)
    }),
})
