import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { planMeeting } from '../../src/features/meetings/meetings/index.ts'
import { day } from '../../src/kernel/days.ts'
import { givenMandate } from '../decisions/given.ts'
import type { TestApp } from '../support/app.ts'
import { deepBrowserTest, expectPageSound, openBrowser, phone, serve, Window, wide } from '../support/browser.ts'
import type { Cooperation } from '../support/builders.ts'
import { lundeTown } from '../towns/lunde.ts'
import { odense } from '../towns/odense.ts'
import type { ProposedChange, Town } from '../towns/town.ts'
import { days, givenAgreement, inSession } from './stage.ts'

/**
 * A round from its opening to the new version, with nothing but pages: in a town that was set up as any town is, whose
 * agreement is revised every fourth year from 2030, and in the demo's, with its thirteen signatures. Every day the same
 * steps are tried without a browser (revision.http, revision.acts).
 */
const rounds: Round[] = [{ of: lundeTown }, { of: odense, given: givenAgreement }]

interface Round {
  of: Town
  /** Where the town's portal was not set up from its agreement. */
  given?: (db: Database) => Promise<unknown>
}

let town: Town
let portal: TestApp
let cooperation: Cooperation
let browser: Browser
let origin: string
let stop: () => Promise<void>
/** One window for all who come by once: to open one takes longer than what they do in it. */
let visitors: Window
let path: string

/** A moment of the stage's round, in the year of this one. */
const inYear = (moment: string): string => moment.replace(/^2026/, String(town.revision.year))
const dayInYear = (monthAndDay: string) => `${town.revision.year}-${monthAndDay}`

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
afterEach(async () => {
  await stop?.()
  await portal?.close()
})

async function open({ of, given }: Round): Promise<void> {
  town = of
  path = `/aftalen/revision/${town.revision.year}`
  portal = await town.open(inYear(days.opened))
  await given?.(portal.db)
  cooperation = town.cooperation(portal.db)
  ;({ origin, close: stop } = await serve(portal))
  visitors = await Window.open(browser, origin)
}

/** A person's own window, for those who come back. */
const as = async (key: string, at: string): Promise<Window> => {
  portal.clock.set(at)
  const window = await Window.open(browser, origin)
  await window.signIn(town.emailOf(key), town.password)
  return window
}

/** The visitors' window for the next person, with nothing of the one before. */
const visitedBy = async (key: string, at: string, size = wide): Promise<Window> => {
  portal.clock.set(at)
  await visitors.page.context().clearCookies()
  if (visitors.page.viewportSize()?.width !== size.width) await visitors.page.setViewportSize(size)
  await visitors.signIn(town.emailOf(key), town.password)
  return visitors
}

const press = (window: Window, name: string) => window.page.getByRole('button', { name, exact: true }).click()
const follow = (window: Window, name: string | RegExp) => window.page.getByRole('link', { name }).first().click()
const write = (window: Window, label: string, text: string) =>
  window.page.getByLabel(label, { exact: true }).first().fill(text)
const choose = (window: Window, label: string) => window.page.getByLabel(label, { exact: true }).first().check()
const reads = async (window: Window, text: string | RegExp) =>
  await expect.poll(() => window.page.locator('main').textContent(), { timeout: 10_000 }).toMatch(text)

async function propose({ by, clause, kind, words, text }: ProposedChange): Promise<void> {
  const window = await visitedBy(by, inYear(days.proposed))
  await window.go(path)
  await follow(window, 'Stil et ændringsforslag')
  await window.page.getByLabel('Bestemmelse', { exact: true }).selectOption({ label: clause })
  await press(window, 'Vis bestemmelsen')
  await choose(window, kind)
  await write(window, 'Ord i aftalen', words)
  if (text) await write(window, 'Ny tekst', text)
  await write(window, 'Begrundelse', 'Det gør bestemmelsen klarere.')
  await press(window, 'Stil forslaget')
  await reads(window, /Ændringsforslag \d/)
}

/** The secretariat answers a proposal from its page. */
async function settle(window: Window, number: number, outcome: string): Promise<void> {
  await window.go(`${path}/forslag/${number}`)
  await choose(window, outcome)
  await press(window, 'Besvar forslaget')
  await reads(window, `Ændringsforslag ${number} er besvaret.`)
}

async function sign({ slug, key }: Town['revision']['signers'][number], at: string): Promise<void> {
  const { signers } = town.revision
  const window = await visitedBy(key, at)
  // One finds the way from the round's page; the others come straight, as from a link that they were sent.
  if (slug === signers[0]?.slug) {
    await window.go(path)
    await follow(window, 'Læs og underskriv')
    await expectPageSound(window)
  } else await window.go(`${path}/underskriv/${slug}`)
  await choose(window, 'Jeg har læst teksten og underskriver den på vegne af organisationen')
  await write(window, 'Adgangskode', town.password)
  await press(window, 'Underskriv aftalen')
  await reads(window, /underskrevet/)
}

/** The joint group's meeting on the draft, and the mandates that its decision needs. */
async function givenMeeting(): Promise<number> {
  const secretary = cooperation.actor(town.people.housingSecretary, inYear(days.heard))
  const { id } = await planMeeting(secretary, {
    bodyId: cooperation.body('faelles-gruppe'),
    form: 'ORDINARY',
    day: day(dayInYear('06-18')),
    startsAt: '13:00',
    endsAt: '15:00',
    place: 'Rådhuset',
  })
  return id
}

