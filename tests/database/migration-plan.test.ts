import { describe, expect, test } from 'vitest'
import { checksumOf, type Migration } from '../../src/database/migrations/migration-list.ts'
import { type AppliedMigration, planMigrations } from '../../src/database/migrations/migration-plan.ts'

const known: Migration[] = ['1_ground', '2_rooms', '3_roof'].map(name => ({ name, sql: `CREATE TABLE "${name}" (id)` }))
const applied = (...names: string[]): AppliedMigration[] =>
  names.map(name => ({
    name,
    checksum: checksumOf(known.find(migration => migration.name === name)?.sql ?? ''),
    finished: true,
  }))
const refusal = (rows: AppliedMigration[]) => {
  const plan = planMigrations(known, rows)
  return plan.can ? 'can' : plan.sentence
}
const pending = (rows: AppliedMigration[]) => {
  const plan = planMigrations(known, rows)
  return plan.can ? plan.pending.map(({ name }) => name) : plan.sentence
}

test('what is not applied is pending, in its order, whatever was applied before', () => {
  expect(pending([])).toEqual(['1_ground', '2_rooms', '3_roof'])
  expect(pending(applied('1_ground'))).toEqual(['2_rooms', '3_roof'])
  expect(pending(applied('1_ground', '3_roof'))).toEqual(['2_rooms'])
  expect(pending(applied('1_ground', '2_rooms', '3_roof'))).toEqual([])
})

test('one that an older portal began comes first', () => {
  const rows = applied('1_ground', '2_rooms').map(row => ({ ...row, finished: row.name === '1_ground' }))
  expect(planMigrations(known, rows)).toMatchObject({ can: true, begun: known[1], pending: [known[1], known[2]] })
  // Tried again by hand and finished: the row of the first try means nothing.
  expect(planMigrations(known, [...rows, ...applied('2_rooms')])).toMatchObject({ begun: null, pending: [known[2]] })
})

describe('a database is left as it is', () => {
  test('when a newer portal made it', () => {
    expect(
      refusal([...applied('1_ground', '2_rooms', '3_roof'), { name: '4_garden', checksum: '', finished: true }]),
    ).toMatch(/newer portal than this one: it has 4_garden\./)
    expect(refusal([{ name: '4_garden', checksum: '', finished: false }])).toMatch(/newer portal/)
  })

  test('when it has a migration that is unknown here', () => {
    expect(refusal([...applied('1_ground'), { name: '2_cellar', checksum: '', finished: true }])).toMatch(
      /has 2_cellar, which/,
    )
  })

  test('when a migration was changed after it was applied', () => {
    expect(refusal([{ name: '1_ground', checksum: checksumOf('CREATE TABLE other (id)'), finished: true }])).toMatch(
      /^The migration 1_ground is not the one that was applied/,
    )
    expect(refusal([...applied('1_ground'), { name: '2_rooms', checksum: 'x', finished: false }])).toMatch(
      /2_rooms is not/,
    )
  })

  test('when what was begun cannot be told apart', () => {
    const begun = applied('1_ground', '2_rooms').map(row => ({ ...row, finished: false }))
    expect(refusal(begun)).toMatch(/several unfinished migrations: 1_ground, 2_rooms/)
    expect(refusal(begun.slice(1))).toMatch(/2_rooms was begun before/)
  })
})
