import { rowReader } from '../../src/database/reader.ts'
import { write } from '../../src/database/write.ts'
import { smallPdf } from '../../src/demo/pdf.ts'
import { prepareCheck } from '../../src/features/decisions/coverage/index.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { createFollowUp } from '../../src/features/decisions/followups/index.ts'
import {
  markAllPresent,
  minuteItem,
  openMeeting,
  recuse,
  settleItem,
} from '../../src/features/decisions/minutes/index.ts'
import { openCase, withholdCase } from '../../src/features/meetings/cases/index.ts'
import {
  addItem,
  answerQuestion,
  askQuestion,
  attachFile,
  callMeeting,
  contentOf,
  editItem,
  editMeeting,
  type ItemDraft,
  loadAgenda,
  makeTemplate,
  planMeeting,
  prepareAgenda,
  proposeItem,
  sealedAgenda,
  signOffAgenda,
} from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { oere } from '../../src/kernel/money.ts'
import { givenMandate } from '../decisions/given.ts'
import type { TestApp } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'
import { markedEarlier } from './marked-earlier.ts'
import { markedFlags } from './marked-flag.ts'
import { markedKnowledge } from './marked-knowledge.ts'
import { markedMinutes } from './marked-minutes.ts'
import { markedNeed } from './marked-need.ts'
import { markedNotes } from './marked-notes.ts'
import { markedOutward } from './marked-outward.ts'
import { markedPersons } from './marked-persons.ts'
import { markedPlan } from './marked-plan.ts'
import { markedProcedure } from './marked-procedure.ts'
import { markedReferral } from './marked-referral.ts'
import { markedRevision } from './marked-revision.ts'
import { markedStandards } from './marked-standard.ts'
import { markedStatements } from './marked-statement.ts'
import { markedStrategy } from './marked-strategy.ts'
import { markedWheel } from './marked-wheel.ts'
import { type Mark, members, roles, secretaries } from './marks.ts'

const inside = [...secretaries, ...members]
const before = '2026-02-19T09:00:00.000Z'
const during = '2026-03-12T12:30:00.000Z'

export interface MarkedWorld {
  marks: Mark[]
  /** The addresses of what people have typed and not sent. */
  drafts: string[]
}

