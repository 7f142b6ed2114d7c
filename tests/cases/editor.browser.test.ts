import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { testApp } from '../support/app.ts'
import { browserTest, expectPageSound, serveToBrowser, Window } from '../support/browser.ts'
import { givenCooperation } from '../support/builders.ts'

let window: Window
let stop: () => Promise<void>

beforeAll(async () => {
  const now = '2026-11-23T09:00:00.000Z'
  const portal = await testApp({ now })
  givenCooperation(portal.db, now)
  const served: { origin: string; browser: Browser; close(): Promise<void> } = await serveToBrowser(portal)
  stop = served.close
  window = await Window.open(served.browser, served.origin)
  await window.signIn('sekretariat.bolig')
  await window.go('/sager/ny')
  // The plain field's own tools; tests/rich-text tries the formatted one.
  await window.page.getByRole('button', { name: 'Ren tekst' }).click()
  await window.page.reload()
}, 60_000)

afterAll(() => stop?.())

/** What stands in the field once this was pasted into it. */
async function pasted(html: string): Promise<string> {
  const field = window.page.getByLabel('Resumé')
  await field.fill('')
  await field.focus()
  return window.page.evaluate<string>(`(() => {
    const field = document.activeElement
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', ${JSON.stringify(html)})
    clipboardData.setData('text/plain', 'uden opsætning')
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    return field.value
  })()`)
}

const wordList = [
  ['l0 level1 lfo1', 'Symbol', '·', 'Økonomi'],
  ['l0 level2 lfo1', 'Courier New', 'o', 'Drift'],
  ['l1 level1 lfo2', 'Arial', '12.', 'Møder'],
  ['l2 level1 lfo3', 'Arial', 'b)', 'Frister'],
]
  .map(
    ([list, font, mark, text]) =>
      `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:${list}'><![if !supportLists]><span style='font-family:${font}'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`,
  )
  .join('\n')

browserTest('what is pasted keeps its lists, numbers, tables, emphasis and links', { timeout: 60_000 }, async () => {
  expect(await pasted(`<html><head><style>p { color: red }</style></head><body>${wordList}</body></html>`)).toBe(
    '- Økonomi\n  - Drift\n12. Møder\nb) Frister',
  )
  expect(
    await pasted('<p>Se:</p><ol start=3><li>tre<ul><li>under</li></ul></li><li><p>fire</p></li></ol><p>Slut</p>'),
  ).toBe('Se:\n\n3. tre\n  - under\n4. fire\nSlut')
  expect(await pasted('<ol type="a"><li>et</li><li>to</li></ol>')).toBe('a) et\nb) to')
  expect(
    await pasted(
      '<table><tr><td><p>Post</p></td><td>Kr.</td></tr><tr><td></td><td>1.000</td></tr></table><p>I alt</p>',
    ),
  ).toBe('Post\tKr.\n\t1.000\n\nI alt')
  expect(
    await pasted(
      '<div>Det <b>indstilles</b>,<br>at <i>alle </i>hører<sup>2</sup> <s>ikke</s></div><div>2 &lt; 3 * 4</div>',
    ),
  ).toBe('Det **indstilles**,\nat _alle_ hører² [slettet: ikke]\n2 < 3 * 4')
  expect(await pasted('<a href="https://eksempel.dk/x">her</a>, <a href="https://eksempel.dk/">eksempel.dk</a>')).toBe(
    'her (https://eksempel.dk/x), eksempel.dk',
  )
  expect(
    await pasted('<b style="font-weight:normal"><p>Fra Google</p></b><p style="display:none">skjult</p><p>ja</p>'),
  ).toBe('Fra Google\n\nja')
})

browserTest('the buttons set their marks around words and before lines', { timeout: 60_000 }, async () => {
  const field = window.page.getByLabel('Resumé')
  const select = async (text: string, words: string) => {
    await field.fill(text)
    const from = text.indexOf(words)
    await field.focus()
    await window.page.evaluate(`document.activeElement.setSelectionRange(${from}, ${from + words.length})`)
  }
  await select('Det indstilles, at', ' indstil')
  await window.page.getByRole('button', { name: 'Fed' }).click()
  expect(await field.inputValue()).toBe('Det **indstilles**, at')
  await select('- et\n- to', '- et\n- to')
  await window.page.getByRole('button', { name: 'Kursiv' }).click()
  expect(await field.inputValue()).toBe('- _et_\n- _to_')
  await select('et\nto\ntre', 'et\nto\ntre')
  await window.page.getByRole('button', { name: 'Talliste' }).click()
  expect(await field.inputValue()).toBe('1. et\n2. to\n3. tre')
  await field.fill(
    'Sted:\tRådhuset\nTid:\tkl. 10\n\n- et\n- to\n  - under\n\n- 20.000 kr.\n- gevinst\n\n1. **at** en ganske lang linje, der brydes på en telefon, og\n2. **at** den anden også brydes, når der ikke er plads\n\n    indrykket citat',
  )
  await window.page.getByRole('button', { name: 'Forhåndsvisning' }).click()
  await window.page.locator('.markdown-preview li').first().waitFor()
  await expectPageSound(window)
  await window.shoot('typed-text-1280')
  await window.page.setViewportSize({ width: 360, height: 740 })
  await expectPageSound(window)
  await window.shoot('typed-text-360')
})

browserTest(
  'the preview follows the text, and never passes an old text off as the new',
  { timeout: 60_000 },
  async () => {
    await window.page.setViewportSize({ width: 1280, height: 800 })
    await window.go('/sager/ny')
    const field = window.page.getByLabel('Resumé')
    const preview = window.page.locator('.markdown-preview:visible')
    await field.fill('Den første tekst.')
    await window.page.getByRole('button', { name: 'Forhåndsvisning' }).click()
    await preview.getByText('Den første tekst.').waitFor()
    await field.press('End')
    await field.pressSequentially(' Og mere.')
    expect(await preview.innerText()).toMatch(/Teksten er ændret, siden den blev vist her\.|Og mere\./)
    await preview.getByText('Den første tekst. Og mere.').waitFor()
    expect(await preview.innerText()).not.toContain('Teksten er ændret')
    await window.page.route('**/forhaandsvisning', route => route.abort())
    await field.fill('Skrevet uden forbindelse.')
    await preview.getByText('Teksten kan ikke vises lige nu.').waitFor()
    expect(await preview.innerText()).not.toContain('Den første tekst')
    await window.page.unroute('**/forhaandsvisning')
    window.takeComplaints()
    await window.page.getByRole('button', { name: 'Forhåndsvisning' }).click()
    expect(await preview.count()).toBe(0)
  },
)
