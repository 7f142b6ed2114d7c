import { expect, test } from 'vitest'
import { z } from 'zod'
import { baseOf, fieldsOf, leavesOf, merge, readBase } from '../../src/http/forms/three-way.ts'

const all = () => true
const merged = (opened: object, now: object, typed: object) =>
  merge(typed as never, readBase(baseOf(opened as never)), now as never, all)

test('what one has not touched is the other’s', () => {
  const { values, both, taken } = merged(
    { title: 'A', summary: 'Først' },
    { title: 'A', summary: 'Hendes' },
    { title: 'Min', summary: 'Først' },
  )
  expect(values).toEqual({ title: 'Min', summary: 'Hendes' })
  expect(both).toEqual({})
  expect(taken).toEqual({ summary: 'Hendes' })
})

test('what both have changed stays as it was typed, beside what stands now', () => {
  const { values, both, taken } = merged({ title: 'A' }, { title: 'Hendes' }, { title: 'Min' })
  expect(values).toEqual({ title: 'Min' })
  expect(both).toEqual({ title: 'Hendes' })
  expect(taken).toEqual({})
})

test('what both have changed alike, and what differs in the ends of lines alone, is no difference', () => {
  const { both, taken } = merged(
    { title: 'A', text: 'x' },
    { title: 'B', text: 'a\nb' },
    { title: 'B', text: 'a\r\nb ' },
  )
  expect([both, taken]).toEqual([{}, {}])
})

test('what one has emptied is one’s own, and what the other has emptied is the other’s', () => {
  expect(merged({ a: 'x', b: 'y' }, { a: 'x', b: '' }, { a: '', b: 'y' })).toEqual({
    values: { a: '', b: '' },
    both: {},
    taken: { b: '' },
  })
})

test('rows and choices are compared each by its own name, also where the other’s is new', () => {
  const note = (text: string) => ({ o4: { status: 'HEARD', note: text } })
  const { values, taken } = merged(
    { involvements: {}, areas: ['1', '2'] },
    { involvements: note('Hørt i marts'), areas: [2, 1] },
    { involvements: { o4: { status: '', note: '' }, o5: { status: 'NONE', note: '' } }, areas: ['1', '2', '3'] },
  )
  expect(values.involvements).toEqual({
    o4: { status: 'HEARD', note: 'Hørt i marts' },
    o5: { status: 'NONE', note: '' },
  })
  expect(values.areas).toEqual(['1', '2', '3'])
  expect(Object.keys(taken)).toEqual(['involvements[o4][status]', 'involvements[o4][note]'])
})

test('a tick is a tick, however it is written', () => {
  expect(merged({ closed: '' }, { closed: true }, {}).values).toEqual({ closed: true })
  expect(merged({ closed: '1' }, { closed: '1' }, {}).taken).toEqual({})
})

test('without what the form was opened with, each difference is shown and nothing is taken', () => {
  expect(merge({ a: 'x' }, readBase('nonsense'), { a: 'y', b: 'z' }, all)).toEqual({
    values: { a: 'x' },
    both: { a: 'y', b: 'z' },
    taken: {},
  })
})

test('only what the form reads is compared', () => {
  const isField = fieldsOf(
    z.object({ title: z.string(), rows: z.array(z.string()), version: z.number() }).transform(x => x),
  )
  expect(['title', 'rows[0][note]', 'version', 'createdById'].filter(isField)).toEqual(['title', 'rows[0][note]'])
})

test('the portal’s own fields are no content', () => {
  expect([...leavesOf({ _csrf: 'x', title: ' Å ' })]).toEqual([['title', 'Å']])
})
