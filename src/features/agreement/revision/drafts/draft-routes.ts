import type { z } from 'zod'
import { jointGroup } from '../../../../access/joint-group.ts'
import { emptyForm, id } from '../../../../http/forms/fields.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import type { StanceDraft } from '../../../decisions/decisions/index.ts'
import { decisionPath } from '../../../decisions/decisions/paths.ts'
import {
  decisionForm,
  hashForm,
  hearingForm,
  moveForm,
  newSectionForm,
  roundAddress,
  sectionAddress,
  sectionForm,
} from '../forms.ts'
import { roundPath } from '../paths.ts'
import { recordRoundDecision } from '../rounds/decide-round.ts'
import { roundDecisionPage } from '../rounds/decision-page.ts'
import { draftPage, draftSectionPage, newDraftSectionPage } from './draft-pages.ts'
import { addDraftSection, editDraftSection, moveDraftSection } from './edit-draft.ts'
import { answerHearing } from './hear-draft.ts'
import { hearingPage } from './hearing-page.ts'
import { signOffDraft, takeBackSignOff } from './sign-off-draft.ts'

const draft = '/aftalen/revision/:year/udkast'
const hearing = '/aftalen/revision/:year/hoering'
const decision = '/aftalen/revision/:year/beslutning/:item'
const decisionAddress = roundAddress.extend({ item: id })

/** The draft, the hearing and the joint group's decision. */
export function draftRoutes(route: Routes): void {
  route.get(draft, { right: 'readRevision', params: roundAddress, queries: 30 }, async ({ actor, params }) =>
    page('revision/draft', await draftPage(actor, params.year)),
  )

  route.post(
    `${draft}/godkend`,
    {
      right: 'runRevision',
      params: roundAddress,
      form: hashForm,
      onInvalid: async ({ actor, params }, form) => page('revision/draft', await draftPage(actor, params.year, form)),
    },
    async ({ actor, params, form }) => {
      const { complete } = await signOffDraft(actor, { year: params.year, hash: form.hash })
      const told = complete ? 'Begge sekretariater har godkendt udkastet.' : 'Udkastet er godkendt for dit sekretariat.'
      return redirect(complete ? roundPath(params.year) : `${roundPath(params.year)}/udkast`, told)
    },
  )

  route.post(
    `${draft}/traek-godkendelse`,
    { right: 'runRevision', params: roundAddress, form: emptyForm },
    async ({ actor, params }) => {
      await takeBackSignOff(actor, params)
      return redirect(`${roundPath(params.year)}/udkast`, 'Godkendelsen er trukket tilbage.')
    },
  )

  route.post(
    `${draft}/:section/flyt`,
    {
      right: 'runRevision',
      params: sectionAddress,
      form: moveForm,
      repeatable: true,
      standsOn: '/aftalen/revision/:year/udkast',
      onInvalid: async ({ actor, params }, form) => page('revision/draft', await draftPage(actor, params.year, form)),
    },
    async ({ actor, params, form }) => {
      const { number, place } = await moveDraftSection(actor, { year: params.year, key: params.section, ...form })
      const anchor = `#paragraf-${place.replace(/\D/g, '')}`
      return redirect(`${roundPath(params.year)}/udkast${anchor}`, `Udkast ${number}: Bestemmelsen er nu ${place}.`)
    },
  )

  route.get(
    '/aftalen/revision/:year/ny-bestemmelse',
    { right: 'runRevision', params: roundAddress, queries: 30 },
    async ({ actor, params }) => page('layout/form-page', { ...(await newDraftSectionPage(actor, params.year)) }),
  )

  route.post(
    '/aftalen/revision/:year/ny-bestemmelse',
    {
      right: 'runRevision',
      params: roundAddress,
      form: newSectionForm,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', { ...(await newDraftSectionPage(actor, params.year, form)) }),
    },
    async ({ actor, params, form }) => {
      const { place, ...section } = form
      const after = place === 'foerst' ? null : place
      const { number } = await addDraftSection(actor, { ...section, year: params.year, after })
      return redirect(`${roundPath(params.year)}/udkast`, `Udkast ${number} er gemt.`)
    },
  )

  route.get(
    `${draft}/:section`,
    { right: 'runRevision', params: sectionAddress, queries: 30 },
    async ({ actor, params }) =>
      page('layout/form-page', { ...(await draftSectionPage(actor, params.year, params.section)) }),
  )

  route.post(
    `${draft}/:section`,
    {
      right: 'runRevision',
      params: sectionAddress,
      form: sectionForm,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', { ...(await draftSectionPage(actor, params.year, params.section, form)) }),
    },
    async ({ actor, params, form }) => {
      const { number } = await editDraftSection(actor, { year: params.year, key: params.section, ...form })
      return redirect(`${roundPath(params.year)}/udkast`, `Udkast ${number} er gemt.`)
    },
  )

  route.get(hearing, { right: 'readRevision', params: roundAddress, queries: 30 }, async ({ actor, params }) =>
    page('revision/hearing', await hearingPage(actor, params.year)),
  )

  // The strategy group is in the form, so the right is asked of it in the act.
  route.post(
    hearing,
    {
      right: 'discussAmendment',
      params: roundAddress,
      form: hearingForm,
      onInvalid: async ({ actor, params }, form) =>
        page('revision/hearing', await hearingPage(actor, params.year, form)),
    },
    async ({ actor, params, form }) => {
      const { section, ...answer } = form
      await answerHearing(actor, { ...answer, year: params.year, sectionKey: section === 'hele' ? null : section })
      return redirect(`${roundPath(params.year)}/hoering`, 'Høringssvaret er afgivet.')
    },
  )

  route.get(
    decision,
    { right: 'recordDecision', params: decisionAddress, queries: 45, on: ({ db }) => jointGroup(db) },
    async ({ actor, params }) => page('revision/decision', await roundDecisionPage(actor, params.year, params.item)),
  )

  route.post(
    decision,
    {
      right: 'recordDecision',
      params: decisionAddress,
      form: decisionForm,
      on: ({ db }) => jointGroup(db),
      onInvalid: async ({ actor, params }, form) =>
        page('revision/decision', await roundDecisionPage(actor, params.year, params.item, form)),
    },
    async ({ actor, params, form }) => {
      const recorded = await recordRoundDecision(actor, {
        year: params.year,
        itemId: params.item,
        stances: stancesIn(form),
        subjectToApproval: form.subjectToApproval,
      })
      return redirect(decisionPath(recorded), 'Beslutningen er ført til protokols.')
    },
  )
}

const stancesIn = (form: z.output<typeof decisionForm>): StanceDraft[] => [
  { side: 'HOUSING', organisationId: null, kind: form.stanceHousing, text: form.stanceHousingText },
  { side: 'MUNICIPALITY', organisationId: null, kind: form.stanceMunicipality, text: form.stanceMunicipalityText },
]
