import { page } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { decisionAddress } from '../decisions/index.ts'
import { bindingExcerpt } from './binding-excerpt.ts'
import { decisionExcerpt } from './decision-excerpt.ts'
import { bindingQuery, decisionExcerptQuery, organisationAddress } from './forms.ts'
import { findRecipient } from './queries.ts'

/** Taking decisions home (domain §6): both pages show what the person may read, and no more. */
export function excerptRoutes(route: Routes): void {
  route.get(
    '/beslutninger/:year/:serial/udskrift',
    { right: 'signedIn', params: decisionAddress, query: decisionExcerptQuery, queries: 12 },
    ({ actor, db, params, query }) => {
      const recipient = query.organisation ? findRecipient(db, query.organisation) : null
      if (query.organisation && !recipient) throw notFound()
      const model = decisionExcerpt(actor, params, recipient, query.tekst === 'offentlig')
      if (!model) throw notFound()
      return page('excerpts/decision', model)
    },
  )

  route.get(
    '/parter/:organisation/udskrift',
    { right: 'signedIn', params: organisationAddress, query: bindingQuery, queries: 6 },
    ({ actor, db, params, query }) => {
      const recipient = findRecipient(db, params.organisation)
      if (!recipient) throw notFound()
      const model = bindingExcerpt(actor, recipient, query)
      return page('excerpts/binding', model, { status: model.wrong ? 422 : 200 })
    },
  )
}
