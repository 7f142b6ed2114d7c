import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { type MeetingStage, stageFor } from '../meetings/stage.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { deepBrowserTest, expectPageSound, phone, serveToBrowser, Window, wide } from '../support/browser.ts'
import { googleDoc, outlookMail, webPage, wordMemo, wordOnTheWeb, wordTable } from './clipboard.ts'

/** Formatted text as people write it: with the mouse, by keyboard, from the clipboard, on a phone, and with no script at all. */

let portal: TestApp
let stage: MeetingStage
let window: Window
let meetingId: number
let browser: Browser
let origin: string
let stop: () => Promise<void>

beforeAll(async () => {
  portal = await testApp()
  stage = await stageFor(portal.db)
  meetingId = await stage.prepared()
  const served = await serveToBrowser(portal)
  browser = served.browser
  origin = served.origin
  stop = served.close
  window = await Window.open(browser, origin)
  await window.signIn('sekretariat.bolig')
}, 60_000)
afterAll(() => stop?.())

beforeEach(() => window?.page.setViewportSize(wide))

const words = (name = 'Sagsfremstilling'): Locator =>
  window.page.locator('.rich-text__words').and(window.page.getByRole('textbox', { name, exact: true }))
const stored = (field = 'presentation') => window.page.locator(`textarea[name="${field}"]`).inputValue()
const own = () => window.page.locator('.rich-text', { has: words() })
const told = () => own().locator('.rich-text__told').textContent()
const press = (name: string) =>
  window.page.getByRole('button', { name, exact: true }).locator('visible=true').first().click()

async function openItem(presentation = ''): Promise<number> {
  const { id } = await stage.put(meetingId, {
    title: 'Tryghed',
    presentation,
    recommendation: 'At gruppen drøfter sagen.',
  })
  await window.go(`/moeder/${meetingId}/punkter/${id}/rediger`)
  await words().waitFor()
  return id
}

const pasteInto = (field: Locator, html: string, text = 'uden opsætning') =>
  field.evaluate(
    (element, data) => {
      const page = globalThis as unknown as {
        DataTransfer: new () => { setData(kind: string, value: string): void }
        ClipboardEvent: new (kind: string, about: object) => object
      }
      const clipboardData = new page.DataTransfer()
      if (data.html) clipboardData.setData('text/html', data.html)
      clipboardData.setData('text/plain', data.text)
      const event = new page.ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      ;(element as unknown as { dispatchEvent(one: object): void }).dispatchEvent(event)
    },
    { html, text },
  )

deepBrowserTest('what is opened and sent again is what it was, also odd text', { timeout: 120_000 }, async () => {
  const odd =
    '* stjerne\n+ plus\n# nummer\n\n**fed** og **ikke fed\n_kursiv_ sti_med_streg\na\tb\nc\t\n\n  indrykket\n7) syv\n\n| a | b |\n|---|---|'
  const id = await openItem(odd)
  expect(await words().locator('.rt-table').count()).toBe(0)
  await press('Gem')
  expect((await portal.db.prisma.agendaItem.findUniqueOrThrow({ where: { id } })).presentation).toBe(odd)
  await window.go(`/moeder/${meetingId}/punkter/${id}/rediger`)
  await words().locator('strong', { hasText: 'fed' }).first().click()
  await window.page.keyboard.press('Home')
  await window.page.keyboard.type('Nu: ')
  expect(await stored()).toBe(odd.replace('**fed** og', '**Nu: fed** og'))
})

