import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerReferral } from '../../src/features/decisions/referrals/index.ts'
import { kroner } from '../../src/kernel/money.ts'
import { drawn, givenMandate } from '../decisions/given.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { bound, givenPending, later, protocol, referralsOf, standing, stateOf, told } from './given.ts'

let portal: TestApp
let cooperation: Cooperation

beforeEach(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  portal.clock.set(later)
})
afterEach(() => portal.close())

const file = { field: 'fil', name: protocol.name, content: protocol.buffer }
const keeper = () => portal.signIn('mandat.hoejstrup')
const board = async () =>
  portal.db.prisma.body.findFirstOrThrow({
    where: { kind: 'DECIDING_BODY', organisationId: cooperation.organisation('hoejstrup') },
  })
const terms = async () => ({
  organisationId: String(cooperation.organisation('hoejstrup')),
  bodyId: String((await board()).id),
  title: 'Mandat for 2026',
  economic: '1',
  total: '600.000',
  from: '2026-01-01',
  sourceDay: '2026-03-18',
  sourceItem: '7',
})

describe('a mandate that covers what a decision waited for', () => {
  test('lets it take effect as it is registered: nobody is asked any longer, and the trail says why', async () => {
    const { id, number } = await givenPending(portal.db, cooperation)
    const client = await keeper()
    const answer = await client.upload('/mandater/nyt', await terms(), file)
    expect(answer.status).toBe(303)
    expect((await client.get(answer.headers.location ?? '')).text).toContain(
      `Beslutning ${number} er trådt i kraft, fordi den ikke ventede på andet.`,
    )
    expect(await stateOf(portal.db, id)).toMatchObject({ state: 'EFFECTIVE', effectiveOn: '2026-03-19' })
    const mandate = await portal.db.prisma.mandate.findFirstOrThrow()
    expect(await drawn(portal.db, mandate.id)).toBe(kroner(500_000))
    const { text } = await (await portal.signIn('sekretariat.bolig')).get(`/beslutninger/${number}`)
    expect(text).toContain(`Det, der blev spurgt om, er i mellemtiden dækket af mandat ${mandate.number}.`)
    expect(text).toContain('da et nyt eller udvidet mandat dækkede det, der manglede')
  })

  test('does so as a draft gets its protocol, and as its total is raised', async () => {
    const first = await givenPending(portal.db, cooperation)
    const draft = await givenMandate(portal.db, cooperation, 'hoejstrup', {
      total: kroner(600_000),
      sourceDocument: null,
    })
    expect((await stateOf(portal.db, first.id)).state).toBe('CONDITIONAL')
    const client = await keeper()
    await client.upload(`/mandater/${draft.id}/protokol`, { version: '1' }, file)
    expect((await stateOf(portal.db, first.id)).state).toBe('EFFECTIVE')

    const second = await givenPending(portal.db, cooperation)
    const raise = { version: '2', kind: 'RAISE', sourceDay: '2026-03-18', sourceItem: '4' }
    await client.upload(`/mandater/${draft.id}/ramme`, { ...raise, amount: '399.999' }, file)
    expect((await stateOf(portal.db, second.id)).state).toBe('CONDITIONAL')
    const raised = await client.upload(`/mandater/${draft.id}/ramme`, { ...raise, version: '3', amount: '1' }, file)
    expect((await stateOf(portal.db, second.id)).state).toBe('EFFECTIVE')
    expect((await client.get(raised.headers.location ?? '')).text).toContain(`Beslutning ${second.number}`)
  })

  test('does so too as a standing answer to another decision', async () => {
    const asked = await givenPending(portal.db, cooperation)
    const other = await givenPending(portal.db, cooperation)
    const [referral] = await referralsOf(portal.db, asked.id)
    const actor = cooperation.actor('mandat.hoejstrup', later)
    const answer = { ...told(referral?.id ?? 0), answer: 'APPROVED' as const, standing: standing(kroner(1_000_000)) }
    await answerReferral(actor, answer)
    for (const { id } of [asked, other]) expect((await stateOf(portal.db, id)).state).toBe('EFFECTIVE')
  })

  test('settles nothing while another body is still to answer: both pages say what it covers and what is missing', async () => {
    const { id, number, meetingId } = await givenPending(portal.db, cooperation, [bound(cooperation, 'fab', 200_000)])
    const mandate = await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(600_000) })
    expect((await stateOf(portal.db, id)).state).toBe('CONDITIONAL')
    expect((await referralsOf(portal.db, id)).map(referral => referral.withdrawnAt)).toEqual([null, null])
    const secretariat = await portal.signIn('sekretariat.bolig')
    const page = (await secretariat.get(`/mandater/${mandate.id}`)).text
    expect(page).toContain('Beslutninger, der ikke er trådt i kraft')
    expect(page).toContain('Mandatet dækker den økonomiske konsekvens for Boligforeningen Højstrup (500.000 kr.).')
    expect(page).toContain('Beslutningen venter på organisationsbestyrelsen i Boligforeningen Højstrup og ')
    const { text } = await secretariat.get(`/beslutninger/${number}`)
    expect(text).toContain(
      `Mandat ${mandate.number} dækker det nu. Organisationsbestyrelsen i Boligforeningen Højstrup`,
    )
    // Whoever may not read the minutes yet is not told of the decision.
    expect(meetingId).toBeGreaterThan(0)
    expect((await (await portal.signIn('laeser')).get(`/mandater/${mandate.id}`)).text).not.toContain(number)
  })

  test('leaves conditions to the group, though they are no longer needed', async () => {
    const { id } = await givenPending(portal.db, cooperation)
    const [referral] = await referralsOf(portal.db, id)
    await answerReferral(cooperation.actor('mandat.hoejstrup', later), {
      ...told(referral?.id ?? 0),
      answer: 'APPROVED_ON_CONDITIONS',
      conditions: 'Regnskabet forelægges.',
    })
    await givenMandate(portal.db, cooperation, 'hoejstrup', { total: kroner(600_000) })
    expect((await stateOf(portal.db, id)).state).toBe('CONDITIONAL')
  })
})
