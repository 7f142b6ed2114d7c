import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { features } from '../../src/features.ts'
import { addressesOf } from '../../src/http/feature.ts'

// An address is written in one place: its feature's paths.ts. Who links to a page asks there.

const files = readdirSync('src/features', { recursive: true, encoding: 'utf8' })
  .map(name => join('src/features', name))
  .filter(name => name.endsWith('.ts'))
const textOf = (file: string): string => readFileSync(file, 'utf8')

/** The first part of every address that a paths.ts gives out. */
const beginnings = files
  .filter(file => file.endsWith('/paths.ts'))
  .flatMap(file => [...textOf(file).matchAll(/['`]\/([a-z-]+)/g)].map(match => match[1] ?? ''))

/** SQL puts an event's address together by itself. */
const inSql = /\/event-subjects\.ts$/
/** Where routes are declared, their patterns stand. */
const declares = /(?:\/routes|-routes)\.ts$/

const byHand = new RegExp(`['"\`]/(?:${[...new Set(beginnings)].join('|')})(?=[/?#'"\`$])[^'"\`]*`, 'g')

test('features give out their addresses', () => {
  expect(new Set(beginnings).size).toBeGreaterThan(15)
})

test('no address is written by hand', () => {
  const found = files
    .filter(file => !file.endsWith('/paths.ts') && !inSql.test(file))
    .flatMap(file =>
      textOf(file)
        .split('\n')
        .filter(line => !/^\s*(\/\/|\*|\/\*)/.test(line))
        .flatMap(line => line.match(byHand) ?? [])
        .filter(address => !declares.test(file) || (address.startsWith('`') && !address.includes('/:')))
        .map(address => `${file}: ${address}`),
    )
  expect(found).toEqual([])
})

const templates = readdirSync('views', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ejs'))
  .map(name => ({ name, text: readFileSync(join('views', name), 'utf8') }))

test('templates write no address: they lead to what a model brings, or to an address by its name', () => {
  const written = templates.flatMap(({ name, text }) =>
    [...text.matchAll(/(?:href|action|src)="\/[^"]*"|['`]\/[a-z][^'`]*['`]/g)].map(([found]) => `${name}: ${found}`),
  )
  expect(written).toEqual([])
})

test('every address that a template names is one of a feature', () => {
  const known = addressesOf(features)
  const named = templates.flatMap(({ name, text }) =>
    [...text.matchAll(/(?<![.\w])to\.(\w+)/g)].map(([, address = '']) => ({ name, address })),
  )
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(({ address }) => !(address in known))).toEqual([])
})
