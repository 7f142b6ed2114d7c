import { file, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { agendaSubject, foundMeeting, itemSubject } from '../meetings/index.ts'
import { agendaPath } from '../meetings/paths.ts'
import { itemAddress, meetingAddress, noteForm, notesQuery, readAllForm, readItemForm } from './forms.ts'
import { keepNote } from './keep-note.ts'
import { markAllRead, markRead, markUnread } from './mark-read.ts'
import { notesCsv, notesPage } from './notes-page.ts'
import { myNotesCsvPath, myNotesPath, readerPath } from './paths.ts'
import { noteFormName, readerPage } from './reader-page.ts'

const onSent = { right: 'readMeeting', params: meetingAddress, on: agendaSubject } as const
const onItem = {
  right: 'readMeeting',
  params: itemAddress,
  on: itemSubject,
  standsOn: '/moeder/:meeting/laes',
} as const

/** Reading what was sent, with what one has read and noted oneself. */
export function readingRoomRoutes(route: Routes): void {
  route.get('/moeder/:meeting/laes', { ...onSent, queries: 16 }, ({ actor, db, params }) => {
    const model = readerPage(actor, foundMeeting(db, params.meeting))
    if (!model) return redirect(agendaPath(params.meeting), 'Dagsordenen er ikke udsendt endnu.')
    return page('reading-room/reader', model)
  })

  route.post(
    '/moeder/:meeting/laest',
    { ...onSent, form: readAllForm, repeatable: true, standsOn: '/moeder/:meeting/laes' },
    async ({ actor, params, form }) => {
      await markAllRead(actor, { meetingId: params.meeting, sending: form.sending })
      return redirect(readerPath(params.meeting), 'Hele dagsordenen er markeret som læst.')
    },
  )

  route.post(
    '/moeder/:meeting/punkter/:item/laest',
    { ...onItem, form: readItemForm, repeatable: true },
    async ({ actor, params, form }) => {
      const itemId = params.item
      if (form.unread) await markUnread(actor, { itemId })
      else await markRead(actor, { itemId, sending: form.sending })
      const anchor = /^punkt-\d{1,4}$/.test(form.next) ? `#${form.next}` : ''
      return redirect(`${readerPath(params.meeting)}${anchor}`)
    },
  )

  route.post(
    '/moeder/:meeting/punkter/:item/note',
    {
      ...onItem,
      form: noteForm,
      formName: ({ item }) => noteFormName(item),
      onInvalid: ({ actor, db, params }, form) => {
        const model = readerPage(actor, foundMeeting(db, params.meeting), { itemId: params.item, form })
        if (!model) throw notFound()
        return page('reading-room/reader', model)
      },
    },
    async ({ actor, params, form }) => {
      const { position } = await keepNote(actor, { itemId: params.item, ...form })
      const told = form.note ? 'Noten er gemt.' : 'Noten er slettet.'
      return redirect(`${readerPath(params.meeting)}#punkt-${position}`, told)
    },
  )

  route.get(myNotesPath, { right: 'signedIn', query: notesQuery, queries: 3 }, ({ actor, query }) =>
    page('reading-room/notes', notesPage(actor, query)),
  )
  route.get(myNotesCsvPath, { right: 'signedIn', query: notesQuery, queries: 3 }, ({ actor, query }) => {
    const { name, content } = notesCsv(actor, query)
    return file(content, { name, mediaType: 'text/csv; charset=utf-8' })
  })
}
