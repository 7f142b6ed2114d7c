import { type Day, yearOf } from '../../../../kernel/days.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import { isDueYear, nextDueYear, type RhythmFacts } from '../../agreement/index.ts'

export interface OpeningFacts extends RhythmFacts {
  year: number
  today: Day
  opened: readonly number[]
  /** The year of the round that is not finished yet, if any. */
  underWay: number | null
  hasVersionInForce: boolean
  proposalsUntil: Day
}

function notDueText(facts: OpeningFacts): string {
  const next = nextDueYear(facts, facts.today)
  return next === null
    ? 'Det er ikke registreret, hvornår aftalen skal tages op til revision. Registrér det på siden om samarbejdsaftalen.'
    : `Efter aftalen er der ingen revision i ${facts.year}. Den næste er i ${next}.`
}

/** Why a round cannot be opened; null: it can. */
export function openingObjection(facts: OpeningFacts): Objection | null {
  const { year, today, opened, underWay, proposalsUntil } = facts
  if (!isDueYear(facts, year)) return { sentence: notDueText(facts) }
  if (year > yearOf(today)) return { sentence: `Revisionen i ${year} kan tidligst åbnes den 1. januar ${year}.` }
  if (opened.includes(year)) return { sentence: `Revisionen i ${year} er allerede åbnet.` }
  if (underWay !== null)
    return { sentence: `Revisionen i ${underWay} er ikke afsluttet. Der kan kun være én ad gangen.` }
  if (!facts.hasVersionInForce) return { sentence: 'Der er ingen gældende aftale at revidere. Indlæs aftalen først.' }
  if (proposalsUntil <= today) {
    return { field: 'proposalsUntil', sentence: 'Fristen for ændringsforslag skal ligge efter i dag.' }
  }
  return null
}
