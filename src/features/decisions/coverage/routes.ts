import { jointGroup } from '../../../access/joint-group.ts'
import { emptyForm } from '../../../http/forms/fields.ts'
import { file, html, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { agendaSubject, itemSubject } from '../../meetings/meetings/index.ts'
import { meetingPath } from '../../meetings/meetings/paths.ts'
import { checkAddress, itemAddress, matrixQuery, meetingAddress, trialForm, trialQuery, triedIn } from './forms.ts'
import { matrixCsv, matrixPage } from './matrix-page.ts'
import { itemChecksPage, meetingSumCsv, meetingSumPage } from './planned-page.ts'
import { prepareCheck, removePreparedCheck } from './prepare-check.ts'
import { readPrepared } from './queries.ts'
import { checkTrial, faultsIn, resultOf, startingForm, trialAgain, trialPage } from './trial-page.ts'

const csv = 'text/csv; charset=utf-8'

/** Declared before the mandates' own, whose `/mandater/:id` would take these addresses for a mandate's. */
export function coverageRoutes(route: Routes): void {
  route.get(
    '/mandater/matrix',
    { right: 'readBody', query: matrixQuery, queries: 20, on: ({ db }) => jointGroup(db) },
    async ({ actor, query }) => {
      const model = await matrixPage(actor, query)
      return page('coverage/matrix', model, { status: model.wrong ? 422 : 200 })
    },
  )

  route.get(
    '/mandater/matrix.csv',
    { right: 'readBody', query: matrixQuery, queries: 20, on: ({ db }) => jointGroup(db) },
    async ({ actor, query }) => {
      const { name, content } = await matrixCsv(actor, query)
      return file(content, { name, mediaType: csv })
    },
  )

  route.get('/mandater/proev', { right: 'manageOwnSide', query: trialQuery, queries: 20 }, async ({ actor, query }) =>
    page('coverage/trial', await trialAgain(actor, startingForm(actor, query))),
  )

  route.post(
    '/mandater/proev',
    {
      right: 'manageOwnSide',
      form: trialForm,
      onInvalid: async ({ actor }, form) => page('coverage/trial', await trialAgain(actor, form)),
    },
    async ({ actor, db, form }) => {
      const state = faultsIn(db, form)
      const wrong = Object.keys(state.errors).length > 0
      if (wrong && form.action !== 'addRow') {
        return page('coverage/trial', trialPage(actor, { form: state, check: await checkTrial(actor, form) }), {
          status: 422,
        })
      }
      if (form.action === 'attach' && form.itemId !== null) {
        const { itemId, replaces } = form
        const { meetingId } = await prepareCheck(actor, { itemId, replaces, ...triedIn(form) })
        return redirect(
          `${meetingPath(meetingId)}/punkter/${itemId}/mandater`,
          'Forhåndskontrollen er knyttet til punktet.',
        )
      }
      const shown = { form: { values: form.typed, errors: {} }, check: await checkTrial(actor, form) }
      return page('coverage/trial', trialPage(actor, { ...shown, addRows: Number(form.action === 'addRow') }))
    },
  )

  route.post(
    '/mandater/proev/kontrol',
    { right: 'manageOwnSide', form: trialForm, onInvalid: () => html('coverage/result', resultOf(null)) },
    async ({ actor, form }) => html('coverage/result', resultOf(await checkTrial(actor, form))),
  )

  route.get(
    '/moeder/:meeting/mandater',
    { right: 'readMeeting', params: meetingAddress, queries: 20, on: agendaSubject },
    async ({ actor, params }) => page('coverage/meeting', await meetingSumPage(actor, params.meeting)),
  )

  route.get(
    '/moeder/:meeting/mandater.csv',
    { right: 'readMeeting', params: meetingAddress, queries: 20, on: agendaSubject },
    async ({ actor, params }) => {
      const { name, content } = await meetingSumCsv(actor, params.meeting)
      return file(content, { name, mediaType: csv })
    },
  )

  route.get(
    '/moeder/:meeting/punkter/:item/mandater',
    { right: 'readMeeting', params: itemAddress, queries: 40, on: agendaSubject },
    async ({ actor, params }) => page('coverage/item', await itemChecksPage(actor, params.meeting, params.item)),
  )

  route.post(
    '/moeder/:meeting/punkter/:item/mandater/:check/fjern',
    { right: 'prepareMeeting', params: checkAddress, form: emptyForm, on: itemSubject },
    async ({ actor, params }) => {
      if (readPrepared(actor, { checkId: params.check })[0]?.itemId !== params.item) throw notFound()
      await removePreparedCheck(actor, params.check)
      return redirect(
        `${meetingPath(params.meeting)}/punkter/${params.item}/mandater`,
        'Forhåndskontrollen er fjernet.',
      )
    },
  )
}
