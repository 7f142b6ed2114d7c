import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { hash } from '@node-rs/argon2'
import Sqlite from 'better-sqlite3'
import { type Actor, actorOf, systemActor } from '../../src/access/actor.ts'
import { sealStanding } from '../../src/database/chain/seal-standing.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { understandText } from '../../src/features/agreement/agreement/index.ts'
import { setUp } from '../../src/features/agreement/setup/index.ts'
import { createAccount } from '../../src/features/ground/accounts/index.ts'
import { addPerson } from '../../src/features/ground/people/add-person.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { lunde } from '../setup/given.ts'
import { madeOnce } from '../support/run-folder.ts'
import { emptyFolder } from '../support/templates.ts'
import { lundeAgreement } from './lunde-agreement.ts'
import { lundeEmail, lundePeople, type Somebody } from './lunde-people.ts'

/** The moment at which the portal of Lunde is set up. */
export const lundeBegun = '2026-11-30T09:00:00.000Z'
export const lundePassword = 'fire tilfældige høje træer'

/** The portal of an invented town, set up from its agreement, with all whom a first meeting needs: made once a run. */
export const lundeFolder = (): Promise<string> =>
  madeOnce('lunde', async folder => {
    cpSync(await emptyFolder(), folder, { recursive: true })
    const file = join(folder, 'portal.db')
    const database = await openDatabase(file)
    const at = instant(lundeBegun)
    const { parsed, source } = await understandText(systemActor(database, at), lundeAgreement)
    await setUp(database, at, lunde, { parsed, source, name: 'aftale.md' })
    for (const side of ['HOUSING', 'MUNICIPALITY'] as const) await addPeople(database, side)
    await database.close()
    await chosenPasswords(file)
  })

/** As a side's secretariat adds them, each with seats and authorisations; the administrator gives the accounts. */
async function addPeople(database: Database, side: keyof typeof lundePeople): Promise<void> {
  const secretary = await actorCalled(database, side === 'HOUSING' ? 'Ida Holm' : 'Bo Dahl')
  const administrator = await actorCalled(database, 'Per Lund')
  const bodies = new Map((await database.prisma.body.findMany()).map(({ slug, id }) => [slug, id]))
  const slugs = new Map((await database.prisma.organisation.findMany()).map(({ name, slug }) => [name, slug]))
  const group = side === 'HOUSING' ? 'strategigruppe-bolig' : 'strategigruppe-kommune'
  const council = side === 'HOUSING' ? 'bestyrelse-lunde-boligforening' : 'lunde-kommune-byraad'
  const seat = (body: string, role: Somebody['joint'], by: string) =>
    role && {
      ...{ body, role, appointedById: bodies.get(by) ?? 0, from: secretary.today, to: null, substituteForId: null },
      ...{ appointedAtMeetingId: null, appointedNote: 'Mødet den 20. november 2026, punkt 2' },
    }
  for (const { key, name, title, organisation, signs, keeps, ...of } of lundePeople[side]) {
    const email = lundeEmail(key)
    const named = [...new Set([...signs, ...keeps])].map(one => ({
      organisation: slugs.get(one) ?? '',
      ...{ keeper: keeps.includes(one), signatory: signs.includes(one), from: secretary.today },
      ...{ sourceBody: 'Bestyrelsen', sourceDay: day('2026-11-16'), sourceDocument: 'Protokollen, punkt 4' },
    }))
    const { id } = await addPerson(secretary, {
      ...{ name, title, email, phone: null, organisation: slugs.get(organisation) ?? '', account: false },
      seats: [seat(group, of.group, council), seat('faelles-gruppe', of.joint, group)],
      authorisations: named,
      document: null,
    })
    await createAccount(administrator, { person: id, name, title, email, organisation: null, administrator: false })
  }
}

async function actorCalled(database: Database, name: string): Promise<Actor> {
  const { id } = await database.prisma.person.findFirstOrThrow({ where: { name } })
  return actorOf(database, id, instant(lundeBegun))
}

/** Everybody has come by a code and chosen a password, whose hash is cheap to check: hundreds of tests sign in. */
async function chosenPasswords(file: string): Promise<void> {
  const sql = new Sqlite(file)
  sql
    .prepare('UPDATE Account SET passwordHash = ?, codeExpiresAt = NULL')
    .run(await hash(lundePassword, { memoryCost: 64, timeCost: 1 }))
  sealStanding(sql, lundeBegun, 'the tests’ password', null)
  sql.close()
}
