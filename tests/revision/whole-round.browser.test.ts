import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { browserTest, expectPageSound, openBrowser, phone, serve, Window, wide } from '../support/browser.ts'
import { days, inSession, type RevisionStage, revisionStage, signers } from './stage.ts'

let portal: TestApp
let stage: RevisionStage
let browser: Browser
let origin: string
let stop: () => Promise<void>
/** One window for all who come by once: to open one takes longer than what they do in it. */
let visitors: Window
const path = '/aftalen/revision/2026'

beforeAll(async () => {
  portal = await testApp({ now: days.opened })
  stage = await revisionStage(portal.db)
  browser = await openBrowser()
  ;({ origin, close: stop } = await serve(portal))
  visitors = await Window.open(browser, origin)
})
afterAll(async () => {
  await browser?.close()
  await stop?.()
  await portal?.close()
})

/** A person's own window, for those who come back. */
const as = async (key: string, at: string): Promise<Window> => {
  portal.clock.set(at)
  const window = await Window.open(browser, origin)
  await window.signIn(key)
  return window
}

/** The visitors' window for the next person, with nothing of the one before. */
const visitedBy = async (key: string, at: string, size = wide): Promise<Window> => {
  portal.clock.set(at)
  await visitors.page.context().clearCookies()
  if (visitors.page.viewportSize()?.width !== size.width) await visitors.page.setViewportSize(size)
  await visitors.signIn(key)
  return visitors
}

const press = (window: Window, name: string) => window.page.getByRole('button', { name, exact: true }).click()
const follow = (window: Window, name: string | RegExp) => window.page.getByRole('link', { name }).first().click()
const write = (window: Window, label: string, text: string) =>
  window.page.getByLabel(label, { exact: true }).first().fill(text)
const choose = (window: Window, label: string) => window.page.getByLabel(label, { exact: true }).first().check()
const reads = async (window: Window, text: string | RegExp) =>
  await expect.poll(() => window.page.locator('main').textContent(), { timeout: 10_000 }).toMatch(text)

interface Proposed {
  by: string
  clause: string
  kind: 'Erstat tekst' | 'Tilføj tekst' | 'Slet tekst'
  words: string
  text: string
}

const proposals: Proposed[] = [
  {
    by: 'medlem.fab',
    clause: '§ 6. Organisationen',
    kind: 'Erstat tekst',
    words: 'de under 4 nævnte opgaver..',
    text: 'de i § 5 nævnte opgaver.',
  },
  {
    by: 'medlem.hoejstrup',
    clause: '§ 6. Organisationen',
    kind: 'Erstat tekst',
    words: 'under 4 nævnte',
    text: 'fælles',
  },
  {
    by: 'medlem.kristiansdal',
    clause: '§ 4. Formålet',
    kind: 'Tilføj tekst',
    words: 'fælles vilje',
    text: '- fælles handling',
  },
  {
    by: 'medlem.bykultur',
    clause: '§ 3. Baggrunden',
    kind: 'Slet tekst',
    words: ', der var der i forvejen',
    text: '',
  },
]

async function propose({ by, clause, kind, words, text }: Proposed): Promise<void> {
  const window = await visitedBy(by, days.proposed)
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
  await reads(window, `Ændringsforslag ${number}`)
}

async function sign(slug: string, at: string): Promise<void> {
  const window = await visitedBy(`underskriver.${slug}`, at)
  // One finds the way from the round's page; the others come straight, as from a link that they were sent.
  if (slug === signers[0]) {
    await window.go(path)
    await follow(window, 'Læs og underskriv')
    await expectPageSound(window)
  } else await window.go(`${path}/underskriv/${slug}`)
  await choose(window, 'Jeg har læst teksten og underskriver den på vegne af organisationen')
  await write(window, 'Adgangskode', 'boligstrategi-demo')
  await press(window, 'Underskriv aftalen')
  await reads(window, /underskrevet/)
}

