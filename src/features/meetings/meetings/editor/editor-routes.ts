import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { plural } from '../../../../kernel/text.ts'
import { whileOpen } from '../agenda/change-agenda.ts'
import { found, told } from '../meeting/meeting-subject.ts'
import { agendaEditPath } from '../paths.ts'
import { onMeeting } from '../steps/prepared.ts'
import { addLines } from './add-lines.ts'
import { copyItems } from './copy-items.ts'
import { copyItemsPage } from './copy-page.ts'
import { editLines } from './edit-lines.ts'
import { copyForm, copyQuery, linesForm, newLinesForm } from './editor-forms.ts'
import { agendaEditorPage } from './editor-page.ts'

const editor = '/moeder/:meeting/dagsorden/rediger'

/** Where an agenda is made: a list to write in, new lines under it, and items of another meeting. */
export function editorRoutes(route: Routes): void {
  route.get(editor, { ...onMeeting, queries: 12 }, async ({ actor, db, params }) =>
    page('meetings/agenda-edit', await agendaEditorPage(actor, whileOpen(found(db, params.meeting)))),
  )

  route.post(
    '/moeder/:meeting/dagsorden/linjer',
    {
      ...onMeeting,
      form: linesForm,
      standsOn: editor,
      // From a page that was gone back to a press counts again.
      repeatable: true,
      onInvalid: async ({ actor, db, params }, form) =>
        page('meetings/agenda-edit', await agendaEditorPage(actor, found(db, params.meeting), { form })),
    },
    async ({ actor, params, form: { _base: opened, ...form } }) => {
      const { changed, notice } = await editLines(actor, { meetingId: params.meeting, opened, ...form })
      const at = form.move ? `#punkt-${form.move.itemId}` : ''
      const message = form.remove ? 'Punktet er fjernet fra dagsordenen.' : 'Dagsordenen er gemt.'
      return redirect(
        `${agendaEditPath(params.meeting)}${at}`,
        changed ? told(message, notice) : 'Der var intet at gemme.',
      )
    },
  )

  route.post(
    '/moeder/:meeting/dagsorden/nye-punkter',
    {
      ...onMeeting,
      form: newLinesForm,
      formName: 'fresh',
      standsOn: editor,
      onInvalid: async ({ actor, db, params }, fresh) =>
        page('meetings/agenda-edit', await agendaEditorPage(actor, found(db, params.meeting), { fresh })),
    },
    async ({ actor, params, form }) => {
      const { count, notice } = await addLines(actor, { meetingId: params.meeting, drafts: form.rows })
      const message = count === 0 ? 'Skriv en titel for at tilføje et punkt.' : `${added(count)} tilføjet.`
      return redirect(`${agendaEditPath(params.meeting)}#nye-punkter`, told(message, notice))
    },
  )

  route.get(
    '/moeder/:meeting/dagsorden/kopier',
    { ...onMeeting, query: copyQuery, queries: 4 },
    ({ actor, db, params, query }) =>
      page('meetings/copy-items', copyItemsPage(actor, whileOpen(found(db, params.meeting)), query.fra)),
  )

  route.post(
    '/moeder/:meeting/dagsorden/kopier',
    {
      ...onMeeting,
      form: copyForm,
      onInvalid: ({ actor, db, params }, form) =>
        page(
          'meetings/copy-items',
          copyItemsPage(actor, found(db, params.meeting), Number(form.values.from) || null, form),
        ),
    },
    async ({ actor, params, form }) => {
      const { from, items, attachments } = form
      const { count, notice } = await copyItems(actor, { meetingId: params.meeting, from, itemIds: items, attachments })
      return redirect(agendaEditPath(params.meeting), told(`${added(count)} kopieret til dagsordenen.`, notice))
    },
  )
}

const added = (count: number): string => `${plural(count, 'punkt', 'punkter')} er`
