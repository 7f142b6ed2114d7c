import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { receivedLetter } from '../outward/given.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { deepBrowserTest, expectPageSound, openBrowser, phone, serve, Window } from '../support/browser.ts'
import { follow, held, planned, press, type Table, told, type } from './joint-meeting.ts'

/**
 * §5, R33: the whole life of a strategy as people live it, among the demo's parties: written and signed off by both
 * secretariats, heard, adopted subject to approval and approved, in force, carried out, and superseded. By pages alone.
 * How a letter is planned backwards and sent is told in tests/outward.
 */

let portal: TestApp
let browser: Browser
let server: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  portal = await testApp({ now: '2026-03-12T09:00:00.000Z' })
  server = await serve(portal)
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await portal?.close()
})

const opened = async (who: string, size?: typeof phone): Promise<Window> => {
  const window = await Window.open(browser, server.origin, size)
  window.page.setDefaultTimeout(30_000)
  await window.signIn(who)
  return window
}

const title = 'Trygge naboskaber'
const strategy = '/strategier/trygge-naboskaber'

/** Thirteen organisations by their addresses, and who answers for each: two associations by their administrators. */
const thirteen: [organisation: string, by: string][] = [
  ...[
    'arbejdernes-boligforening',
    'hoejstrup',
    'kristiansdal',
    'fab',
    'kollegieboligselskabet',
    'odense-andelsboligforening',
    'borgmesterforvaltningen',
    'by-og-kulturforvaltningen',
    'boern-og-ungeforvaltningen',
    'social-og-arbejdsmarkedsforvaltningen',
    'aeldre-og-handicapforvaltningen',
  ].map((slug): [string, string] => [slug, `underskriver.${slug}`]),
  ['folkebo', 'underskriver.domhusgaarden'],
  ['samvirke', 'underskriver.boligkontoret-danmark'],
]

deepBrowserTest(
  'a strategy goes from its draft over sign-offs, hearing, approval, force and implementation to its next version',
  async () => {
    const [housing, municipality, chair] = [
      await opened('sekretariat.bolig'),
      await opened('sekretariat.kommune'),
      await opened('formand'),
    ]
    const table: Table = { housing, municipality, chair, clock: portal.clock }
    const names = new Map((await portal.db.prisma.organisation.findMany()).map(({ slug, name }) => [slug, name]))

    await write(housing)
    await hear(housing, thirteen, names)

    // Written in, signed off by both, and on the agenda: two clicks.
    portal.clock.set('2026-03-27T09:00:00.000Z')
    const first = await planned(table, '2026-04-16')
    await signOff(table, `${strategy}/udkast`)
    await putOnAgenda(housing, `${strategy}/udkast`)

    // Adopted subject to approval: it waits, and everybody sees that it does.
    const byraad = names.get('odense-kommune') ?? ''
    const subjectTo = { organisation: byraad, kroner: '2.000.000' }
    await held(table, first, '2026-04-16', { item: title, text: `Gruppen vedtager »${title}«.`, subjectTo })
    const member = await opened('medlem.hoejstrup', phone)
    await member.go('/strategier')
    await told(member, 'Vedtaget med forbehold')
    await member.go(`${strategy}/udkast`)
    await told(member, 'Vedtaget med forbehold: Afventer godkendelse')
    await expectPageSound(member)

    portal.clock.set('2026-04-23T09:00:00.000Z')
    await approve()
    await member.go(strategy)
    await told(member, 'Gælder fra')
    await expectPageSound(member)

    // Carried out: an action of the year's plan, and thirteen organisations that tell how far they are.
    const second = await planned(table, '2026-05-21')
    await writePlan(table)
    await putOnAgenda(housing, new URL(housing.page.url()).pathname)
    await held(table, second, '2026-05-21', { item: 'Handlingsplan 2026', text: 'Gruppen vedtager planen.' })
    await implement(housing)

    // Superseded: the next version has another goal, and the open action is moved to it.
    const third = await planned(table, '2026-06-18')
    await supersede(table)
    await held(table, third, '2026-06-18', { item: title, text: 'Gruppen vedtager version 2.' })
    await moveActions(housing)
    await member.go(strategy)
    await told(member, 'Kom hinanden ved')
    await member.go(`${strategy}/versioner/1`)
    await told(member, 'Version 2 gælder nu.')
  },
  600_000,
)

