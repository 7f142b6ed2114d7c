import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { file, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { dutiesPage, dutyPage, newDutyPage } from './duty-pages.ts'
import { dutyAddress, dutyForm, newDutyForm, yearQuery } from './forms.ts'
import { addDuty, editDuty } from './keep-duty.ts'
import { dutiesPath, dutyPath, newDutyPath, yearCsvPath, yearPath } from './paths.ts'
import { yearCsv, yearPage } from './year-page.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
const keeping = { right: 'prepareTexts' } as const

/** The year as both parties have it: each reads of it the meetings that he or she may see. */
export function wheelRoutes(route: Routes): void {
  route.get(yearPath, { ...ofAll, query: yearQuery, queries: 8 }, ({ actor, query }) =>
    page('wheel/year', yearPage(actor, query)),
  )
  route.get(yearCsvPath, { ...ofAll, query: yearQuery, queries: 7 }, ({ actor, query }) => {
    const { year, content } = yearCsv(actor, query)
    return file(content, { name: `aarshjul-${year}.csv`, mediaType: 'text/csv; charset=utf-8' })
  })

  route.get(dutiesPath, { ...keeping, queries: 3 }, ({ actor }) => page('wheel/duties', dutiesPage(actor)))
  route.get(newDutyPath, { ...keeping, queries: 2 }, ({ actor }) => page(formView, newDutyPage(actor)))
  route.post(
    newDutyPath,
    { ...keeping, form: newDutyForm, onInvalid: ({ actor }, form) => page(formView, newDutyPage(actor, form)) },
    async ({ actor, form }) => {
      await addDuty(actor, form)
      return redirect(dutiesPath, 'Opgaven er tilføjet til årshjulet.')
    },
  )
  const one = { ...keeping, params: dutyAddress } as const
  route.get(dutyPath(':duty'), { ...one, queries: 3 }, ({ actor, params }) =>
    page(formView, dutyPage(actor, params.duty)),
  )
  route.post(
    dutyPath(':duty'),
    {
      ...one,
      form: dutyForm,
      onInvalid: ({ actor, params }, form) => page(formView, dutyPage(actor, params.duty, form)),
    },
    async ({ actor, params, form }) => {
      await editDuty(actor, { id: params.duty, ...form })
      return redirect(dutiesPath, 'Opgaven er gemt.')
    },
  )
}
