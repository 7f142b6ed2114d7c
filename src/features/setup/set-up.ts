import { randomBytes } from 'node:crypto'
import { systemActor } from '../../access/actor.ts'
import { hashPassword } from '../../access/credentials.ts'
import type { Database } from '../../database/database.ts'
import { event, type NewEvent } from '../../database/events.ts'
import { type Tx, write } from '../../database/write.ts'
import { type Day, dayOf, type Instant, yearOf } from '../../kernel/days.ts'
import { hashBytes } from '../../kernel/hash.ts'
import { brokenRule, refuseAll } from '../../kernel/refusal.ts'
import { codeExpiry, oneTimeCode } from '../accounts/index.ts'
import { enterVersion, type ParsedAgreement, sealedSignatures } from '../agreement/index.ts'
import { cooperationBodies } from '../bodies/index.ts'
import { storeFirstRules, storeOrganisation } from '../parties/index.ts'
import type { DepartmentAnswer, PersonAnswer, SetupAnswers } from './answers.ts'
import { documentFaults, setupFaults } from './setup-rules.ts'

/** The document that the answers were read from, understood and whole. */
export interface SetupDocument {
  parsed: ParsedAgreement
  source: string
  name: string
}

/** Who can sign in now, each with a code that opens once. */
export interface HandedOut {
  name: string
  email: string
  code: string
  /** What the person is, in Danish. */
  about: string
}

export interface SetUp {
  people: HandedOut[]
  expiresAt: Instant
}

/**
 * Begins a cooperation in an empty portal, in one transaction: its parties, the bodies of §6 with their first rules of
 * procedure, the agreement sealed and linked, an administrator and one person in each secretariat. A fault leaves the
 * portal as empty as it was.
 * @throws Refusal with all that is wrong with the answers, or when the portal is set up already
 */
export async function setUp(
  database: Database,
  at: Instant,
  answers: SetupAnswers,
  document: SetupDocument | null,
): Promise<SetUp> {
  const today = dayOf(at)
  refuseAll([...setupFaults(answers, today), ...(document ? documentFaults(answers, document.parsed) : [])])
  const people = await peopleOf(answers)
  const expiresAt = codeExpiry(at)
  return write(systemActor(database, at, 'Opsætning'), async tx => {
    await refuseSetUp(tx)
    const first = answers.date.day
    const events: NewEvent[] = [await storeCooperation(tx, answers, today)]
    const organisations = await storeParties(tx, answers, first, events)
    const bodies = await storeBodies(tx, answers, first, events)
    await storeAgreement(tx, at, answers, document, organisations, events)
    await storePeople(tx, { people, organisations, bodies, today, at, expiresAt }, events)
    return { result: { people: people.map(({ columns: _columns, ...told }) => told), expiresAt }, events }
  })
}

/** Two setups at once queue for the writer: the second finds the first. */
async function refuseSetUp(tx: Tx): Promise<void> {
  const rows = [await tx.cooperation.count(), await tx.organisation.count(), await tx.account.count()]
  if (rows.some(count => count > 0)) throw brokenRule('Portalen er allerede sat op.')
}

async function storeCooperation(tx: Tx, answers: SetupAnswers, today: Day): Promise<NewEvent> {
  const { name, town, municipality, housing, contactName, contactEmail, contactPhone, date } = answers
  const names = { name, town, municipality, housing, contactName, contactEmail, contactPhone }
  const row = { ...names, firstDay: date.day, firstDayPrecision: date.precision, recordedFrom: today }
  await tx.cooperation.create({ data: { id: 1, ...row } })
  return event('cooperationSetUp', 'cooperation', 1, { after: row })
}

/** @returns ids by name */
async function storeParties(
  tx: Tx,
  answers: SetupAnswers,
  from: Day,
  events: NewEvent[],
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>()
  const store = async (name: string, rest: { kind: Kind; parentId?: number; decidingBody?: string }) => {
    const { id, events: told } = await storeOrganisation(tx, {
      name,
      shortName: name,
      about: '',
      website: null,
      from,
      parentId: null,
      ...rest,
    })
    ids.set(name, id)
    events.push(...told)
    return id
  }
  for (const { name, kind } of answers.organisations) await store(name, { kind })
  for (const { name, associations } of answers.organisations)
    for (const association of associations) {
      const associationId = await store(association, { kind: 'ASSOCIATION' })
      await administer(tx, { administratorId: idOf(ids, name), associationId, from }, events)
    }
  const municipality = await store(answers.municipality, { kind: 'MUNICIPALITY', decidingBody: answers.council })
  for (const { name, subjectAreas } of answers.departments) {
    const departmentId = await store(name, { kind: 'DEPARTMENT', parentId: municipality })
    await storeSubjectAreas(tx, departmentId, subjectAreas, events)
  }
  return ids
}

type Kind = 'HOUSING_ORGANISATION' | 'ADMINISTRATOR' | 'ASSOCIATION' | 'MUNICIPALITY' | 'DEPARTMENT'

async function administer(
  tx: Tx,
  data: { administratorId: number; associationId: number; from: Day },
  events: NewEvent[],
): Promise<void> {
  const { id } = await tx.administration.create({ data })
  events.push(event('administrationBegun', 'administration', id, { after: data }))
}

async function storeSubjectAreas(
  tx: Tx,
  departmentId: number,
  names: DepartmentAnswer['subjectAreas'],
  events: NewEvent[],
): Promise<void> {
  for (const name of names) {
    const { id } = await tx.subjectArea.create({ data: { name, departmentId } })
    events.push(event('subjectAreaAdded', 'subjectArea', id, { after: { name, departmentId } }))
  }
}

