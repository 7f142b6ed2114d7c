import type { Actor } from '../../../access/actor.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { plural } from '../../../kernel/text.ts'
import { activeMeetings, nameOfWaiting, seatsByBody } from '../meetings/index.ts'
import { readerPath } from './paths.ts'
import { readingsOf, steppedOutOf } from './queries.ts'
import { leftToRead, standingOf } from './read-rules.ts'
import { calledAgendas } from './sent-agendas.ts'

/** *Læs dagsordenen* stands until one has read it, and again when a supplement has changed what one read. */
export const readingWaiting: WaitingLines[] = [{ order: 12, lines: readingLines }]

function readingLines(actor: Actor): WaitingLine[] {
  const seatOf = seatsByBody(actor)
  const agendas = calledAgendas(actor.database, actor.today)
  const called = activeMeetings(actor).flatMap(meeting => {
    const agenda = meeting.state === 'CALLED' && seatOf(meeting.body).member ? agendas.get(meeting.id) : undefined
    return agenda ? [{ meeting, agenda, items: agenda.content.items.map(({ id }) => id) }] : []
  })
  if (called.length === 0) return []
  const items = called.flatMap(one => one.items)
  const readings = readingsOf(actor.database, actor.personId, items)
  const steppedOut = steppedOutOf(actor.database, actor.personId, items)
  return called.flatMap(({ meeting, agenda, items: own }): WaitingLine[] => {
    const toRead = own.filter(id => !steppedOut.has(id))
    const left = leftToRead(toRead, id => standingOf(id, readings.get(id), agenda.changedSince))
    if (left === 0) return []
    const begun = left < toRead.length
    return [
      {
        text: `Læs ${begun ? `${plural(left, 'punkt', 'punkter')} på dagsordenen` : 'dagsordenen'} til ${nameOfWaiting(meeting)}`,
        href: readerPath(meeting.id),
        by: meeting.day,
        urgent: false,
      },
    ]
  })
}
