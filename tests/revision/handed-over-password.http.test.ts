import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import { write } from '../../src/database/write.ts'
import { declineToSign } from '../../src/features/agreement/revision/index.ts'
import { instant } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { days, type RevisionStage, revisionStage } from './stage.ts'

let portal: TestApp
let stage: RevisionStage
let signatory: Client
const signer = 'underskriver.kristiansdal'
const round = '/aftalen/revision/2026'
const sign = `${round}/underskriv/kristiansdal`
const password = 'boligstrategi-demo'

beforeEach(async () => {
  portal = await testApp({ now: days.signed })
  stage = await revisionStage(portal.db)
  await stage.signing()
  signatory = await portal.signIn(signer)
})
afterEach(() => portal.close())

/** The password is a code that somebody handed over; with null, one that its person has chosen. */
const handOver = (codeExpiresAt: string | null) =>
  write(systemActor(portal.db, instant(days.signed)), async tx => {
    await tx.account.update({ where: { personId: stage.cooperation.person(signer) }, data: { codeExpiresAt } })
    return { result: null, events: [] }
  })

const wayOut = /engangskode fra en anden\. Vælg din egen under Min konto, før du underskriver\./

test('the agreement is neither signed nor declined while the password is one that somebody else has set', async () => {
  const signature = { hash: await stage.draftHash(), read: '1', password }
  const declined = { declineReason: 'Bestyrelsen skal høres.', declinePassword: password }
  await handOver('2099-01-01T00:00:00.000Z')

  for (const [address, sent] of [
    [sign, signature],
    [`${sign}/afvis`, declined],
  ] as const) {
    const answer = await signatory.post(address, sent)
    expect([answer.status, answer.headers.location]).toEqual([303, '/min-konto/vaelg-adgangskode'])
  }
  expect((await signatory.get(sign)).headers.location).toBe('/min-konto/vaelg-adgangskode')

  const told = (await (await portal.signIn('laeser')).get(round)).text
  expect(told).toContain('0 af 13 organisationer har underskrevet.')
  expect(told).not.toContain('Revisionen er stoppet')

  await handOver(null)
  expect((await signatory.post(sign, signature)).status).toBe(303)
  expect((await (await portal.signIn('laeser')).get(round)).text).toContain('1 af 13 organisationer har underskrevet.')
})

test('the acts ask for themselves, and tell the way out at the password', async () => {
  await handOver('2099-01-01T00:00:00.000Z')
  await expect(stage.sign('kristiansdal')).rejects.toMatchObject({
    field: 'password',
    message: expect.stringMatching(wayOut),
  })
  const declining = {
    year: 2026,
    organisationId: stage.cooperation.organisation('kristiansdal'),
    reason: 'Bestyrelsen skal høres.',
    password,
  }
  await expect(declineToSign(stage.actor(signer, days.signed), declining, { demo: true })).rejects.toMatchObject({
    field: 'declinePassword',
    message: expect.stringMatching(wayOut),
  })
  expect(
    await portal.db.prisma.requiredSignature.count({
      where: { OR: [{ signedAt: { not: null } }, { declinedAt: { not: null } }] },
    }),
  ).toBe(0)
})
