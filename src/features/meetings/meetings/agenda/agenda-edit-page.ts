import type { Actor } from '../../../../access/actor.ts'
import { rowReader } from '../../../../database/reader.ts'
import { clockTime, longDay } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import { withdrawnNumbers } from '../items/item-numbers.ts'
import { kindLabels, meetingCrumbs, meetingTitle } from '../labels.ts'
import { agendaEditPath, agendaPath, itemPath, meetingPath } from '../paths.ts'
import { bodysItemsToCarry } from '../queries.ts'
import { canMove, clockTimes, itemGaps, minutesOver } from './agenda-rules.ts'
import { hiddenText, shownTitle } from './agenda-view.ts'
import { asPlanned, bodyOf, contentOf, loadItems, type MeetingRow } from './load-agenda.ts'
import { sentNumbers } from './sent-numbers.ts'
import { sightOf } from './sight.ts'

/** Where the secretariats order the agenda, put items on and take them off. */
export async function agendaEditPage(actor: Actor, meeting: MeetingRow) {
  const plan = asPlanned(meeting)
  const rows = { meeting: plan, ...(await loadItems(rowReader(actor.database), meeting.id)) }
  const { items } = contentOf(rows)
  const sight = sightOf(actor, bodyOf(meeting), meeting.id, rows.items)
  const minutes = items.map(item => item.plannedMinutes)
  const clocks = clockTimes(plan.startsAt, minutes)
  const sent = sentNumbers(actor.database, meeting.id)
  const fixed = new Set(sent.map(({ id }) => id))
  const movable = items.filter(({ id }) => !fixed.has(id))
  const over = minutesOver(plan.startsAt, plan.endsAt, minutes)
  return {
    title: `Ret dagsordenen: ${meetingTitle(meeting)}`,
    active: 'moeder',
    crumbs: meetingCrumbs(meeting, { text: 'Dagsorden', href: agendaPath(meeting.id) }, { text: 'Ret' }),
    agendaHref: agendaPath(meeting.id),
    addHref: `${meetingPath(meeting.id)}/punkter/nyt`,
    planned: meeting.state === 'PLANNED',
    prepareAction: `${meetingPath(meeting.id)}/forbered`,
    called: meeting.state === 'CALLED',
    over: over > 0 ? `Punkterne varer tilsammen ${plural(over, 'minut', 'minutter')} længere end mødet.` : null,
    back: agendaEditPath(meeting.id),
    carry: bodysItemsToCarry(actor, meeting).map(item => ({
      title: item.title,
      from: `punkt ${item.position} den ${longDay(item.day)}`,
      action: `${itemPath(item.meetingId, item.id)}/overfoer`,
    })),
    meetingId: meeting.id,
    withdrawn: withdrawnNumbers(sent, items),
    items: items.map((item, index) => {
      const withheld = hiddenText(item, sight)
      return {
        id: item.id,
        number: item.position,
        title: shownTitle(item, sight),
        withheld,
        clock: clocks[index] ? clockTime(clocks[index].from) : '',
        minutes: `${item.plannedMinutes} min.`,
        kind: kindLabels[item.kind],
        closed: item.closed,
        standing: item.standing !== null,
        attachments: !withheld && item.attachments.length > 0 ? plural(item.attachments.length, 'bilag', 'bilag') : '',
        gaps: withheld ? [] : itemGaps(item).map(gap => gap.sentence),
        editHref: withheld ? null : `${itemPath(meeting.id, item.id)}/rediger`,
        moveAction: `${itemPath(meeting.id, item.id)}/flyt`,
        removeAction: withheld || item.standing === 'APPROVE_AGENDA' ? null : `${itemPath(meeting.id, item.id)}/fjern`,
        movable: !withheld && item.standing === null && !fixed.has(item.id),
        up: !withheld && canMove(movable, item.id, 'up'),
        down: !withheld && canMove(movable, item.id, 'down'),
      }
    }),
  }
}
