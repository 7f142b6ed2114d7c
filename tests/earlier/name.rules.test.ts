import { describe, expect, test } from 'vitest'
import { proposedFromName } from '../../src/features/meetings/earlier/many/name-rules.ts'

const proposed = (name: string) => {
  const { date, kind, title, number } = proposedFromName(name)
  return [date?.day ?? null, date?.precision ?? null, kind, title, number]
}

describe('what a file’s name tells', () => {
  test.each([
    ['2011-03-14 Referat fælles gruppe.docx', '2011-03-14', 'DAY', 'MINUTES', 'Referat fælles gruppe'],
    ['Referat 14. marts 2011.pdf', '2011-03-14', 'DAY', 'MINUTES', 'Referat, 14. marts 2011'],
    [
      'Referat af møde den 14. marts 2011 i fælles gruppe.pdf',
      '2011-03-14',
      'DAY',
      'MINUTES',
      'Referat af møde i fælles gruppe',
    ],
    ['20110314_referat_strategigruppen.pdf', '2011-03-14', 'DAY', 'MINUTES', 'Referat strategigruppen'],
    ['14032011 Dagsorden.doc', '2011-03-14', 'DAY', 'AGENDA', 'Dagsorden, 14. marts 2011'],
    ['dagsorden-14-03-2011.docx', '2011-03-14', 'DAY', 'AGENDA', 'Dagsorden, 14. marts 2011'],
    ['Referat 14.03.11 endelig.pdf', '2011-03-14', 'DAY', 'MINUTES', 'Referat endelig'],
    ['Referat 5 maj 2009.pdf', '2009-05-05', 'DAY', 'MINUTES', 'Referat, 5. maj 2009'],
    ['Protokol marts 2011.pdf', '2011-03-01', 'MONTH', 'MINUTES', 'Protokol, marts 2011'],
    ['2011_03 Referat fra udvalget.pdf', '2011-03-01', 'MONTH', 'MINUTES', 'Referat fra udvalget'],
    ['Samarbejdsaftale 2012.pdf', '2012-01-01', 'YEAR', 'AGREEMENT', 'Samarbejdsaftale, 2012'],
    ['Beslutning om fælles udlejning (2013).pdf', '2013-01-01', 'YEAR', 'DECISION', 'Beslutning om fælles udlejning'],
    ['2011-03-14.pdf', '2011-03-14', 'DAY', null, 'Dokument, 14. marts 2011'],
    ['Notat om beboerdemokrati.odt', null, null, null, 'Notat om beboerdemokrati'],
    ['Møde 7 referat.pdf', null, null, 'MINUTES', 'Møde 7 referat'],
  ])('%s', (name, day, precision, kind, title) => {
    expect(proposed(name).slice(0, 4)).toEqual([day, precision, kind, title])
  })

  test('a number that it says it has is proposed', () => {
    expect(proposedFromName('2011-03-14 Referat nr. 7.pdf').number).toBe('7')
    expect(proposedFromName('Dagsorden_nr_3_fælles.docx').number).toBe('3')
    expect(proposedFromName('Beslutning nr. 7-11.pdf').number).toBe('7-11')
    expect(proposedFromName('Referat panr 7.pdf').number).toBe('')
  })

  test('what is no day is none: a house number, a version, a day that is not in the calendar', () => {
    expect(proposed('Vestergade 21 ombygning.pdf').slice(0, 2)).toEqual([null, null])
    expect(proposed('Referat version 1.2.pdf').slice(0, 2)).toEqual([null, null])
    expect(proposed('2011-02-31 Referat.pdf').slice(0, 2)).toEqual(['2011-02-01', 'MONTH'])
    expect(proposed('Sag 20131499.pdf').slice(0, 2)).toEqual([null, null])
  })

  test('letters come as a Mac sends them, and endings of any kind go', () => {
    expect(proposed('2011-03-14 Fa\u030Alles møde.PDF').slice(3, 4)).toEqual(['Fålles møde'])
    expect(proposed('.pdf')[3]).toBe('')
    expect(proposedFromName(`${'a'.repeat(400)}.pdf`).title).toHaveLength(200)
  })
})
