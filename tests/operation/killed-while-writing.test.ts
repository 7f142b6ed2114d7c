import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Built, freePort, givenBuiltDemo, startPortal } from '../support/built-portal.ts'
import { formTo } from '../support/form-on-page.ts'
import { deep } from '../support/runs.ts'

/** The built portal dies under a person who writes: what was told to be kept or saved is there, wherever it stopped. */

let folder: string
let running: Built | null = null

beforeAll(async () => {
  folder = await givenBuiltDemo('killed-while-writing')
}, 180_000)
afterAll(() => {
  running?.process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test.runIf(deep)(
  'a form that is typed and saved while the portal is killed is stored or a draft, never neither',
  async () => {
    for (let round = 0; round < (deep ? 100 : 2); round += 1) await killWhileWriting(round)
  },
  deep ? 3_600_000 : 240_000,
)

async function killWhileWriting(round: number): Promise<void> {
  const port = await freePort()
  running = await startPortal({ folder, port })
  const person = await signedIn(running.origin)
  const form = formTo(await textOf(await person.get('/sager/ny')), '/sager')
  const bodyId = await person.firstBody()
  const words = (number: number) => `Runde ${round}, udgave ${number}.`
  const fields = (number: number) => ({ ...flat(form.fields), bodyId, title: words(number), summary: words(number) })

  // As the page does: the draft follows the typing, and the saving comes in the middle of it.
  let kept = 0
  const typing = (async () => {
    for (let number = 1; running; number += 1) {
      const draft = { ...fields(number), _form: '/sager', _page: '/sager/ny', _typed: String(Date.now()) }
      const answer = await person.post('/kladder', draft, 'application/json')
      if (answer?.status === 200 && ((await answer.json().catch(() => ({}))) as { kept?: boolean }).kept) kept = number
    }
  })()
  while (kept < 5) await new Promise(resolve => setTimeout(resolve, 5))
  const saving = round % 2 === 0 ? person.post('/sager', fields(0)) : Promise.resolve(null)
  await new Promise(resolve => setTimeout(resolve, Math.random() * (deep ? 60 : 20)))
  const { process } = running
  running = null
  process.kill('SIGKILL')
  const saved = (await saving)?.status === 303
  await typing

  running = await startPortal({ folder, port })
  const stored = (await textOf(await person.get(`/sager?q=${encodeURIComponent(words(0))}`))).includes(words(0))
  if (saved) expect(stored, 'what was said to be saved').toBe(true)
  const page = await textOf(await person.get('/sager/ny'))
  const href = /href="(\/kladder\/[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  // The saving ends the draft that it has stored; typing that came after it is a draft again.
  expect(stored || href !== undefined, 'stored or a draft').toBe(true)
  if (href) {
    const drafted = formTo(await textOf(await person.get(href)), '/sager').fields.title
    const number = Number(/udgave (\d+)/.exec(String(drafted))?.[1])
    expect(number).toBeGreaterThanOrEqual(stored ? 1 : kept)
    const discard = formTo(page, `${href.split('?')[0]}/kasser`)
    await person.post(discard.action, flat(discard.fields))
  }
  running.process.kill('SIGKILL')
  running = null
}

const flat = (fields: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))

const textOf = async (answer: Response | null): Promise<string> => (await answer?.text()) ?? ''

/** A person's browser, as far as forms go. An answer that never comes is null. */
async function signedIn(origin: string) {
  let cookie = ''
  const send = (path: string, init: RequestInit = {}, accept = 'text/html') =>
    fetch(origin + path, {
      redirect: 'manual',
      ...init,
      headers: { cookie, accept, 'sec-fetch-site': 'same-origin' },
    }).catch(() => null)
  const post = (path: string, fields: Record<string, string>, accept?: string) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) }, accept)
  const answer = await post('/log-ind', {
    email: 'sekretariat.bolig@demo.example',
    adgangskode: 'boligstrategi-demo',
    videre: '/',
  })
  cookie = (answer?.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return {
    get: (path: string) => send(path),
    post,
    firstBody: async () => /<option value="(\d+)"/.exec(await textOf(await send('/sager/ny')))?.[1] ?? '',
  }
}
