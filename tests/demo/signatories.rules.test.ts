import { expect, test } from 'vitest'
import { organisations } from '../../src/demo/content/organisations.ts'

/** The signature list of September 2008, clause by clause: who signed, and how many associations each administers. */
test.each([
  ['R84', 'Advokaterne i Domhusgården', 4],
  ['R85', 'Arbejdernes Boligforening', 1],
  ['R86', 'Boligkontoret Danmark', 2],
  ['R87', 'Boligforeningen Højstrup', 1],
  ['R88', 'Boligforeningen Kristiansdal', 5],
  ['R89', 'Fyns almennyttige Boligselskab', 1],
  ['R90', 'Kollegieboligselskabet', 0],
  ['R91', 'Odense AndelsBoligforening', 0],
])('%s: %s is of the housing side and administers %i', (_clause, name, administered) => {
  const signed = organisations.find(organisation => organisation.name === name)
  expect(signed?.side).toBe('HOUSING')
  expect(organisations.filter(({ administrator }) => administrator === signed?.slug)).toHaveLength(administered)
})

test.each([
  ['R92', 'Borgmesterforvaltningen'],
  ['R93', 'By- og Kulturforvaltningen'],
  ['R94', 'Børn- og Ungeforvaltningen'],
  ['R95', 'Social- og Arbejdsmarkedsforvaltningen'],
  ['R96', 'Ældre- og Handicapforvaltningen'],
])('%s: %s is a department of the municipality', (_clause, name) => {
  const signed = organisations.find(organisation => organisation.name === name)
  expect(signed).toMatchObject({ kind: 'DEPARTMENT', side: 'MUNICIPALITY' })
})
