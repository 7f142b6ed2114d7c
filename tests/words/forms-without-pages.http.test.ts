import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressesOf, samplesIn } from '../support/addresses.ts'
import type { Client, TestApp } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

let portal: TestApp
const people: Client[] = []

beforeAll(async () => {
  portal = await demoApp()
  const emails = [
    'sekretariat.bolig',
    'sekretariat.kommune',
    'formand',
    'mandat.byraad',
    'mandat.hoejstrup',
    'administrator',
    'underskriver.fab',
    'underskriver.kollegieboligselskabet',
  ]
  for (const email of emails) people.push(await portal.signIn(email))
}, 120_000)
afterAll(() => portal.close())

test('whoever may send a form is led from its address to a page that is there, and nobody else is', {
  timeout: 120_000,
}, async () => {
  const pages = new Set(portal.routes.declared.filter(route => route.method === 'get').map(route => route.path))
  const forms = portal.routes.declared.filter(route => route.method === 'post' && !pages.has(route.path))
  expect(forms.length).toBeGreaterThan(50)
  const samples = samplesIn(portal.db)
  const faults: string[] = []
  for (const { path } of forms) {
    const [address] = addressesOf(path, samples)
    if (!address) faults.push(`${path}: no sample`)
    else faults.push(...(await faultsAt(address.path)).map(fault => `${path}: ${fault}`))
  }
  expect(faults).toEqual([])
})

/** Somebody is led on, and to a page; the others get the answer that the form itself would give. */
async function faultsAt(path: string): Promise<string[]> {
  const faults: string[] = []
  let led = 0
  const anonymous = await portal.anonymous().get(path)
  if (anonymous.status !== 303 || !anonymous.headers.location?.startsWith('/log-ind')) faults.push('not led to sign in')
  for (const client of people) {
    const answer = await client.get(path)
    if (![303, 403, 404].includes(answer.status)) faults.push(`answers ${answer.status}`)
    if (answer.status !== 303) continue
    led += 1
    const page = await client.get(answer.headers.location ?? '')
    // A page may be there only while a meeting is as far as it; then it says so, as it would to anyone who has its address.
    if (![200, 303, 404, 422].includes(page.status)) faults.push(`leads to ${answer.headers.location}: ${page.status}`)
  }
  if (led === 0) faults.push('leads nobody on')
  return faults
}
