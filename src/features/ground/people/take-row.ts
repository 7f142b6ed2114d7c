import { mayDo } from '../../../access/policy.ts'
import type { Day } from '../../../kernel/days.ts'
import { isOn, periodOf } from '../../../kernel/periods.ts'
import { bodyInSentence } from '../../../kernel/text.ts'
import { createAccountIn } from '../accounts/index.ts'
import { giveSeatIn } from '../bodies/index.ts'
import { authorisationNames, nameAuthorisedIn, seatRoleNames } from '../parties/index.ts'
import { part } from '../table-import/index.ts'
import type { RowCourse } from './judged-row.ts'
import {
  type NamedBody,
  type NamedOrganisation,
  type NamedPerson,
  type NamedWorld,
  seatOf,
  usualRole,
} from './named-world.ts'
import type { Taking } from './part.ts'
import { type RowValues, sinceText } from './row-values.ts'
import { takePerson } from './take-person.ts'

/** One row, part by part: each is the act that it is when it stands alone. */
export async function takeRow(taking: Taking, values: RowValues, line: number, course: RowCourse): Promise<void> {
  const taken = await takePerson(taking, values, line, course)
  if (taken === undefined) return
  if (taken === null) return namesOf(taking, values, course)
  const { person, organisation } = taken
  if (values.account) await takeAccount(taking, person, course)
  // A part whose own cells cannot be read is not tried: what a rule said of it would be about nothing in the row.
  if (values.body !== '' && !course.isFaultyIn(Object.values(seatColumns)))
    await takeSeat(taking, values, person, organisation, course)
  else namesOf(taking, values, course)
  if (values.authorisations.length > 0 && !course.isFaultyIn(Object.values(sourceColumns)))
    await takeAuthorisations(taking, values, person, organisation, course)
}

/** What the row names beside its person, where its parts cannot be tried. */
function namesOf({ world }: Taking, values: RowValues, course: RowCourse): void {
  const of = world.organisation(values.organisation)
  const named = [
    ['body', values.body],
    ['appointedBy', values.appointedBy],
  ] as const
  for (const [column, name] of named) {
    const body = name === '' || !('found' in of) ? null : world.body(name, of.found)
    if (body && 'reason' in body) course.fault(column, body.reason)
  }
  const other = values.authorisedFor === '' ? null : world.organisation(values.authorisedFor)
  if (other && 'reason' in other) course.fault('authorisedFor', other.reason)
}

async function takeAccount(taking: Taking, person: NamedPerson, course: RowCourse): Promise<void> {
  const { tx, at, actor } = taking
  // Who gives accounts is told once, above all rows.
  if (person.hasAccount || !mayDo(actor, 'administer')) return
  const { email, name } = person
  if (email === null) return course.fault('email', 'Skriv den e-mail, personen skal logge ind med.')
  const given = { person: person.id, name, title: '', organisation: null, email, administrator: false }
  const made = await part(course, { email: 'email', otherwise: 'account' }, () =>
    createAccountIn(tx, at, actor, given, taking.codeOf(taking.accounts.length)),
  )
  if (!made) return
  person.hasAccount = true
  taking.accounts.push({ name, email })
  course.undo(() => {
    person.hasAccount = false
    taking.accounts.pop()
  })
  course.did('account', `Får en konto med ${email}.`, made.events)
}

async function takeSeat(
  taking: Taking,
  values: RowValues,
  person: NamedPerson,
  organisation: NamedOrganisation,
  course: RowCourse,
): Promise<void> {
  const { tx, actor, world, meetings } = taking
  const named = world.body(values.body, organisation)
  if ('reason' in named) return course.fault('body', named.reason)
  const body = named.found
  const role = values.role ?? usualRole(body)
  const standing = await tx.seat.findMany({ where: { personId: person.id, bodyId: body.id, role } })
  const same = standing.find(seat => isSame(seat, values.from, actor.today))
  if (same) {
    if (values.to !== null && values.to !== same.to)
      course.warn('to', 'Pladsen er registreret i forvejen. Dens sidste dag rettes på organets side.')
    return
  }
  const from = values.from ?? actor.today
  const by = appointedBy(world, values, body, organisation)
  if ('reason' in by) course.fault('appointedBy', by.reason)
  const substituted = values.substituteFor === '' ? { found: null } : await seatOf(tx, body, values.substituteFor, from)
  if ('reason' in substituted) course.fault('substituteFor', substituted.reason)
  if ('reason' in by || 'reason' in substituted) return
  const meetingId = meetings.get(values.appointedAt) ?? null
  const made = await part(course, seatColumns, () =>
    giveSeatIn(tx, actor, {
      ...{ body: body.slug, personId: person.id, role, from, to: values.to },
      ...{ substituteForId: substituted.found, appointedById: by.found, appointedAtMeetingId: meetingId },
      appointedNote: meetingId === null ? values.appointedAt : '',
    }),
  )
  if (made) course.did('seat', `${seatRoleNames[role]} i ${bodyInSentence(body.name)} ${sinceText(from)}.`, made.events)
}

const seatColumns = {
  role: 'role',
  substituteForId: 'substituteFor',
  from: 'from',
  to: 'to',
  appointedById: 'appointedBy',
  appointedAtMeetingId: 'appointedAt',
  appointedNote: 'appointedAt',
  otherwise: 'body',
} as const

/** What stands is the row's own, where the row names its first day or none and it holds today. */
function isSame(row: { from: string; to: string | null }, from: Day | null, today: Day): boolean {
  if (from !== null) return row.from === from
  return isOn(periodOf(row), today) || row.from > today
}

/** To the joint group a side's strategy group appoints, and nobody else: there it need not be written. */
function appointedBy(world: NamedWorld, { appointedBy: name }: RowValues, body: NamedBody, of: NamedOrganisation) {
  if (name !== '') {
    const named = world.body(name, of)
    return 'found' in named ? { found: named.found.id } : named
  }
  const group = body.kind === 'JOINT_GROUP' ? world.groupOf(of.side) : undefined
  return group ? { found: group.id } : { reason: 'Skriv det organ, der har udpeget.' }
}

async function takeAuthorisations(
  taking: Taking,
  values: RowValues,
  person: NamedPerson,
  own: NamedOrganisation,
  course: RowCourse,
): Promise<void> {
  const { tx, actor, world } = taking
  const named = values.authorisedFor === '' ? { found: own } : world.organisation(values.authorisedFor)
  if ('reason' in named) return course.fault('authorisedFor', named.reason)
  const { id: organisationId, slug, name } = named.found
  for (const kind of values.authorisations) {
    const standing = await tx.authorisation.findMany({ where: { kind, personId: person.id, organisationId } })
    if (standing.some(one => isSame(one, values.from, actor.today))) continue
    const from = values.from ?? actor.today
    const { sourceBody, sourceDay, sourceDocument } = values
    const made = await part(course, sourceColumns, () =>
      nameAuthorisedIn(tx, actor, {
        ...{ organisation: slug, kind, personId: person.id, from, to: null },
        ...{ sourceBody, sourceDay, sourceDocument, document: null },
      }),
    )
    if (made) course.did('authorisation', `${authorisationNames[kind]} for ${name} ${sinceText(from)}.`, made.events)
  }
}

const sourceColumns = {
  kind: 'authorisation',
  personId: 'authorisedFor',
  from: 'from',
  sourceBody: 'sourceBody',
  sourceDay: 'sourceDay',
  sourceDocument: 'sourceDocument',
  otherwise: 'authorisation',
} as const
