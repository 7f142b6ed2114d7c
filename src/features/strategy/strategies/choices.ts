import type { Actor, Side } from '../../../access/actor.ts'
import type { ReadClient } from '../../../database/database.ts'
import type { Tx } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import { compareDanish } from '../../../kernel/text.ts'
import { readOrganisations } from '../../ground/parties/index.ts'
import { areaChoices } from '../../ground/places/index.ts'
import type { Named, StrategyContent } from './strategy-content.ts'
import { targetsOf } from './strategy-numbers.ts'

interface Choice {
  id: number
  name: string
}

export interface Choices {
  areas: Choice[]
  organisations: Record<Side, Choice[]>
}

/**
 * What a strategy can name today: the housing areas, and the organisations of each side. Two statements.
 * @param kept areas that are named already: they stay on the list though they are closed
 */
export function readChoices(actor: Actor, kept: readonly number[] = []): Choices {
  const organisations = readOrganisations(actor.database, actor.today)
  const ofSide = (side: Side) => organisations.filter(one => one.side === side).map(({ id, name }) => ({ id, name }))
  return {
    areas: areaChoices(actor.database, actor.today, kept).map(({ value, text }) => ({ id: Number(value), name: text })),
    organisations: { HOUSING: ofSide('HOUSING'), MUNICIPALITY: ofSide('MUNICIPALITY') },
  }
}

/** The housing areas that a text names already. */
export const areasIn = (content: StrategyContent): number[] => [
  ...(content.areas ?? []).map(({ id }) => id),
  ...targetsOf(content).flatMap(({ target }) =>
    target.measure === 'INDICATOR' && target.place ? [target.place.id] : [],
  ),
]

/** The housing areas of a day, as a text that is about all of them names them. One statement. */
export async function areasOn(reads: ReadClient | Tx, on: Day): Promise<Named[]> {
  const rows = await (reads as Tx).housingArea.findMany({
    where: { from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }] },
    select: { id: true, name: true },
  })
  return rows.toSorted((one, other) => compareDanish(one.name, other.name) || one.id - other.id)
}
