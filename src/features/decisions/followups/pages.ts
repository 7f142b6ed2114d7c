import type { Actor, Side } from '../../../access/actor.ts'
import { followUpStateOn } from '../../../access/follow-up-state.ts'
import { type BodySubject, mayDo } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { type Day, longDay, longMoment, shortDay } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { byAndWhen, capitalised } from '../../../kernel/text.ts'
import { meetingPath } from '../../meetings/meetings/paths.ts'
import { decisionPath } from '../decisions/paths.ts'
import { choicesOf } from '../mandates/index.ts'
import { sessionItemPath } from '../minutes/paths.ts'
import type { FollowUpsQuery } from './forms.ts'
import { followUpPath, followUpsPath } from './paths.ts'
import { type FollowUpInFull, type FollowUpRow, findFollowUp, readFollowUps, readNotes } from './queries.ts'

const stateNames = {
  OPEN: { text: 'Åben', kind: 'info' },
  OVERDUE: { text: 'Fristen er overskredet', kind: 'danger' },
  CLOSED: { text: 'Afsluttet', kind: 'neutral' },
} as const

const shownStates = { aabne: 'open', overskredne: 'overdue', afsluttede: 'closed' } as const
const tabs = [
  { value: 'aabne', text: 'Åbne' },
  { value: 'overskredne', text: 'Overskredne' },
  { value: 'afsluttede', text: 'Afsluttede' },
] as const

export function followUpsPage(actor: Actor, query: FollowUpsQuery) {
  const { organisation, organ, mine } = query
  const vis = query.vis ?? 'aabne'
  const filter = { state: shownStates[vis], organisation, body: organ, mine: mine === 'ja' }
  const { rows, next } = readFollowUps(actor, filter, query.efter ?? null)
  const { organisations, bodies } = choicesOf(actor.database)
  const all = { value: '', text: 'Alle' }
  return {
    title: 'Opfølgning',
    active: 'opfoelgning',
    crumbs: [{ text: 'Opfølgning' }],
    tabs: tabs.map(tab => ({
      ...tab,
      current: tab.value === vis,
      href: withQuery(followUpsPath, { vis: tab.value, organisation, organ, mine }),
    })),
    filters: {
      shown: vis,
      organisation: String(organisation ?? ''),
      organisations: [all, ...organisations],
      body: String(organ ?? ''),
      bodies: [all, ...bodies.filter(({ kind }) => kind !== 'DECIDING_BODY')],
      mine: mine === 'ja',
    },
    filtered: Boolean(organisation || organ || mine),
    emptyTitle: {
      aabne: 'Der er ingen åbne opfølgninger',
      overskredne: 'Ingen frister er overskredet',
      afsluttede: 'Ingen opfølgninger er afsluttet',
    }[vis],
    rows: rows.map(row => lineOf(row, actor.today)),
    nextHref: next ? withQuery(followUpsPath, { vis, organisation, organ, mine, efter: next }) : null,
  }
}

const lineOf = (row: FollowUpRow, today: Day) => ({
  href: followUpPath(row.id),
  text: row.text,
  responsible: row.person ? `${row.person}, ${row.organisation}` : row.organisation,
  body: row.body,
  due: shortDay(row.dueDay),
  state: stateNames[followUpStateOn(row, today)],
  origin: row.decision ? `Beslutning ${row.decision}` : '',
  originHref: row.decision ? decisionPath(row.decision) : null,
})

/** The subject of the routes that change a follow-up; null: it does not exist for the person. */
export function followUpSubject(actor: Actor, id: number) {
  const found = findFollowUp(actor, id)
  return found ? subjectOf(found) : null
}

const subjectOf = (found: FollowUpInFull) => ({
  body: { id: found.bodyId, kind: found.bodyKind, side: found.bodySide },
  organisation: {
    id: found.organisationId,
    kind: found.organisationKind,
    side: found.organisationSide,
    parentId: found.organisationParentId,
  },
})

interface Forms {
  change?: FormState
  note?: FormState
  close?: FormState
}

