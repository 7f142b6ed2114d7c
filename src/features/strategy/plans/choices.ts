import type { Actor, Side } from '../../../access/actor.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { readOrganisations } from '../../ground/parties/index.ts'
import { areaChoices } from '../../ground/places/index.ts'
import { goalsOf, type StrategyContent } from '../strategies/index.ts'

/** The goals of a strategy as actions name them: »Mål 1.2: Flere i arbejde«. */
export const goalChoices = (content: StrategyContent): { key: string; name: string }[] =>
  goalsOf(content).map(({ number, goal }) => ({ key: goal.key, name: `Mål ${number}: ${goal.title}` }))

const personRow = rowsOf({
  id: column.number,
  name: column.text,
  organisationId: column.number,
  organisation: column.text,
})

export interface PlanChoices {
  organisations: { id: number; name: string; side: Side }[]
  people: RowOf<typeof personRow>[]
  areas: { id: number; name: string }[]
}

/** Who can be responsible and what it can concern today: three statements. @param kept areas that are named already */
export function readChoices({ database, today }: Actor, kept: readonly number[] = []): PlanChoices {
  return {
    organisations: readOrganisations(database, today).flatMap(({ id, name, side, kind }) =>
      side && kind !== 'MUNICIPALITY' ? [{ id, name, side }] : [],
    ),
    people: database.sql.all(
      personRow,
      `SELECT p.id, p.name, o.id AS organisationId, o.shortName AS organisation
       FROM Person p JOIN Organisation o ON o.id = p.organisationId
       WHERE p.endedOn IS NULL AND o.side IS NOT NULL ORDER BY fold(p.name), p.id`,
    ),
    areas: areaChoices(database, today, kept).map(({ value, text }) => ({ id: Number(value), name: text })),
  }
}

export const named = (
  among: readonly { id: number; name: string }[],
  id: number | null,
): { id: number; name: string } | null => {
  const found = among.find(one => one.id === id)
  return found ? { id: found.id, name: found.name } : null
}
