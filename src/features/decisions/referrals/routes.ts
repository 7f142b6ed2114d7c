import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { longDay } from '../../../kernel/days.ts'
import { brokenRule, notFound } from '../../../kernel/refusal.ts'
import { attachmentUpload, extensionOf, storedFile } from '../../ground/documents/index.ts'
import { answerPage } from './answer-page.ts'
import { type Answered, answerReferral, type ReferralAnswer } from './answer-referral.ts'
import { extendDeadline } from './extend-deadline.ts'
import { extendPage } from './extend-page.ts'
import { type AnswerForm, answerForm, extendForm, materialAddress, referralAddress, referralsQuery } from './forms.ts'
import { referralsPage } from './list-page.ts'
import { referralPath } from './paths.ts'
import { answeringOrganisation, decidingGroup, findReferral, protocolOf, readMaterial } from './queries.ts'
import { referralPage } from './referral-page.ts'

export function referralRoutes(route: Routes): void {
  route.get(
    '/forelaeggelser',
    { right: 'readBody', query: referralsQuery, queries: 6, on: ({ db }) => jointGroup(db) },
    ({ actor, query }) => page('referrals/list', referralsPage(actor, query)),
  )

  // What one may not see is not there: the query asks it, and a keeper sees what concerns the own organisation.
  route.get(
    '/forelaeggelser/:number',
    { right: 'signedIn', params: referralAddress, queries: 12 },
    ({ actor, params }) => {
      const model = referralPage(actor, params.number)
      if (!model) throw notFound()
      return page('referrals/show', model)
    },
  )

  route.get(
    '/forelaeggelser/:number/protokol',
    { right: 'signedIn', params: referralAddress, queries: 4 },
    ({ actor, db, params }) => {
      const referral = findReferral(actor, params.number)
      const found = referral?.reads && referral.documentId !== null ? protocolOf(db, referral.documentId) : undefined
      if (!found) throw notFound()
      return storedFile(db, found, `protokol-${params.number}${extensionOf(found.mediaType)}`)
    },
  )

  route.get(
    '/forelaeggelser/:number/bilag/:attachment',
    { right: 'signedIn', params: materialAddress, queries: 4 },
    ({ actor, db, params }) => {
      const referral = findReferral(actor, params.number)
      const found = referral?.reads
        ? readMaterial(db, referral.itemId).find(({ id }) => id === params.attachment)
        : undefined
      if (!found) throw notFound()
      return storedFile(db, found, found.name)
    },
  )

  const ofGroup = {
    right: 'recordDecision',
    params: referralAddress,
    on: ({ actor, params }: { actor: Actor; params: { number: string } }) => decidingGroup(actor, params.number),
  } as const
  route.get('/forelaeggelser/:number/frist', { ...ofGroup, queries: 8 }, ({ actor, params }) =>
    page('layout/form-page', extendPage(actor, params.number)),
  )
  route.post(
    '/forelaeggelser/:number/frist',
    {
      ...ofGroup,
      form: extendForm,
      onInvalid: ({ actor, params }, form) => page('layout/form-page', extendPage(actor, params.number, form)),
    },
    async ({ actor, params, form }) => {
      const referral = findReferral(actor, params.number)
      if (!referral) throw notFound()
      await extendDeadline(actor, { ...form, referralId: referral.id })
      return redirect(referralPath(params.number), `Fristen er forlænget til den ${longDay(form.to)}.`)
    },
  )

  route.get(
    '/forelaeggelser/:number/svar',
    {
      right: 'keepMandates',
      params: referralAddress,
      queries: 12,
      on: ({ actor, params }) => answeringOrganisation(actor, params.number),
    },
    ({ actor, params }) => page('referrals/answer', answerPage(actor, params.number)),
  )

  route.post(
    '/forelaeggelser/:number/svar',
    {
      right: 'keepMandates',
      params: referralAddress,
      form: answerForm,
      upload: attachmentUpload,
      on: ({ actor, params }) => answeringOrganisation(actor, params.number),
      onInvalid: ({ actor, params }, form) => page('referrals/answer', answerPage(actor, params.number, form)),
    },
    async ({ actor, params, form, files }) => {
      const referral = findReferral(actor, params.number)
      if (!referral) throw notFound()
      const answered = await answerReferral(actor, answerOf(form, referral.id, files[0] ?? null))
      return redirect(referralPath(params.number), told(answered))
    },
  )
}

function answerOf(form: AnswerForm, referralId: number, protocol: ReferralAnswer['protocol']): ReferralAnswer {
  const { version, answeredOn, protocolItem, answer } = form
  const common = { referralId, version, answeredOn, protocolItem, protocol }
  if (answer === 'DECLINED') return { ...common, answer, reason: form.reason }
  if (answer === 'ON_CONDITIONS') return { ...common, answer: 'APPROVED_ON_CONDITIONS', conditions: form.conditions }
  if (answer === 'ONE_OFF') return { ...common, answer: 'APPROVED', standing: null }
  if (form.title === '') throw brokenRule('Giv det stående mandat en titel.', 'title')
  const { title, economic, limitPerDecision, total, legal, organisational, to } = form
  const standing = { title, economic, limitPerDecision, total, legal, organisational, to }
  const everyTask = { strategy: false, professionalDevelopment: false, coordination: false }
  return { ...common, answer: 'APPROVED', standing: { ...standing, ...everyTask } }
}

function told({ number, decision, state }: Answered): string {
  if (state === 'EFFECTIVE')
    return `Svaret på forelæggelse ${number} er registreret. Beslutning ${decision} er trådt i kraft.`
  if (state === 'LAPSED')
    return `Svaret på forelæggelse ${number} er registreret. Beslutning ${decision} er bortfaldet.`
  return `Svaret på forelæggelse ${number} er registreret. Beslutning ${decision} venter stadig.`
}
