import { type Answer, html, json, page, redirect } from '../../http/answers.ts'
import { emptyForm } from '../../http/fields.ts'
import type { FormState } from '../../http/forms.ts'
import type { Routes } from '../../http/route.ts'
import { notFound } from '../../kernel/refusal.ts'
import { carryOver, itemSubject, meetingSubject } from '../meetings/index.ts'
import { admitGuest, removeGuest } from './admit-guest.ts'
import { apologiesPage, attendancePage } from './attendance-page.ts'
import { enterStatement, removeStatement } from './enter-statement.ts'
import {
  apologiesForm,
  attendanceForm,
  guestAddress,
  guestForm,
  itemAddress,
  markForm,
  meetingAddress,
  minuteForm,
  ownStatementForm,
  personAddress,
  recusalAddress,
  recusalForm,
  settleForm,
  statementAddress,
  statementForm,
} from './forms.ts'
import { minuteItem } from './minute-item.ts'
import { closeMeeting, openMeeting } from './open-meeting.ts'
import { markAllPresent, recordAttendance, sendApologies } from './record-attendance.ts'
import { endRecusal, recuse } from './recuse.ts'
import { sessionItemPage } from './session-item-page.ts'
import { livePart, sessionPage, sessionPath } from './session-page.ts'
import { settleItem } from './settle-item.ts'

type OnPage = Parameters<typeof sessionPage>[0]

/** The confirmation, and what an edit did to the sign-offs. */
export const told = (message: string, notice: string | null | undefined): string =>
  [message, notice].filter(Boolean).join(' ')

const itemPath = ({ meeting, item }: { meeting: number; item: number }) => `${sessionPath(meeting)}/punkter/${item}`

/** The session's page again, with what is wrong. */
const sessionAgain = async (
  { actor, params }: { actor: OnPage; params: { meeting: number } },
  form: FormState,
): Promise<Answer> => page('minutes/session', await sessionPage(actor, params.meeting, form))

const itemAgain = async (
  { actor, params }: { actor: OnPage; params: { meeting: number; item: number } },
  form: FormState,
) => page('minutes/item', await sessionItemPage(actor, params.meeting, params.item, form))

export function sessionRoutes(route: Routes): void {
  const address = '/moeder/:meeting/afvikling'

  route.get(
    address,
    { right: 'readWhileOpen', params: meetingAddress, queries: 28, on: meetingSubject },
    async ({ actor, params }) => page('minutes/session', await sessionPage(actor, params.meeting)),
  )

  route.get(
    `${address}/live`,
    { right: 'readWhileOpen', params: meetingAddress, queries: 28, on: meetingSubject },
    async ({ actor, params }) => html('minutes/live', await livePart(actor, params.meeting)),
  )

  route.post(
    `${address}/aabn`,
    { right: 'openMeeting', params: meetingAddress, form: emptyForm, on: meetingSubject, onInvalid: sessionAgain },
    async ({ actor, params }) => {
      await openMeeting(actor, { meetingId: params.meeting })
      return redirect(sessionPath(params.meeting), 'Mødet er åbnet.')
    },
  )

  route.post(
    `${address}/luk`,
    { right: 'openMeeting', params: meetingAddress, form: emptyForm, on: meetingSubject, onInvalid: sessionAgain },
    async ({ actor, params }) => {
      await closeMeeting(actor, { meetingId: params.meeting })
      return redirect(`/moeder/${params.meeting}/referat`, 'Mødet er lukket.')
    },
  )

  attendanceRoutes(route, address)
  itemRoutes(route, `${address}/punkter/:item`)

  route.post(
    `${address}/udtalelse`,
    {
      right: 'readWhileOpen',
      params: meetingAddress,
      form: ownStatementForm,
      on: meetingSubject,
      onInvalid: sessionAgain,
    },
    async ({ actor, params, form, db }) => {
      const on = itemSubject({ db, params: { meeting: params.meeting, item: form.statementItem } })
      if (!on || actor.personId === null) throw notFound()
      const { notice } = await enterStatement(actor, {
        itemId: form.statementItem,
        personId: actor.personId,
        text: form.statementText,
      })
      return redirect(sessionPath(params.meeting), told('Udtalelsen er ført til referat.', notice))
    },
  )
}

