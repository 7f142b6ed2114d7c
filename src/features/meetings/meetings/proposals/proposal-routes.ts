import type { Actor } from '../../../../access/actor.ts'
import type { Subject } from '../../../../access/policy.ts'
import { emptyForm } from '../../../../http/forms/fields.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { acceptForm, declineForm, newProposalQuery, proposalAddress, proposalForm, proposalsQuery } from '../forms.ts'
import { told } from '../meeting/meeting-subject.ts'
import { agendaEditPath, itemPath, itemProposalPath } from '../paths.ts'
import { findProposal, newProposalPage, type ProposalRow, proposalPage, proposalsPage } from './proposal-page.ts'
import { acceptProposal, declineProposal, proposeItem, withdrawProposal } from './propose-item.ts'

export function proposalRoutes(route: Routes): void {
  route.get('/punktforslag', { right: 'signedIn', query: proposalsQuery, queries: 3 }, ({ actor, query }) =>
    page('meetings/proposals', proposalsPage(actor, query)),
  )

  route.get(
    '/punktforslag/nyt',
    { right: 'proposeItem', query: newProposalQuery, queries: 30 },
    async ({ actor, query }) => page('meetings/propose', await newProposalPage(actor, query.moede)),
  )

  route.post(
    '/punktforslag',
    {
      right: 'proposeItem',
      form: proposalForm,
      standsOn: '/punktforslag/nyt',
      onInvalid: async ({ actor }, form) => page('meetings/propose', await newProposalPage(actor, null, form)),
    },
    async ({ actor, form }) => {
      const { id } = await proposeItem(actor, form)
      return redirect(itemProposalPath(id), 'Punktet er foreslået. Sekretariatet svarer her.')
    },
  )

  route.get(
    '/punktforslag/:proposal',
    { right: 'signedIn', params: proposalAddress, queries: 5 },
    ({ actor, params }) => page('meetings/proposal', proposalPage(actor, foundProposal(actor, params.proposal))),
  )

  route.post(
    '/punktforslag/:proposal/optag',
    {
      right: 'prepareMeeting',
      params: proposalAddress,
      form: acceptForm,
      on: proposalSubject,
      onInvalid: ({ actor, params }, form) =>
        page('meetings/proposal', proposalPage(actor, foundProposal(actor, params.proposal), form)),
    },
    async ({ actor, params, form }) => {
      const { itemId, meetingId, position, notice } = await acceptProposal(actor, {
        proposalId: params.proposal,
        ...form,
      })
      if (form.toEditor)
        return redirect(
          `${agendaEditPath(meetingId)}#punkt-${itemId}`,
          told(`Forslaget er optaget som punkt ${position}.`, notice),
        )
      const message = `Forslaget er optaget som punkt ${position}. Gør punktet færdigt her.`
      return redirect(`${itemPath(meetingId, itemId)}/rediger`, told(message, notice))
    },
  )

  route.post(
    '/punktforslag/:proposal/afvis',
    {
      right: 'prepareMeeting',
      params: proposalAddress,
      form: declineForm,
      on: proposalSubject,
      onInvalid: ({ actor, params }, form) =>
        page('meetings/proposal', proposalPage(actor, foundProposal(actor, params.proposal), form)),
    },
    async ({ actor, params, form }) => {
      await declineProposal(actor, { proposalId: params.proposal, reason: form.reason })
      return redirect(itemProposalPath(params.proposal), 'Forslaget er afvist.')
    },
  )

  route.post(
    '/punktforslag/:proposal/traek-tilbage',
    { right: 'proposeItem', params: proposalAddress, form: emptyForm, on: proposalSubject },
    async ({ actor, params }) => {
      await withdrawProposal(actor, { proposalId: params.proposal })
      return redirect(itemProposalPath(params.proposal), 'Forslaget er trukket tilbage.')
    },
  )
}

/** A proposal that one may not read does not exist. */
function foundProposal(actor: Actor, id: number): ProposalRow {
  const proposal = findProposal(actor, id)
  if (!proposal) throw notFound()
  return proposal
}

function proposalSubject({ actor, params }: { actor: Actor; params: { proposal: number } }): Subject | null {
  const proposal = findProposal(actor, params.proposal)
  return proposal && { body: { id: proposal.bodyId, kind: proposal.bodyKind, side: proposal.bodySide } }
}
