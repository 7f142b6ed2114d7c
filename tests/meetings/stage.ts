import type { Actor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { rowReader } from '../../src/database/reader.ts'
import { editLines } from '../../src/features/meetings/meetings/editor/edit-lines.ts'
import { listVersion } from '../../src/features/meetings/meetings/editor/line-rules.ts'
import {
  addItem,
  callMeeting,
  contentOf,
  type ItemDraft,
  loadAgenda,
  planMeeting,
  prepareAgenda,
  sealedAgenda,
  signOffAgenda,
} from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

/** A meeting of the joint group on its way, for tests that begin somewhere along it. */
export async function stageFor(db: Database) {
  const cooperation = givenCooperation(db)
  const housing = () => cooperation.actor('sekretariat.bolig')
  const municipality = () => cooperation.actor('sekretariat.kommune')

  const plan = async (body = 'faelles-gruppe', on = '2026-04-16') =>
    (
      await planMeeting(body === 'strategigruppe-kommune' ? municipality() : housing(), {
        bodyId: cooperation.body(body),
        form: 'ORDINARY',
        day: day(on),
        startsAt: '13:00',
        endsAt: '15:00',
        place: 'Rådhuset',
      })
    ).id

  const prepared = async (body?: string, on?: string) => {
    const meetingId = await plan(body, on)
    await prepareAgenda(housing(), { meetingId })
    return meetingId
  }

  const put = (meetingId: number, draft: Partial<ItemDraft> = {}) =>
    addItem(housing(), { meetingId, title: 'Tryghed i Vollsmose', kind: 'DISCUSSION', strategy: true, ...draft })

  /** By the buttons of the list, or by another number in it. */
  const move = async (itemId: number, to: 'up' | 'down' | number) => {
    const { meetingId } = await db.prisma.agendaItem.findUniqueOrThrow({ where: { id: itemId } })
    const { items } = await loadAgenda(rowReader(db), meetingId)
    const lines = items.flatMap(item => (item.id === itemId ? [{ ...item, number: Number(to) || undefined }] : []))
    const pressed = typeof to === 'number' ? null : { itemId, to }
    const list = { version: listVersion(items), opened: null, lines, move: pressed, remove: null }
    return editLines(housing(), { meetingId, ...list })
  }

  const shown = async (meetingId: number) => sealedAgenda.hash(contentOf(await loadAgenda(rowReader(db), meetingId)))

  const signed = async (meetingId: number, ...by: Actor[]) => {
    for (const actor of by) await signOffAgenda(actor, { meetingId, shownHash: await shown(meetingId) })
  }

  const called = async (meetingId: number) => {
    await signed(meetingId, housing(), municipality())
    return callMeeting(housing(), { meetingId })
  }

  return { cooperation, housing, municipality, plan, prepared, put, move, shown, signed, called }
}

export type MeetingStage = Awaited<ReturnType<typeof stageFor>>
export type { Cooperation }