/** @returns ids by the body's address */
async function storeBodies(
  tx: Tx,
  { organisations, departments }: SetupAnswers,
  from: Day,
  events: NewEvent[],
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>()
  // A majority of those who sign on each side, three at most: a small town's group can decide from the first day.
  const quorumHousing = Math.min(3, Math.floor(organisations.length / 2) + 1)
  const quorumMunicipality = Math.min(3, Math.floor(departments.length / 2) + 1)
  for (const body of cooperationBodies) {
    const { id } = await tx.body.create({ data: { ...body, from } })
    const counted = body.kind !== 'SECRETARIAT'
    await storeFirstRules(tx, {
      bodyId: id,
      from,
      quorumHousing: counted && body.side !== 'MUNICIPALITY' ? quorumHousing : 0,
      quorumMunicipality: counted && body.side !== 'HOUSING' ? quorumMunicipality : 0,
    })
    ids.set(body.slug, id)
    events.push(event('bodyCreated', 'body', id, { after: { name: body.name, kind: body.kind, from } }))
  }
  return ids
}

/** Without a document the agreement stands with its date alone, and its text can be taken in later. */
async function storeAgreement(
  tx: Tx,
  at: Instant,
  answers: SetupAnswers,
  document: SetupDocument | null,
  organisations: ReadonlyMap<string, number>,
  events: NewEvent[],
): Promise<void> {
  const { date, rhythm } = answers
  const known = {
    year: yearOf(date.day),
    date,
    inForceFrom: date.day,
    roundId: null,
    enteredById: null,
    rhythm,
  }
  const entered = document
    ? await enterVersion(tx, at, {
        ...known,
        text: document.parsed.text,
        signatures: sealedSignatures(
          document.parsed,
          document.parsed.signatures.map(({ organisationName }) => organisations.get(organisationName) ?? null),
        ),
        source: { text: document.source, name: document.name, hash: hashBytes(document.source) },
      })
    : await enterVersion(tx, at, {
        ...known,
        text: {
          title: [`Aftale om ${answers.name}`],
          parties: `${answers.municipality} og ${answers.housing}`,
          dateText: '',
          sections: [],
          appendices: [],
        },
        signatures: [],
        summaryOnly: true,
      })
  events.push(...entered.events)
}

interface NewPerson extends HandedOut {
  title: string
  organisation: string
  administrator: boolean
  /** The secretariat's address. */
  secretariat: string | null
  columns: { passwordHash: string }
}

/** An administrator who works in a secretariat is one person, with one account. */
async function peopleOf(answers: SetupAnswers): Promise<NewPerson[]> {
  const { administrator, housingSecretary, municipalSecretary } = answers
  const found: [PersonAnswer, string | null][] = [
    [housingSecretary, 'sekretariat-bolig'],
    [municipalSecretary, 'sekretariat-kommune'],
  ]
  if (!found.some(([{ email }]) => email === administrator.email)) found.unshift([administrator, null])
  return Promise.all(
    found.map(async ([person, secretariat]) => {
      const code = oneTimeCode(randomBytes)
      const isAdministrator = person.email === administrator.email
      return {
        ...person,
        secretariat,
        administrator: isAdministrator,
        about: aboutOf(secretariat, isAdministrator),
        code,
        columns: { passwordHash: await hashPassword(code) },
      }
    }),
  )
}

function aboutOf(secretariat: string | null, administrator: boolean): string {
  const seat = cooperationBodies.find(({ slug }) => slug === secretariat)?.name
  return [...(seat ? [seat] : []), ...(administrator ? ['Systemadministrator'] : [])].join(', ')
}

interface Beginning {
  people: NewPerson[]
  organisations: ReadonlyMap<string, number>
  bodies: ReadonlyMap<string, number>
  today: Day
  at: Instant
  expiresAt: Instant
}

async function storePeople(tx: Tx, beginning: Beginning, events: NewEvent[]): Promise<void> {
  const { people, organisations, at, expiresAt } = beginning
  for (const { name, title, email, organisation, administrator, secretariat, columns } of people) {
    const organisationId = idOf(organisations, organisation)
    const person = await tx.person.create({ data: { name, title: title || null, email, organisationId } })
    const account = await tx.account.create({
      data: { personId: person.id, email, administrator, createdAt: at, codeExpiresAt: expiresAt, ...columns },
    })
    events.push(event('personAdded', 'person', person.id, { after: { name, title, email, organisation } }))
    events.push(
      event('accountCreated', 'account', account.id, { after: { personId: person.id, email, administrator } }),
    )
    if (secretariat) events.push(await seat(tx, beginning, { id: person.id, name, organisationId }, secretariat))
  }
}

async function seat(
  tx: Tx,
  { bodies, today }: Beginning,
  person: { id: number; name: string; organisationId: number },
  secretariat: string,
): Promise<NewEvent> {
  const data = {
    bodyId: idOf(bodies, secretariat),
    personId: person.id,
    organisationId: person.organisationId,
    role: 'SECRETARY' as const,
    from: today,
    appointedNote: 'Da portalen blev sat op',
  }
  const { id } = await tx.seat.create({ data })
  return event('seatGiven', 'seat', id, { after: { ...data, body: secretariat, person: person.name } })
}

/** What the answers name has been stored: the rules have asked. */
function idOf(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`Nothing was stored for »${name}«.`)
  return id
}
