import type { Database } from '../../src/database/database.ts'
import { rowReader } from '../../src/database/reader.ts'
import {
  closeMeeting,
  loadMinutes,
  markAllPresent,
  minuteItem,
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
import type { Cooperation } from '../support/builders.ts'

/** The meeting's day is the tests' own, Thursday 12 March 2026; it was prepared three weeks before. */
const prepared = '2026-02-19T09:00:00.000Z'
export const duringMeeting = '2026-03-12T12:30:00.000Z'
export const afterMeeting = '2026-03-13T09:00:00.000Z'

const item = (facts: Partial<ItemDraft>): ItemDraft => ({
  title: 'Et punkt',
  kind: 'DISCUSSION',
  strategy: true,
  professionalDevelopment: false,
  coordination: false,
  caseId: null,
  summary: '',
  recommendation: '',
  presentation: '',
  effect: '',
  economy: '',
  closed: false,
  closedReason: null,
  publicTitle: null,
  presenter: null,
  guests: null,
  plannedMinutes: 10,
  involvements: [],
  subjectAreaIds: [],
  ...facts,
})

export interface GivenMeeting {
  id: number
  /** Items by their title. */
  items: Record<string, number>
}

/** A called meeting of the joint group with a decision, a discussion and a closed item besides the standing ones. */
export async function givenCalledMeeting(db: Database, cooperation: Cooperation): Promise<GivenMeeting> {
  const housing = cooperation.actor('sekretariat.bolig', prepared)
  const municipality = cooperation.actor('sekretariat.kommune', prepared)
  const { id } = await planMeeting(housing, {
    bodyId: cooperation.body('faelles-gruppe'),
    form: 'ORDINARY',
    day: day('2026-03-12'),
    startsAt: '13:00',
    endsAt: '15:00',
    place: 'Rådhuset',
  })
  await prepareAgenda(housing, { meetingId: id })
  await addItem(housing, {
    meetingId: id,
    ...item({ title: 'Fælles ventelisteprincipper', kind: 'DECISION', recommendation: 'Det indstilles, **at** …' }),
  })
  await addItem(housing, { meetingId: id, ...item({ title: 'Status på Vollsmose' }) })
  await addItem(housing, {
    meetingId: id,
    ...item({
      title: 'Køb af grunden på Skovvej',
      kind: 'DISCUSSION',
      closed: true,
      closedReason: 'Forhandlingsposition',
      publicTitle: 'Køb af fast ejendom',
    }),
  })
  const shownHash = sealedAgenda.hash(contentOf(await loadAgenda(rowReader(db), id)))
  await signOffAgenda(housing, { meetingId: id, shownHash })
  await signOffAgenda(municipality, { meetingId: id, shownHash })
  await callMeeting(municipality, { meetingId: id })
  const rows = db.sql.asStored<{ id: number; title: string }>(
    'SELECT id, title FROM AgendaItem WHERE meetingId = ?',
    id,
  )
  return { id, items: Object.fromEntries(rows.map(row => [row.title, row.id])) }
}

export async function givenMeetingInSession(db: Database, cooperation: Cooperation): Promise<GivenMeeting> {
  const meeting = await givenCalledMeeting(db, cooperation)
  await openMeeting(cooperation.actor('formand', duringMeeting), { meetingId: meeting.id })
  await markAllPresent(cooperation.actor('sekretariat.bolig', duringMeeting), { meetingId: meeting.id })
  return meeting
}

/** Every item has an outcome, and the chair has closed the meeting. */
export async function givenHeldMeeting(db: Database, cooperation: Cooperation): Promise<GivenMeeting> {
  const meeting = await givenMeetingInSession(db, cooperation)
  await giveOutcomes(db, cooperation, meeting)
  await closeMeeting(cooperation.actor('formand', duringMeeting), { meetingId: meeting.id })
  return meeting
}

export async function giveOutcomes(db: Database, cooperation: Cooperation, meeting: GivenMeeting): Promise<void> {
  const secretary = cooperation.actor('sekretariat.bolig', duringMeeting)
  const rows = db.sql.asStored<{ id: number; kind: string; title: string }>(
    'SELECT id, kind, title FROM AgendaItem WHERE meetingId = ? ORDER BY position',
    meeting.id,
  )
  for (const { id, kind, title } of rows) {
    const outcome = kind === 'DECISION' ? 'DECIDED' : kind === 'INFORMATION' ? 'NOTED' : 'DISCUSSED'
    await minuteItem(secretary, {
      itemId: id,
      text: `Behandlet: ${title}.`,
      outcome,
      outcomeNote: '',
      withoutConsequences: kind === 'DECISION',
    })
  }
}

export async function signOffBySecretariats(db: Database, cooperation: Cooperation, meetingId: number, at: string) {
  const shownHash = sealedMinutes.hash(await loadMinutes(rowReader(db), meetingId))
  for (const key of ['sekretariat.bolig', 'sekretariat.kommune']) {
    await signOffMinutes(cooperation.actor(key, at), { meetingId, shownHash })
  }
}

/** Signed off by both and sent the day after the meeting: objections until 20 March. */
export async function givenMinutesOut(db: Database, cooperation: Cooperation): Promise<GivenMeeting> {
  const meeting = await givenHeldMeeting(db, cooperation)
  await signOffBySecretariats(db, cooperation, meeting.id, afterMeeting)
  await sendMinutes(cooperation.actor('sekretariat.kommune', afterMeeting), { meetingId: meeting.id })
  return meeting
}
