import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { Database } from '../../../../database/database.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { csvType } from '../../../ground/table-import/index.ts'
import { newVacancyPath, vacanciesCsvPath, vacanciesPath, vacancyPath } from '../paths.ts'
import { correctVacancyPage, newVacancyPage } from './form-pages.ts'
import { correctVacancyForm, vacanciesQuery, vacancyAddress, vacancyForm } from './forms.ts'
import { vacancyImportRoutes } from './import-routes.ts'
import { correctVacancy, countVacant } from './keep-vacancy.ts'
import { vacanciesCsv, vacanciesPage } from './list-page.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
const queries = 14

/** The yearly count of homes that nobody lives in, read by both parties and entered by both secretariats. */
export function vacancyRoutes(route: Routes): void {
  route.get(vacanciesPath, { ...ofAll, query: vacanciesQuery, queries }, ({ actor, query }) =>
    page('need/vacancies', vacanciesPage(actor, query)),
  )
  route.get(vacanciesCsvPath, { ...ofAll, query: vacanciesQuery, queries }, ({ actor, query }) => {
    const { name, content } = vacanciesCsv(actor, query)
    return file(content, { name, mediaType: csvType })
  })
  route.get(newVacancyPath, { right: 'keepNeed', queries }, ({ actor }) => page(formView, newVacancyPage(actor)))
  route.post(
    newVacancyPath,
    {
      ...{ right: 'keepNeed', form: vacancyForm },
      onInvalid: ({ actor }, form) => page(formView, newVacancyPage(actor, form)),
    },
    async ({ actor, form }) => {
      await countVacant(actor, form)
      return redirect(`${vacanciesPath}?aar=${form.year}`, 'Tallet er registreret.')
    },
  )
  vacancyImportRoutes(route)
  const drawn = (actor: Actor, id: number, form?: FormState) => page(formView, correctVacancyPage(actor, id, form))
  const correcting = { right: 'keepNeed', params: vacancyAddress } as const
  const at = vacancyPath(':vacancy')
  route.get(at, { ...correcting, queries }, ({ actor, params }) => drawn(actor, params.vacancy))
  route.post(
    at,
    {
      ...{ ...correcting, form: correctVacancyForm },
      onInvalid: ({ actor, params }, form) => drawn(actor, params.vacancy, form),
    },
    async ({ actor, params, form }) => {
      await correctVacancy(actor, { ...form, id: params.vacancy })
      return redirect(vacanciesPath, 'Tallet er rettet.')
    },
  )
}
