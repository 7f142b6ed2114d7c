import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { day } from '../../src/kernel/days.ts'
import { kroner, type Oere } from '../../src/kernel/money.ts'
import { givenMandate } from '../decisions/given.ts'
import type { TestApp } from '../support/app.ts'
import { browserTest, expectPageSound, openBrowser, phone, serve, Window, wide } from '../support/browser.ts'
import { lundeTown } from '../towns/lunde.ts'
import { odense } from '../towns/odense.ts'
import type { Town } from '../towns/town.ts'

/**
 * What the portal is for, played through with nothing but its pages: from the planned meeting to sealed minutes, by both
 * secretariats, the chair, and a member who reads along on a phone. Every page on the way is sound. Every day in a town
 * that was set up as any town is; in depth also in the demo's.
 */
const towns = process.env.DEEP === '1' ? [lundeTown, odense] : [lundeTown]
const planned = '2026-12-01T09:00:00.000Z'

let portal: TestApp
let browser: Browser
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  browser = await openBrowser()
}, 60_000)
afterAll(() => browser?.close())
afterEach(async () => {
  await server?.close()
  await portal?.close()
})

async function open({ housing, municipality, ...town }: Town): Promise<void> {
  portal = await town.open(planned)
  const cooperation = town.cooperation(portal.db)
  const days = { from: day('2026-12-01'), sourceDay: day('2026-11-25') }
  const give = (slug: string, total: Oere) =>
    givenMandate(portal.db, cooperation, slug, { ...days, total }, '2026-11-30T10:00:00.000Z')
  await give(housing.slug, kroner(500_000))
  await give(municipality.slug, kroner(1_000_000))
  server = await serve(portal)
}

/** Presses a button that sends a form, and waits for the page that comes of it. */
const press = async (window: Window, name: string): Promise<void> => {
  const answered = window.page.waitForNavigation()
  await window.page.getByRole('button', { name, exact: true }).first().click()
  await answered
}
const follow = (window: Window, name: string | RegExp): Promise<void> =>
  window.page.getByRole('link', { name }).first().click()
const type = (window: Window, label: string, text: string): Promise<void> =>
  window.page.getByLabel(label, { exact: true }).fill(text)
const told = (window: Window, text: string | RegExp): Promise<void> => window.page.getByText(text).first().waitFor()

const name = 'a meeting of the joint group goes from its agenda to sealed minutes'
describe.each(towns)('in $name', town => browserTest(name, { timeout: 240_000 }, () => play(town)))

