import type { Actor } from '../../../access/actor.ts'
import { askingOf, type Feature } from '../../../http/feature.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { plural } from '../../../kernel/text.ts'
import { administeredOrganisation, organisationAddress } from '../parties/index.ts'
import { answerPage } from './answer-page.ts'
import { answersForm } from './forms.ts'
import { giveAnswers } from './give-answers.ts'
import { answersPath } from './paths.ts'

/** §5: one page an organisation, with everything that any feature asks it. */
export function answerRoutes(route: Routes, features: readonly Feature[]): void {
  const asking = askingOf(features)
  const answering = {
    right: 'answerForOrganisation',
    params: organisationAddress,
    on: administeredOrganisation,
  } as const
  const answers = async (actor: Actor, slug: string, form?: FormState) =>
    page('answers/show', await answerPage(actor, asking, slug, form))
  route.get('/parter/:organisation/svar', { ...answering, queries: 60 }, ({ actor, params }) =>
    answers(actor, params.organisation),
  )
  route.post(
    '/parter/:organisation/svar',
    {
      ...answering,
      form: answersForm,
      // Each row says which answer it was made from.
      repeatable: true,
      onInvalid: ({ actor, params }, form) => answers(actor, params.organisation, form),
    },
    async ({ actor, params, form }) => {
      const stored = await giveAnswers(actor, asking.sources, { organisation: params.organisation, rows: form.answers })
      return redirect(answersPath(params.organisation), savedText(stored))
    },
  )
}

function savedText({ saved, told, left }: { saved: number; told: string[]; left: number }): string {
  const parts = [saved === 1 ? 'Svaret er gemt.' : `${saved} svar er gemt.`, ...told]
  if (left > 0) parts.push(`${plural(left, 'punkt', 'punkter')} mangler svar.`)
  return parts.join(' ')
}
