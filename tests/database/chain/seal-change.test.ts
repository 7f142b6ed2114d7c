import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemActor } from '../../../src/access/actor.ts'
import { checkChain } from '../../../src/database/chain/check-chain.ts'
import type { Database } from '../../../src/database/database.ts'
import { event } from '../../../src/database/events.ts'
import { type Tx, write } from '../../../src/database/write.ts'
import { instant } from '../../../src/kernel/days.ts'
import { freshDatabase } from '../../support/app.ts'
import { testNow } from '../../support/templates.ts'

let db: Database
let close: () => Promise<void>
beforeEach(async () => {
  ;({ db, close } = await freshDatabase())
})
afterEach(() => close())

const rename = (name: string, then: (tx: Tx) => Promise<void> = async () => {}) =>
  write(systemActor(db, instant(testNow)), async tx => {
    const { id } = await tx.person.findFirstOrThrow()
    await tx.person.update({ where: { id }, data: { name } })
    await then(tx)
    return { result: id, events: [event('personEdited', 'person', id, { after: name })] }
  })

const lastLink = () => db.sql.asStored<{ id: number }>('SELECT max(id) AS id FROM ChainLink')[0]?.id ?? 0
const sealedIn = (link: number) =>
  db.sql
    .asStored<{ tableName: string }>('SELECT tableName FROM RowSeal WHERE linkId = ? ORDER BY id', link)
    .map(r => r.tableName)
const wrong = () => checkChain((text, ...values) => db.sql.asStored(text, ...values)).flatMap(found => found.wrong)

test('a change is one link, and seals the rows it wrote and its events', async () => {
  const before = lastLink()
  await rename('Ny Navn')
  expect(lastLink()).toBe(before + 1)
  expect(sealedIn(before + 1)).toEqual(['Event', 'Person'])
  expect(wrong()).toEqual([])
})

test('a change that fails leaves no seal, and the next one seals nothing of it', async () => {
  const before = lastLink()
  await expect(
    rename('Fortrudt', async tx => {
      await tx.organisation.updateMany({ data: { shortName: 'Fortrudt' } })
      throw new Error('regretted')
    }),
  ).rejects.toThrow('regretted')
  expect(lastLink()).toBe(before)
  await rename('Holdt fast')
  expect(sealedIn(before + 1)).toEqual(['Event', 'Person'])
  expect(wrong()).toEqual([])
})

test('a row that is removed is sealed as removed', async () => {
  const before = lastLink()
  await write(systemActor(db, instant(testNow)), async tx => {
    const department = await tx.organisation.findFirstOrThrow({ where: { kind: 'DEPARTMENT' } })
    const { id } = await tx.subjectArea.create({ data: { name: 'Til det samme', departmentId: department.id } })
    await tx.subjectArea.delete({ where: { id } })
    return { result: id, events: [] }
  })
  expect(sealedIn(before + 1)).toEqual(['SubjectArea'])
  expect(wrong()).toEqual([])
})

test('changes at once are linked one after the other', async () => {
  const before = lastLink()
  await Promise.all(Array.from({ length: 12 }, (_, i) => rename(`Nummer ${i}`)))
  expect(lastLink()).toBe(before + 12)
  expect(wrong()).toEqual([])
})
