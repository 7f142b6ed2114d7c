import type { Actor } from '../../../access/actor.ts'
import { inSecretariat } from '../../../access/policy.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { daysBetween } from '../../../kernel/days.ts'
import { plural } from '../../../kernel/text.ts'
import { answersPath } from '../../ground/answers/paths.ts'
import { halfKey } from './half-year.ts'
import { halfOf } from './load-open.ts'
import { roundPath } from './paths.ts'
import { readLate, readOwed } from './queries.ts'

/** What organisations owe that a person answers for, and to the secretariats, who is late. */
export const implementationWaiting: WaitingLines[] = [
  { order: 83, lines: owedLines },
  { order: 84, lines: lateLines },
]

type Owed = ReturnType<typeof readOwed>[number]

const keyOf = ({ year, half }: { year: number; half: number }): string => halfKey({ year, half: half === 1 ? 1 : 2 })

function owedLines(actor: Actor): WaitingLine[] {
  const owed = readOwed(actor)
  const line = (row: Owed, text: string, href: string): WaitingLine => ({
    text,
    href,
    by: row.deadline,
    urgent: daysBetween(actor.today, row.deadline) <= 7,
  })
  const one = (row: Owed) =>
    line(
      row,
      `Svar for ${row.organisation} på, hvor langt I er med ${plural(row.strategies, 'fælles strategi', 'fælles strategier')} (${halfOf(row)})`,
      answersPath(row.organisationSlug),
    )
  const administered = owed.filter(({ own }) => !own)
  const [first] = administered
  return [
    ...owed.filter(({ own }) => own).map(one),
    ...(first
      ? [
          administered.length === 1
            ? one(first)
            : line(
                first,
                `${administered.length} foreninger, som I administrerer, mangler at svare på, hvor langt de er med de fælles strategier (${halfOf(first)})`,
                `${roundPath(keyOf(first))}?vis=mangler`,
              ),
        ]
      : []),
  ]
}

function lateLines(actor: Actor): WaitingLine[] {
  if (!inSecretariat(actor, null)) return []
  return readLate(actor).map(row => ({
    text: `Ryk ${plural(row.missing, 'organisation', 'organisationer')} for svar om gennemførelsen af strategierne (${halfOf(row)})`,
    href: `${roundPath(keyOf(row))}?vis=mangler`,
    by: row.deadline,
    urgent: true,
  }))
}