/** A cooperation in which every text carries a mark that says who may see it, built through the acts. */
export async function markedWorld(portal: TestApp): Promise<MarkedWorld> {
  const { db } = portal
  const cooperation = givenCooperation(db)
  const marks: Mark[] = []
  const mark = (by: readonly string[], what: string): string => {
    const text = `mq${String(marks.length + 1).padStart(3, '0')}z`
    marks.push({ mark: text, what, by })
    return text
  }
  const housing = (at?: string) => cooperation.actor('sekretariat.bolig', at)
  const municipality = (at?: string) => cooperation.actor('sekretariat.kommune', at)

  /** An item of which every field has a mark. */
  const marked = (by: readonly string[], what: string, given: Partial<ItemDraft> = {}): ItemDraft => ({
    title: mark(by, `${what}: titel`),
    kind: 'DISCUSSION',
    strategy: true,
    summary: mark(by, `${what}: resumé`),
    recommendation: mark(by, `${what}: indstilling`),
    presentation: mark(by, `${what}: fremstilling`),
    effect: mark(by, `${what}: effekt`),
    economy: mark(by, `${what}: økonomi`),
    presenter: mark(by, `${what}: oplæg`),
    guests: mark(by, `${what}: gæster`),
    involvements: [
      {
        organisationId: cooperation.organisation('hoejstrup'),
        status: 'HEARD',
        note: mark(by, `${what}: inddragelse`),
      },
    ],
    ...given,
  })
  const closed = { closed: true, closedReason: 'Forhandlingsposition', publicTitle: 'Stedfortræder' }
  const plan = async (body: string, on: string, at: string) => {
    const actor = body === 'strategigruppe-kommune' ? municipality(at) : housing(at)
    const { id } = await planMeeting(actor, {
      bodyId: cooperation.body(body),
      form: 'ORDINARY',
      day: day(on),
      startsAt: '13:00',
      endsAt: '15:00',
      place: 'Rådhuset',
    })
    await prepareAgenda(actor, { meetingId: id })
    return id
  }
  const send = async (meetingId: number, at: string, by = [housing(at), municipality(at)]) => {
    const shownHash = sealedAgenda.hash(contentOf(await loadAgenda(rowReader(db), meetingId)))
    for (const actor of by) await signOffAgenda(actor, { meetingId, shownHash })
    await callMeeting(by[0] ?? housing(at), { meetingId, lateReason: 'Det haster.' })
  }
  const file = async (itemId: number, by: readonly string[], what: string, at: string) => {
    const name = `${mark(by, `${what}: filnavn`)}.pdf`
    const content = smallPdf('Bilag', ['Tekst'])
    await attachFile(housing(at), { itemId, title: mark(by, `${what}: bilag`), file: { name, buffer: content } })
  }

  // A case that is closed once its items are on their way: what was sent of it before keeps its title.
  const without = inside.filter(role => role !== 'sekretariat.kommune' && role !== 'medlem.fab')
  const kept = await openCase(housing(before), {
    bodyId: cooperation.body('faelles-gruppe'),
    title: mark(without, 'lukket sag: titel'),
    summary: mark(without, 'lukket sag: resumé'),
    journalNumber: mark(without, 'lukket sag: journalnummer'),
  })
  const now = '2026-03-12T13:30:00.000Z'
  await markedRevision(portal, cooperation, mark, roles, secretaries)
  const drafts = await markedPersons(portal, cooperation, mark, roles)
  await markedMinutes(portal, cooperation, mark, { all: roles, inside, without, caseId: kept.id, now })

  // In session: what the meeting moves and minutes before its minutes are out, and what a recused person may not read.
  const session = await plan('faelles-gruppe', '2026-03-12', before)
  const moved = await addItem(housing(before), { meetingId: session, ...marked(inside, 'flyttet til lukket') })
  await file(moved.id, inside, 'flyttet til lukket', before)
  const recusedFrom = await addItem(housing(before), {
    meetingId: session,
    ...marked(without, 'lukket med inhabile', { ...closed, kind: 'DECISION', caseId: kept.id }),
  })
  await file(recusedFrom.id, without, 'lukket med inhabile', before)
  await send(session, before)
  await askQuestion(cooperation.actor('formand', before), {
    itemId: recusedFrom.id,
    text: mark(without, 'spørgsmål til lukket'),
  })
  await markedNotes(cooperation, mark, recusedFrom.id, before)
  const question = await db.prisma.itemQuestion.findFirstOrThrow({ orderBy: { id: 'desc' } })
  await answerQuestion(housing(before), {
    questionId: question.id,
    version: question.version,
    answer: mark(without, 'svar til lukket'),
  })
  await openMeeting(cooperation.actor('formand', during), { meetingId: session })
  await markAllPresent(housing(during), { meetingId: session })
  await recuse(housing(during), { itemId: recusedFrom.id, personId: cooperation.person('medlem.fab'), reason: 'Ejer' })
  // A secretary who has no seat in the group itself is on no list of participants to be chosen from.
  await write(housing(during), async tx => {
    const personId = cooperation.person('sekretariat.kommune')
    await tx.recusal.create({ data: { itemId: recusedFrom.id, personId, at: during } })
    return { result: undefined, events: [] }
  })
  await settleItem(housing(during), {
    itemId: moved.id,
    kind: 'DISCUSSION',
    closed: true,
    closedReason: 'Tavshedspligt',
    publicTitle: 'Flyttet punkt',
  })
  const minute = (itemId: number, by: readonly string[], what: string) =>
    minuteItem(housing(during), {
      itemId,
      text: mark(by, `${what}: referat`),
      outcome: 'POSTPONED',
      outcomeNote: mark(by, `${what}: resultat`),
    })
  await minute(moved.id, inside, 'flyttet til lukket')
  const task = (itemId: number, text: string) =>
    createFollowUp(housing(during), {
      itemId,
      text,
      organisationId: cooperation.organisation('hoejstrup'),
      personId: null,
      dueDay: day('2026-05-01'),
    })
  await task(moved.id, mark(inside, 'opfølgning på flyttet punkt'))
  await task(recusedFrom.id, mark(without, 'opfølgning på lukket punkt'))
  await givenMandate(db, cooperation, 'hoejstrup', { total: oere(50_000_000) })
  await recordDecision(housing(during), {
    meetingId: session,
    itemId: recusedFrom.id,
    title: mark(without, 'lukket beslutning: titel'),
    text: mark(without, 'lukket beslutning: tekst'),
    publicTitle: 'Offentlig beslutning',
    publicText: 'Det offentlige.',
    sharedPosition: false,
    withChanges: false,
    subjectToApproval: true,
    noFollowUp: false,
    consequences: [
      {
        organisationId: cooperation.organisation('hoejstrup'),
        amount: oere(1_234_500),
        legal: null,
        organisational: null,
      },
    ],
    stances: (['HOUSING', 'MUNICIPALITY'] as const).map(side => ({
      side,
      organisationId: null,
      kind: 'SUPPORTS' as const,
      text: '',
    })),
    followUps: [
      {
        text: mark(without, 'opfølgning på lukket beslutning'),
        organisationId: cooperation.organisation('hoejstrup'),
        personId: null,
        dueDay: day('2026-06-01'),
      },
    ],
  })

  await markedReferral(portal, cooperation, mark, inside)

  // Called: closed as it was sent, changed since in both directions, and its follow-ups from the session.
  const called = await plan('faelles-gruppe', '2026-04-16', during)
  const shared = await openCase(housing(during), {
    bodyId: cooperation.body('faelles-gruppe'),
    title: mark(roles, 'fælles sag'),
    summary: '',
  })
  await addItem(housing(during), { meetingId: called, ...marked(roles, 'åbent punkt', { caseId: shared.id }) })
  const underKept = marked(roles, 'åbent punkt under lukket sag', { caseId: kept.id })
  await addItem(housing(during), { meetingId: called, ...underKept })
  await givenMandate(db, cooperation, 'fab', { caseId: kept.id })
  const sentClosed = marked(inside, 'sendt lukket', { ...closed, caseId: shared.id })
  const reopened = await addItem(housing(during), { meetingId: called, ...sentClosed })
  await file(reopened.id, inside, 'sendt lukket', during)
  const sentOpen = await addItem(housing(during), { meetingId: called, ...marked(inside, 'sendt åbent, nu lukket') })
  await file(sentOpen.id, inside, 'sendt åbent, nu lukket', during)
  await send(called, during)
  const version = async (id: number) => (await db.prisma.agendaItem.findUniqueOrThrow({ where: { id } })).version
  await editItem(housing(during), {
    itemId: reopened.id,
    version: await version(reopened.id),
    ...marked(secretaries, 'åbnet, ikke udsendt', { caseId: shared.id }),
  })
  await editItem(housing(during), {
    itemId: sentOpen.id,
    version: await version(sentOpen.id),
    ...marked(secretaries, 'lukket, ikke udsendt', closed),
  })
  await addItem(housing(during), { meetingId: called, ...marked(secretaries, 'nyt, ikke udsendt') })
  const meeting = await db.prisma.meeting.findUniqueOrThrow({ where: { id: called } })
  await editMeeting(housing(during), {
    meetingId: called,
    version: meeting.version,
    form: 'ORDINARY',
    day: day('2026-04-17'),
    startsAt: '10:00',
    endsAt: '12:00',
    place: mark(secretaries, 'nyt sted, ikke udsendt'),
    note: mark(secretaries, 'ny bemærkning, ikke udsendt'),
  })

  await withholdCase(housing(during), {
    caseId: kept.id,
    version: 1,
    withheldReason: 'Forhandlingsposition',
    publicTitle: 'Stedfortræder for sagen',
  })

  // A check that is prepared for an item is read with the item.
  const toDecide = await addItem(housing(during), {
    meetingId: called,
    ...marked(secretaries, 'til beslutning, ikke udsendt', { ...closed, kind: 'DECISION' }),
  })
  await prepareCheck(housing(during), {
    itemId: toDecide.id,
    rows: [
      {
        organisationId: cooperation.organisation('hoejstrup'),
        amount: null,
        legal: mark(secretaries, 'forhåndskontrol: juridisk'),
        organisational: null,
      },
    ],
    scope: {
      tasks: { strategy: true, professionalDevelopment: false, coordination: false },
      caseId: null,
      subjectAreaIds: [],
      areaIds: [],
    },
  })

  // Drafts, proposals, and what a side keeps to itself.
  const draft = await plan('faelles-gruppe', '2026-06-11', during)
  await addItem(housing(during), { meetingId: draft, ...marked(secretaries, 'kladde') })
  await proposeItem(cooperation.actor('formand', during), {
    bodyId: cooperation.body('faelles-gruppe'),
    title: mark(inside, 'forslag: titel'),
    kind: 'DISCUSSION',
    text: mark(inside, 'forslag: tekst'),
  })
  await makeTemplate(housing(during), {
    bodyId: cooperation.body('faelles-gruppe'),
    name: mark(secretaries, 'skabelon: navn'),
    title: mark(secretaries, 'skabelon: titel'),
    kind: 'DISCUSSION',
    summary: mark(secretaries, 'skabelon: resumé'),
    recommendation: mark(secretaries, 'skabelon: indstilling'),
    presentation: mark(secretaries, 'skabelon: fremstilling'),
    effect: mark(secretaries, 'skabelon: effekt'),
    economy: mark(secretaries, 'skabelon: økonomi'),
    presenter: mark(secretaries, 'skabelon: oplæg'),
    strategy: true,
    professionalDevelopment: false,
    coordination: false,
    procedural: false,
    plannedMinutes: 10,
  })
  for (const [body, by, actor] of [
    ['strategigruppe-bolig', ['sekretariat.bolig', 'strategi.bolig'], housing(during)],
    ['strategigruppe-kommune', ['sekretariat.kommune', 'strategi.kommune'], municipality(during)],
  ] as const) {
    const seated = roles.filter(
      role => by.includes(role as never) || sits(db, cooperation.person(role), cooperation.body(body)),
    )
    const own = await openCase(actor, {
      bodyId: cooperation.body(body),
      title: mark(seated, `${body}: sagens titel`),
      summary: mark(seated, `${body}: sagens resumé`),
      journalNumber: mark(seated, `${body}: journalnummer`),
    })
    const id = await plan(body, '2026-04-09', during)
    await addItem(actor, { meetingId: id, ...marked(seated, `${body}: punkt`, { caseId: own.id }) })
    await send(id, during, [actor])
  }
  const fab = roles.filter(role => ['sekretariat.bolig', 'medlem.fab', 'underskriver.fab'].includes(role))
  const housingGroup = roles.filter(
    role =>
      ['sekretariat.bolig', 'strategi.bolig'].includes(role) ||
      sits(db, cooperation.person(role), cooperation.body('strategigruppe-bolig')),
  )
  await markedEarlier(portal, cooperation, mark, { all: roles, inside, secretaries, housing: housingGroup }, during)
  await markedStandards(portal, cooperation, mark, { secretaries, all: roles, unsentMeeting: draft }, during)
  await markedProcedure(cooperation, mark, { secretaries }, during)
  await markedStatements(portal, cooperation, mark, { all: roles, own: fab })
  await markedStrategy(portal, cooperation, mark, { all: roles, secretaries, unsentMeeting: draft }, during)
  await markedOutward(cooperation, mark, { all: roles, secretaries }, during)
  await markedFlags(portal, cooperation, mark, { all: roles, unsentMeeting: draft }, during)
  await markedNeed(cooperation, mark, { all: roles, unsentMeeting: draft }, during)
  await markedPlan(portal, cooperation, mark, { all: roles, secretaries }, during)
  await markedKnowledge(portal, cooperation, mark, { all: roles, secretaries }, during)
  await markedWheel(cooperation, mark, { all: roles, housing: housingGroup }, during)
  return { marks, drafts }
}

const sits = (db: TestApp['db'], personId: number, bodyId: number): boolean =>
  db.sql.asStored('SELECT 1 FROM Seat WHERE personId = ? AND bodyId = ? AND "to" IS NULL', personId, bodyId)[0] !==
  undefined
