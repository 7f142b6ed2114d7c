import type { Actor } from '../../../../access/actor.ts'
import { inSecretariat } from '../../../../access/policy.ts'
import type { WaitingLine, WaitingLines } from '../../../../http/feature.ts'
import { type Day, daysBetween } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import { answersPath } from '../../../ground/answers/paths.ts'
import { statementsPath } from '../paths.ts'
import { readLate, readOwed } from './queries.ts'

/**
 * What the organisations owe that a person answers for: each of one's own, and all that one administers together. And to
 * the secretariats, in which rounds statements are missing after the last day.
 */
export const statementsWaiting: WaitingLines[] = [
  { order: 85, lines: owedLines },
  { order: 86, lines: lateLines },
]

type Owed = ReturnType<typeof readOwed>[number]

function owedLines(actor: Actor): WaitingLine[] {
  const owed = readOwed(actor)
  const own = owed.filter(row => row.own)
  const slugs = [...new Set(own.map(row => row.organisationSlug))]
  const administered = owed.filter(row => !row.own)
  return [
    ...slugs.map(slug => {
      const rows = own.filter(row => row.organisationSlug === slug)
      return lineOf(actor.today, ownText(rows), answersPath(slug), rows)
    }),
    ...administeredLine(actor.today, administered),
  ]
}

const ownText = (rows: Owed[]): string => {
  const [first] = rows
  return rows.length === 1
    ? `Afgiv redegørelsen fra ${first?.organisation ?? ''} om standarden »${first?.title ?? ''}«`
    : `Afgiv ${rows.length} redegørelser fra ${first?.organisation ?? ''} om fælles standarder`
}

function administeredLine(today: Day, rows: Owed[]): WaitingLine[] {
  const [first] = rows
  if (!first) return []
  const associations = new Set(rows.map(row => row.organisationSlug)).size
  return associations === 1
    ? [lineOf(today, ownText(rows), answersPath(first.organisationSlug), rows)]
    : [
        lineOf(
          today,
          `${plural(associations, 'forening', 'foreninger')}, som I administrerer, mangler at afgive redegørelse om fælles standarder`,
          `${statementsPath(first.slug, first.year)}?vis=mangler`,
          rows,
        ),
      ]
}

/** The rows stand by their deadlines. */
function lineOf(today: Day, text: string, href: string, [first]: Owed[]): WaitingLine {
  const by = first?.deadline ?? null
  return { text, href, by, urgent: by !== null && daysBetween(today, by) <= 7 }
}

function lateLines(actor: Actor): WaitingLine[] {
  if (!inSecretariat(actor, null)) return []
  return readLate(actor).map(({ slug, title, year, deadline, missing }) => ({
    text: `Ryk ${plural(missing, 'organisation', 'organisationer')} for redegørelsen for ${year} om standarden »${title}«`,
    href: `${statementsPath(slug, year)}?vis=mangler`,
    by: deadline,
    urgent: true,
  }))
}
