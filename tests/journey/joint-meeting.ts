import type { TestClock } from '../support/app.ts'
import type { Window } from '../support/browser.ts'

/** Those who make a meeting of the joint group what it is, each at a browser. */
export interface Table {
  housing: Window
  municipality: Window
  chair: Window
  clock: Pick<TestClock, 'set'>
}

/** Presses a button that sends a form, and waits for the page that comes of it. */
export async function press({ page }: Window, name: string | RegExp): Promise<void> {
  const answered = page.waitForNavigation()
  await page
    .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
    .first()
    .click()
  await answered
}
export async function follow({ page }: Window, name: string | RegExp): Promise<void> {
  const answered = page.waitForNavigation()
  await page.getByRole('link', { name }).locator('visible=true').first().click()
  await answered
}
export const type = ({ page }: Window, label: string, text: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(text)
export const told = ({ page }: Window, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor()

/** A meeting of the joint group with its standing items. @returns its address */
export async function planned({ housing }: Table, on: string): Promise<string> {
  await housing.go('/moeder')
  await follow(housing, 'Opret møde')
  await housing.page.getByLabel('Organ').selectOption({ label: 'Fælles boligstrategisk gruppe' })
  await type(housing, 'Mødedato', on)
  await type(housing, 'Starter kl.', '13:00')
  await type(housing, 'Slutter kl.', '15:00')
  await type(housing, 'Sted', 'Rådhuset, lokale 2')
  await press(housing, 'Opret møde')
  await press(housing, 'Opret dagsorden')
  return /\/moeder\/\d+/.exec(housing.page.url())?.[0] ?? ''
}

/** What the group decides under an item, and what it costs an organisation whose mandates do not cover it. */
interface Decided {
  item: string
  text: string
  subjectTo?: { organisation: string; kroner: string }
}

/** Called, held with one decision, closed, and its minutes sent out. */
export async function held(table: Table, meeting: string, on: string, decided: Decided): Promise<void> {
  const { housing, municipality, chair, clock } = table
  await housing.go(`${meeting}/dagsorden`)
  await press(housing, 'Godkend dagsordenen for boligorganisationernes sekretariat')
  await municipality.go(`${meeting}/dagsorden`)
  await press(municipality, 'Godkend dagsordenen for kommunens sekretariat')
  await press(municipality, 'Udsend dagsorden')
  clock.set(`${on}T12:05:00.000Z`)
  await chair.go(`${meeting}/afvikling`)
  await press(chair, 'Åbn mødet')
  await housing.go(`${meeting}/afvikling`)
  await press(housing, 'Registrér resten som til stede')
  for (const [item, outcome] of [
    ['Godkendelse af dagsorden', 'Tiltrådt'],
    ['Opfølgning', 'Taget til efterretning'],
    ['Eventuelt', 'Drøftet'],
    ['Næste møde', 'Taget til efterretning'],
  ] as const) {
    await openItem(housing, meeting, item)
    await type(housing, 'Referatets tekst', `Behandlet: ${item}.`)
    await housing.page.getByLabel('Resultat', { exact: true }).selectOption({ label: outcome })
    await press(housing, 'Gem')
  }
  await decide(table, meeting, decided)
  await chair.go(`${meeting}/afvikling`)
  await press(chair, 'Luk mødet')
  await housing.go(`${meeting}/referat`)
  await press(housing, 'Godkend referatet for boligorganisationernes sekretariat')
  await municipality.go(`${meeting}/referat`)
  await press(municipality, 'Godkend referatet for kommunens sekretariat')
  await press(municipality, 'Send referat til indsigelse')
}

async function openItem(window: Window, meeting: string, item: string): Promise<void> {
  await window.go(`${meeting}/afvikling`)
  await window.page.locator('main').getByRole('link', { name: item }).first().click()
  await window.page.getByLabel('Referatets tekst', { exact: true }).waitFor()
}

async function decide({ housing }: Table, meeting: string, { item, text, subjectTo }: Decided): Promise<void> {
  await openItem(housing, meeting, item)
  await follow(housing, 'Før beslutning til protokols')
  const { page } = housing
  await type(housing, 'Titel', item)
  await type(housing, 'Beslutningens tekst', text)
  if (subjectTo) {
    const row = page.getByRole('group', { name: 'Række 1' })
    await row.getByLabel('Organisation', { exact: true }).selectOption({ label: subjectTo.organisation })
    await row.getByLabel('Beløb i kr.').fill(subjectTo.kroner)
    await page.getByLabel(/^Gruppen tiltræder med forbehold/).check()
  }
  for (const party of ['Boligorganisationerne', 'Odense Kommune'])
    await page.getByRole('group', { name: party, exact: true }).getByLabel('Støtter', { exact: true }).check()
  await page.getByLabel('Ingen opfølgning').check()
  await press(housing, 'Før beslutning til protokols')
  await told(housing, /Beslutning 2026\/\d+/)
}
