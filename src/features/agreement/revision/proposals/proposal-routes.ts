import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import {
  commentForm,
  conflictAddress,
  conflictForm,
  proposalAddress,
  proposalForm,
  proposalQuery,
  roundAddress,
  settlementForm,
  supportForm,
  withdrawForm,
} from '../forms.ts'
import { proposalPath, roundPath } from '../paths.ts'
import { conflictPage } from './conflict-page.ts'
import { newProposalPage, proposalPage } from './proposal-pages.ts'
import {
  commentOnAmendment,
  proposeAmendment,
  supportAmendment,
  takeBackSupport,
  withdrawAmendment,
} from './propose-amendment.ts'
import { resolveConflict, settleAmendment } from './settle-amendment.ts'

const address = '/aftalen/revision/:year/forslag/:number'
const conflict = '/aftalen/revision/:year/modstrid/:first/:second'

export function proposalRoutes(route: Routes): void {
  route.get(
    '/aftalen/revision/:year/forslag/ny',
    { right: 'discussAmendment', params: roundAddress, query: proposalQuery, queries: 35 },
    async ({ actor, params, query }) =>
      page('revision/propose', await newProposalPage(actor, params.year, query.paragraf)),
  )

  // Which organisation the person may propose for is asked of the one that was chosen, in the act.
  route.post(
    '/aftalen/revision/:year/forslag',
    {
      right: 'discussAmendment',
      params: roundAddress,
      form: proposalForm,
      standsOn: '/aftalen/revision/:year/forslag/ny',
      onInvalid: async ({ actor, params }, form) =>
        page('revision/propose', await newProposalPage(actor, params.year, undefined, form)),
    },
    async ({ actor, params, form }) => {
      const { section, ...draft } = form
      const sectionKey = section === 'nyt' ? null : section
      const kind = sectionKey === null ? ('ADD' as const) : draft.kind
      const { number } = await proposeAmendment(actor, { ...draft, kind, year: params.year, sectionKey })
      return redirect(proposalPath(params.year, number), `Ændringsforslag ${number} er stillet.`)
    },
  )

  route.get(address, { right: 'readRevision', params: proposalAddress, queries: 40 }, async ({ actor, params }) =>
    page('revision/proposal', await proposalPage(actor, params.year, params.number)),
  )

  route.post(
    `${address}/stoet`,
    {
      right: 'discussAmendment',
      params: proposalAddress,
      form: supportForm,
      onInvalid: async ({ actor, params }, support) =>
        page('revision/proposal', await proposalPage(actor, params.year, params.number, { support })),
    },
    async ({ actor, params, form }) => {
      await supportAmendment(actor, { ...params, ...form })
      return redirect(proposalPath(params.year, params.number), 'Støtten er registreret.')
    },
  )

  route.post(
    `${address}/traek-stoette`,
    {
      right: 'discussAmendment',
      params: proposalAddress,
      form: supportForm,
      onInvalid: async ({ actor, params }, support) =>
        page('revision/proposal', await proposalPage(actor, params.year, params.number, { support })),
    },
    async ({ actor, params, form }) => {
      await takeBackSupport(actor, { ...params, ...form })
      return redirect(proposalPath(params.year, params.number), 'Støtten er trukket tilbage.')
    },
  )

  route.post(
    `${address}/indlaeg`,
    {
      right: 'discussAmendment',
      params: proposalAddress,
      form: commentForm,
      onInvalid: async ({ actor, params }, comment) =>
        page('revision/proposal', await proposalPage(actor, params.year, params.number, { comment })),
    },
    async ({ actor, params, form }) => {
      await commentOnAmendment(actor, { ...params, text: form.comment })
      return redirect(proposalPath(params.year, params.number), 'Indlægget er gemt.')
    },
  )

  route.post(
    `${address}/traek`,
    {
      right: 'discussAmendment',
      params: proposalAddress,
      form: withdrawForm,
      onInvalid: async ({ actor, params }, withdraw) =>
        page('revision/proposal', await proposalPage(actor, params.year, params.number, { withdraw })),
    },
    async ({ actor, params, form }) => {
      await withdrawAmendment(actor, { ...params, reason: form.why })
      return redirect(proposalPath(params.year, params.number), 'Forslaget er trukket tilbage.')
    },
  )

  route.post(
    `${address}/svar`,
    {
      right: 'runRevision',
      params: proposalAddress,
      form: settlementForm,
      onInvalid: async ({ actor, params }, settle) =>
        page('revision/proposal', await proposalPage(actor, params.year, params.number, { settle })),
    },
    async ({ actor, params, form }) => {
      await settleAmendment(actor, { ...params, ...form })
      return redirect(roundPath(params.year), `Ændringsforslag ${params.number} er besvaret.`)
    },
  )

  route.get(conflict, { right: 'readRevision', params: conflictAddress, queries: 35 }, async ({ actor, params }) =>
    page('revision/conflict', await conflictPage(actor, params.year, [params.first, params.second])),
  )

  route.post(
    conflict,
    {
      right: 'runRevision',
      params: conflictAddress,
      form: conflictForm,
      onInvalid: async ({ actor, params }, form) =>
        page('revision/conflict', await conflictPage(actor, params.year, [params.first, params.second], form)),
    },
    async ({ actor, params, form }) => {
      const { agreed } = await resolveConflict(actor, { ...params, ...form })
      const { year, first, second } = params
      return agreed
        ? redirect(roundPath(year), 'Sekretariaterne er enige, og modstriden er afgjort.')
        : redirect(
            `${roundPath(year)}/modstrid/${first}/${second}`,
            'Dit sekretariats svar er gemt. Modstriden er afgjort, når begge sekretariater svarer det samme.',
          )
    },
  )
}
