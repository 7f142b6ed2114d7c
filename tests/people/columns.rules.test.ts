import { describe, expect, test } from 'vitest'
import { columnNames, columns, headingOf } from '../../src/features/ground/people/columns.ts'

describe('the headings of a file', () => {
  test('are recognised as the example has them', () => {
    const { at, unknown, twice } = headingOf(columnNames.map(name => columns[name].label))
    expect([...at.keys()]).toEqual(columnNames)
    expect([unknown, twice]).toEqual([[], []])
  })

  test.each([
    ['E-MAIL:', 'email'],
    ['e mail', 'email'],
    ['Mail', 'email'],
    ['Tlf.', 'phone'],
    ['Mobilnummer', 'phone'],
    ['FULDMAGT', 'authorisation'],
    ['Stilling', 'title'],
    ['Gælder fra', 'from'],
    ['Fra og med', 'from'],
    ['Til og med', 'to'],
    ['udpeget  af', 'appointedBy'],
    ['Gruppe', 'body'],
    ['Login', 'account'],
    ['Forvaltning', 'organisation'],
  ])('»%s« is the column %s', (heading, column) => {
    expect([...headingOf([heading]).at.keys()]).toEqual([column])
  })

  test('stand in any order; what tells nothing is named, and what is told twice', () => {
    const { at, unknown, twice } = headingOf(['Organisation', 'Skonummer', 'Navn', '', 'Mail', 'E-mail', 'Årsag'])
    expect([at.get('organisation'), at.get('name'), at.get('email')]).toEqual([0, 2, 4])
    expect([unknown, twice]).toEqual([['Skonummer'], ['E-mail']])
  })

  test('are never one and the same word for two columns', () => {
    const words = columnNames.flatMap(name => [columns[name].label, ...columns[name].words])
    for (const word of words) {
      const [column] = headingOf([word]).at.keys()
      expect([columns[column ?? 'name'].label, ...columns[column ?? 'name'].words]).toContain(word)
    }
  })
})
