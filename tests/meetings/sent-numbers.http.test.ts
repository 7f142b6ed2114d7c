import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMeeting } from '../../src/features/decisions/minutes/index.ts'
import { removeItem, sendSupplement } from '../../src/features/meetings/meetings/index.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { htmlFaults } from '../support/html.ts'
import { type MeetingStage, stageFor } from './stage.ts'

let portal: TestApp
let stage: MeetingStage
let meetingId: number
let second: number
let third: number

/** Items 3, 4 and 5 stand between the two standing ones at either end. */
beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  meetingId = await stage.prepared()
  await stage.put(meetingId, { title: 'Ventelister' })
  second = (await stage.put(meetingId, { title: 'Boligsociale midler' })).id
  third = (await stage.put(meetingId, { title: 'Naboskab' })).id
  await stage.called(meetingId)
})
afterAll(() => portal.close())

const numbered = (html: string) => [...html.matchAll(/<h2[^>]*>(\d+\. [^<]+)<\/h2>/g)].map(found => found[1] ?? '')
const sendAgain = async () => {
  await stage.signed(meetingId, stage.housing(), stage.municipality())
  await sendSupplement(stage.housing(), { meetingId })
}

test('an item that is taken off a sent agenda leaves its number as »Udgår«, and what is added follows', async () => {
  const agenda = `/moeder/${meetingId}/dagsorden`
  await removeItem(stage.housing(), { itemId: second })
  const added = await stage.put(meetingId, { title: 'Sommerferielukning' })
  expect(added.position).toBe(8)
  const housing = await portal.signIn('sekretariat.bolig')
  const edit = (await housing.get(`${agenda}/rediger`)).text
  expect(edit).toContain('Punkt 4 udgår.')
  expect(edit).not.toContain('aria-label="Flyt punkt 3')

  const chair = await portal.signIn('formand')
  expect(numbered((await chair.get(agenda)).text)).toContain('4. Boligsociale midler')
  await sendAgain()
  const page = (await chair.get(agenda)).text
  expect(numbered(page)).toEqual([
    '1. Godkendelse af dagsorden',
    '2. Opfølgning',
    '3. Ventelister',
    '4. Udgår',
    '5. Naboskab',
    '6. Næste møde',
    '7. Eventuelt',
    '8. Sommerferielukning',
  ])
  expect(await htmlFaults(page)).toEqual([])
  const supplement = (await chair.get(`${agenda}/versioner/2`)).text
  expect(supplement).toContain('Punkt 4, »Boligsociale midler«, udgår.')
  expect(supplement).toContain('Punkt 8 er nyt.')
  expect(numbered(supplement)).toContain('4. Udgår')
  expect(numbered((await chair.get(`${agenda}/versioner/1`)).text)).toContain('4. Boligsociale midler')
})

test('a sent item keeps its place, and those that came since are moved among each other until they are sent', async () => {
  await expect(stage.move(third, 'up')).rejects.toThrow('Punkt 5 er udsendt med det nummer og beholder sin plads.')
  const one = await stage.put(meetingId, { title: 'Et nyt punkt' })
  const other = await stage.put(meetingId, { title: 'Et andet nyt punkt' })
  expect([one.position, other.position]).toEqual([9, 10])
  await stage.move(other.id, 9)
  await stage.move(one.id, 3)
  const at = async (id: number) => (await portal.db.prisma.agendaItem.findUniqueOrThrow({ where: { id } })).position
  expect([await at(one.id), await at(other.id)]).toEqual([9, 10])
  await removeItem(stage.housing(), { itemId: one.id })
  expect(await at(other.id)).toBe(9) // 9 was not sent
  await removeItem(stage.housing(), { itemId: other.id })
})

test('the meeting and its minutes speak of the same numbers', async () => {
  const session = `/moeder/${meetingId}/afvikling`
  const onTheDay = stage.cooperation.actor('formand', '2026-04-16T11:00:00.000Z')
  await openMeeting(onTheDay, { meetingId })
  const housing = await portal.signIn('sekretariat.bolig')
  const page = (await housing.get(session)).text
  expect(page).toContain('4. Udgår')
  expect(page).toContain('Taget af dagsordenen')
  expect(await htmlFaults(page)).toEqual([])
  const minutes = (await housing.get(`/moeder/${meetingId}/referat`)).text
  expect(numbered(minutes).slice(2, 5)).toEqual(['3. Ventelister', '4. Udgår', '5. Naboskab'])
  expect(await htmlFaults(minutes)).toEqual([])
})
