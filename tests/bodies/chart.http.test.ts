import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'

let app: TestApp
let reader: Client
beforeEach(async () => {
  app = await testApp()
  givenCooperation(app.db)
  reader = await app.signIn('laeser')
})
afterEach(() => app.close())

const drawn = (text: string) => /<svg class="chart"[\s\S]*?<\/svg>/.exec(text)?.[0] ?? ''

test('the organisation is drawn, with the same as a list (R104)', async () => {
  const { text } = await reader.get('/organisation').expect(200)
  const svg = drawn(text)
  expect(svg).toContain('role="img"')
  for (const name of [
    'Fælles boligstrategisk gruppe',
    'Formand: Ellen Rosenvang',
    'Odense Kommune',
    'Landsbyggefonden',
  ]) {
    expect(svg).toContain(name)
    expect(text.replace(svg, '')).toContain(name)
  }
  expect(svg.match(/chart__box--association/g)).toHaveLength(14 + 5)
  expect(svg).not.toMatch(/style=|<a /)
})

test('it is drawn as of a past day, and as nothing before there was anything', async () => {
  const past = await reader.get('/organisation?dag=2019-06-01').expect(200)
  expect(past.text).toContain('Organisationsdiagrammet pr. 1. juni 2019')
  expect(drawn(past.text)).not.toContain('Ellen Rosenvang')
  expect(drawn(past.text)).toContain('Ubesat')
  const before = await reader.get('/organisation?dag=2008-08-31').expect(200)
  expect(before.text).toContain('Samarbejdet var ikke begyndt den dag')
  await reader.get('/organisation?dag=i-morgen').expect(200)
})

test('the chart keeps to its number of statements', async () => {
  await reader.get('/organisation')
  const before = app.db.statements()
  await reader.get('/organisation')
  expect(app.db.statements() - before).toBeLessThanOrEqual(5)
})
