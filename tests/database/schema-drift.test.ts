import { expect, test } from 'vitest'
import { schemaDifference } from '../../src/database/migrations/new-migration.ts'

test('the migrations make exactly the database that prisma/schema describes', async () => {
  expect(await schemaDifference()).toBe('')
})