/** A draft with a section, a guiding star, a goal and a target. */
async function write(window: Window): Promise<void> {
  const { page } = window
  await window.go('/strategier')
  await follow(window, 'Ny strategi')
  await page.getByLabel('Strategi', { exact: true }).check()
  await type(window, 'Titel', title)
  await page.getByLabel(/^Formål/).fill('Naboer skal kende hinanden.')
  await type(window, 'Perioden begynder', '2026-01-01')
  await type(window, 'Perioden slutter', '2029-12-31')
  await page.getByLabel(/^Næste gennemgang/).fill('2028-03-01')
  await page.getByLabel('Alle boligområder').check()
  await page.getByLabel(/^Ansvarlig organisation hos bolig/).selectOption({ index: 1 })
  await page.getByLabel(/^Ansvarlig forvaltning/).selectOption({ index: 1 })
  await press(window, 'Opret udkastet')
  await told(window, 'Strategien har ingen pejlemærker.')
  await addPart(window, 'Tilføj et afsnit', 'Baggrund', 'Sådan er det i dag.', 'Tilføj afsnittet')
  await addPart(window, 'Tilføj et pejlemærke', 'Naboskab', '', 'Tilføj pejlemærket')
  await addGoal(window, 'Naboer mødes')
  await expectPageSound(window)
}

async function addPart(window: Window, link: string, heading: string, text: string, submit: string): Promise<void> {
  await follow(window, link)
  await type(window, 'Overskrift', heading)
  await window.page.getByLabel(/^Tekst/).fill(text)
  await press(window, submit)
}

/** The last goal of the star, with a target that is judged in words. */
async function addGoal(window: Window, heading: string): Promise<void> {
  const { page } = window
  await addPart(window, 'Tilføj et mål', heading, '', 'Tilføj målet')
  const answered = page.waitForNavigation()
  await page.getByRole('link', { name: 'Tilføj et delmål' }).last().click()
  await answered
  await page.getByLabel('Hvad skal nås?', { exact: true }).fill(`${heading} i alle områder`)
  await page.getByLabel(/^Beskrivelse/).fill('Nået, når alle områder har en årlig fest.')
  await page.getByLabel(/^Ansvarlig organisation/).selectOption({ index: 1 })
  await page.getByLabel(/^Målår/).fill('2028')
  await page.getByLabel('Vurderes i ord én gang om året').check()
  await press(window, 'Tilføj delmålet')
}

/** Some have remarks, some have none, and some do not answer. */
async function hear(housing: Window, asked: typeof thirteen, names: ReadonlyMap<string, string>): Promise<void> {
  const { page } = housing
  await follow(housing, 'Send i høring')
  await page.getByLabel('Kun de organisationer, der er valgt nedenfor').check()
  await page.locator('summary', { hasText: 'rganisationer' }).click()
  for (const [slug] of asked) await page.getByLabel(names.get(slug) ?? '', { exact: true }).check()
  await type(housing, 'Høringsfrist', '2026-03-26')
  await press(housing, 'Send i høring')
  for (const [at, [slug, by]] of asked.slice(0, 10).entries()) {
    const window = await opened(by, phone)
    await window.go(`/parter/${slug}/svar`)
    await follow(window, title)
    if (at % 2 === 0) await window.page.getByLabel('Ingen bemærkninger').check()
    else {
      await window.page.getByLabel('Bemærkninger', { exact: true }).check()
      await window.page.getByLabel('Bemærkninger til teksten som helhed').fill(`Husk de unge (${slug}).`)
    }
    await press(window, 'Afgiv høringssvar')
    await told(window, 'Høringssvaret er afgivet.')
    if (at === 0) await expectPageSound(window)
    await window.close()
  }
  await housing.go(`${strategy}/hoeringer/1`)
  portal.clock.set('2026-03-27T08:00:00.000Z')
  await page.reload()
  for (const group of [/^Med bemærkninger \(5\)/, /^Uden bemærkninger \(5\)/, /^Svarede ikke \(3\)/])
    await told(housing, group)
}