async function play(town: Town): Promise<void> {
  await open(town)
  const signedIn = async (key: string, size = wide) => {
    const window = await Window.open(browser, server.origin, size)
    await window.signInByForm(town.emailOf(key), town.password)
    return window
  }
  const { people } = town
  const housing = await signedIn(people.housingSecretary)
  const municipality = await signedIn(people.municipalSecretary)
  const member = await signedIn(people.member, phone)
  const chair = await signedIn(people.chair, phone)
  const sound = async (window: Window, name: string) => {
    await expectPageSound(window)
    await window.shoot(name)
  }

  // The housing secretariat plans the meeting and writes the agenda.
  await housing.go('/moeder')
  await follow(housing, 'Opret møde')
  await housing.page.getByLabel('Organ').selectOption({ label: 'Fælles boligstrategisk gruppe' })
  await type(housing, 'Mødedato', '2026-12-17')
  await type(housing, 'Starter kl.', '13:00')
  await type(housing, 'Slutter kl.', '15:00')
  await type(housing, 'Sted', 'Rådhuset, lokale 2')
  await sound(housing, '01-plan')
  await press(housing, 'Opret møde')
  await press(housing, 'Opret dagsorden')
  const meeting = /\/moeder\/(\d+)/.exec(housing.page.url())?.[1]
  await housing.go(`/moeder/${meeting}/dagsorden/rediger`)
  await sound(housing, '02-agenda-editing')
  await follow(housing, 'Skriv et punkt med alle felter')
  await type(housing, 'Titel', 'Fælles beboerrådgivning i Skovparken')
  await housing.page.getByLabel('Beslutning', { exact: true }).check()
  await housing.page.getByLabel('Koordinering', { exact: true }).check()
  await housing.page.locator('.rich-text').first().waitFor()
  await type(housing, 'Resumé', 'Rådgivningen samles ét sted fra august.')
  await type(housing, 'Indstilling', 'Sekretariaterne indstiller, at der etableres en fælles beboerrådgivning.')
  await type(housing, 'Sagsfremstilling', 'Beboerne møder i dag **tre** forskellige rådgivninger.')
  await housing.page.locator('summary', { hasText: 'Økonomi' }).click()
  await type(housing, 'Økonomi', '150.000 kr. fra hver part.')
  await type(housing, 'Varighed i minutter', '30')
  await sound(housing, '03-item')
  await press(housing, 'Tilføj punkt')

  // Until it is called, a member sees that there is a meeting, and no agenda.
  await member.go(`/moeder/${meeting}`)
  await told(member, '17. december 2026')
  expect(await member.page.getByText('Fælles beboerrådgivning').count()).toBe(0)

  // Both secretariats sign off the same agenda, and it is called.
  await housing.go(`/moeder/${meeting}/dagsorden`)
  await sound(housing, '04-agenda')
  await press(housing, 'Godkend dagsordenen for boligorganisationernes sekretariat')
  await municipality.go('/')
  await sound(municipality, '05-overview')
  await municipality.go(`/moeder/${meeting}/dagsorden`)
  await press(municipality, 'Godkend dagsordenen for kommunens sekretariat')
  await press(municipality, 'Udsend dagsorden')
  await told(municipality, 'Indkaldt')
  await member.go('/')
  await sound(member, '06-member-overview')
  await member.go(`/moeder/${meeting}/dagsorden`)
  await told(member, 'Fælles beboerrådgivning i Skovparken')
  await sound(member, '07-member-agenda')

  // The meeting is held.
  portal.clock.set('2026-12-17T12:05:00.000Z')
  await chair.go(`/moeder/${meeting}/afvikling`)
  await sound(chair, '08-chair-opens')
  await press(chair, 'Åbn mødet')
  await housing.go(`/moeder/${meeting}/afvikling`)
  await press(housing, 'Registrér resten som til stede')
  await told(housing, 'Mødet er beslutningsdygtigt.')
  await sound(housing, '09-session')
  for (const [item, outcome] of [
    ['Godkendelse af dagsorden', 'Tiltrådt'],
    ['Opfølgning', 'Taget til efterretning'],
    ['Eventuelt', 'Drøftet'],
    ['Næste møde', 'Taget til efterretning'],
  ] as const) {
    await housing.go(`/moeder/${meeting}/afvikling`)
    await housing.page.locator('#main, main').getByRole('link', { name: item }).first().click()
    await type(housing, 'Referatets tekst', `Behandlet: ${item}.`)
    await housing.page.getByLabel('Resultat', { exact: true }).selectOption({ label: outcome })
    await press(housing, 'Gem')
  }

  // The decision is made inside the mandates, and the other secretariat reads the matrix.
  await housing.go(`/moeder/${meeting}/afvikling`)
  await housing.page.locator('main').getByRole('link', { name: 'Fælles beboerrådgivning' }).click()
  await follow(housing, 'Før beslutning til protokols')
  await type(housing, 'Titel', 'Fælles beboerrådgivning')
  await type(housing, 'Beslutningens tekst', 'Rådgivningen etableres fra 1. august 2027.')
  const rows = [
    [town.housing.name, '150.000'],
    [town.municipality.name, '1.500.000'],
  ] as const
  for (const [index, [organisation, amount]] of rows.entries()) {
    const row = housing.page.getByRole('group', { name: `Række ${index + 1}` })
    await row.getByLabel('Organisation', { exact: true }).selectOption({ label: organisation })
    await row.getByLabel('Beløb i kr.').fill(amount)
  }
  await press(housing, 'Kontrollér mandater')
  // The cell says that it is not covered, and why on opening.
  await housing.page.getByText('Ikke dækket', { exact: true }).first().click()
  await told(housing, /mangler|overskrid|over rammen/i)
  await sound(housing, '10-decision-uncovered')
  await housing.page.getByRole('group', { name: 'Række 2' }).getByLabel('Beløb i kr.').fill('150.000')
  await housing.page
    .getByRole('group', { name: 'Boligorganisationerne' })
    .getByLabel('Støtter', { exact: true })
    .check()
  await housing.page.getByRole('group', { name: town.municipality.name }).getByLabel('Støtter', { exact: true }).check()
  await housing.page.getByLabel('Ingen opfølgning').check()
  await press(housing, 'Før beslutning til protokols')
  await told(housing, 'Beslutning 2026/1')
  await municipality.go('/beslutninger/2026/1')
  await sound(municipality, '11-decision')
  await member.go(`/moeder/${meeting}/afvikling`)
  await told(member, 'Fælles beboerrådgivning')
  await sound(member, '12-member-reads-along')

  // It is closed, and the minutes go out after both have signed off.
  await chair.go(`/moeder/${meeting}/afvikling`)
  await press(chair, 'Luk mødet')
  await housing.go(`/moeder/${meeting}/referat`)
  await sound(housing, '13-minutes')
  await press(housing, 'Godkend referatet for boligorganisationernes sekretariat')
  await municipality.go(`/moeder/${meeting}/referat`)
  await press(municipality, 'Godkend referatet for kommunens sekretariat')
  await press(municipality, 'Send referat til indsigelse')
  await told(municipality, 'Referatet er sendt til indsigelse.')

  // A member objects on the phone, and is answered.
  await member.go(`/moeder/${meeting}/referat`)
  await follow(member, 'Gør indsigelse')
  await type(member, 'Indsigelse', 'Datoen skal være 15. august.')
  await sound(member, '14-objection')
  await press(member, 'Gør indsigelse')
  await told(member, 'Datoen skal være 15. august.')
  await housing.go(`/moeder/${meeting}/referat`)
  await follow(housing, 'Besvar indsigelsen')
  await housing.page.getByLabel('Tages indsigelsen til følge?').selectOption('no')
  await type(housing, 'Svar', 'Gruppen besluttede 1. august. Referatet står ved magt.')
  await sound(housing, '15-answer')
  await press(housing, 'Registrér svar')

  // When the days for objections are over the minutes are approved by the calendar and sealed, for all to read.
  portal.clock.set('2027-01-15T09:00:00.000Z')
  await municipality.go(`/moeder/${meeting}/referat`)
  await told(municipality, 'Godkendt og forseglet')
  await sound(municipality, '16-sealed')
  await member.go(`/moeder/${meeting}/referat`)
  await told(member, 'Rådgivningen etableres fra 1. august 2027.')
  await sound(member, '17-member-minutes')
  await member.go('/beslutninger')
  await follow(member, 'Fælles beboerrådgivning')
  await sound(member, '18-member-decision')
}
