import { expect, test } from 'vitest'
import { asTried } from '../../src/http/route-order.ts'

const tried = (...paths: string[]) => asTried(paths.map(path => ({ path }))).map(({ path }) => path)

test('a word is tried before a parameter that would take it, whoever was declared first', () => {
  expect(tried('/aftalen/:year', '/aftalen/revision')).toEqual(['/aftalen/revision', '/aftalen/:year'])
  expect(tried('/parter/:organisation/personer/:id', '/parter/:organisation/personer/ny')).toEqual([
    '/parter/:organisation/personer/ny',
    '/parter/:organisation/personer/:id',
  ])
})

test('the first place that differs decides', () => {
  expect(tried('/:a/b', '/a/:b', '/a/b')).toEqual(['/a/b', '/a/:b', '/:a/b'])
})

test('addresses that differ in nothing but names keep their order', () => {
  expect(tried('/sager/:number', '/sager/:id')).toEqual(['/sager/:number', '/sager/:id'])
})
