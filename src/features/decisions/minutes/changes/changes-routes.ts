import type { Actor } from '../../../../access/actor.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { meetingSubject } from '../../../meetings/meetings/index.ts'
import { meetingAddress } from '../forms.ts'
import { changesPath } from '../paths.ts'
import { addAtMeeting, moveAtMeeting, takeOffAtMeeting } from './change-agenda.ts'
import { changesPage } from './changes-page.ts'
import { addForm, moveForm, removeForm } from './forms.ts'

/** The meeting changes its own agenda. */
export function changesRoutes(route: Routes, address: string): void {
  const common = { right: 'minute', params: meetingAddress, on: meetingSubject } as const
  const again = async ({ actor, params }: { actor: Actor; params: { meeting: number } }, form?: FormState) =>
    page('minutes/agenda-changes', await changesPage(actor, params.meeting, form))

  route.get(address, { ...common, queries: 18 }, asked => again(asked))

  route.post(`${address}/tilfoej`, { ...common, form: addForm, onInvalid: again }, async ({ actor, params, form }) => {
    const { addedTask, addedTitle, addedKind, addedMinutes, addedAfterId, addedReason } = form
    const { position } = await addAtMeeting(actor, {
      meetingId: params.meeting,
      afterId: addedAfterId,
      reason: addedReason,
      draft: { title: addedTitle, kind: addedKind, plannedMinutes: addedMinutes, [addedTask]: true },
    })
    return redirect(changesPath(params.meeting), `Punktet er sat på dagsordenen som punkt ${position}.`)
  })

  route.post(
    `${address}/tag-af`,
    { ...common, form: removeForm, onInvalid: again },
    async ({ actor, params, form }) => {
      const input = { meetingId: params.meeting, itemId: form.removedId, reason: form.removedReason }
      const { position } = await takeOffAtMeeting(actor, input)
      return redirect(changesPath(params.meeting), `Punkt ${position} er taget af dagsordenen.`)
    },
  )

  route.post(`${address}/flyt`, { ...common, form: moveForm, onInvalid: again }, async ({ actor, params, form }) => {
    const { movedId, afterId, movedReason } = form
    const { position } = await moveAtMeeting(actor, {
      meetingId: params.meeting,
      itemId: movedId,
      afterId,
      reason: movedReason,
    })
    return redirect(changesPath(params.meeting), `Rækkefølgen er ændret for punkt ${position}.`)
  })
}
