import type { Actor } from '../../../../access/actor.ts'
import type { Subject } from '../../../../access/policy.ts'
import { bodiesOf } from '../../../../access/visibility.ts'
import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { plural } from '../../../../kernel/text.ts'
import { newSeriesPath, planSeriesPath, seriesPath } from '../paths.ts'
import { patternQuery, seriesAddress, seriesForm } from './forms.ts'
import { planSeries } from './plan-series.ts'
import { newSeriesPage, seriesPage } from './series-page.ts'

/** §7: the meetings of a year planned in one go, by those who prepare the body's meetings. */
export function seriesRoutes(route: Routes): void {
  route.get(newSeriesPath, { right: 'manageOwnSide', query: patternQuery, queries: 6 }, async ({ actor, query }) => {
    const { vis, ...values } = query
    return page(
      'meetings/series-new',
      await newSeriesPage(actor, { values: typedIn(values), shows: vis !== undefined }),
    )
  })
  const again = async (actor: Actor, sent: FormState) =>
    page('meetings/series-new', await newSeriesPage(actor, { values: patternIn(sent), shows: true, sent }))
  route.post(
    planSeriesPath,
    {
      right: 'manageOwnSide',
      form: seriesForm,
      standsOn: newSeriesPath,
      onInvalid: ({ actor }, form) => again(actor, form),
    },
    async ({ actor, form }) => {
      const { id, count } = await planSeries(actor, form)
      return redirect(seriesPath(id), `${plural(count, 'møde', 'møder')} er oprettet.`)
    },
  )
  route.get(
    seriesPath(':series'),
    { right: 'readBody', params: seriesAddress, on: ({ db, params }) => bodyOfSeries(db, params.series), queries: 6 },
    ({ actor, params }) => page('meetings/series', seriesPage(actor, params.series)),
  )
}

const typedIn = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/** The pattern that the days were worked out of goes with them. */
const patternIn = ({ values }: FormState): Record<string, unknown> => {
  const { days: _days, ...rest } = values
  return rest
}

const bodyRow = rowsOf({ bodyId: column.number })

function bodyOfSeries(db: Database, id: number): Subject | null {
  const found = db.sql.get(bodyRow, 'SELECT bodyId FROM MeetingSeries WHERE id = ?', id)
  const body = found && bodiesOf(db).find(one => one.id === found.bodyId)
  return body ? { body } : null
}
