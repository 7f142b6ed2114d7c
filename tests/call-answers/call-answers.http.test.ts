import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenCalledMeeting } from '../minutes/given-meeting.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

// R70: whoever is called answers in two presses, and the secretariats see who comes.

let portal: TestApp
let cooperation: Cooperation
let member: Client
let secretary: Client
let meetingId: number
beforeAll(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  meetingId = (await givenCalledMeeting(portal.db, cooperation)).id
  member = await portal.signIn('medlem.bykultur')
  secretary = await portal.signIn('sekretariat.bolig')
})
afterAll(() => portal.close())

const page = () => `/moeder/${meetingId}/svar`
const waits = async (client: Client) => (await client.get('/')).text.includes('Svar, om du deltager i mødet')
const accepted = () => portal.db.sql.asStored('SELECT id FROM CallAcceptance WHERE meetingId = ?', meetingId).length

test('the call waits until it is answered, and is answered from the meeting in two presses', async () => {
  expect(await waits(member)).toBe(true)
  expect((await member.get(`/moeder/${meetingId}`)).text).toContain(`href="${page()}"`)
  expect((await member.get(page())).text).toContain('Jeg deltager')
  expect((await member.post(page())).status).toBe(303)
  expect((await member.get(page())).text).toContain('Du deltager.')
  expect(await waits(member)).toBe(false)
})

test('said twice it is said once', async () => {
  expect((await member.post(page())).status).toBe(303)
  expect(accepted()).toBe(1)
})

test('the secretariats see who comes, a side at a time; members see their own answer alone', async () => {
  const { text } = await secretary.get(page())
  expect(text).toContain('Hvem kommer?')
  expect(text).toContain('1 deltager, 0 afbud')
  expect(text).toContain('Efter svarene')
  expect((await member.get(page())).text).not.toContain('Hvem kommer?')
})

test('apologies with a substitute count as the answer, and the substitute is asked', async () => {
  const standInPersonId = cooperation.person('bjergskov')
  expect((await member.post(`/moeder/${meetingId}/afbud`, { standInPersonId })).status).toBe(303)
  const { text } = await secretary.get(page())
  expect(text).toContain('0 deltager, 1 afbud')
  expect(text).toContain('Laura Bjergskov')
  const refused = await member.post(page())
  expect(refused.status).toBe(422)
  expect((await member.get(page())).text).toContain('Træk afbud tilbage')
})

test('who is not called, or reads no closed items, has nothing to answer', async () => {
  expect((await (await portal.signIn('laeser')).get(page())).status).not.toBe(200)
  expect((await secretary.post(page())).status).toBe(404)
})
