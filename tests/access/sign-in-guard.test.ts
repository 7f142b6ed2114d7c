import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { guardLimits, SignInGuard } from '../../src/access/sign-in-guard.ts'

const email = 'inga@demo.example'
const home = '192.0.2.1'
let known: Set<string>
let guard: SignInGuard

beforeEach(() => {
  vi.useFakeTimers()
  known = new Set([home])
  guard = new SignInGuard((_email, place) => known.has(place))
})
afterEach(() => {
  vi.useRealTimers()
})

/** How long it takes until the guard has judged a try, in milliseconds of its own clock. */
async function tried(place: string, at = email) {
  const begun = Date.now()
  let judged: { admission: string; ms: number } | undefined
  const judging = guard.admit(at, place).then(admission => {
    judged = { admission, ms: Date.now() - begun }
  })
  for (let step = 0; judged === undefined && step < 400; step += 1) await vi.advanceTimersByTimeAsync(100)
  await judging
  if (!judged) throw new Error('It is never judged.')
  return judged
}

async function failures(count: number, at = email) {
  for (let i = 0; i < count; i += 1) {
    const place = `198.51.100.${i}`
    await tried(place, at)
    await guard.failed(at, place)
  }
}

test('from one place an account is tried a few times, each later, and then not for a quarter of an hour', async () => {
  const waits = []
  for (let i = 0; i < guardLimits.here; i += 1) waits.push(await tried(home))
  expect(waits.every(({ admission }) => admission === 'admitted')).toBe(true)
  expect(waits.at(-1)?.ms).toBeGreaterThan(1000)
  expect((await tried(home)).admission).toBe('limited anew')
  expect((await tried(home)).admission).toBe('limited')
  expect((await tried(home, 'another@demo.example')).admission).toBe('admitted')
  await vi.advanceTimersByTimeAsync(15 * 60_000)
  expect((await tried(home)).admission).toBe('admitted')
})

test('a right password forgives the tries before it', async () => {
  for (let i = 0; i < guardLimits.here - 1; i += 1) await tried(home)
  await guard.succeeded(email, home)
  expect(await tried(home)).toEqual({ admission: 'admitted', ms: 0 })
})

test('from many places an account is tried slower and slower, but never shut: a new place waits and comes in', async () => {
  await failures(guardLimits.strangers)
  expect((await tried('203.0.113.1')).ms).toBeGreaterThanOrEqual(guardLimits.step)
  await failures(30)
  const late = await tried('203.0.113.2')
  expect(late.admission).toBe('admitted')
  expect(late.ms).toBeGreaterThanOrEqual(guardLimits.longest)
  expect(late.ms).toBeLessThan(guardLimits.longest + 500)
}, 30_000)

test('where the person has signed in before, nobody’s guesses from elsewhere make a difference', async () => {
  await failures(40)
  expect(await tried(home)).toEqual({ admission: 'admitted', ms: 0 })
}, 30_000)

test('tries at once from many places are taken one after the other, and only some may wait', async () => {
  await failures(40)
  const begun = Date.now()
  const judged: { admission: string; ms: number }[] = []
  const all = Array.from({ length: 50 }, (_, i) =>
    guard.admit(email, `203.0.113.${i}`).then(admission => judged.push({ admission, ms: Date.now() - begun })),
  )
  await vi.advanceTimersByTimeAsync(60_000)
  await Promise.all(all)
  const admitted = judged.filter(({ admission }) => admission === 'admitted')
  expect(admitted).toHaveLength(guardLimits.waiting)
  const gaps = admitted.map(({ ms }, i) => ms - (admitted[i - 1]?.ms ?? 0))
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(guardLimits.longest)
}, 30_000)

test('an account that does not exist is counted as one that does', async () => {
  await failures(guardLimits.strangers, 'nobody@demo.example')
  expect((await tried('203.0.113.1', 'nobody@demo.example')).ms).toBeGreaterThanOrEqual(guardLimits.step)
})

test('one place cannot try ever new accounts', async () => {
  for (let i = 0; i < guardLimits.place; i += 1) await guard.admit(`${i}@demo.example`, '203.0.113.9')
  expect(await guard.admit('new@demo.example', '203.0.113.9')).toBe('limited anew')
})
