import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressesOf, samplesIn } from '../support/addresses.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { deep } from '../support/runs.ts'
import { demoFolder } from '../support/templates.ts'
import { type FoundForm, formsOn } from './forms-on-pages.ts'
import { hostileName, hostilePart, hostileValue, type Random, randomFrom } from './hostile.ts'
import { Sender, type Sent } from './sender.ts'

/**
 * Every declared address and every form of every page, as several people, with what no page of ours sends. The same seed
 * gives the same inputs; FUZZ_SEED and FUZZ_INPUTS choose others.
 */
const inputs = Number(process.env.FUZZ_INPUTS ?? (deep ? 100_000 : 100))
const seed = Number(process.env.FUZZ_SEED ?? 2008)

const roles = [
  'sekretariat.bolig',
  'sekretariat.kommune',
  'formand',
  'medlem.hoejstrup',
  'strategi.bolig',
  'mandat.byraad',
  'mandat.hoejstrup',
  'underskriver.fab',
  'administrator',
  'laeser',
]

interface Line {
  level: number
  err?: { stack?: string }
}

let portal: TestApp
let server: Server
let pages: string[]
let posts: string[]
const lines: Line[] = []
const people = new Map<string, { sender: Sender; forms: FoundForm[] }>()

beforeAll(async () => {
  const log = pino({ base: undefined, level: 'error' }, { write: text => lines.push(JSON.parse(text) as Line) })
  portal = await testApp({ from: await demoFolder(), log })
  server = portal.newServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const samples = samplesIn(portal.db)
  const addresses = (method: 'get' | 'post') =>
    portal.routes.declared
      .filter(route => route.method === method)
      .flatMap(route => addressesOf(route.path, samples).map(({ path }) => path))
  pages = addresses('get')
  posts = addresses('post')
  for (const role of deep ? roles : roles.slice(0, 4)) {
    const sender = new Sender(port)
    people.set(role, { sender, forms: [] })
    await comeIn(role)
  }
}, 900_000)

afterAll(async () => {
  for (const { sender } of people.values()) sender.close()
  server.closeAllConnections()
  server.close()
  await portal.close()
})

const person = (role: string) => {
  const found = people.get(role)
  if (!found) throw new Error(role)
  return found
}

/** Signs in, and looks at the pages for their forms: all of them, or a sixth, another for each person. */
async function comeIn(role: string): Promise<void> {
  const some = deep ? pages : pages.filter((_, at) => (at + role.length) % 6 === 0)
  const one = person(role)
  await one.sender.signIn(`${role}@demo.example`)
  for (const path of some) {
    const { status, text } = await one.sender.send({ method: 'GET', path })
    if (status === 200) one.forms.push(...formsOn(text).filter(({ action }) => action !== '/log-ud'))
  }
  one.forms = one.forms.slice(-1500)
}

const form = 'application/x-www-form-urlencoded'

function nextInput(random: Random, { forms, sender }: { forms: FoundForm[]; sender: Sender }): Sent {
  const kind = random.below(10)
  if (kind < 2) return { method: 'GET', path: hostileQuery(random, random.pick(pages)) }
  if (kind < 3) return { method: 'GET', path: hostilePath(random, random.pick(pages)) }
  if (kind < 4) {
    const fields = [
      ['_csrf', sender.csrf] as const,
      [random.pick(['text', 'title', 'reason']), hostileValue(random)] as const,
    ]
    return { method: 'POST', path: hostilePath(random, random.pick(posts)), body: encoded(fields), type: form }
  }
  if (forms.length === 0) return { method: 'GET', path: random.pick(pages) }
  const found = random.pick(forms)
  const fields = fieldsFor(random, found, sender.csrf)
  const path = random.chance(0.05) ? hostilePath(random, found.action) : found.action
  const headers = random.chance(0.05) ? { accept: 'application/json' } : undefined
  if (!found.multipart && !random.chance(0.02))
    return { method: 'POST', path, body: encoded(fields), type: form, ...(headers && { headers }) }
  return { method: 'POST', path, body: multipart(random, fields), type: 'multipart/form-data; boundary=graense' }
}

/** Most fields as the form would send them, so that some get past each check; a few as nobody would. */
function fieldsFor(random: Random, { fields }: FoundForm, csrf: string): [string, string][] {
  const share = random.pick([0, 0.05, 0.15, 0.5])
  const sent = fields.flatMap(({ name, values }): [string, string][] => {
    if (name === '_csrf') return random.chance(0.01) ? [] : [[name, csrf]]
    if (name === '_once' || name === '_form')
      return [[name, random.chance(0.8) ? `${random.below(1e9)}`.padStart(24, 'f') : (values[0] ?? '')]]
    if (random.chance(0.03)) return []
    const value = random.chance(share) ? hostileValue(random) : random.pick(values)
    const filled =
      value === '' && random.chance(0.5) ? random.pick(['Beboerrådgivning', '2026-06-01', '13:00', '1', '5000']) : value
    const pair: [string, string] = [random.chance(share / 5) ? hostileName(random, name) : name, filled]
    return random.chance(share / 5) ? [pair, [name, hostileValue(random)]] : [pair]
  })
  return sent
}

