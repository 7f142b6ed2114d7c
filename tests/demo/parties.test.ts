import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

test('the people of the demo have their seats through all of the story', async () => {
  const { actor } = givenCooperation(fresh.db)
  const seats = (key: string, at?: string) => actor(key, at).seats.map(seat => `${seat.bodySlug} ${seat.role}`)
  expect(seats('formand')).toEqual(['faelles-gruppe CHAIR'])
  expect(seats('formand', '2022-06-01T10:00:00Z')).toEqual(['faelles-gruppe CHAIR'])
  expect(seats('sekretariat.bolig')).toEqual(['sekretariat-bolig SECRETARY'])
  expect(seats('laeser')).toEqual([])
  expect(actor('mandat.byraad').authorisations).toHaveLength(1)
  expect(actor('administrator').administrator).toBe(true)
})

test('a substitute’s seat points at the seat it stands in for', async () => {
  givenCooperation(fresh.db)
  const rows = fresh.db.sql.asStored<{ name: string }>(
    `SELECT p.name FROM Seat s JOIN Seat f ON f.id = s.substituteForId JOIN Person p ON p.id = f.personId`,
  )
  expect(rows).toEqual([{ name: 'Jakob Stenhuset' }])
})
