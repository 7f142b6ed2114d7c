import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { rowReader } from '../../src/database/reader.ts'
import { loadText } from '../../src/features/decisions/adoption/index.ts'
import {
  addSection,
  beginProcedure,
  editParameters,
  editSection,
  moveSection,
  removeSection,
} from '../../src/features/decisions/procedure/change-procedure.ts'
import { parametersOn } from '../../src/features/decisions/procedure/overview-page.ts'
import { procedureKind } from '../../src/features/decisions/procedure/procedure-kind.ts'
import { verifyProcedure } from '../../src/features/decisions/procedure/verify-procedure.ts'
import { findRules, parametersOf } from '../../src/features/ground/bodies/index.ts'
import { changeRules } from '../../src/features/ground/bodies/rules/set-parameters.ts'
import { type Day, day } from '../../src/kernel/days.ts'
import { adoptText } from '../adoption/given.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'

// R62, R64: the joint group's rules of procedure from the first word to the meetings that they govern. One world, in its order.

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation
beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
})
afterAll(() => close())

const written = '2026-03-02T09:00:00.000Z'
const housing = (at = written) => cooperation.actor('sekretariat.bolig', at)
const municipality = (at = written) => cooperation.actor('sekretariat.kommune', at)
const slug = 'forretningsorden-for-faelles-boligstrategisk-gruppe'
const text = (today: Day = day('2026-03-02')) => loadText(db.prisma, procedureKind, slug, today)
const rulesOf = (on: string) => findRules(rowReader(db), cooperation.body('faelles-gruppe'), day(on))
const standard = () => parametersOn(housing(), day('2026-03-02'))

describe('writing', () => {
  test('begins with what governs today and the usual sections, and there is one text of the group’s', async () => {
    expect(await beginProcedure(housing(), standard())).toEqual({ slug })
    const { newest, state } = await text()
    expect(state).toBe('DRAFT')
    expect(newest.content.parameters).toEqual(standard())
    expect(newest.content.sections.length).toBeGreaterThan(5)
    await expect(beginProcedure(municipality(), standard())).rejects.toThrow('allerede et udkast')
    await expect(beginProcedure(cooperation.actor('medlem.fab', written), standard())).rejects.toThrow('sekretariater')
  })

  test('of two who write different sections neither loses a word, of two who write the same the second is told', async () => {
    await editSection(housing(), { slug, version: 1, key: 'a1', heading: 'Opgave', text: 'Kort.' })
    await editSection(municipality(), { slug, version: 1, key: 'a2', heading: 'Indkaldelse', text: 'Også kort.' })
    await expect(
      editSection(municipality(), { slug, version: 1, key: 'a1', heading: 'Formål', text: 'Andet.' }),
    ).rejects.toMatchObject({ name: 'Conflict' })
    const { sections } = (await text()).newest.content
    expect(sections.slice(0, 2)).toMatchObject([{ heading: 'Opgave' }, { heading: 'Indkaldelse' }])
  })

  test('adds, moves and takes off sections, and no key comes again', async () => {
    await addSection(housing(), { slug, version: 3, heading: 'Gæster', text: '' })
    expect((await text()).facts.lacking.map(({ sentence }) => sentence)).toEqual([
      'Afsnittet »Gæster« har ingen tekst.',
    ])
    await moveSection(housing(), { slug, version: 4, key: 'a9', direction: 'UP' })
    expect((await text()).newest.content.sections.at(-2)?.key).toBe('a9')
    await removeSection(housing(), { slug, version: 5, key: 'a9' })
    await addSection(housing(), { slug, version: 6, heading: 'Gæster', text: 'Gæster deltager uden stemme.' })
    expect((await text()).newest.content.sections.at(-1)?.key).toBe('a10')
  })

  test('refuses what contradicts itself, all of it at once', async () => {
    const parameters = { ...standard(), quorumHousing: 0, agendaWorkdays: 1 }
    await expect(editParameters(housing(), { slug, version: 7, parameters })).rejects.toMatchObject({
      told: [{ field: 'quorumHousing' }, { field: 'agendaWorkdays' }],
    })
  })
})

describe('once the group has adopted them', () => {
  const longer = { noticeWorkdays: 6, proposalDeadlineWorkdays: 12, agendaWorkdays: 8, minutesWorkdays: 5 }

  test('they govern the meetings from that day on, and none before', async () => {
    await editParameters(municipality(), { slug, version: 7, parameters: { ...standard(), ...longer } })
    await adoptText(db, cooperation, procedureKind, { slug, written: '2026-03-02', on: '2026-03-12' })
    expect(await rulesOf('2026-03-11')).toMatchObject({ number: 0, noticeWorkdays: 4, agendaWorkdays: null })
    expect(await rulesOf('2026-03-12')).toMatchObject({ number: 1, ...longer })
    expect(await rulesOf('2027-03-12')).toMatchObject({ number: 1 })
    expect((await text(day('2026-03-12'))).standing?.content.parameters).toMatchObject(longer)
    expect(verifyProcedure(db).wrong).toEqual([])
  })

  test('the default is not theirs to change any more, and that of a side’s own body is', async () => {
    const change = { ...standard(), version: 1, text: '', from: day('2026-06-01'), reason: 'Kortere varsel' }
    const at = '2026-03-20T09:00:00.000Z'
    await expect(changeRules(housing(at), { ...change, body: 'faelles-gruppe' })).rejects.toThrow('en ny beslutning')
    const own = { ...change, body: 'strategigruppe-bolig', noticeWorkdays: 2 }
    await expect(changeRules(municipality(at), own)).rejects.toThrow('medarbejdere i organets sekretariat')
    await changeRules(housing(at), own)
    const of = (on: string) => findRules(rowReader(db), cooperation.body('strategigruppe-bolig'), day(on))
    expect(await of('2026-05-31')).toMatchObject({ number: 0, noticeWorkdays: 4 })
    expect(await of('2026-06-01')).toMatchObject({ number: 1, noticeWorkdays: 2, quorumMunicipality: 0 })
    await expect(changeRules(housing(at), own)).rejects.toMatchObject({ name: 'Conflict' })
  })

  test('a later version governs from the day that it names', async () => {
    const at = '2026-03-20T09:00:00.000Z'
    const { newest } = await text(day('2026-03-20'))
    const parameters = { ...parametersOf(newest.content.parameters), noticeWorkdays: 8 }
    await editParameters(housing(at), { slug, version: newest.number, parameters })
    await adoptText(db, cooperation, procedureKind, { slug, written: '2026-03-20', on: '2026-04-16' })
    expect(await rulesOf('2026-04-15')).toMatchObject({ noticeWorkdays: 6 })
    expect(await rulesOf('2026-04-16')).toMatchObject({ noticeWorkdays: 8 })
  })

  test('verify names a row that is not what was put forward', () => {
    const { sql } = db
    expect(sql.asStored('SELECT count(*) AS n FROM RulesOfProcedure WHERE adoptionId IS NOT NULL')).toEqual([{ n: 2 }])
    expect(verifyProcedure(db).wrong).toEqual([])
  })
})