export function followUpPage(actor: Actor, id: number, forms: Forms = {}) {
  const found = findFollowUp(actor, id)
  if (!found) throw notFound()
  const { closedAt } = found
  const open = closedAt === null
  const mayChange = open && mayDo(actor, 'followUp', subjectOf(found))
  return {
    title: found.text.length > 80 ? `${found.text.slice(0, 79)}…` : found.text,
    active: 'opfoelgning',
    crumbs: [{ text: 'Opfølgning', href: followUpsPath }, { text: `Opfølgning ${id}` }],
    path: followUpPath(id),
    text: found.text,
    state: stateNames[followUpStateOn(found, actor.today)],
    facts: factsOf(found),
    notes: readNotes(actor, id).map(note => ({
      who: note.name ?? 'Systemet',
      at: longMoment(note.at),
      text: note.text,
    })),
    closed:
      closedAt === null
        ? null
        : {
            by: `Afsluttet ${byAndWhen(found.closedBy ?? 'systemet', closedAt)}.`,
            note: found.closedNote ?? '',
          },
    mayChange,
    change:
      forms.change ??
      formOf(
        { organisationId: String(found.organisationId), personId: String(found.personId ?? ''), dueDay: found.dueDay },
        found.version,
      ),
    note: forms.note ?? formOf(),
    close: forms.close ?? formOf({}, found.version),
    ...(mayChange ? responsibleOptions(actor.database) : { organisations: [], people: [] }),
    labels: { organisationId: 'Ansvarlig organisation', dueDay: 'Frist' },
  }
}

function factsOf(found: FollowUpInFull): { term: string; text: string; href?: string }[] {
  const facts: { term: string; text: string; href?: string }[] = [
    { term: 'Ansvarlig', text: found.person ? `${found.person}, ${found.organisation}` : found.organisation },
    { term: 'Frist', text: longDay(found.dueDay) },
    { term: 'Organ', text: found.body },
  ]
  if (found.decision)
    facts.push({
      term: 'Beslutning',
      text: `${found.decision} ${found.decisionTitle ?? ''}`,
      href: decisionPath(found.decision),
    })
  if (found.meetingId)
    facts.push({
      term: 'Punkt',
      text: `${found.meetingNumber}, punkt ${found.itemPosition}: ${found.itemTitle}`,
      href: meetingPath(found.meetingId),
    })
  facts.push({
    term: 'Oprettet',
    text: capitalised(byAndWhen(found.createdBy ?? 'systemet', found.createdAt)),
  })
  return facts
}

const personRow = rowsOf({
  id: column.number,
  name: column.text,
  organisation: column.text,
})

function responsibleOptions(db: Database) {
  const people = db.sql.all(
    personRow,
    `SELECT p.id, p.name, o.shortName AS organisation FROM Person p JOIN Organisation o ON o.id = p.organisationId
     WHERE p.endedOn IS NULL AND o.side IS NOT NULL ORDER BY p.name`,
  )
  return {
    organisations: [{ value: '', text: 'Vælg organisation' }, ...choicesOf(db).organisations],
    people: [
      { value: '', text: 'Ingen bestemt person' },
      ...people.map(({ id, name, organisation }) => ({ value: String(id), text: `${name} (${organisation})` })),
    ],
  }
}

const originRow = rowsOf({
  id: column.number,
  kind: column.oneOf<BodySubject['kind']>(),
  side: column.orNull(column.oneOf<Side>()),
  title: column.text,
  position: column.number,
  number: column.text,
})

/** Where the body comes from that a new follow-up stands under; null: it does not exist for the person. */
function originOf(actor: Actor, origin: { punkt?: number | undefined; beslutning?: number | undefined }) {
  const [joined, id] = origin.beslutning
    ? (['JOIN Decision d ON d.itemId = i.id WHERE d.id = ?', origin.beslutning] as const)
    : (['WHERE i.id = ?', origin.punkt ?? 0] as const)
  const row = actor.database.sql.get(
    originRow,
    `SELECT b.id, b.kind, b.side, i.title, i.position, m.number FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId
     JOIN Body b ON b.id = m.bodyId LEFT JOIN Treatment t ON t.itemId = i.id ${joined}
       AND ${viewOf(actor).itemTexts('m', 'i', 't')}`,
    id,
  )
  return row
    ? {
        body: { id: row.id, kind: row.kind, side: row.side },
        about: `${row.number}, punkt ${row.position}: ${row.title}`,
      }
    : null
}

/** Several bodies' secretariats may come here: whether this person may is asked once it is known of which. */
export function newFollowUpPage(
  actor: Actor,
  origin: { punkt?: number | undefined; beslutning?: number | undefined; moede?: number | undefined },
  form?: FormState,
) {
  const found = originOf(actor, origin)
  if (!found || !viewOf(actor).readsDrafts(found.body)) throw notFound()
  return {
    title: 'Ny opfølgning',
    active: 'opfoelgning',
    crumbs: [{ text: 'Opfølgning', href: followUpsPath }, { text: 'Ny opfølgning' }],
    about: found.about,
    itemId: origin.punkt ?? '',
    decisionId: origin.beslutning ?? '',
    sessionOf: origin.moede ?? '',
    back: origin.moede && origin.punkt ? sessionItemPath(origin.moede, origin.punkt) : followUpsPath,
    form: form ?? formOf(),
    ...responsibleOptions(actor.database),
  }
}
