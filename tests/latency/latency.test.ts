import { mkdirSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Sender } from '../fuzz/sender.ts'
import { testApp } from '../support/app.ts'
import { givenBuiltDemo } from '../support/built-portal.ts'
import { deep } from '../support/runs.ts'
import { demoFolder } from '../support/templates.ts'
import type { Asked } from './asked.ts'
import { corpusOf } from './corpus.ts'
import { type Measured, measuredPortal } from './measured-portal.ts'

/**
 * Milliseconds of work in one turn. In the whole suite, on a machine that does other things, the same work takes more,
 * and what is held there is that nothing grows beyond all measure.
 */
const limit = Number(process.env.TURN_LIMIT ?? (deep ? 50 : 500))
/** What was not compiled yet, or met a collection of memory, is tried again. */
const tries = 3

let folder: string
let corpus: Asked[]
let served: Measured
const people = new Map<string, Sender>()

beforeAll(async () => {
  folder = await givenBuiltDemo('latency')
  const profiles = process.env.TURN_PROFILES
  if (profiles) mkdirSync(profiles, { recursive: true })
  const portal = await testApp({ from: await demoFolder() })
  corpus = corpusOf(portal, deep)
  await portal.close()
  served = await measuredPortal(folder, limit)
}, 300_000)

afterAll(() => {
  for (const person of people.values()) person.close()
  served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test(
  `no request holds the others up for ${limit} ms`,
  async () => {
    const only = process.env.TURN_ONLY
    const held: string[] = []
    for (const asked of corpus) {
      if (only && !asked.name.includes(only)) continue
      const times: number[] = []
      let status = 0
      for (let tried = 0; tried < tries && (times.length === 0 || Math.min(...times) >= limit); tried += 1) {
        const person = await personAs(asked.as)
        const sent = await asked.sent(person)
        if (!sent) break
        times.push(
          await served.longestTurn(asked.name, async () => {
            status = (await person.send(sent)).status
          }),
        )
      }
      if (times.length === 0) continue
      const told = `${asked.name.slice(0, 100)}: ${times.map(time => time.toFixed(0)).join(', ')} (${status})`
      if (process.env.TURN_TOLD) process.stdout.write(`${told}\n`)
      if (Math.min(...times) >= limit || status >= 500) held.push(told)
    }
    expect(held).toEqual([])
  },
  deep ? 3_600_000 : 240_000,
)

async function personAs(role: string): Promise<Sender> {
  const known = people.get(role)
  if (known?.csrf || (known && role === 'ingen')) return known
  const person = new Sender(served.port)
  people.set(role, person)
  if (role !== 'ingen') await person.signIn(`${role}@demo.example`)
  return person
}
