import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Draft } from '../../src/database/folder/form-store.ts'
import { instant } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { roles } from './marks.ts'

/** The pages of drafts stand beside the declared routes: here each role asks for its own drafts and for everybody's. */

let portal: TestApp
let cooperation: Cooperation
const clients = new Map<string, Client>()
const drafts = new Map<string, Draft>()

beforeAll(async () => {
  portal = await testApp()
  cooperation = givenCooperation(portal.db)
  for (const role of roles) {
    clients.set(role, await portal.signIn(role))
    drafts.set(role, keep(role, '/sager', '/sager/ny'))
  }
}, 120_000)
afterAll(() => portal.close())

const wordOf = (role: string) => `hemmeligt-${role.replaceAll('.', '-')}-slut`

function keep(role: string, action: string, page: string): Draft {
  const draft: Draft = {
    personId: cooperation.person(role),
    form: `${randomUUID()}.1`,
    action,
    page,
    title: 'Ny sag',
    fields: { title: wordOf(role), summary: wordOf(role) },
    reason: 'typed',
    savedAt: instant('2026-03-12T09:00:00.000Z'),
    typedAt: Date.now(),
  }
  expect(portal.formStore.keepDraft(draft)).toBe(true)
  return draft
}

const addressOf = (draft: { form: string }) => `/kladder/${draft.form}?side=%2Fsager`
const others = (text: string, role: string) => roles.filter(one => one !== role && text.includes(wordOf(one)))
const mayWrite = async (client: Client) => (await client.get('/sager/ny')).status === 200

test.each(roles)(
  '%s reads no draft but their own, and cannot tell whose a draft is or whether it is there',
  async role => {
    const client = clients.get(role)
    if (!client) throw new Error(role)
    for (const path of ['/kladder', '/sager', '/sager/ny', '/'])
      expect(others((await client.get(path)).text, role), path).toEqual([])
    const nowhere = await client.get(addressOf({ form: `${randomUUID()}.1` }))
    for (const [writer, draft] of drafts) {
      if (writer === role) continue
      const answer = await client.get(addressOf(draft))
      const seen = [answer.status, answer.headers.location, answer.text]
      expect(seen, writer).toEqual([nowhere.status, nowhere.headers.location, nowhere.text])
    }
    // A draft is never the way into a form that one may not send.
    const own = drafts.get(role)
    const answer = await client.get(addressOf(own as Draft))
    const list = (await client.get('/kladder')).text
    if (await mayWrite(client)) {
      expect(answer.status).toBe(200)
      expect(answer.text).toContain(wordOf(role))
      expect(list).toContain(wordOf(role))
    } else {
      expect([403, 404]).toContain(answer.status)
      expect(answer.text).not.toContain(wordOf(role))
      expect(list).not.toContain(wordOf(role))
    }
  },
)

test('nobody throws away the draft of another', async () => {
  const draft = drafts.get('sekretariat.bolig') as Draft
  for (const role of roles.filter(one => one !== 'sekretariat.bolig'))
    await clients.get(role)?.post(`/kladder/${draft.form}/kasser`, { side: '/' })
  expect(portal.formStore.draft(draft.personId, draft.form)).not.toBeNull()
})

test('whoever is not signed in is asked to sign in, and is shown nothing', async () => {
  const draft = drafts.get('sekretariat.bolig') as Draft
  for (const path of ['/kladder', addressOf(draft)]) {
    const answer = await portal.anonymous().get(path)
    expect(answer.status, path).toBe(303)
    expect(answer.headers.location).toMatch(/^\/log-ind/)
    expect(others(answer.text, '')).toEqual([])
  }
})

test('a draft of a meeting that one no longer sees is neither listed nor shown', async () => {
  const draft = keep('sekretariat.bolig', '/moeder/999999/punkter/999999/rediger', '/moeder')
  const client = clients.get('sekretariat.bolig') as Client
  expect((await client.get(addressOf(draft))).status).toBe(404)
  expect((await client.get('/kladder')).text).not.toContain(draft.form)
})
