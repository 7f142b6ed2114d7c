import { emptyForm } from '../../../../http/forms/fields.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { plural } from '../../../../kernel/text.ts'
import { attachmentUpload } from '../../../ground/documents/index.ts'
import { whileOpen } from '../agenda/change-agenda.ts'
import {
  answerForm,
  attachForm,
  attachmentAddress,
  carryForm,
  editItemForm,
  itemAddress,
  newItemForm,
  newItemQuery,
  questionAddress,
  questionForm,
} from '../forms.ts'
import {
  attachmentSubject,
  found,
  itemOfAttachment,
  itemOfQuestion,
  itemSubject,
  questionSubject,
  told,
} from '../meeting/meeting-subject.ts'
import { agendaEditPath, itemPath, meetingPath, newItemPath } from '../paths.ts'
import { onItem, onMeeting } from '../steps/prepared.ts'
import { answerQuestion, askQuestion } from './ask-question.ts'
import { attachFiles, removeAttachment } from './attach-file.ts'
import { carryOver } from './carry-over.ts'
import { addItem, editItem } from './edit-items.ts'
import { editItemPage, mostFiles, newItemFrom, newItemPage, nextItem } from './item-page.ts'
import { answerFormName, questionsPage } from './question-page.ts'

/** What stands in front of the portal lets through somewhat more than one file may have: so do several together. */
const itemUpload = { ...attachmentUpload, maxFiles: mostFiles, maxTotalBytes: attachmentUpload.maxBytes }

