import { expect, test } from 'vitest'
import { asTried, thoseTaking } from '../../src/http/route-order.ts'

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

test('a page that stands for an address is found, the nearest first, and one of another length or word is not', () => {
  const pages = ['/moeder/:meeting', '/moeder/ny', '/moeder/:meeting/punkter', '/sager/:number', '/:any/ny'].map(
    path => ({ path }),
  )
  const taking = thoseTaking(pages)
  expect(taking('/moeder/ny').map(({ path }) => path)).toEqual(['/moeder/ny', '/moeder/:meeting', '/:any/ny'])
  expect(taking('/moeder/:meeting').map(({ path }) => path)).toEqual(['/moeder/:meeting'])
  expect(taking('/parter/:slug')).toEqual([])
})