browserTest(
  'a revision goes from its opening to a new version in force',
  async () => {
    const secretariat = await as('sekretariat.bolig', days.opened)
    await secretariat.go('/aftalen/revision')
    await reads(secretariat, 'Revisionen i 2026 er ikke åbnet.')
    await follow(secretariat, 'Åbn en revision')
    await write(secretariat, 'Frist for ændringsforslag', '2026-05-01')
    await write(secretariat, 'Hvad skal parterne se på?', 'Se især på henvisningen i § 6.')
    await press(secretariat, 'Åbn revisionen')
    await reads(secretariat, 'Åben for ændringsforslag')

    for (const proposal of proposals) await propose(proposal)

    portal.clock.set(days.drafted)
    await secretariat.go(path)
    await follow(secretariat, 'Gå i gang med sammenskrivningen')
    await press(secretariat, 'Gå i gang med sammenskrivningen')
    await reads(secretariat, 'Forslag i modstrid')
    await expectPageSound(secretariat)

    const other = await as('sekretariat.kommune', days.drafted)
    for (const window of [secretariat, other]) {
      await window.go(`${path}/modstrid/1/2`)
      await choose(window, 'Det første forslag går videre')
      await write(window, 'Begrundelse', 'Henvisningen skal rettes.')
      await press(window, 'Gem dit sekretariats svar')
    }
    await reads(other, 'modstriden er afgjort')
    await settle(secretariat, 1, 'Indarbejd forslaget uændret')
    await settle(other, 3, 'Indarbejd forslaget uændret')
    await settle(secretariat, 4, 'Indarbejd forslaget uændret')

    for (const [window, name] of [
      [secretariat, 'boligorganisationernes sekretariat'],
      [other, 'kommunens sekretariat'],
    ] as const) {
      await window.go(`${path}/udkast`)
      await press(window, `Godkend udkastet for ${name}`)
    }
    await reads(other, 'Begge sekretariater har godkendt udkastet.')
    await follow(other, 'Send i høring')
    await write(other, 'Høringsfrist', '2026-06-01')
    await press(other, 'Send i høring')
    await reads(
      other,
      'Der ventes på høringssvar fra boligorganisationernes strategigruppe og kommunens strategigruppe',
    )

    for (const key of ['strategi.bolig', 'strategi.kommune']) {
      const group = await visitedBy(key, days.heard, phone)
      await group.go(`${path}/hoering`)
      await group.page.getByLabel('Hvad gælder svaret').selectOption({ label: '§ 6. Organisationen' })
      await choose(group, 'Støtter med forbehold')
      await write(group, 'Forbehold eller indvendinger', 'Vi er glade for rettelsen.')
      await press(group, 'Afgiv høringssvar')
      await group.page.getByLabel('Hvad gælder svaret').selectOption({ index: 1 })
      await choose(group, 'Støtter')
      await press(group, 'Afgiv høringssvar')
      await reads(group, 'Udkastet som helhed:')
    }

    const meetingId = await stage.meeting()
    await secretariat.go(path)
    await follow(secretariat, 'Sæt udkastet på dagsordenen')
    await secretariat.page.getByLabel('Møde i fælles boligstrategisk gruppe').selectOption({ index: 1 })
    await press(secretariat, 'Sæt udkastet på dagsordenen')
    await stage.mandates()
    await inSession(portal.db, stage.cooperation, meetingId)

    portal.clock.set(days.endorsed)
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
    await reads(secretariat, '0 af 13 organisationer har underskrevet.')

    for (const slug of signers.slice(0, -1)) await sign(slug, days.signed)
    await secretariat.go(path)
    await reads(secretariat, 'Der mangler underskrift fra Ældre- og Handicapforvaltningen.')
    await sign(signers.at(-1) ?? '', '2026-08-20T09:00:00.000Z')

    const reader = await visitedBy('laeser', '2026-08-20T10:00:00.000Z')
    await reader.go(path)
    await reads(reader, 'Trådt i kraft')
    await expectPageSound(reader)
    await reader.go('/aftalen/2026')
    await reads(reader, 'de i § 5 nævnte opgaver')
    await reads(reader, 'fælles handling')
    await other.close()
    await secretariat.close()
  },
  900_000,
)
