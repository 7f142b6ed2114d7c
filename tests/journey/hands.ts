import { expect } from 'vitest'
import type { Window } from '../support/browser.ts'

/**
 * Somebody at a browser, whose actions are counted. One action is an address typed, a click, a field filled in, a choice
 * made in a list, or a file given. To read and to wait is none; a field that is left as it stands is none.
 */
export class Hands {
  readonly window: Window
  actions = 0

  constructor(window: Window) {
    this.window = window
    this.page.setDefaultTimeout(60_000)
  }

  get page() {
    return this.window.page
  }

  async goes(path: string): Promise<void> {
    this.actions += 1
    const answer = await this.window.go(path)
    expect([path, answer?.status()]).toEqual([path, 200])
  }

  /** Follows a link, in the menu or on the page. */
  follows(name: string | RegExp): Promise<void> {
    return this.#leaves('link', name)
  }

  presses(name: string | RegExp): Promise<void> {
    return this.#leaves('button', name)
  }

  async fills(label: string | RegExp, text: string, group?: string): Promise<void> {
    this.actions += 1
    await this.#field(label, group).fill(text)
  }

  async chooses(label: string, option: string, group?: string): Promise<void> {
    this.actions += 1
    await this.#field(label, group).selectOption({ label: option })
  }

  async gives(label: string, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    this.actions += 1
    await this.#field(label).setInputFiles(file)
  }

  async #leaves(role: 'link' | 'button', name: string | RegExp): Promise<void> {
    this.actions += 1
    const answered = this.page.waitForNavigation()
    await this.page.getByRole(role, { name }).locator('visible=true').first().click()
    await answered
  }

  #field(label: string | RegExp, group?: string) {
    const among = group === undefined ? this.page : this.page.getByRole('group', { name: group, exact: true })
    return among.getByLabel(label).first()
  }
}
