import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { addArea, addDistrict } from '../../src/features/ground/places/index.ts'
import { addIndicator, readIndicators, readRawFigures } from '../../src/features/strategy/knowledge/index.ts'
import { deliverFile } from '../../src/features/strategy/observation-import/deliver-file.ts'
import { judgeRows } from '../../src/features/strategy/observation-import/waiting/judge-rows.ts'
import { takeFile } from '../../src/features/strategy/observation-import/waiting/take-file.ts'
import { day } from '../../src/kernel/days.ts'
import { indicatorTerms } from '../strategies/given.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { deep } from '../support/runs.ts'

// R36: a town's ten years at once, and others are answered meanwhile. What the machine itself takes is told, not judged.

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation
const actor = () => cooperation.actor('sekretariat.bolig')
const [areas, indicators, years] = [200, 25, 10]

beforeAll(async () => {
  if (!deep) return
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
  const from = day('2010-01-01')
  const { id: districtId } = await addDistrict(actor(), { name: 'Mosen', definition: '', source: '', from })
  for (let at = 0; at < areas; at += 1) await addArea(actor(), { name: `Afsnit ${1000 + at}`, districtId, from })
  for (let at = 0; at < indicators; at += 1)
    await addIndicator(actor(), { ...indicatorTerms, name: `Nøgletal nr. ${at}`, denominator: 'Alle' })
}, 120_000)
afterAll(() => close?.())

test.runIf(deep)(
  '50,000 figures are judged and taken in, each in less than five seconds of work',
  async () => {
    const lines = ['Sted;Indikator;År;Værdi;Tæller;Nævner']
    for (let indicator = 0; indicator < indicators; indicator += 1)
      for (let area = 0; area < areas; area += 1)
        for (let year = 0; year < years; year += 1) {
          const heads = 3 + ((area * 7 + year * 3 + indicator) % 90)
          lines.push(
            `Afsnit ${1000 + area};Nøgletal nr. ${indicator};${2015 + year};${(heads / 3).toFixed(1).replace('.', ',')};${heads};300`,
          )
        }
    const buffer = Buffer.from(lines.join('\r\n'))
    // The process that reads is started once, and stands ready.
    await takeFile(actor(), { name: 'lille.csv', buffer: Buffer.from('Sted;År\nA;2020\n') }).catch(() => {})

    const told: string[] = []
    const measured = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
      const loop = monitorEventLoopDelay({ resolution: 5 })
      globalThis.gc?.()
      const before = process.memoryUsage().rss
      loop.enable()
      const [began, cpu] = [performance.now(), process.cpuUsage()]
      const value = await work()
      const { user, system } = process.cpuUsage(cpu)
      loop.disable()
      const more = (process.memoryUsage().rss - before) / 1024 / 1024
      told.push(
        `${name}: ${Math.round(performance.now() - began)} ms, own work ${Math.round((user + system) / 1000)} ms, longest turn ${Math.round(loop.max / 1e6)} ms, ${Math.round(more)} MB more`,
      )
      return value
    }
    const waiting = await measured('file', () => takeFile(actor(), { name: 'by.csv', buffer }))
    const judged = await measured('dry run', () => judgeRows(actor(), waiting, 60_000))
    expect(judged.outcome?.counts).toEqual({ rejected: 0, warned: 0, corrected: 0, ready: 50_000, unchanged: 0 })
    const done = await measured('import', () =>
      deliverFile(actor(), judged, {
        ...{
          source: 'Registeret',
          supplier: '',
          note: '',
          reason: '',
          without: false,
          shown: judged.outcome?.hash ?? '',
        },
      }),
    )
    process.stderr.write(`${told.join('\n')}\n`)
    expect(done.stored).toBe(50_000)
    const [first] = readIndicators(db)
    const figures = readRawFigures(db, { versionIds: [first?.newest.id ?? 0] })
    expect(figures).toHaveLength(areas * years)
    expect(figures.filter(({ withheld }) => withheld).length).toBeGreaterThan(0)
  },
  240_000,
)
