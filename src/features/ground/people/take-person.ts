import { mayDo } from '../../../access/policy.ts'
import { addPersonIn, editPersonIn, type PersonDraft } from '../parties/index.ts'
import { part } from '../table-import/index.ts'
import type { Column } from './columns.ts'
import type { RowCourse } from './judged-row.ts'
import type { NamedOrganisation, NamedPerson } from './named-world.ts'
import type { Taking } from './part.ts'
import type { RowValues } from './row-values.ts'

const facts = ['name', 'title', 'email', 'phone'] as const
type Fact = (typeof facts)[number]

const factNames: Record<Fact, string> = {
  name: 'Navnet',
  title: 'Titlen',
  email: 'E-mailadressen',
  phone: 'Telefonnummeret',
}
const factColumns = { name: 'name', title: 'title', email: 'email', phone: 'phone', otherwise: 'name' } as const

interface Taken {
  person: NamedPerson
  organisation: NamedOrganisation
}

/**
 * Whom the row is about: found, corrected in what the row says otherwise, or added. What the row does not say stays.
 * @returns undefined where the person is others' to add; null where the row is at fault
 */
export async function takePerson(
  taking: Taking,
  values: RowValues,
  line: number,
  course: RowCourse,
): Promise<Taken | null | undefined> {
  const { world } = taking
  const of = values.organisation === '' ? null : world.organisation(values.organisation)
  if (of && 'reason' in of) {
    course.fault('organisation', of.reason)
    return null
  }
  const known = world.person(values, of?.found ?? null)
  if ('reason' in known) {
    course.fault('email', known.reason)
    return null
  }
  const person = known.found
  if (!person) return of ? newPerson(taking, values, of.found, line, course) : unplaced(course)
  const organisation = world.organisationById(person.organisationId)
  if (!organisation || (of && of.found.id !== organisation.id)) {
    const at = organisation?.name ?? 'en organisation, der er udtrådt'
    course.fault('organisation', `Personen med den e-mail er registreret i ${at}.`)
    return null
  }
  return (await corrected(taking, values, { person, organisation }, line, course)) ? { person, organisation } : null
}

function unplaced(course: RowCourse): null {
  course.fault('organisation', 'Skriv den organisation, personen hører til.')
  return null
}

async function newPerson(
  taking: Taking,
  values: RowValues,
  organisation: NamedOrganisation,
  line: number,
  course: RowCourse,
): Promise<Taken | null | undefined> {
  const { tx, actor, world } = taking
  const withAccount = values.account && mayDo(actor, 'administer')
  const draft = draftOf(values)
  const made = await part(course, factColumns, () =>
    addPersonIn(tx, actor, { ...draft, organisation: organisation.slug, withAccount }),
  )
  if (!made) return course.isFaulty() ? null : undefined
  course.did('person', `Tilføjes i ${organisation.name}.`, made.events)
  const person = { ...draft, id: made.result.id, organisationId: organisation.id, version: 1, hasAccount: false }
  world.people.push(person)
  course.undo(() => world.people.splice(world.people.indexOf(person), 1))
  remember(taking, person.id, values, line, course)
  return { person, organisation }
}

/** @returns false where the file contradicts itself */
async function corrected(
  taking: Taking,
  values: RowValues,
  { person, organisation }: Taken,
  line: number,
  course: RowCourse,
): Promise<boolean> {
  const said = taking.said.get(person.id)
  for (const fact of facts) {
    const before = said?.get(fact)
    if (before && values[fact] !== null && before.value !== values[fact])
      course.fault(fact, contradiction(fact, before))
  }
  if (course.isFaulty()) return false
  remember(taking, person.id, values, line, course)
  const changed = facts.filter(fact => values[fact] !== null && values[fact] !== person[fact])
  if (changed.length === 0) return true
  const { id: personId, version } = person
  const draft = { ...draftOf(person), ...Object.fromEntries(changed.map(fact => [fact, values[fact]])) }
  const made = await part(course, { ...factColumns, otherwise: changed[0] as Column }, () =>
    editPersonIn(taking.tx, taking.actor, { ...draft, organisation: organisation.slug, personId, version }),
  )
  if (made) {
    for (const fact of changed) course.did('correction', correctionText(fact, person[fact], values[fact]), [])
    course.events.push(...made.events)
    const before = { ...draftOf(person), version }
    course.undo(() => Object.assign(person, before))
    Object.assign(person, draft, { version: version + 1 })
  }
  return !course.isFaulty()
}

const contradiction = (fact: Fact, { value, line }: { value: string; line: number }): string =>
  fact === 'name' || fact === 'email'
    ? `Række ${line} har ${fact === 'name' ? 'samme e-mail og navnet' : 'samme navn og e-mailadressen'} »${value}«. Er det to personer, så tilføj den ene på organisationens side.`
    : `Række ${line} siger »${value}« om samme person. Skriv det samme i alle personens rækker.`

const correctionText = (fact: Fact, before: string | null, after: string | null): string =>
  before === null
    ? `${factNames[fact]} tilføjes: »${after}«.`
    : `${factNames[fact]} rettes fra »${before}« til »${after}«.`

const draftOf = ({ name, title, email, phone }: PersonDraft): PersonDraft => ({ name, title, email, phone })

function remember({ said }: Taking, personId: number, values: RowValues, line: number, course: RowCourse): void {
  const before = said.get(personId) ?? new Map<string, { value: string; line: number }>()
  const now = new Map(before)
  for (const fact of facts) {
    const value = values[fact]
    if (value !== null && !now.has(fact)) now.set(fact, { value, line })
  }
  said.set(personId, now)
  course.undo(() => said.set(personId, before))
}
