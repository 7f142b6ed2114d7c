import { systemActor } from '../../../access/actor.ts'
import { partiesText } from '../../../access/cooperation.ts'
import type { Database } from '../../../database/database.ts'
import { event, type NewEvent } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Day, dayOf, type Instant, yearOf } from '../../../kernel/days.ts'
import { hashBytes } from '../../../kernel/hash.ts'
import { brokenRule, refuseAll } from '../../../kernel/refusal.ts'
import { codeExpiry } from '../../ground/accounts/index.ts'
import { enterVersion, type ParsedAgreement, sealedSignatures } from '../agreement/index.ts'
import type { SetupAnswers } from './answers.ts'
import { documentFaults, setupFaults } from './setup-rules.ts'
import { type Stored, storeBodies, storeParties } from './store-parties.ts'
import { type HandedOut, peopleOf, storePeople } from './store-people.ts'

/** The document that the answers were read from, understood and whole. */
export interface SetupDocument {
  parsed: ParsedAgreement
  source: string
  name: string
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
  const names = { name, town, municipality, housing, contactName }
  const row = { ...names, firstDay: date.day, firstDayPrecision: date.precision, recordedFrom: today }
  // Events stay for good: no address of a person is written in them.
  await tx.cooperation.create({ data: { id: 1, ...row, contactEmail, contactPhone } })
  return event('cooperationSetUp', 'cooperation', 1, { after: row })
}

/** Without a document the agreement stands with its date alone, and its text can be taken in later. */
async function storeAgreement(
  tx: Tx,
  at: Instant,
  answers: SetupAnswers,
  document: SetupDocument | null,
  organisations: Stored,
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
          title: ['Samarbejdsaftale', answers.name],
          parties: partiesText(answers),
          dateText: '',
          sections: [],
          appendices: [],
        },
        signatures: [],
        summaryOnly: true,
      })
  events.push(...entered.events)
}
