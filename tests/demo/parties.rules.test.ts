import { expect, test } from 'vitest'
import { bodies } from '../../src/demo/content/bodies.ts'
import { organisations } from '../../src/demo/content/organisations.ts'
import { people } from '../../src/demo/content/people.ts'

const of = (kind: string) => organisations.filter(organisation => organisation.kind === kind)

test('the parties are those of the agreement', () => {
  expect(of('HOUSING_ORGANISATION')).toHaveLength(6)
  expect(of('ADMINISTRATOR').map(({ shortName }) => shortName)).toEqual(['Domhusgården', 'Boligkontoret Danmark'])
  expect(of('ASSOCIATION')).toHaveLength(14)
  expect(of('DEPARTMENT')).toHaveLength(5)
  expect(of('EXTERNAL').map(({ slug }) => slug)).toEqual(['landsbyggefonden', 'fyns-politi'])
})

test('every association has one of the eight for its administrator, and a deciding body of its own', () => {
  const administrators = new Set(of('ASSOCIATION').map(({ administrator }) => administrator))
  expect(administrators.size).toBe(6)
  for (const { slug } of of('ASSOCIATION')) {
    expect(bodies.find(body => body.organisation === slug)?.slug).toBe(`bestyrelse-${slug}`)
  }
})

test('the joint group has seven members a side, and nobody has the name of a signatory of 2008', () => {
  const sideOf = (slug: string) => organisations.find(organisation => organisation.slug === slug)?.side
  const members = people.filter(person =>
    person.seats?.some(seat => seat.body === 'faelles-gruppe' && seat.role !== 'SUBSTITUTE' && !seat.endedYearsAgo),
  )
  const count = (side: string) => members.filter(person => sideOf(person.organisation) === side).length
  expect([count('HOUSING'), count('MUNICIPALITY')]).toEqual([7, 7])
  const signed = [
    'Andersen',
    'Jakobsen',
    'Frederiksen',
    'Christensen',
    'Thomsen',
    'Bøllingtoft',
    'Kjærsgaard',
    'Hansen',
  ]
  const alsoSigned = ['Bay', 'Bach', 'Kvolsgaard', 'Holm']
  const surnames = people.map(({ name }) => name.split(' ').at(-1))
  expect(surnames.filter(name => [...signed, ...alsoSigned].includes(name ?? ''))).toEqual([])
})

test('there is an account for every signatory, and no key twice', () => {
  expect(people.filter(({ key }) => key.startsWith('underskriver.'))).toHaveLength(13)
  expect(new Set(people.map(({ key }) => key)).size).toBe(people.length)
})
