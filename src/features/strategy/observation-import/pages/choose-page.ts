import type { Actor } from '../../../../access/actor.ts'
import { policy } from '../../../../access/policy.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { tableLimits } from '../../../../inputs/sheets/table.ts'
import { shortMoment } from '../../../../kernel/days.ts'
import { sizeText } from '../labels.ts'
import { discardPath, headingsPath, importPath, mappingsPath, rowsPath } from '../paths.ts'
import { waitingDays, waitingOf } from '../waiting/waiting-files.ts'
import { importCrumbs, stepsBar } from './steps-bar.ts'

/** Where a file of figures is chosen, and where one goes on with a file that waits. */
export async function choosePage(actor: Actor, form: FormState = formOf()) {
  const waiting = await waitingOf(actor.database, actor.personId ?? 0, actor.at)
  return {
    title: 'Indlæs tal',
    active: 'indikatorer',
    crumbs: importCrumbs(),
    steps: stepsBar('file', null),
    form,
    path: importPath,
    mappingsPath,
    hint: `Excel (.xlsx) eller CSV, højst ${tableLimits.megabytes} MB og ${(tableLimits.rows - 1).toLocaleString('da')} rækker.`,
    others: `Tal indlæses af ${policy.keepIndicators.who}.`,
    waitingDays,
    waiting: waiting.map(({ id, name, size, at, outcome, sheets }) => ({
      name,
      facts: `${sizeText(size)}, ${sheets.length === 1 ? '1 ark' : `${sheets.length} ark`}`,
      at: shortMoment(at),
      href: outcome ? rowsPath(id) : headingsPath(id),
      discard: discardPath(id),
    })),
  }
}
