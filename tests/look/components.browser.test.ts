import { afterAll, beforeAll, expect } from 'vitest'
import { testApp } from '../support/app.ts'
import { browserTest, expectPageSound, phone, serveToBrowser, Window, wide } from '../support/browser.ts'
import { squeezedFaults } from '../support/ways.ts'

let served: Awaited<ReturnType<typeof serveToBrowser>>
beforeAll(async () => {
  served = await serveToBrowser(await testApp())
})
afterAll(() => served?.close())

browserTest(
  'the components keep their words on whole lines, with errors and hints, at a desk and on a phone',
  async () => {
    const window = await Window.open(served.browser, served.origin)
    await window.signIn('sekretariat.bolig')
    await window.go('/komponenter')
    for (const size of [wide, phone]) {
      await window.page.setViewportSize(size)
      expect(await squeezedFaults(window.page)).toEqual([])
    }
    await expectPageSound(window)
  },
)

browserTest('the menu stands on one line wherever it stands open, and folds before it would not', async () => {
  const window = await Window.open(served.browser, served.origin)
  await window.signIn('sekretariat.bolig')
  await window.go('/organisation')
  for (const width of [1025, 1100, 1280]) {
    await window.page.setViewportSize({ width, height: 800 })
    const menu = window.page.locator('.site-nav__wide')
    if (!(await menu.isVisible())) continue
    const links = await menu.locator('> ul > li > a, > ul > li > details > summary').all()
    const boxes = await Promise.all(links.map(link => link.boundingBox()))
    expect(new Set(boxes.map(box => box?.height)).size, `at ${width}`).toBe(1)
    expect(
      boxes.every(box => box && box.height < 60 && box.x + box.width <= width),
      `at ${width}`,
    ).toBe(true)
  }
})