async function signOff({ housing, municipality }: Table, draft: string): Promise<void> {
  await housing.go(draft)
  await press(housing, 'Godkend udkastet for boligorganisationernes sekretariat')
  await municipality.go(draft)
  await press(municipality, 'Godkend udkastet for kommunens sekretariat')
  await told(municipality, 'Begge sekretariater har godkendt udkastet.')
}

async function putOnAgenda(window: Window, draft: string): Promise<void> {
  await window.go(draft)
  await follow(window, 'Sæt på dagsordenen')
  await press(window, 'Sæt på dagsordenen')
  await told(window, 'Udkastet er sat på dagsordenen')
}

/** The city council's keeper of mandates registers what it has answered. */
async function approve(): Promise<void> {
  const keeper = await opened('mandat.byraad')
  const { page } = keeper
  await keeper.go('/forelaeggelser')
  await page.locator('main').getByRole('table').getByRole('link').first().click()
  await follow(keeper, 'Registrér svaret')
  await page.getByLabel('Godkendt for denne beslutning').check()
  await type(keeper, 'Mødedato', '2026-04-22')
  await type(keeper, 'Punkt i protokollen', '7')
  await page.getByLabel('Protokol', { exact: true }).setInputFiles({ ...receivedLetter, mimeType: 'application/pdf' })
  await press(keeper, 'Registrér svaret')
  await expectPageSound(keeper)
  await keeper.close()
}

async function writePlan(table: Table): Promise<void> {
  const { housing } = table
  const { page } = housing
  await housing.go('/handlingsplaner')
  await follow(housing, 'Ny handlingsplan')
  await type(housing, 'År', '2026')
  await press(housing, 'Opret udkastet')
  await follow(housing, 'Tilføj en handling')
  await type(housing, 'Handling', 'Nabofester i alle områder')
  await page.getByLabel(/^Mål i/).selectOption({ index: 1 })
  await page.getByLabel(/^Ansvarlig organisation/).selectOption({ label: 'Boligforeningen Højstrup' })
  await page.getByLabel(/^Frist/).fill('2026-11-30')
  await press(housing, 'Tilføj handlingen')
  await expectPageSound(housing)
  await signOff(table, new URL(page.url()).pathname)
}

/** Each organisation on its own page; afterwards nobody of the thirteen is missing. */
async function implement(housing: Window): Promise<void> {
  await housing.go('/strategier/gennemfoerelse')
  await follow(housing, 'Åbn en runde')
  await press(housing, 'Åbn runden')
  for (const [at, [slug, by]] of thirteen.entries()) {
    const window = await opened(by, phone)
    await window.go(`/parter/${slug}/svar`)
    const state = ['Planlagt', 'I gang', 'Gennemført'][at % 3] ?? ''
    await window.page
      .getByRole('group', { name: /mål 1\.1/ })
      .getByLabel(state, { exact: true })
      .check()
    await press(window, 'Gem svarene')
    await told(window, 'Svaret er gemt.')
    if (at === 0) await expectPageSound(window)
    await window.close()
  }
  await housing.go('/strategier/gennemfoerelse')
  await told(housing, /13 af \d+ organisationer/)
}

async function supersede(table: Table): Promise<void> {
  const { housing } = table
  await housing.go(`${strategy}/udkast`)
  await told(housing, /begynder du på version 2/)
  await addGoal(housing, 'Kom hinanden ved')
  await signOff(table, `${strategy}/udkast`)
  await putOnAgenda(housing, `${strategy}/udkast`)
}

async function moveActions(housing: Window): Promise<void> {
  const { page } = housing
  await housing.go('/')
  await follow(housing, /handling.*tidligere version|åbne handlinger/i)
  await expectPageSound(housing)
  await page.getByLabel('Flyt til et mål i den nye version').check()
  await page.getByLabel(/^Nyt mål for/).selectOption({ label: 'Mål 1.2: Kom hinanden ved' })
  await press(housing, 'Gem')
  await housing.go('/handlinger')
  await follow(housing, 'Nabofester i alle områder')
  await told(housing, 'Kom hinanden ved')
  expect(await page.getByText('Boligforeningen Højstrup').count()).toBeGreaterThan(0)
}
