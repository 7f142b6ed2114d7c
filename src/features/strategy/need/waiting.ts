import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { day, yearOf } from '../../../kernel/days.ts'
import { plural } from '../../../kernel/text.ts'
import { isLate } from './changes/change-rules.ts'
import { readChanges } from './changes/read-changes.ts'
import { changesPath, vacanciesPath } from './paths.ts'
import { countedYears } from './vacancies/read-vacancies.ts'

/** What the need for housing wants of the secretariats. */
export const needWaiting: WaitingLines[] = [{ order: 49, lines: needLines }]

function needLines(actor: Actor): WaitingLine[] {
  if (!mayDo(actor, 'keepNeed')) return []
  return [...lateLine(actor), ...countLine(actor)]
}

/** What should have happened by now counts in this year until somebody says otherwise: so they are asked. */
function lateLine(actor: Actor): WaitingLine[] {
  const late = readChanges(actor.database).filter(row => isLate(row, yearOf(actor.today))).length
  return late === 0
    ? []
    : [
        {
          text: `Opdatér ${plural(late, 'ændring i boligerne, hvis år er gået', 'ændringer i boligerne, hvis år er gået')}`,
          ...{ href: withQuery(changesPath, { status: 'forsinket' }), by: null, urgent: false },
        },
      ]
}

/** Where the year before the last was counted, the last one is asked for, to be there by the end of April. */
function countLine(actor: Actor): WaitingLine[] {
  const year = yearOf(actor.today) - 1
  const years = countedYears(actor.database)
  if (!years.includes(year - 1) || years.includes(year)) return []
  const by = day(`${year + 1}-04-30`)
  return [
    {
      text: `Registrér ledige boliger for ${year}`,
      href: vacanciesPath,
      by,
      urgent: actor.today >= day(`${year + 1}-04-01`),
    },
  ]
}
