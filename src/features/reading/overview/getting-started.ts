import { z } from 'zod'
import type { Actor, Side } from '../../../access/actor.ts'
import { cooperationOf } from '../../../access/cooperation.ts'
import { isCalledSql, isUnsentSql } from '../../../access/meeting-states.ts'
import { inSecretariat } from '../../../access/policy.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import type { Day } from '../../../kernel/days.ts'
import { lastsSql } from '../../../kernel/last-day.ts'
import { isOnSql } from '../../../kernel/periods.ts'
import { rulesInForceSql } from '../../ground/bodies/index.ts'
import { type BeginningFacts, type BeginningLine, gettingStarted, type Missing } from './getting-started-rules.ts'

/** *Kom i gang*: until the joint group's first meeting is called, for those who can do something about it. */
export function beginningLines(actor: Actor): BeginningLine[] {
  const secretariat = sides.find(side => inSecretariat(actor, side)) ?? null
  if (secretariat === null && !actor.administrator) return []
  const [row] = beginning(actor.database, actor.today)
  if (!row) return []
  const contact = cooperationOf(actor.database).contact.name !== ''
  return gettingStarted(factsOf(row, contact), { secretariat, administrator: actor.administrator })
}

const sides: readonly Side[] = ['HOUSING', 'MUNICIPALITY']

const side = z.enum(['HOUSING', 'MUNICIPALITY'])
const organisation = z.object({
  slug: z.string(),
  side,
  kind: z.string(),
  keepers: z.number(),
  signatories: z.number(),
})

const beginningRow = rowsOf({
  slug: column.text,
  planned: column.orNull(column.number),
  chairs: column.number,
  housing: column.number,
  municipality: column.number,
  quorumHousing: column.orNull(column.number),
  quorumMunicipality: column.orNull(column.number),
  mandates: column.number,
  withoutAccount: column.number,
  /** The strategy groups in force. */
  groups: column.json(z.array(z.object({ side, slug: z.string(), people: z.number(), chairs: z.number() }))),
  /** The organisations in force, with how many keep and sign for each. */
  organisations: column.json(z.array(organisation)),
})
type BeginningRow = RowOf<typeof beginningRow>

const on = (alias: string) => isOnSql(alias, '(SELECT day FROM today)')
const held = (of: string) => `SELECT count(*) FROM Seat s JOIN Organisation o ON o.id = s.organisationId
  WHERE s.bodyId = b.id AND ${on('s')} AND ${of}`
const named = (kind: string) => `(SELECT count(*) FROM Authorisation a
  WHERE a.organisationId = o.id AND a.kind = '${kind}' AND ${on('a')})`

/**
 * Everything in one statement: the overview's number of statements does not grow with what is missing. Once a meeting
 * has been called there is no row, and nothing is counted.
 */
const beginningSql = `WITH today(day) AS (SELECT ?)
    SELECT b.slug,
      (SELECT min(m.id) FROM Meeting m WHERE m.bodyId = b.id AND m.day >= (SELECT day FROM today) AND ${isUnsentSql('m.state')}) AS planned,
      (${held("s.role = 'CHAIR'")}) AS chairs,
      (${held("s.role <> 'SUBSTITUTE' AND o.side = 'HOUSING'")}) AS housing,
      (${held("s.role <> 'SUBSTITUTE' AND o.side = 'MUNICIPALITY'")}) AS municipality,
      r.quorumHousing, r.quorumMunicipality,
      (SELECT count(*) FROM Mandate) AS mandates,
      (SELECT count(*) FROM Person p WHERE ${lastsSql('p.endedOn', '(SELECT day FROM today)')}
         AND NOT EXISTS (SELECT 1 FROM Account c WHERE c.personId = p.id)
         AND (EXISTS (SELECT 1 FROM Seat s WHERE s.personId = p.id AND ${on('s')})
           OR EXISTS (SELECT 1 FROM Authorisation a WHERE a.personId = p.id AND ${on('a')}))) AS withoutAccount,
      (SELECT json_group_array(json_object('side', g.side, 'slug', g.slug,
         'people', (SELECT count(*) FROM Seat s WHERE s.bodyId = g.id AND ${on('s')}),
         'chairs', (SELECT count(*) FROM Seat s WHERE s.bodyId = g.id AND s.role = 'CHAIR' AND ${on('s')})))
       FROM Body g WHERE g.kind = 'STRATEGY_GROUP' AND ${on('g')}) AS groups,
      (SELECT json_group_array(json_object('slug', o.slug, 'side', o.side, 'kind', o.kind,
         'keepers', ${named('MANDATE_KEEPER')}, 'signatories', ${named('SIGNATORY')}))
       FROM (SELECT * FROM Organisation WHERE side IS NOT NULL ORDER BY position, id) o WHERE ${on('o')}) AS organisations
    FROM Body b LEFT JOIN RulesOfProcedure r ON r.id = ${rulesInForceSql('b.id', '(SELECT day FROM today)')}
    WHERE b.kind = 'JOINT_GROUP' AND NOT EXISTS (SELECT 1 FROM Meeting m WHERE m.bodyId = b.id AND ${isCalledSql('m.state')})
    LIMIT 1`

const beginning = untilCommit<Day, BeginningRow[]>(2, ({ sql }, today) => sql.all(beginningRow, beginningSql, today))

function factsOf(row: BeginningRow, contact: boolean): BeginningFacts {
  const { groups, organisations } = row
  const group = (side: Side) => groups.find(one => one.side === side) ?? null
  // R67: a department's mandates are kept by its municipality's keeper. R98: the departments sign for the municipality.
  const keep = organisations.filter(({ kind, keepers }) => kind !== 'DEPARTMENT' && keepers === 0)
  const sign = organisations.filter(({ kind, signatories }) => kind !== 'MUNICIPALITY' && signatories === 0)
  return {
    contact,
    joint: {
      slug: row.slug,
      chairs: row.chairs,
      members: { HOUSING: row.housing, MUNICIPALITY: row.municipality },
      quorum: { HOUSING: row.quorumHousing ?? 1, MUNICIPALITY: row.quorumMunicipality ?? 1 },
    },
    groups: { HOUSING: group('HOUSING'), MUNICIPALITY: group('MUNICIPALITY') },
    withoutKeeper: bySide(keep),
    withoutSignatory: bySide(sign),
    mandates: row.mandates,
    withoutAccount: row.withoutAccount,
    plannedMeeting: row.planned,
  }
}

function bySide(rows: readonly z.output<typeof organisation>[]): Record<Side, Missing> {
  const of = (side: Side): Missing => {
    const own = rows.filter(row => row.side === side)
    return { count: own.length, first: own[0]?.slug ?? null }
  }
  return { HOUSING: of('HOUSING'), MUNICIPALITY: of('MUNICIPALITY') }
}
