import { rowReader } from '../../src/database/reader.ts'
import { write } from '../../src/database/write.ts'
import {
  answerObjection,
  closeMeeting,
  correctMinutes,
  loadMinutes,
  markAllPresent,
  minuteItem,
  objectToMinutes,
  openMeeting,
  sealedMinutes,
  sendMinutes,
  signOffMinutes,
} from '../../src/features/decisions/minutes/index.ts'
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
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

/** A meeting of the joint group that is held and whose minutes are sent, each step on its own day. */
export interface Held {
  prepared: string
  day: string
  sent: string
  /** Items by what is said of them, or by the decision that is recorded under them. */
  items: {
    draft: ItemDraft
    minuted?: string
    /** Before the agenda is sent. */
    prepare?: (itemId: number) => Promise<unknown>
    decide?: (at: { meetingId: number; itemId: number }) => Promise<unknown>
  }[]
}

export async function heldMeeting({ db }: TestApp, cooperation: Cooperation, held: Held) {
  const housing = (at: string) => cooperation.actor('sekretariat.bolig', at)
  const secretaries = (at: string) => [housing(at), cooperation.actor('sekretariat.kommune', at)]
  const during = `${held.day}T12:30:00.000Z`
  const { id } = await planMeeting(housing(held.prepared), {
    bodyId: cooperation.body('faelles-gruppe'),
    form: 'ORDINARY',
    day: day(held.day),
    startsAt: '13:00',
    endsAt: '15:00',
    place: 'Rådhuset',
  })
  await prepareAgenda(housing(held.prepared), { meetingId: id })
  const items: { id: number; position: number }[] = []
  for (const { draft, prepare } of held.items) {
    const added = await addItem(housing(held.prepared), { meetingId: id, ...draft })
    await prepare?.(added.id)
    items.push(await db.prisma.agendaItem.findUniqueOrThrow({ where: { id: added.id } }))
  }
  const shown = sealedAgenda.hash(contentOf(await loadAgenda(rowReader(db), id)))
  for (const actor of secretaries(held.prepared)) await signOffAgenda(actor, { meetingId: id, shownHash: shown })
  await callMeeting(housing(held.prepared), { meetingId: id, lateReason: 'Det haster.' })
  await openMeeting(cooperation.actor('formand', during), { meetingId: id })
  await markAllPresent(housing(during), { meetingId: id })
  const rows = await db.prisma.agendaItem.findMany({ where: { meetingId: id, removedAt: null } })
  for (const row of rows) {
    const own = items.findIndex(item => item.id === row.id)
    const decide = held.items[own]?.decide
    if (decide) await decide({ meetingId: id, itemId: row.id })
    else
      await minuteItem(housing(during), {
        itemId: row.id,
        text: held.items[own]?.minuted ?? 'Behandlet.',
        outcome: row.kind === 'DECISION' ? 'DECIDED' : row.kind === 'INFORMATION' ? 'NOTED' : 'DISCUSSED',
        outcomeNote: '',
        withoutConsequences: row.kind === 'DECISION',
      })
  }
  await closeMeeting(cooperation.actor('formand', during), { meetingId: id })
  const hash = sealedMinutes.hash(await loadMinutes(rowReader(db), id))
  for (const actor of secretaries(held.sent)) await signOffMinutes(actor, { meetingId: id, shownHash: hash })
  await sendMinutes(housing(held.sent), { meetingId: id })
  const positions = rows.filter(row => items.some(item => item.id === row.id)).map(row => row.position)
  return { id, items: items.map((item, at) => ({ id: item.id, position: positions[at] ?? 0 })) }
}

/** Who may see a text, and what it is: gives the text. */
type Marking = (by: readonly string[], what: string) => string

/**
 * Minutes that are out, with an item that two are recused from since; and minutes that are sealed. Both under a case
 * that is open as yet.
 */
export async function markedMinutes(
  portal: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  { all, inside, without, caseId, now }: Readers,
): Promise<void> {
  const draft = (by: readonly string[], what: string, given: Partial<ItemDraft> = {}) => ({
    draft: { title: mark(by, `${what}: titel`), kind: 'DISCUSSION', strategy: true, caseId, ...given } as ItemDraft,
    minuted: mark(by, `${what}: referat`),
  })
  const closed = { closed: true, closedReason: 'Forhandlingsposition', publicTitle: 'Stedfortræder' }
  const out = await heldMeeting(portal, cooperation, {
    prepared: '2026-02-10T09:00:00.000Z',
    day: '2026-02-26',
    sent: '2026-03-10T09:00:00.000Z',
    items: [draft(all, 'sendt referat, åbent'), draft(without, 'sendt referat, lukket', closed)],
  })
  const [open, hidden] = out.items
  const member = cooperation.actor('formand', now)
  await objectToMinutes(member, {
    meetingId: out.id,
    itemPosition: open?.position ?? 0,
    text: mark(inside, 'indsigelse, åbent punkt'),
  })
  const { id: objectionId } = await objectToMinutes(member, {
    meetingId: out.id,
    itemPosition: hidden?.position ?? 0,
    text: mark(without, 'indsigelse, lukket punkt'),
  })
  await objectToMinutes(member, {
    meetingId: out.id,
    itemPosition: hidden?.position ?? 0,
    text: mark(without, 'indsigelse, lukket punkt, ubesvaret'),
  })
  const answer = mark(without, 'svar på indsigelse, lukket punkt')
  await answerObjection(cooperation.actor('sekretariat.bolig', now), { objectionId, answer, upheld: false })
  await write(cooperation.actor('sekretariat.bolig', now), async tx => {
    for (const key of ['sekretariat.kommune', 'medlem.fab'])
      await tx.recusal.create({ data: { itemId: hidden?.id ?? 0, personId: cooperation.person(key), at: now } })
    return { result: undefined, events: [] }
  })

  const sealed = await heldMeeting(portal, cooperation, {
    prepared: '2026-01-08T09:00:00.000Z',
    day: '2026-01-22',
    sent: '2026-01-26T09:00:00.000Z',
    items: [draft(all, 'forseglet, åbent'), draft(inside, 'forseglet, lukket', { ...closed, caseId: null })],
  })
  for (const [at, by] of [
    [0, all],
    [1, inside],
  ] as const)
    await correctMinutes(cooperation.actor('sekretariat.bolig', now), {
      meetingId: sealed.id,
      itemPosition: sealed.items[at]?.position ?? 0,
      text: mark(by, `berigtigelse ${at}`),
      reason: mark(by, `berigtigelsens grund ${at}`),
    })
}

export interface Readers {
  all: readonly string[]
  inside: readonly string[]
  /** All of the inside but the two who are recused. */
  without: readonly string[]
  caseId: number
  now: string
}
