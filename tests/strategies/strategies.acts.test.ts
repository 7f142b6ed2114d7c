import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { loadText, signOffText } from '../../src/features/decisions/adoption/index.ts'
import { enterValue } from '../../src/features/strategy/knowledge/index.ts'
import { editStrategy } from '../../src/features/strategy/strategies/change-strategy.ts'
import {
  addPart,
  appraiseTarget,
  beginStrategy,
  editPart,
  readStrategiesInForce,
  strategyKind,
} from '../../src/features/strategy/strategies/index.ts'
import { movePart, removePart } from '../../src/features/strategy/strategies/parts/change-part.ts'
import { readProgress } from '../../src/features/strategy/strategies/progress/read-progress.ts'
import { strategiesWaiting } from '../../src/features/strategy/strategies/waiting.ts'
import { day } from '../../src/kernel/days.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { givenStrategy, head, writtenStrategy } from './given.ts'

// R33: the life of a strategy: written part by part by both secretariats, adopted by the joint group, and followed.

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation

beforeEach(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
})
afterEach(() => close())

const written = '2026-03-02'
const before = `${written}T10:00:00.000Z`
const housing = (at = before) => cooperation.actor('sekretariat.bolig', at)
const municipality = (at = before) => cooperation.actor('sekretariat.kommune', at)
const newestOf = async (slug: string) => (await loadText(db.prisma, strategyKind, slug, day('2026-03-12'))).newest
const part = { title: 'Vision', text: 'Sådan skal det være.' }

describe('writing', () => {
  test('tells all that is wrong with the head at once, each at its field', async () => {
    const wrong = head(cooperation, { to: day('2025-12-31'), scope: 'NAMED', housingId: 9999 })
    await expect(beginStrategy(housing(), wrong)).rejects.toMatchObject({
      told: [{ field: 'to' }, { field: 'areas' }, { field: 'housingId' }],
    })
    expect(await db.prisma.sharedText.count()).toBe(0)
  })

  test('of two who write different parts neither meets the other; of the same, the second is shown both', async () => {
    const { slug, version } = await writtenStrategy(cooperation, written)
    await editPart(housing(), { slug, version, key: 'a1', owner: null, said: { title: 'Baggrund', text: 'Nyt.' } })
    await editPart(municipality(), {
      slug,
      version,
      key: 'm1',
      owner: 'p1',
      said: { title: 'Alle er trygge', text: '' },
    })
    await addPart(municipality(), { slug, version, kind: 'section', owner: null, said: part })
    const { content } = await newestOf(slug)
    expect(content.sections.map(({ key, text }) => [key, text])).toEqual([
      ['a1', 'Nyt.'],
      ['a2', 'Sådan skal det være.'],
    ])
    expect(content.stars[0]?.goals[0]?.title).toBe('Alle er trygge')
    await expect(
      editPart(municipality(), { slug, version, key: 'a1', owner: null, said: { title: 'Baggrund', text: 'Andet.' } }),
    ).rejects.toMatchObject({ name: 'Conflict', current: { text: 'Nyt.' } })
  })

  test('a part that somebody has written under meanwhile is not removed unseen', async () => {
    const { slug, version } = await writtenStrategy(cooperation, written)
    await addPart(municipality(), { slug, version, kind: 'goal', owner: 'p1', said: part })
    await expect(removePart(housing(), { slug, version, key: 'p1' })).rejects.toMatchObject({ name: 'Conflict' })
    await removePart(housing(), { slug, version: version + 1, key: 'm2' })
    await addPart(housing(), { slug, version: version + 2, kind: 'goal', owner: 'p1', said: part })
    await movePart(housing(), { slug, version: version + 3, key: 'm3', direction: 'UP' })
    expect((await newestOf(slug)).content.stars[0]?.goals.map(({ key }) => key)).toEqual(['m3', 'm1'])
  })

  test('a goal is added under a star of the text, and a target names what there is', async () => {
    const { slug, version } = await writtenStrategy(cooperation, written)
    await expect(addPart(housing(), { slug, version, kind: 'goal', owner: null, said: part })).rejects.toMatchObject({
      told: [{ field: 'owner', sentence: 'Vælg det pejlemærke, målet hører under.' }],
    })
    const target = {
      ...part,
      measure: 'INDICATOR' as const,
      year: 2040,
      ownerId: 9999,
      indicatorId: 9999,
      areaId: 9999,
      baselineValue: 1,
      baselineYear: null,
      baselineSource: '',
      value: null,
    }
    await expect(
      addPart(housing(), { slug, version, kind: 'target', owner: 'm1', said: target }),
    ).rejects.toMatchObject({
      told: ['ownerId', 'indicatorId', 'areaId', 'year', 'baselineSource', 'baselineYear'].map(field => ({ field })),
    })
  })

  test('a draft that lacks something is not signed off, and says what by its number', async () => {
    const { slug, version } = await writtenStrategy(cooperation, written, { municipalityId: null })
    await editPart(housing(), {
      slug,
      version,
      key: 'd2',
      owner: 'm1',
      said: {
        ...part,
        measure: 'INDICATOR',
        year: 2030,
        ownerId: null,
        indicatorId: null,
        areaId: null,
        baselineValue: null,
        baselineYear: null,
        baselineSource: '',
        value: 12,
      },
    })
    await expect(
      signOffText(housing(), strategyKind, { slug, shownHash: (await newestOf(slug)).hash }),
    ).rejects.toThrow(
      'Strategien har ingen ansvarlig hos kommunen. Delmål 1.1.2 mangler indikator, udgangspunkt og ansvarlig organisation.',
    )
  })

  test('only the secretariats write', async () => {
    await expect(beginStrategy(cooperation.actor('medlem.hoejstrup', before), head(cooperation))).rejects.toThrow(
      'Kun medarbejdere i de to sekretariater',
    )
  })
})