deepBrowserTest(
  'what people paste stands in the field as typed text, and what is lost is told',
  { timeout: 180_000 },
  async () => {
    await openItem()
    for (const [html, expected, lost] of [
      [
        wordMemo,
        /1\. \*\*Baggrund\*\*\nByrådet \*\*vedtog\*\* i _2024_, at\nder skal bygges\[1\] 200 m²\.[\s\S]*- Økonomi\n {2}- Drift\n {4}- Varme\n1\. Møder\n {2}1\.1\. Frister\n {2}a\) Indkaldelse\n {4}iv\. Afbud/,
        /Billeder er ikke kommet med/,
      ],
      [
        wordTable,
        /^\*\*Post\*\*\t\*\*Kr\.\*\*\t\nDrift\t1\.200\theraf varme og vand\n\t300\trenhold\nI alt\t1\.500\t$/,
        /Flettede celler/,
      ],
      [outlookMail, /a\) Nattero\nb\) Cykler\n- Lys\n {2}- ved \*\*stierne\*\*/, /^$/],
      [googleDoc, /1\. drøfter sagen\n {2}a\) herunder lyset\n2\. tager den \*\*til efterretning\*\*/, /Overskrifter/],
      [wordOnTheWeb, /1\. Fælles venteliste\n {2}a\) fra 1\. maj\n2\. Ét brev/, /^$/],
      [webPage, /\*\*Nyt _fra_ kommunen\*\*\n+Linje et\nLinje to/, /Overskrifter/],
    ] as const) {
      await words().click()
      await window.page.keyboard.press('ControlOrMeta+a')
      await window.page.keyboard.press('Delete')
      await pasteInto(words(), html)
      expect(await stored()).toMatch(expected)
      expect(await told()).toMatch(lost)
    }
    // One step takes all of it back.
    await window.page.keyboard.press('ControlOrMeta+z')
    expect(await stored()).toBe('')
    await pasteInto(words(), '', 'Linje et\n- punkt')
    expect(await stored()).toBe('Linje et\n- punkt')
    expect(await words().locator('.rt-item').count()).toBe(1)
    expect(window.takeComplaints()).toEqual([])
  },
)

deepBrowserTest('a text is written by keyboard alone', { timeout: 120_000 }, async () => {
  await openItem()
  await words().focus()
  const { keyboard } = window.page
  await keyboard.type('Det ')
  await keyboard.press('ControlOrMeta+b')
  await keyboard.type('indstilles')
  await keyboard.press('ControlOrMeta+b')
  await keyboard.type(', at')
  await keyboard.press('Enter')
  await keyboard.type('1. gruppen')
  await keyboard.press('Enter')
  await keyboard.type('sekretariatet')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('Slut')
  expect(await stored()).toBe('Det **indstilles**, at\n1. gruppen\n2. sekretariatet\nSlut')
  // To the toolbar and back, along it by arrows, and out of the field by Tab.
  await keyboard.press('Alt+F10')
  expect(await window.page.evaluate('document.activeElement.textContent')).toBe('Fed')
  await keyboard.press('ArrowRight')
  expect(await window.page.evaluate('document.activeElement.textContent')).toBe('Kursiv')
  await keyboard.press('Escape')
  expect(await window.page.evaluate('document.activeElement.id')).toBe('felt-presentation')
  await keyboard.press('Tab')
  expect(await window.page.evaluate('document.activeElement.id')).not.toBe('felt-presentation')
})

deepBrowserTest('a table is made, filled by Tab, and left', { timeout: 120_000 }, async () => {
  await openItem('Før')
  await words().focus()
  await window.page.keyboard.press('ControlOrMeta+End')
  await own().getByRole('button', { name: 'Tabel' }).click()
  for (const [at, text] of ['Post', 'Kr.', 'Drift', '1.200'].entries()) {
    if (at > 0) await window.page.keyboard.press('Tab')
    await window.page.keyboard.type(text)
  }
  await press('Ny række')
  await window.page.keyboard.type('I alt')
  await window.page.keyboard.press('Enter')
  await window.page.keyboard.type('Efter')
  expect(await stored()).toBe('Før\n\nPost\tKr.\nDrift\t1.200\nI alt\t\nEfter')
})

deepBrowserTest('a press keeps the emphasis, the list and the choice of plain text', { timeout: 120_000 }, async () => {
  await openItem('et ord\nto ord')
  await words().focus()
  await window.page.keyboard.press('ControlOrMeta+a')
  await own().getByRole('button', { name: 'Talliste' }).click()
  await own().getByRole('button', { name: 'Fed' }).click()
  expect(await stored()).toBe('1. **et ord**\n2. **to ord**')
  expect(await own().getByRole('button', { name: 'Fed' }).getAttribute('aria-pressed')).toBe('true')
  await own().getByRole('button', { name: 'Ren tekst' }).click()
  const plain = window.page.getByRole('textbox', { name: 'Sagsfremstilling', exact: true })
  expect(await plain.inputValue()).toBe('1. **et ord**\n2. **to ord**')
  await plain.fill('1. **et**')
  await window.page.reload()
  expect(await window.page.locator('.rich-text:visible').count()).toBe(0)
  await press('Formateret tekst')
  await own().waitFor()
})

