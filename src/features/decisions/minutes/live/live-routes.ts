import { z } from 'zod'
import { emptyForm, id } from '../../../../http/forms/fields.ts'
import { html, json, line, page } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { itemSubject, meetingSubject } from '../../../meetings/meetings/index.ts'
import { itemAddress, meetingAddress } from '../forms.ts'
import { followingOf, meetingTopic } from './following.ts'
import { screenPage } from './screen-page.ts'

const placeQuery = z.object({ punkt: id.optional().catch(undefined) })

/** What goes on in a meeting, told as it happens. */
export function liveRoutes(route: Routes, address: string): void {
  route.get(
    `${address}/strom`,
    { right: 'readWhileOpen', params: meetingAddress, query: placeQuery, queries: 6, on: meetingSubject },
    async ({ actor, params, query }) => line(await followingOf(actor, params.meeting, query.punkt ?? null)),
  )

  const screen = { right: 'readWhileOpen', params: meetingAddress, query: placeQuery, on: meetingSubject } as const
  route.get('/moeder/:meeting/skaerm', { ...screen, queries: 18 }, async ({ actor, params, query }) =>
    page('minutes/screen', await screenPage(actor, params.meeting, query.punkt ?? null)),
  )

  route.get('/moeder/:meeting/skaerm/live', { ...screen, queries: 18 }, async ({ actor, params, query }) =>
    html('minutes/screen-part', await screenPage(actor, params.meeting, query.punkt ?? null)),
  )

  route.post(
    `${address}/punkter/:item/skriver`,
    { right: 'minute', params: itemAddress, form: emptyForm, on: itemSubject, repeatable: true },
    ({ actor, params, live }) => {
      if (actor.personId !== null) live.writes(meetingTopic(params.meeting), actor.personId, params.item)
      return json({})
    },
  )
}