export function itemRoutes(route: Routes): void {
  route.get(
    '/moeder/:meeting/punkter/nyt',
    { ...onMeeting, query: newItemQuery, queries: 9 },
    ({ actor, db, params, query }) =>
      page('meetings/item', newItemFrom(actor, whileOpen(found(db, params.meeting)), query.skabelon)),
  )

  route.post(
    '/moeder/:meeting/punkter',
    {
      ...onMeeting,
      form: newItemForm,
      standsOn: '/moeder/:meeting/punkter/nyt',
      upload: itemUpload,
      onInvalid: ({ actor, db, params }, form) =>
        page('meetings/item', newItemPage(actor, found(db, params.meeting), form)),
    },
    async ({ actor, params, form: { another, ...draft }, files }) => {
      const { id, position, notice } = await addItem(actor, { meetingId: params.meeting, ...draft, files })
      const attached = files.length === 0 ? '' : ` med ${plural(files.length, 'bilag', 'bilag')}`
      const message = told(`Punkt ${position} er tilføjet${attached}.`, notice)
      if (another) return redirect(newItemPath(params.meeting), message)
      return redirect(`${itemPath(params.meeting, id)}/rediger`, message)
    },
  )

  route.get('/moeder/:meeting/punkter/:item/rediger', { ...onItem, queries: 15 }, async ({ actor, db, params }) => {
    const model = await editItemPage(actor, whileOpen(found(db, params.meeting)), params.item)
    if (!model) throw notFound()
    return page('meetings/item', model)
  })

  route.post(
    '/moeder/:meeting/punkter/:item/rediger',
    {
      ...onItem,
      form: editItemForm,
      onInvalid: async ({ actor, db, params }, form) => {
        const model = await editItemPage(actor, found(db, params.meeting), params.item, form)
        if (!model) throw notFound()
        return page('meetings/item', model)
      },
    },
    async ({ actor, db, params, form }) => {
      const { next, ...edited } = form
      const { notice } = await editItem(actor, { itemId: params.item, ...edited })
      const after = next ? nextItem(actor, found(db, params.meeting), params.item) : null
      const saved = told('Punktet er gemt.', notice)
      if (after) return redirect(`${itemPath(params.meeting, after.id)}/rediger`, saved)
      return redirect(`${agendaEditPath(params.meeting)}#punkt-${params.item}`, saved)
    },
  )

  route.post(
    '/moeder/:meeting/punkter/:item/bilag',
    {
      ...onItem,
      form: attachForm,
      standsOn: '/moeder/:meeting/punkter/:item/rediger',
      formName: 'upload',
      upload: itemUpload,
      onInvalid: async ({ actor, db, params }, form) => {
        const model = await editItemPage(actor, found(db, params.meeting), params.item)
        if (!model) throw notFound()
        return page('meetings/item', { ...model, upload: form })
      },
    },
    async ({ actor, params, form, files }) => {
      if (files.length === 0) throw brokenRule('Vælg en fil.', 'fil')
      const { ids, notice } = await attachFiles(actor, { itemId: params.item, title: form.title, files })
      const message = ids.length === 1 ? 'Bilaget er tilføjet.' : `${ids.length} bilag er tilføjet.`
      return redirect(`${itemPath(params.meeting, params.item)}/rediger#bilag`, told(message, notice))
    },
  )

  route.post(
    '/moeder/:meeting/bilag/:attachment/fjern',
    {
      right: 'prepareMeeting',
      params: attachmentAddress,
      form: emptyForm,
      on: attachmentSubject,
      standsOn: ({ db, params }) => `${itemPath(params.meeting, itemOfAttachment(db, params.attachment) ?? 0)}/rediger`,
    },
    async ({ actor, params }) => {
      const { itemId, notice } = await removeAttachment(actor, { attachmentId: params.attachment })
      return redirect(`${itemPath(params.meeting, itemId)}/rediger#bilag`, told('Bilaget er fjernet.', notice))
    },
  )

  route.get(
    '/moeder/:meeting/punkter/:item/spoergsmaal',
    { right: 'readClosed', params: itemAddress, on: itemSubject, queries: 24 },
    async ({ actor, db, params }) => {
      const model = await questionsPage(actor, found(db, params.meeting), params.item)
      if (!model) throw notFound()
      return page('meetings/questions', model)
    },
  )

  route.post(
    '/moeder/:meeting/punkter/:item/spoergsmaal',
    {
      right: 'askQuestion',
      params: itemAddress,
      form: questionForm,
      on: itemSubject,
      onInvalid: async ({ actor, db, params }, form) => {
        const model = await questionsPage(actor, found(db, params.meeting), params.item, form)
        if (!model) throw notFound()
        return page('meetings/questions', model)
      },
    },
    async ({ actor, params, form }) => {
      await askQuestion(actor, { itemId: params.item, text: form.text })
      return redirect(`${itemPath(params.meeting, params.item)}/spoergsmaal`, 'Spørgsmålet er stillet.')
    },
  )

  route.post(
    '/moeder/:meeting/spoergsmaal/:question/svar',
    {
      right: 'askQuestion',
      params: questionAddress,
      form: answerForm,
      formName: ({ question }) => answerFormName(question),
      on: questionSubject,
      standsOn: ({ db, params }) => `${itemPath(params.meeting, itemOfQuestion(db, params.question) ?? 0)}/spoergsmaal`,
      onInvalid: async ({ actor, db, params }, form) => {
        const item = itemOfQuestion(db, params.question) ?? 0
        const answering = { question: params.question, form }
        const model = await questionsPage(actor, found(db, params.meeting), item, undefined, answering)
        if (!model) throw notFound()
        return page('meetings/questions', model)
      },
    },
    async ({ actor, params, form }) => {
      const { itemId } = await answerQuestion(actor, { questionId: params.question, ...form })
      return redirect(`${itemPath(params.meeting, itemId)}/spoergsmaal`, 'Svaret er gemt.')
    },
  )

  route.post(
    '/moeder/:meeting/punkter/:item/overfoer',
    { ...onItem, form: carryForm },
    async ({ actor, params, form }) => {
      const carried = await carryOver(actor, { itemId: params.item, toMeetingId: form.toMeeting })
      const from = form.toMeeting ? agendaEditPath(form.toMeeting) : meetingPath(params.meeting)
      return redirect(form.toEditor ? from : meetingPath(params.meeting), carried.message)
    },
  )
}
