import type { Actor } from '../../../../access/actor.ts'
import { readsClosedOf } from '../../../../access/policy.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { shortHash } from '../../../../kernel/hash.ts'
import { capitalised, listDanish } from '../../../../kernel/text.ts'
import { withdrawnNumbers } from '../items/item-numbers.ts'
import { meetingCrumbs, meetingTitle, toMeetingIn, whenText } from '../labels.ts'
import { isWritten } from '../meeting/written-procedure.ts'
import { agendaPath } from '../paths.ts'
import { agendaVersions, agendaVersionText } from '../queries.ts'
import { type AgendaDiff, type ContentItem, sealedAgenda } from './agenda-content.ts'
import { versionName } from './agenda-page.ts'
import { openPartFollowUps, readableFollowUps } from './agenda-queries.ts'
import { hiddenText, itemViews } from './agenda-view.ts'
import { type Edition, editionLine, inEdition } from './edition.ts'
import { bodyOf, type MeetingRow } from './load-agenda.ts'
import { sentNumbers } from './sent-numbers.ts'
import { sightFromOutside, sightOf } from './sight.ts'

/** One sending as it was, with what is new or changed since the one before; null when there is no such sending. */
export function versionPage(actor: Actor, meeting: MeetingRow, number: number, edition: Edition) {
  const db = actor.database
  const versions = agendaVersions(db, meeting.id)
  const version = versions.find(one => one.number === number)
  const text = version && agendaVersionText(db, meeting.id, number)
  if (!version || !text) return null
  const content = sealedAgenda.thaw(text)
  const earlier = number > 1 ? agendaVersionText(db, meeting.id, number - 1) : null
  const diff = earlier ? sealedAgenda.difference(sealedAgenda.thaw(earlier), content) : null
  const body = bodyOf(meeting)
  const sight = edition === 'open' ? sightFromOutside(actor, meeting.id) : sightOf(actor, body, meeting.id, null)
  const readable = edition === 'open' ? openPartFollowUps : readableFollowUps
  const path = (to: number) => `${agendaPath(meeting.id)}/versioner/${to}`
  const name = versionName(number)
  const reads = (item: Held) => hiddenText(item, sight) === null
  const link = (to: number) => ({ href: inEdition(path(to), edition), text: versionName(to) })
  return {
    title: `${name}: ${meetingTitle(meeting)}`,
    active: 'moeder',
    crumbs: meetingCrumbs(meeting, { text: 'Dagsorden', href: agendaPath(meeting.id) }, { text: name }),
    heading: `${name} ${toMeetingIn({ ...content.meeting, bodyName: content.meeting.body })}`,
    when: whenText({ ...content.meeting, day: content.meeting.day as MeetingRow['day'] }),
    place: isWritten(content.meeting) ? '' : content.meeting.place,
    note: content.meeting.note,
    sent: `Udsendt den ${longMoment(version.sentAt)}${version.sentBy ? ` af ${version.sentBy}` : ''}. Her vises teksten, som den blev udsendt.`,
    lateReason: version.lateReason,
    shortHash: shortHash(version.hash),
    edition: editionLine('udsendelsen', path(number), edition, readsClosedOf(actor, body)),
    agendaHref: inEdition(agendaPath(meeting.id), edition),
    earlier: number > 1 ? link(number - 1) : null,
    later: number < versions.length ? link(number + 1) : null,
    changes: diff && changeLines(diff, reads),
    items: itemViews(content, sight, {
      today: actor.today,
      followUps: readable(actor, meeting.bodyId, content.followUps),
      changes: diff?.items,
      withdrawn: withdrawnNumbers(sentNumbers(db, meeting.id), content.items, number),
    }),
  }
}

/** What decides whether an item is kept from a reader. */
type Held = Pick<ContentItem, 'id' | 'closed' | 'closedReason'>

/** What the supplement brought, line by line. */
export function changeLines(diff: AgendaDiff, reads: (item: Held) => boolean): string[] {
  const lines: string[] = []
  if (diff.meeting.length > 0) lines.push(`Mødets ${listDanish(diff.meeting)} er ændret.`)
  for (const item of diff.items) {
    const { position, was, mark, fields } = item
    if (was !== null && was !== position) lines.push(`Det, der var punkt ${was}, er nu punkt ${position}.`)
    if (mark === 'new') lines.push(`Punkt ${position} er nyt.`)
    if (mark === 'changed')
      lines.push(`Punkt ${position}${reads(item) ? `: ${capitalised(listDanish(fields))}` : ''} er ændret.`)
  }
  for (const item of diff.removed) {
    lines.push(
      `Punkt ${item.position}, »${reads(item) ? item.title : item.publicTitle?.trim() || 'Lukket punkt'}«, udgår.`,
    )
  }
  if (diff.reordered) lines.push('Punkternes rækkefølge er ændret.')
  return lines
}