async function givenMandates(): Promise<void> {
  const { signers, year } = town.revision
  const own = signers.map(({ slug }) => slug)
  const period = { from: day(`${year}-01-01`), to: day(`${year}-12-31`), sourceDay: day(`${year - 1}-12-10`) }
  const at = inYear('2026-01-05T09:00:00.000Z')
  const of = await portal.db.prisma.organisation.findMany({ where: { slug: { in: own }, side: 'HOUSING' } })
  for (const slug of [...of.map(one => one.slug), town.municipality.slug])
    await givenMandate(portal.db, cooperation, slug, period, at)
}

const name = 'a revision goes from its opening to a new version in force'
describe.each(rounds)('in $of.name', round => deepBrowserTest(name, { timeout: 900_000 }, () => play(round)))

async function play(round: Round): Promise<void> {
  await open(round)
  const { people, revision } = town
  const { signers, proposals, year } = revision
  const secretariat = await as(people.housingSecretary, inYear(days.opened))
  await secretariat.go('/aftalen/revision')
  await reads(secretariat, `Revisionen i ${year} er ikke åbnet.`)
  await follow(secretariat, 'Åbn en revision')
  await write(secretariat, 'Frist for ændringsforslag', dayInYear('05-01'))
  await write(secretariat, 'Hvad skal parterne se på?', 'Se især på henvisningen til opgaverne.')
  await press(secretariat, 'Åbn revisionen')
  await reads(secretariat, 'Åben for ændringsforslag')

  for (const proposal of proposals) await propose(proposal)

  portal.clock.set(inYear(days.drafted))
  await secretariat.go(path)
  await follow(secretariat, 'Gå i gang med sammenskrivningen')
  await press(secretariat, 'Gå i gang med sammenskrivningen')
  await reads(secretariat, 'Forslag i modstrid')
  await expectPageSound(secretariat)

  const other = await as(people.municipalSecretary, inYear(days.drafted))
  for (const window of [secretariat, other]) {
    await window.go(`${path}/modstrid/1/2`)
    await choose(window, 'Det første forslag går videre')
    await write(window, 'Begrundelse', 'Henvisningen skal rettes.')
    await press(window, 'Gem dit sekretariats svar')
    await reads(window, window === other ? 'modstriden er afgjort' : 'Dit sekretariats svar er gemt')
  }
  await settle(secretariat, 1, 'Indarbejd forslaget uændret')
  await settle(other, 3, 'Indarbejd forslaget uændret')
  await settle(secretariat, 4, 'Indarbejd forslaget uændret')

  for (const [window, name] of [
    [secretariat, 'boligorganisationernes sekretariat'],
    [other, 'kommunens sekretariat'],
  ] as const) {
    await window.go(`${path}/udkast`)
    await press(window, `Godkend udkastet for ${name}`)
    await reads(window, window === other ? 'Begge sekretariater har godkendt udkastet.' : 'Udkastet er godkendt')
  }
  await follow(other, 'Send i høring')
  await write(other, 'Høringsfrist', dayInYear('06-01'))
  await press(other, 'Send i høring')
  await reads(other, 'Der ventes på høringssvar fra boligorganisationernes strategigruppe og kommunens strategigruppe')

  for (const key of people.strategyGroups) {
    const group = await visitedBy(key, inYear(days.heard), phone)
    await group.go(`${path}/hoering`)
    await group.page.getByLabel('Hvad gælder svaret').selectOption({ label: proposals[0].clause })
    await choose(group, 'Støtter med forbehold')
    await write(group, 'Forbehold eller indvendinger', 'Vi er glade for rettelsen.')
    await press(group, 'Afgiv høringssvar')
    await reads(group, 'Høringssvaret er afgivet.')
    await group.page.getByLabel('Hvad gælder svaret').selectOption({ index: 1 })
    await choose(group, 'Støtter')
    await press(group, 'Afgiv høringssvar')
    await reads(group, 'Udkastet som helhed:')
  }

  const meetingId = await givenMeeting()
  await secretariat.go(path)
  await follow(secretariat, 'Sæt udkastet på dagsordenen')
  await secretariat.page.getByLabel('Møde i fælles boligstrategisk gruppe').selectOption({ index: 1 })
  await press(secretariat, 'Sæt udkastet på dagsordenen')
  await givenMandates()
  await inSession(portal.db, cooperation, meetingId, inYear(days.endorsed))

  portal.clock.set(inYear(days.endorsed))
  await secretariat.go(path)
  await follow(secretariat, 'Før beslutning til protokols')
  await reads(secretariat, 'Beslutningen ligger inden for mandaterne')
  for (const fieldset of await secretariat.page.getByRole('group').all()) {
    await fieldset.getByLabel('Støtter', { exact: true }).check()
  }
  await press(secretariat, 'Før beslutning til protokols')
  await reads(secretariat, 'Trådt i kraft')

  await secretariat.go(path)
  await follow(secretariat, 'Åbn underskrivningen')
  await press(secretariat, 'Åbn underskrivningen')
  await reads(secretariat, `0 af ${signers.length} organisationer har underskrevet.`)

  for (const signer of signers.slice(0, -1)) await sign(signer, inYear(days.signed))
  await secretariat.go(path)
  await reads(secretariat, `Der mangler underskrift fra ${revision.lastToSign}.`)
  for (const signer of signers.slice(-1)) await sign(signer, inYear('2026-08-20T09:00:00.000Z'))

  const reader = await visitedBy(people.reader, inYear('2026-08-20T10:00:00.000Z'))
  await reader.go(path)
  await reads(reader, 'Trådt i kraft')
  await expectPageSound(reader)
  await reader.go(`/aftalen/${year}`)
  await reads(reader, proposals[0].text)
  await reads(reader, 'fælles handling')
  await other.close()
  await secretariat.close()
}
