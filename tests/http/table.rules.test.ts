import { expect, test } from 'vitest'
import { cellsOf, classOf, shownColumns } from '../../src/http/pages/table.ts'

const row = {
  number: '2026/7',
  title: 'Helhedsplan',
  href: '/beslutninger/2026/7',
  amount: '1.250.000,00 kr.',
  closed: true,
  late: { text: 'Fristen er overskredet', kind: 'danger' },
  state: { text: 'Trådt i kraft', kind: 'success' },
  result: { text: 'Aftalen fra 2026', href: '/aftalen/2026' },
  nothing: null,
  renewPath: '/mandater/nyt?forny=7',
}

test('a cell says its column’s name, and leads on where the row has an address', () => {
  const [number, title, result] = cellsOf(
    [
      { text: 'Nummer', key: 'number', kind: 'head' },
      { text: 'Beslutning', key: 'title', href: 'href' },
      { text: 'Resultat', key: 'result' },
    ],
    row,
  )
  expect(number).toMatchObject({ label: 'Nummer', isHead: true, text: '2026/7', href: '' })
  expect(title).toMatchObject({ label: 'Beslutning', isHead: false, text: 'Helhedsplan', href: '/beslutninger/2026/7' })
  expect(result).toMatchObject({ text: 'Aftalen fra 2026', href: '/aftalen/2026' })
})

test('a status is a mark, and further marks stand where the row says so', () => {
  const marks = [{ key: 'closed', text: 'Lukket punkt' }, { key: 'late' }, { key: 'nothing', text: 'Aflyst' }]
  const [state] = cellsOf([{ text: 'Status', key: 'state', tags: marks }], row)
  expect(state?.text).toBe('')
  expect(state?.tags).toEqual([
    { text: 'Trådt i kraft', kind: 'success' },
    { text: 'Lukket punkt', kind: 'neutral' },
    { text: 'Fristen er overskredet', kind: 'danger' },
  ])
})

test('where there is nothing, it says so or stands empty', () => {
  const [said, empty] = cellsOf(
    [
      { text: 'Afsluttet den', key: 'nothing', none: '–' },
      { text: 'Bemærkning', key: 'unknown' },
    ],
    row,
  )
  expect(said?.text).toBe('–')
  expect(empty?.text).toBe('')
})

test('what can be done with a row is told with what it is about, and only where there is an address', () => {
  const links = [
    { key: 'renewPath', text: 'Forny', about: 'number' },
    { key: 'nothing', text: 'Luk' },
  ]
  const [cell] = cellsOf([{ text: 'Handlinger', key: 'none', links }], row)
  expect(cell?.links).toEqual([{ href: '/mandater/nyt?forny=7', text: 'Forny', about: '2026/7' }])
})

test('a column that the page has not is not in the head, and amounts and screens have their class', () => {
  const columns = [
    { text: 'Beløb', key: 'amount', kind: 'amount' as const, screenOnly: true },
    { text: 'Handlinger', key: 'none', shown: false },
  ]
  expect(shownColumns(columns).map(({ text }) => text)).toEqual(['Beløb'])
  expect(classOf({ text: 'Beløb', key: 'amount', kind: 'amount', screenOnly: true })).toBe('amount no-print')
})