function attendanceRoutes(route: Routes, address: string): void {
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
    { ...common, params: personAddress, queries: 14 },
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
    { right: 'readWhileOpen', params: meetingAddress, queries: 14, on: meetingSubject },
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
      return redirect(`/moeder/${params.meeting}`, 'Dit afbud er registreret.')
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

function itemRoutes(route: Routes, address: string): void {
  const common = { right: 'minute', on: itemSubject } as const

  route.get(
    address,
    { right: 'readWhileOpen', params: itemAddress, queries: 17, on: itemSubject },
    async ({ actor, params }) => page('minutes/item', await sessionItemPage(actor, params.meeting, params.item)),
  )

  route.post(
    address,
    {
      ...common,
      params: itemAddress,
      form: minuteForm,
      onInvalid: (ctx, form) =>
        ctx.wantsJson
          ? json({ message: form.conflict?.message ?? form.message ?? firstError(form), ...form.conflict })
          : itemAgain(ctx, form),
    },
    async ({ actor, params, form, wantsJson }) => {
      const { version, outcome, objection, notice } = await minuteItem(actor, {
        itemId: params.item,
        ...form,
        whileWriting: wantsJson,
      })
      if (wantsJson) return json({ version, outcome, note: objection ?? notice })
      return redirect(itemPath(params), told('Punktet er gemt.', notice))
    },
  )

  route.post(
    `${address}/type`,
    { ...common, params: itemAddress, form: settleForm, onInvalid: itemAgain },
    async ({ actor, params, form }) => {
      const { part, ...typed } = form
      const { outcomeFell } = await settleItem(actor, { itemId: params.item, ...typed, closed: part === 'closed' })
      const fell = outcomeFell ? 'Resultatet passede ikke til den nye type og er fjernet.' : null
      return redirect(itemPath(params), told('Ændringen er ført til referat.', fell))
    },
  )

  route.post(
    `${address}/inhabilitet`,
    { ...common, params: itemAddress, form: recusalForm, onInvalid: itemAgain },
    async ({ actor, params, form }) => {
      const input = { itemId: params.item, personId: form.recusedId, reason: form.recusalReason }
      const { notice } = await recuse(actor, input)
      return redirect(itemPath(params), told('Inhabiliteten er ført til referat.', notice))
    },
  )

  route.post(
    `${address}/inhabilitet/:recusal/ophaev`,
    { ...common, params: recusalAddress, form: emptyForm, onInvalid: itemAgain },
    async ({ actor, params }) => {
      const { notice } = await endRecusal(actor, { itemId: params.item, recusalId: params.recusal })
      return redirect(itemPath(params), told('Inhabiliteten er ophævet.', notice))
    },
  )

  route.post(
    `${address}/udtalelser`,
    { ...common, params: itemAddress, form: statementForm, onInvalid: itemAgain },
    async ({ actor, params, form }) => {
      const input = { itemId: params.item, personId: form.statementBy, text: form.statementText }
      const { notice } = await enterStatement(actor, input)
      return redirect(itemPath(params), told('Udtalelsen er ført til referat.', notice))
    },
  )

  route.post(
    `${address}/udtalelser/:statement/fjern`,
    { ...common, params: statementAddress, form: emptyForm, onInvalid: itemAgain },
    async ({ actor, params }) => {
      const { notice } = await removeStatement(actor, { itemId: params.item, statementId: params.statement })
      return redirect(itemPath(params), told('Udtalelsen er fjernet.', notice))
    },
  )

  route.post(
    `${address}/overfoer`,
    { ...common, params: itemAddress, form: emptyForm, onInvalid: itemAgain },
    async ({ actor, params }) => {
      const carried = await carryOver(actor, { itemId: params.item })
      return redirect(itemPath(params), carried.message)
    },
  )
}

const firstError = (form: FormState): string => Object.values(form.errors)[0] ?? 'Ikke gemt.'
