import { describe, expect, test } from 'vitest'
import { readPeopleFile } from '../../src/features/ground/people/read-file.ts'
import { valuesOf } from '../../src/features/ground/people/row-values.ts'

const head = 'Navn;Titel;E-mail;Organisation;Konto;Organ;Rolle;Fra;Til;Udpeget på;Bemyndigelse;Besluttet den'

function rowOf(cells: Record<string, string>) {
  const line = head
    .split(';')
    .map(name => cells[name] ?? '')
    .join(';')
  const [row] = readPeopleFile(`${head}\n${line}`, 'source').rows
  if (!row) throw new Error('The file has no row.')
  return valuesOf(row)
}

const karen = { Navn: 'Karen Bro', Organisation: 'Vestbo' }

describe('a row', () => {
  test('says what it says, in the words that people use', () => {
    const { values, faults } = rowOf({
      ...karen,
      ...{ Konto: 'JA', Organ: 'Strategigruppen', Rolle: 'Næstformand', Fra: '1/12-2026' },
      ...{ Bemyndigelse: 'Mandatansvarlig og underskriver', 'E-mail': 'Karen@Vestbo.example' },
    })
    expect(faults).toEqual([])
    expect(values).toMatchObject({
      ...{ email: 'karen@vestbo.example', account: true, role: 'VICE_CHAIR', from: '2026-12-01' },
      authorisations: ['MANDATE_KEEPER', 'SIGNATORY'],
    })
  })

  test.each(['begge', 'mandat, underskrift', 'Mandatansvarlig/underskriftsberettiget'])(
    'gives both by »%s«',
    Bemyndigelse => {
      expect(rowOf({ ...karen, Bemyndigelse }).values.authorisations).toEqual(['MANDATE_KEEPER', 'SIGNATORY'])
    },
  )

  test('tells all that cannot be read, each at its column, in the order of the columns', () => {
    const { faults } = rowOf({
      ...{ Navn: '', 'E-mail': 'karen', Konto: 'måske', Organ: 'x', Rolle: 'kok', Fra: '32.1.2026', Til: '1.1.9999' },
      ...{ Bemyndigelse: 'konge' },
    })
    expect(faults.map(({ column }) => column)).toEqual([
      'name',
      'email',
      'account',
      'role',
      'from',
      'to',
      'authorisation',
    ])
    expect(faults.map(({ reason }) => reason)).toEqual([
      'Feltet »Navn« skal udfyldes.',
      'Skriv e-mailadressen som navn@eksempel.dk.',
      'Skriv ja eller nej.',
      'Skriv en af rollerne formand, næstformand, medlem, suppleant og sekretær.',
      'Skriv datoen som dd.mm.åååå, fx 23.11.2026.',
      'Skriv en dato mellem 1900 og 2199, fx 23.11.2026.',
      'Skriv mandatansvarlig, underskriftsberettiget eller begge.',
    ])
  })

  test.each([
    [{ Rolle: 'medlem' }, 'body'],
    [{ 'Udpeget på': 'Mødet' }, 'body'],
    [{ Fra: '01.12.2026' }, 'body'],
    [{ 'Besluttet den': '01.12.2026' }, 'authorisation'],
  ])('%j without what it belongs to is at fault', (cells, column) => {
    expect(rowOf({ ...karen, ...cells }).faults.map(fault => fault.column)).toEqual([column])
  })

  test('cannot give an account by an address that nobody can sign in with', () => {
    const cells = { ...karen, 'E-mail': 'karen@vest_bo.example' }
    expect(rowOf(cells).faults).toEqual([])
    expect(rowOf({ ...cells, Konto: 'ja' }).faults.map(({ column }) => column)).toEqual(['email'])
  })
})

describe('a file', () => {
  const refused = (text: string) => {
    try {
      readPeopleFile(text, 'source')
    } catch (fault) {
      return (fault as Error).message
    }
    return null
  }

  test.each([
    ['', 'Filen er tom.'],
    ['Karen Bro;k@x.dk', 'Den første linje skal være overskrifter'],
    ['Navn;Titel\nKaren;direktør', 'mindst have kolonnerne Navn og Organisation'],
    ['Navn;Organisation', 'Filen har ingen rækker'],
    ['Navn;Mail;E-mail\nKaren;a@x.dk;b@x.dk', 'To kolonner fortæller det samme: E-mail.'],
    [`Navn;Organisation\n${'Karen;Vestbo\n'.repeat(151)}`, 'Filen har 151 rækker.'],
    [`Navn;Organisation\n${'x'.repeat(200_001)}`, 'Filen er for stor.'],
    ['Navn;Organisation\nKaren 010203-1234;Vestbo\nOle;Vestbo\nTina;0102031234', 'CPR-nummer, i række 2 og 4'],
  ])('is refused as a whole: %#', (text, sentence) => {
    expect(refused(text)).toContain(sentence)
  })

  test('may begin with the hint that Excel writes, and keeps the numbers of its lines', () => {
    const { rows, head: first } = readPeopleFile('\uFEFFsep=,\r\nNavn,Organisation\r\nKaren,Vestbo\r\n', 'fil')
    expect(first).toEqual(['Navn', 'Organisation'])
    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([[3, ['Karen', 'Vestbo']]])
  })
})
