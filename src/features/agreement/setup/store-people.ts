import { randomBytes } from 'node:crypto'
import { hashPassword } from '../../../access/credentials.ts'
import { event, type NewEvent } from '../../../database/events.ts'
import type { Tx } from '../../../database/write.ts'
import type { Day, Instant } from '../../../kernel/days.ts'
import { oneTimeCode } from '../../ground/accounts/index.ts'
import { cooperationBodies } from '../../ground/bodies/index.ts'
import type { PersonAnswer, SetupAnswers } from './answers.ts'
import { idOf, type Stored } from './store-parties.ts'

/** Who can sign in now, each with a code that opens once. */
export interface HandedOut {
  name: string
  email: string
  code: string
  /** What the person is, in Danish. */
  about: string
}

export interface NewPerson extends HandedOut {
  title: string
  organisation: string
  administrator: boolean
  /** The secretariat's address. */
  secretariat: string | null
  columns: { passwordHash: string }
}

/** An administrator who works in a secretariat is one person, with one account. */
export async function peopleOf(answers: SetupAnswers): Promise<NewPerson[]> {
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
  organisations: Stored
  bodies: Stored
  today: Day
  at: Instant
  expiresAt: Instant
}

export async function storePeople(tx: Tx, beginning: Beginning, events: NewEvent[]): Promise<void> {
  const { people, organisations, at, expiresAt } = beginning
  for (const { name, title, email, organisation, administrator, secretariat, columns } of people) {
    const organisationId = idOf(organisations, organisation)
    const person = await tx.person.create({ data: { name, title: title || null, email, organisationId } })
    const account = await tx.account.create({
      data: { personId: person.id, email, administrator, createdAt: at, codeExpiresAt: expiresAt, ...columns },
    })
    events.push(event('personAdded', 'person', person.id, { after: { name, title, organisation } }))
    events.push(event('accountCreated', 'account', account.id, { after: { personId: person.id, administrator } }))
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