deepBrowserTest('a draft comes back, and two who write meet at the same words', { timeout: 120_000 }, async () => {
  const id = await openItem('Fra begyndelsen.')
  await words().fill('Kladdens ord.')
  await window.page.getByText('Kladde gemt').waitFor()
  await window.go('/')
  await window.go(`/moeder/${meetingId}/punkter/${id}/rediger`)
  await window.page.getByRole('link', { name: 'Brug kladden' }).click()
  await own().getByText('Kladdens ord.').waitFor()
  const other = await Window.open(browser, origin)
  await other.signIn('sekretariat.kommune')
  await other.go(`/moeder/${meetingId}/punkter/${id}/rediger`)
  await other.page.locator('.rich-text__words#felt-presentation').fill('Den andens ord.')
  await other.page.getByRole('button', { name: 'Gem', exact: true }).click()
  await other.page.getByText('Punktet er gemt').waitFor()
  await press('Gem')
  await window.page.getByText('Den andens ord.').first().waitFor()
  expect(await stored()).toContain('Kladdens ord.')
  await other.close()
})

deepBrowserTest('without scripts the plain field is there, and stores the same', { timeout: 60_000 }, async () => {
  const { id } = await stage.put(meetingId, { title: 'Uden', presentation: '**før**' })
  const plain = await Window.open(browser, origin, phone, false)
  await plain.signIn('sekretariat.bolig')
  await plain.go(`/moeder/${meetingId}/punkter/${id}/rediger`)
  await plain.page.getByLabel('Sagsfremstilling', { exact: true }).fill('**efter**')
  await plain.page.getByRole('button', { name: 'Gem', exact: true }).click()
  expect((await portal.db.prisma.agendaItem.findUniqueOrThrow({ where: { id } })).presentation).toBe('**efter**')
  await plain.close()
})

deepBrowserTest(
  'the page is sound for screen readers at both widths, and shorter than it was',
  { timeout: 120_000 },
  async () => {
    await openItem(
      '1. **Et** punkt med en lang linje, der brydes på en telefon, og en adresse: https://eksempel.dk/side\n\nPost\tKr.\nDrift\t1.200',
    )
    await expectPageSound(window)
    await window.shoot('rich-text-1280')
    expect(await window.page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(2200)
    await window.page.setViewportSize(phone)
    await expectPageSound(window)
    await window.shoot('rich-text-360')
  },
)

deepBrowserTest('what was begun in the field before the editor came goes on in it', { timeout: 60_000 }, async () => {
  const { id } = await stage.put(meetingId, { title: 'Langsom', presentation: 'første\nanden' })
  const slow = await Window.open(browser, origin)
  await slow.signIn('sekretariat.bolig')
  let arrive = () => {}
  const arrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  await slow.page.route('**/vendor/editor-library.js', async route => {
    await arrived
    await route.continue()
  })
  await slow.go(`/moeder/${meetingId}/punkter/${id}/rediger`)
  await slow.page.getByLabel('Sagsfremstilling', { exact: true }).click()
  await slow.page.keyboard.press('ControlOrMeta+Home')
  await slow.page.keyboard.type('Den ')
  arrive()
  await slow.page.locator('.rich-text').first().waitFor()
  await slow.page.keyboard.type('allerførste, ')
  expect(await slow.page.locator('textarea[name="presentation"]').inputValue()).toBe('Den allerførste, første\nanden')
  await slow.close()
})

deepBrowserTest(
  'files that are dropped on a new item wait beside each other, and come with it',
  { timeout: 60_000 },
  async () => {
    await window.go(`/moeder/${meetingId}/punkter/nyt`)
    await window.page.getByLabel('Titel', { exact: true }).fill('Med filer')
    await window.page.getByLabel('Strategi', { exact: true }).check()
    const drop = (...names: string[]) =>
      window.page.evaluate(`(() => {
      const dataTransfer = new DataTransfer()
      for (const name of ${JSON.stringify(names)})
        dataTransfer.items.add(new File(['%PDF-1.7\\n' + name + '\\n%%EOF'], name, { type: 'application/pdf' }))
      document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })()`)
    await drop('notat.pdf', 'kort.pdf')
    await drop('brev.pdf')
    await press('Fjern kort.pdf')
    expect(await window.page.getByRole('list', { name: 'Valgte filer' }).getByRole('listitem').count()).toBe(2)
    await expectPageSound(window)
    await window.shoot('new-item-1280')
    await press('Tilføj, og skriv et punkt mere')
    await window.page.getByText('er tilføjet med 2 bilag').waitFor()
    const item = await portal.db.prisma.agendaItem.findFirstOrThrow({
      where: { title: 'Med filer' },
      include: { attachments: true },
    })
    expect(item.attachments.map(({ name }) => name).toSorted()).toEqual(['brev.pdf', 'notat.pdf'])
  },
)
