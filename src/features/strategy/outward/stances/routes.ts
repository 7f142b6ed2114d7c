import type { Actor } from '../../../../access/actor.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { longDay } from '../../../../kernel/days.ts'
import { administeredOrganisation, foundOrganisation } from '../../../ground/parties/index.ts'
import { askForm, outwardAddress, stanceAddress, stanceForm } from '../forms.ts'
import { askPage } from '../pages/form-pages.ts'
import { askStancesPath, outwardPath, stancePath } from '../paths.ts'
import { askForStances, giveStance } from './give-stance.ts'
import { stancePage } from './stance-page.ts'

const formView = 'layout/form-page'

/** The organisations are asked by the secretariats, and each says by its own people where it stands. */
export function stanceRoutes(route: Routes): void {
  const writing = { right: 'prepareTexts', params: outwardAddress } as const
  const asking = (actor: Actor, slug: string, form?: FormState) => page(formView, askPage(actor, slug, form))
  route.get(askStancesPath(':text'), { ...writing, queries: 6 }, ({ actor, params }) => asking(actor, params.text))
  route.post(
    askStancesPath(':text'),
    { ...writing, form: askForm, onInvalid: ({ actor, params }, form) => asking(actor, params.text, form) },
    async ({ actor, params, form }) => {
      const { until } = await askForStances(actor, { slug: params.text, ...form })
      return redirect(
        outwardPath(params.text),
        `Organisationerne er spurgt. De kan svare til og med den ${longDay(until)}.`,
      )
    },
  )

  const answering = { right: 'answerForOrganisation', params: stanceAddress, on: administeredOrganisation } as const
  const path = stancePath(':text', ':organisation')
  const answer = async (actor: Actor, params: { text: string; organisation: string }, form?: FormState) =>
    page(
      'outward/stance',
      await stancePage(actor, params.text, foundOrganisation(actor.database, params.organisation), form),
    )
  route.get(path, { ...answering, queries: 46 }, ({ actor, params }) => answer(actor, params))
  route.post(
    path,
    { ...answering, form: stanceForm, onInvalid: ({ actor, params }, form) => answer(actor, params, form) },
    async ({ actor, params, form }) => {
      await giveStance(actor, { slug: params.text, organisation: params.organisation, ...form })
      return redirect(
        `${outwardPath(params.text)}#holdninger`,
        'Svaret er gemt. Det kan ændres, så længe fristen løber.',
      )
    },
  )
}
