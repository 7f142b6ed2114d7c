import { afterAll, beforeAll, expect } from 'vitest'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import { draft, publish } from '../decisions/given.ts'
import { inSession } from '../revision/stage.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { deepBrowserTest, expectPageSound, phone, serveToBrowser, Window } from '../support/browser.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { givenMeeting, housing, municipality, receivedLetter } from './given.ts'

// R24: a letter is planned backwards, answered by an organisation, adopted, and sent unchanged; by the people who do it.

let portal: TestApp
let cooperation: Cooperation
let served: Awaited<ReturnType<typeof serveToBrowser>>

const first = '2026-03-02T09:00:00.000Z'
const meetingDay = '2026-04-09'

beforeAll(async () => {
  portal = await testApp({ now: first })
  cooperation = givenCooperation(portal.db, first)
  await givenMeeting(cooperation, first, meetingDay)
  served = await serveToBrowser(portal)
}, 60_000)
afterAll(() => served?.close())

const opened = async (who: string, path: string, size?: typeof phone) => {
  const window = await Window.open(served.browser, served.origin, size)
  await window.signIn(who)
  await window.go(path)
  return window
}

deepBrowserTest(
  'a letter is planned backwards around a meeting, adopted, and sent word for word',
  async () => {
    const secretary = await opened(housing, '/udtalelser/ny')
    const { page } = secretary
    await page.getByLabel('Emne').fill('Høring om nabotvister')
    await page.getByLabel('Modtager', { exact: true }).fill('Boligministeriet')
    await page.getByLabel('Modtagerens journalnummer').fill('2026-9')
    await page.getByLabel('Modtagerens frist').fill('2026-04-17')
    await page.getByLabel('Ansvarlig').selectOption({ index: 1 })
    await page.getByLabel('Det modtagne brev').setInputFiles({ ...receivedLetter, mimeType: 'application/pdf' })
    await page.getByRole('button', { name: 'Registrér udtalelsen' }).click()
    await page.getByRole('heading', { name: 'Plan' }).waitFor()
    // Four workdays' notice past Easter, one for the agenda, two to write in what was answered, five to answer.
    const plan = await page.getByRole('row').allInnerTexts()
    expect(plan.join('\n')).toMatch(
      /5\. Få brevet vedtaget[\s\S]*09\.04\.2026[\s\S]*6\. Send brevet[\s\S]*17\.04\.2026/,
    )
    await expectPageSound(secretary)

    await page.getByRole('link', { name: /^Åbn udkastet/ }).click()
    await page.getByRole('link', { name: 'Tilføj et afsnit' }).click()
    await page.getByLabel('Overskrift').fill('Mægling')
    await page.getByLabel('Tekst').fill('Parterne foreslår mægling, før en sag rejses.')
    await page.getByRole('button', { name: 'Tilføj afsnittet' }).click()
    await page.getByRole('link', { name: 'Plan, holdninger og svar' }).click()
    await page.getByRole('link', { name: 'Spørg organisationerne' }).click()
    await page.getByRole('button', { name: 'Spørg organisationerne' }).click()
    await page.getByText('0 af 13 organisationer har svaret.').waitFor()

    const member = await opened('medlem.hoejstrup', '/', phone)
    await member.page.getByRole('link', { name: /^Svar på udkastet »Høring om nabotvister«/ }).click()
    await member.page.getByText('Parterne foreslår mægling').waitFor()
    await member.page.getByLabel('Ingen bemærkninger').check()
    await expectPageSound(member)
    await member.page.getByRole('button', { name: 'Gem svaret' }).click()
    await member.page.getByText('1 af 13 organisationer har svaret.').waitFor()

    const other = await opened(municipality, '/udtalelser/hoering-om-nabotvister/udkast')
    await other.page.getByRole('button', { name: /^Godkend udkastet/ }).click()
    await secretary.go('/udtalelser/hoering-om-nabotvister/udkast')
    await page.getByRole('button', { name: /^Godkend udkastet/ }).click()
    await page.getByRole('link', { name: 'Sæt på dagsordenen' }).click()
    await page.getByRole('button', { name: 'Sæt på dagsordenen' }).click()
    await page.getByText('Udkastet er sat på dagsordenen').waitFor()

    const during = `${meetingDay}T12:00:00.000Z`
    const { itemId, item } = await portal.db.prisma.adoption.findFirstOrThrow({ include: { item: true } })
    await inSession(portal.db, cooperation, item.meetingId, during)
    const decided = draft({ meetingId: item.meetingId, itemId }, { title: 'Høringssvar' })
    await recordDecision(cooperation.actor(municipality, during), decided)
    await publish(portal.db, item.meetingId)
    portal.clock.set(`${meetingDay}T13:30:00.000Z`)

    const sender = await opened(housing, '/udtalelser/hoering-om-nabotvister')
    await sender.page.getByRole('link', { name: 'Send brevet' }).click()
    await expectPageSound(sender)
    await sender.page.getByRole('button', { name: 'Registrér brevet som sendt' }).click()
    await sender.page.getByRole('link', { name: 'Læs eller udskriv brevet' }).click()
    await sender.page.getByText('Parterne foreslår mægling, før en sag rejses.').waitFor()
    await sender.page.getByText('Boligforeningen Højstrup').waitFor()
    await expectPageSound(sender)
    const sending = await portal.db.prisma.outwardSending.findFirstOrThrow({ include: { draft: true } })
    expect(sending.hash).toBe(sending.draft.hash)
  },
  120_000,
)
