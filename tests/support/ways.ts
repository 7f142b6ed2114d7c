import type { Page } from 'playwright-core'

/** Other ways to a page than a mouse, a screen and scripts: what is wrong with each, one line a fault. */

/**
 * With the keyboard alone: the Tab key reaches whatever can be used, and one sees where one is. Radio buttons of one
 * question are one stop, as browsers have it.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const all = await page.evaluate(markStops)
  const missing = new Map(all.map((name, index) => [index, name]))
  const faults = new Set<string>()
  await page.evaluate(() => (globalThis as unknown as { scrollTo(x: number, y: number): void }).scrollTo(0, 0))
  for (let presses = 0; presses < all.length + 20 && missing.size > 0; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(whereFocusIs)
    if (!at) continue
    for (const stop of at.stops) missing.delete(stop)
    if (!at.visible) faults.add(`no visible focus on ${at.name}`)
  }
  return [...faults, ...[...missing.values()].map(name => `the Tab key does not reach ${name}`)]
}

/** Numbers whatever can be used, and tells what each is. Runs in the page. */
function markStops(): string[] {
  interface Element {
    tagName: string
    textContent: string | null
    name?: string
    type?: string
    form?: { id: string } | null
    checkVisibility(options: object): boolean
    getAttribute(name: string): string | null
    setAttribute(name: string, value: string): void
  }
  const { document } = globalThis as unknown as { document: { querySelectorAll(of: string): Iterable<Element> } }
  const usable =
    'a[href], button:not([disabled]):not([aria-hidden=true]), input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]'
  return [...document.querySelectorAll(usable)]
    .filter(element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    .map((element, index) => {
      element.setAttribute('data-stop', String(index))
      return `${element.tagName.toLowerCase()} »${(element.textContent ?? '').trim().slice(0, 40) || element.getAttribute('name') || ''}«`
    })
}

/** Where the focus is, and whether it shows. Runs in the page. */
function whereFocusIs(): { name: string; stops: number[]; visible: boolean } | null {
  interface Style {
    outlineStyle: string
    outlineWidth: string
    boxShadow: string
  }
  interface Element {
    tagName: string
    type?: string
    name?: string
    textContent: string | null
    labels?: Iterable<Element>
    closest(of: string): Element | null
    getAttribute(name: string): string | null
  }
  const { document, getComputedStyle, CSS } = globalThis as unknown as {
    document: { activeElement: Element | null; body: Element; querySelectorAll(of: string): Iterable<Element> }
    getComputedStyle(element: Element, part?: string): Style
    CSS: { escape(text: string): string }
  }
  const element = document.activeElement
  if (!element || element === document.body) return null
  const together =
    element.type === 'radio'
      ? [...document.querySelectorAll(`input[name="${CSS.escape(element.name ?? '')}"]`)]
      : [element]
  const shows = (style: Style) =>
    (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none'
  // A box that is drawn by its label shows the focus there.
  const drawn = [element, ...(element.labels ?? [])]
  return {
    name: `${element.tagName.toLowerCase()} »${(element.textContent ?? '').trim().slice(0, 40) || element.getAttribute('name') || ''}«`,
    stops: together.map(one => Number(one.getAttribute('data-stop') ?? -1)),
    visible: drawn.some(one => [undefined, '::before', '::after'].some(part => shows(getComputedStyle(one, part)))),
  }
}

/** On paper: nothing that only a screen can use, and nothing cut off at the width of a sheet. */
export async function printFaults(page: Page): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 }
  await page.emulateMedia({ media: 'print' })
  // A4 with the margins that browsers leave.
  await page.setViewportSize({ width: 718, height: before.height })
  const found = await page.evaluate(() => {
    interface Element {
      tagName: string
      className: string
      textContent: string | null
      checkVisibility(options: object): boolean
      scrollWidth: number
      offsetWidth?: number
      getBoundingClientRect(): { left: number; right: number; width: number }
    }
    const { document, getComputedStyle } = globalThis as unknown as {
      document: { querySelectorAll(of: string): Iterable<Element> }
      getComputedStyle(of: Element): { display: string }
    }
    const shown = (of: string) =>
      [...document.querySelectorAll(of)].filter(element => element.checkVisibility({ visibilityProperty: true }))
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${String(element.className)} »${(element.textContent ?? '').trim().slice(0, 30)}«`
    // A list of contents is of use on paper too.
    const useless = shown('nav:not(.box), button, .button, .skip-link, [role=search]').map(
      element => `on paper: ${name(element)}`,
    )
    // Words reach as far as their block's contents do: the space after a line's last word, which is not printed, counts
    // to the words' own box.
    const isCut = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect()
      // What is drawn in an SVG has no contents that wrap, and measures in the drawing's own units.
      const reach = element.offsetWidth === undefined ? right : Math.max(right, left + element.scrollWidth)
      return width > 1 && getComputedStyle(element).display !== 'inline' && reach > 719
    }
    const cut = shown('main *')
      .filter(isCut)
      .slice(0, 3)
      .map(element => `cut off on paper: ${name(element)}`)
    return [...useless, ...cut]
  })
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(before)
  return found
}

/** Without scripts: no button that only they would answer. */
export const scriptlessFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    interface Button {
      type: string
      form: object | null
      textContent: string | null
      checkVisibility(options: object): boolean
    }
    const { document } = globalThis as unknown as { document: { querySelectorAll(of: string): Iterable<Button> } }
    return [...document.querySelectorAll('button')]
      .filter(
        button => button.checkVisibility({ visibilityProperty: true }) && !(button.type === 'submit' && button.form),
      )
      .map(button => `without scripts, nothing answers the button »${(button.textContent ?? '').trim()}«`)
  })

/** Words that stand under each other, because what is beside them took their line. */
export const squeezedFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    interface Element {
      tagName: string
      textContent: string | null
      offsetHeight: number
    }
    const { document, getComputedStyle } = globalThis as unknown as {
      document: { querySelectorAll(of: string): Iterable<Element> }
      getComputedStyle(of: Element): { lineHeight: string }
    }
    return [
      ...document.querySelectorAll(
        'main label, main p:not(.actions), main li, main h1, main h2, main h3, main .status-tag',
      ),
    ]
      .map(element => ({
        text: (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
        name: element.tagName.toLowerCase(),
        lines: Math.round(element.offsetHeight / Number.parseFloat(getComputedStyle(element).lineHeight)),
      }))
      .filter(({ text, lines }) => lines >= 4 && text.length / lines < 8)
      .map(({ text, name, lines }) => `${name} »${text.slice(0, 60)}« stands on ${lines} lines`)
  })
