import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'

let portal: TestApp

beforeAll(async () => {
  portal = await testApp()
})
afterAll(() => portal.close())

/** The menus of a page by their headings or labels: of what the house always had, each line as it is read. */
function menusIn(html: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const [, attributes = '', inner = ''] of html.matchAll(/<nav([^>]*)>([\s\S]*?)<\/nav>/g)) {
    const name = /aria-label="([^"]*)"/.exec(attributes)?.[1] ?? /<h2[^>]*>([^<]*)</.exec(inner)?.[1] ?? ''
    const lines = [...inner.matchAll(/<li><a [^>]*>([^<]*)</g)].map(match => match[1] ?? '')
    found[name] = lines.filter(line => known.includes(line))
  }
  return found
}

const places = [
  'Mit overblik',
  'Møder',
  'Sager',
  'Beslutninger',
  'Mandater',
  'Opfølgning',
  'Parter',
  'Samarbejdsaftalen',
  'Organisationsdiagram',
]
const work = [
  'Møder',
  'Punktforslag',
  'Beslutninger',
  'Fælles holdninger',
  'Forelæggelser',
  'Fra før portalen',
  'Mandater',
  'Opfølgning',
]
const parties = [
  'Samarbejdsaftalen',
  'Alle parter',
  'Organisationsdiagram',
  'Fælles boligstrategisk gruppe',
  'Om samarbejdet',
  'Min konto',
]
const portalItself = ['Tilgængelighedserklæring', 'Privatliv', 'Cookies', 'Licenser']

/** What a later feature adds among them is its own tests' matter. */
const known = [...places, ...work, ...parties, ...portalItself, 'Hændelser', 'Konti', 'Komponenter']

test('whoever reads along finds the work, the parties and the portal, in that order', async () => {
  const menus = menusIn((await (await portal.signIn('laeser')).get('/')).text)
  expect(menus).toEqual({
    Hovedmenu: places,
    'Hovedmenu på telefon': places,
    Arbejdet: work,
    Parterne: parties,
    'Om portalen': portalItself,
  })
})

test('who has a seat finds the log of events too, and the administrator the accounts', async () => {
  const member = menusIn((await (await portal.signIn('medlem.hoejstrup')).get('/')).text)
  expect([member.Arbejdet, member.Parterne]).toEqual([[...work, 'Hændelser'], parties])
  const administrator = menusIn((await (await portal.signIn('administrator')).get('/')).text)
  expect([administrator.Arbejdet, administrator.Parterne]).toEqual([
    [...work, 'Hændelser'],
    [...parties, 'Konti'],
  ])
  expect(administrator['Om portalen']).toEqual([...portalItself, 'Komponenter'])
})

test('who is not signed in reads of the portal alone', async () => {
  expect(menusIn((await portal.anonymous().get('/')).text)).toEqual({ 'Om portalen': portalItself })
})

test('the menu says which page one is on, and under what a page stands', async () => {
  const client = await portal.signIn('laeser')
  const currentIn = (html: string) =>
    [...html.matchAll(/<a href="([^"]*)" aria-current="([^"]*)"/g)].map(match => match.slice(1, 3).join(' '))
  expect(new Set(currentIn((await client.get('/parter')).text))).toEqual(new Set(['/parter page']))
  expect(new Set(currentIn((await client.get('/parter/hoejstrup')).text))).toEqual(new Set(['/parter true']))
})
