import { emptyForm } from '../../../../http/forms/fields.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { meetingSubject, told } from '../../../meetings/meetings/index.ts'
import { meetingPath } from '../../../meetings/meetings/paths.ts'
import {
  apologiesForm,
  attendanceForm,
  guestAddress,
  guestForm,
  markForm,
  meetingAddress,
  personAddress,
} from '../forms.ts'
import { sessionPath } from '../paths.ts'
import { admitGuest, removeGuest } from './admit-guest.ts'
import { apologiesPage, attendancePage } from './attendance-page.ts'
import { markAllPresent, recordAttendance, sendApologies, withdrawApologies } from './record-attendance.ts'
import { sessionAgain } from './session-again.ts'

/** Who is there: members, substitutes, guests, and a member's own apologies. */
export function attendanceRoutes(route: Routes, address: string): void {
  const common = { right: 'minute', on: meetingSubject } as const

  route.post(
    `${address}/alle-til-stede`,
    { ...common, params: meetingAddress, form: emptyForm, onInvalid: sessionAgain },
    async ({ actor, params }) => {
      await markAllPresent(actor, { meetingId: params.meeting })
      return redirect(sessionPath(params.meeting), 'Fremmødet er gemt.')
    },
  )

  route.post(
    `${address}/fremmoede`,
    { ...common, params: meetingAddress, form: markForm, onInvalid: sessionAgain },
    async ({ actor, params, form }) => {
      const { notice } = await recordAttendance(actor, { meetingId: params.meeting, ...form })
      return redirect(`${sessionPath(params.meeting)}#fremmoede`, told('Fremmødet er gemt.', notice))
    },
  )

  route.get(
    `${address}/fremmoede/:person`,
    { ...common, params: personAddress, queries: 17 },
    async ({ actor, params }) => page('layout/form-page', await attendancePage(actor, params.meeting, params.person)),
  )

  route.post(
    `${address}/fremmoede/:person`,
    {
      ...common,
      params: personAddress,
      form: attendanceForm,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', await attendancePage(actor, params.meeting, params.person, form)),
    },
    async ({ actor, params, form }) => {
      const input = { meetingId: params.meeting, personId: params.person, ...form }
      const { notice } = await recordAttendance(actor, input)
      return redirect(`${sessionPath(params.meeting)}#fremmoede`, told('Fremmødet er gemt.', notice))
    },
  )

  route.get(
    '/moeder/:meeting/afbud',
    { right: 'readWhileOpen', params: meetingAddress, queries: 17, on: meetingSubject },
    async ({ actor, params }) => page('layout/form-page', await apologiesPage(actor, params.meeting)),
  )

  route.post(
    '/moeder/:meeting/afbud',
    {
      right: 'readWhileOpen',
      params: meetingAddress,
      form: apologiesForm,
      on: meetingSubject,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', await apologiesPage(actor, params.meeting, form)),
    },
    async ({ actor, params, form }) => {
      await sendApologies(actor, { meetingId: params.meeting, ...form })
      return redirect(meetingPath(params.meeting), 'Dit afbud er registreret.')
    },
  )

  route.post(
    '/moeder/:meeting/afbud/traek-tilbage',
    {
      right: 'readWhileOpen',
      params: meetingAddress,
      form: emptyForm,
      on: meetingSubject,
      onInvalid: async ({ actor, params }, form) =>
        page('layout/form-page', await apologiesPage(actor, params.meeting, form)),
    },
    async ({ actor, params }) => {
      await withdrawApologies(actor, { meetingId: params.meeting })
      return redirect(meetingPath(params.meeting), 'Dit afbud er trukket tilbage.')
    },
  )

  route.post(
    `${address}/gaester`,
    { ...common, params: meetingAddress, form: guestForm, onInvalid: sessionAgain },
    async ({ actor, params, form }) => {
      const { notice } = await admitGuest(actor, {
        meetingId: params.meeting,
        itemId: form.guestItem,
        name: form.guestName,
        organisation: form.guestOrganisation,
      })
      return redirect(sessionPath(params.meeting), told('Gæsten er tilføjet.', notice))
    },
  )

  route.post(
    `${address}/gaester/:guest/fjern`,
    { ...common, params: guestAddress, form: emptyForm, onInvalid: sessionAgain },
    async ({ actor, params }) => {
      const { notice } = await removeGuest(actor, { meetingId: params.meeting, guestId: params.guest })
      return redirect(sessionPath(params.meeting), told('Gæsten er fjernet.', notice))
    },
  )
}