const encoded = (fields: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString()

function hostileQuery(random: Random, path: string): string {
  const [plain = '', query = ''] = path.split('?')
  const parts = new URLSearchParams(query)
  const known = [
    'q',
    'efter',
    'aar',
    'organ',
    'organisation',
    'dag',
    'tilstand',
    'vis',
    'punkt',
    'fra',
    'type',
    'moede',
  ]
  for (let i = random.below(3) + 1; i > 0; i -= 1) {
    const name = random.pick(known)
    parts.append(random.chance(0.15) ? hostileName(random, name) : name, hostileValue(random).slice(0, 3000))
  }
  return `${plain}?${parts}`
}

function hostilePath(random: Random, path: string): string {
  const parts = path.split('?')[0]?.split('/') ?? []
  const at = 1 + random.below(Math.max(1, parts.length - 1))
  parts[at] = hostilePart(random)
  return parts.join('/') || '/'
}

/** With a file, which may be of any kind; now and then cut off. */
function multipart(random: Random, fields: [string, string][]): Buffer {
  const part = (head: string, content: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`--graense\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ])
  const files = [
    '%PDF-1.7\n',
    'PK\u0003\u0004',
    '# 1. Formål\n\nTekst',
    '',
    '\u0000\u0000',
    'GIF89a',
    hostileValue(random),
  ]
  const named = random.pick([
    'a.pdf',
    'a.docx',
    'a.md',
    'a.txt',
    '',
    '../a.pdf',
    'å\u0301.pdf',
    `${'x'.repeat(300)}.pdf`,
    'a\u202efdp.exe',
  ])
  const whole = Buffer.concat([
    ...fields.map(([name, value]) => part(`name="${name.replace(/["\r\n]/g, '')}"`, value)),
    part(`name="fil"; filename="${named}"`, random.pick(files)),
    Buffer.from('--graense--\r\n'),
  ])
  return random.chance(0.1) ? whole.subarray(0, random.below(whole.length)) : whole
}

/** Not sent: each waits longer, as guessing must. The tests of signing in are about it. */
const isLeftOut = (path: string) => path.startsWith('/log-ind') || path.startsWith('/log-ud')

test(`${inputs} inputs end in no fault, and leave no memory behind`, async () => {
  const random = randomFrom(seed)
  const faults = new Map<string, string>()
  const counted = new Map<number, number>()
  let warm = 0
  for (let i = 0; i < inputs; i += 1) {
    const role = random.pick([...people.keys()])
    const one = person(role)
    const input = nextInput(random, one)
    if (isLeftOut(input.path)) continue
    const before = lines.length
    const answer = await one.sender.send(input)
    counted.set(answer.status, (counted.get(answer.status) ?? 0) + 1)
    if (answer.status >= 500) {
      const stack = lines
        .slice(before)
        .map(line => line.err?.stack ?? '')
        .join('\n')
      // Each fault once, by where it came from.
      const where = /^ +at .*$/m.exec(stack)?.[0] ?? input.path
      const said = `input ${i} by ${role}: ${input.method} ${input.path.slice(0, 300)}\n${String(input.body ?? '').slice(0, 600)}\n${stack.slice(0, 1200)}`
      if (!faults.has(where)) faults.set(where, said)
    }
    if (answer.location.startsWith('/log-ind') || answer.location.startsWith('/min-konto/vaelg')) await backIn(role)
    else if (answer.status === 200 && input.method === 'GET' && random.chance(0.3))
      one.forms.push(...formsOn(answer.text).filter(({ action }) => !isLeftOut(action)))
    if (one.forms.length > 2500) one.forms = one.forms.slice(-1500)
    if (i === Math.floor(inputs / 4)) warm = heapAfterCollection()
    if (deep && i % 5_000 === 4_999) process.stderr.write(`${i + 1} inputs, ${faults.size} faults\n`)
  }
  const grown = (heapAfterCollection() - warm) / 1e6
  if (deep || process.env.FUZZ_INPUTS)
    process.stdout.write(`\nanswers: ${JSON.stringify([...counted])}, heap grew by ${grown.toFixed(1)} MB\n`)
  expect([...faults.values()].join('\n\n')).toBe('')
  expect(counted.get(200), 'some get through').toBeGreaterThan(inputs / 20)
  expect(counted.get(303), 'some take effect').toBeGreaterThan(inputs / 100)
  expect(grown).toBeLessThan(40)
}, 5_400_000)

/** A person whose account was closed, or who was given a code, is let in again; the acts go on with the others. */
async function backIn(role: string): Promise<void> {
  const { sender } = person(role)
  sender.cookie = ''
  await sender.signIn(`${role}@demo.example`)
  if (sender.csrf) return
  people.delete(role)
  if (people.size === 0) throw new Error('Nobody is left to try with.')
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