describe('a strategy in force', () => {
  const later = '2027-08-02T09:00:00.000Z'

  test('is read with its goals by lasting keys and numbers, on a day, by those who may', async () => {
    const { slug } = await givenStrategy(db, cooperation, { written, on: '2026-03-12' })
    const inForce = (on: string) => readStrategiesInForce(housing(later), day(on))
    expect(inForce('2026-03-11')).toEqual([])
    expect(inForce('2026-03-12')).toMatchObject([
      {
        slug,
        version: 1,
        inForceFrom: '2026-03-12',
        goals: [{ number: '1.1', goal: { key: 'm1', title: 'Flere er trygge' } }],
      },
    ])
    expect(readStrategiesInForce(housing(later), day('2027-01-01'), 'andet')).toEqual([])
  })

  test('is not touched by what is written on the next version', async () => {
    const { slug, version } = await givenStrategy(db, cooperation, { written, on: '2026-03-12' })
    await editStrategy(housing(later), { slug, version, ...head(cooperation, { title: 'Trygge områder for alle' }) })
    expect(readStrategiesInForce(housing(later))).toMatchObject([{ version: 1, content: { title: 'Trygge områder' } }])
    expect(await newestOf(slug)).toMatchObject({ version: 2, title: 'Trygge områder for alle' })
  })

  test('is followed by what is measured, and never by what was measured once', async () => {
    const { indicator, slug } = await givenStrategy(db, cooperation, { written, on: '2026-03-12' })
    const states = (at: string) => {
      const [one] = readStrategiesInForce(housing(at))
      return one ? readProgress(housing(at), one).map(({ progress }) => progress.state) : []
    }
    expect(states('2026-04-01T09:00:00.000Z')).toEqual(['NOT_YET', 'NOT_YET'])
    const entered = {
      indicator,
      place: { level: 'TOWN' as const },
      year: 2026,
      source: 'Undersøgelsen',
      corrects: null,
      reason: '',
    }
    await enterValue(housing('2027-05-03T09:00:00.000Z'), { ...entered, value: 72.5 })
    const said = { slug, target: 'd2', year: 2026, reasons: 'De fleste er hørt.', corrects: null }
    await appraiseTarget(municipality('2027-02-03T09:00:00.000Z'), { ...said, state: 'ON_TRACK' })
    expect(states(later)).toEqual(['ON_TRACK', 'ON_TRACK'])
    expect(states('2028-08-01T09:00:00.000Z')).toEqual(['NOT_UPDATED', 'NOT_UPDATED'])
  })

  test('is appraised in words once a year; a correction stands beside what it corrects', async () => {
    const { slug } = await givenStrategy(db, cooperation, { written, on: '2026-03-12' })
    const said = { slug, target: 'd2', year: 2026, state: 'ON_TRACK' as const, reasons: 'De fleste.', corrects: null }
    await appraiseTarget(housing(later), said)
    await expect(appraiseTarget(municipality(later), said)).rejects.toThrow('allerede vurderet for 2026')
    const [first] = await db.prisma.targetAppraisal.findMany()
    await appraiseTarget(municipality(later), { ...said, state: 'BEHIND', corrects: first?.id ?? 0 })
    await expect(
      appraiseTarget(housing(later), { ...said, reasons: 'Alle.', corrects: first?.id ?? 0 }),
    ).rejects.toMatchObject({ name: 'Conflict', current: { state: 'BEHIND' } })
    await expect(appraiseTarget(housing(later), { ...said, target: 'd1' })).rejects.toThrow('måles med en indikator')
    await expect(appraiseTarget(housing(later), { ...said, year: 2025 })).rejects.toThrow('Strategien begynder i 2026.')
    await expect(appraiseTarget(housing(later), { ...said, year: 2028 })).rejects.toThrow('Året 2028 er ikke begyndt.')
    await expect(appraiseTarget(cooperation.actor('medlem.hoejstrup', later), said)).rejects.toThrow('Kun medarbejdere')
    expect(await db.prisma.targetAppraisal.count()).toBe(2)
  })

  test('waits on the secretariats’ overview when it is to be reviewed and its targets appraised', async () => {
    await givenStrategy(db, cooperation, { written, on: '2026-03-12' })
    const lines = (actor = housing(later)) => strategiesWaiting.flatMap(one => one.lines(actor))
    expect(lines()).toMatchObject([{ text: 'Skriv vurderingen for 2026 af 1 delmål i »Trygge områder«' }])
    expect(lines(housing('2028-07-01T09:00:00.000Z'))).toMatchObject([
      { text: 'Gennemgå »Trygge områder«', by: '2028-06-30', urgent: true },
      { text: 'Skriv vurderingen for 2027 af 1 delmål i »Trygge områder«' },
    ])
    expect(lines(cooperation.actor('medlem.hoejstrup', later))).toEqual([])
  })
})
