import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { openDatabase } from '../../src/database/database.ts'
import { applyMigrations } from '../../src/database/migrations/migrations.ts'
import { type SetupAnswers, setUp } from '../../src/features/agreement/setup/index.ts'
import { instant } from '../../src/kernel/days.ts'
import { lunde } from '../setup/given.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { formTo } from '../support/form-on-page.ts'
import { ownFolder } from '../support/run-folder.ts'

const begun = '2026-11-30T09:00:00.000Z'

export interface BegunPortal {
  portal: TestApp
  /** The one-time code that the setup gave a person. */
  codeOf(email: string): string
  close(): Promise<void>
}

/** The portal of an invented town as its setup leaves it. */
export async function begunPortal(answers: SetupAnswers = lunde): Promise<BegunPortal> {
  const folder = ownFolder('begun')
  const file = join(folder, 'portal.db')
  await applyMigrations(file)
  const database = await openDatabase(file)
  const { people } = await setUp(database, instant(begun), answers, null)
  await database.close()
  const portal = await testApp({ from: folder, demo: false, now: begun })
  return {
    portal,
    codeOf: email => people.find(one => one.email === email)?.code ?? '',
    async close() {
      await portal.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody who opens pages and sends the forms on them. */
export class Visitor {
  readonly client: Client

  constructor(client: Client) {
    this.client = client
  }

  /** In by a one-time code, and a password of one's own in its place. */
  static async arriving(portal: TestApp, email: string, code: string): Promise<Visitor> {
    const visitor = new Visitor(portal.anonymous())
    await visitor.client.signIn(email, code)
    const password = 'fire tilfældige høje træer'
    await visitor.sends('/min-konto/vaelg-adgangskode', { next: password, again: password })
    return visitor
  }

  async opens(path: string): Promise<string> {
    const { status, text } = await this.client.get(path)
    expect([path, status]).toEqual([path, 200])
    return text
  }

  /** Opens a page and sends its form with what is typed. @returns where it led, or the page that came back */
  async sends(path: string, typed: Record<string, string | string[]>, action = path): Promise<string> {
    const { fields } = formTo(await this.opens(path), action)
    const answer = await this.client.post(action, { ...fields, ...typed })
    if (answer.status === 200) return answer.text
    const told = /<div class="(?:error-summary|alert|message)[\s\S]*?<\/div>/.exec(answer.text)?.[0] ?? ''
    expect([action, answer.status, told]).toEqual([action, 303, ''])
    return answer.headers.location ?? ''
  }
}

/** The value of the choice that begins so, in a list of the page. */
export function choiceOn(page: string, text: string): string {
  for (const [, value = '', shown = ''] of page.matchAll(/<option value="([^"]*)"[^>]*>([\s\S]*?)<\/option>/g))
    if (shown.trim().startsWith(text)) return value
  throw new Error(`No choice »${text}« on the page.`)
}

/** The same among the choices of one field, where several fields offer what is called alike. */
export function choiceIn(page: string, field: string, text: string): string {
  const at = page.indexOf(`name="${field}"`)
  return choiceOn(page.slice(at, page.indexOf('</select>', at)), text)
}
