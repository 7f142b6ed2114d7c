import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { discretionPath, editDiscretionPath } from '../paths.ts'
import { limitsForm } from './forms.ts'
import { discretionPage, editLimitsPage } from './limits-page.ts'
import { setLimits } from './set-limits.ts'

/** What is never told, by which limits: read by all of the cooperation, set by the two secretariats. */
export function discretionRoutes(route: Routes): void {
  route.get(
    discretionPath,
    { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db), queries: 5 },
    ({ actor }) => page('knowledge/discretion', discretionPage(actor)),
  )
  route.get(editDiscretionPath, { right: 'keepIndicators', queries: 4 }, ({ actor }) =>
    page('layout/form-page', editLimitsPage(actor)),
  )
  route.post(
    editDiscretionPath,
    {
      ...{ right: 'keepIndicators', form: limitsForm },
      onInvalid: ({ actor }, form) => page('layout/form-page', editLimitsPage(actor, form)),
    },
    async ({ actor, form }) => {
      await setLimits(actor, form)
      return redirect(discretionPath, 'Grænserne er gemt. De gælder fra den næste levering.')
    },
  )
}
