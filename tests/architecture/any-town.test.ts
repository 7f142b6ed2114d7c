import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bodies } from '../../src/demo/content/bodies.ts'
import { organisations } from '../../src/demo/content/organisations.ts'
import { people } from '../../src/demo/content/people.ts'

/** Word's own names for its formats hold years. */
const formats = ['src/inputs/word/xml.ts']
/** Where the demo says who its people are. */
const demoOwn = ['views/accounts/sign-in.ejs']

const filesIn = (...folders: string[]): string[] =>
  folders
    .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
    .filter(path => /\.(ts|ejs|js)$/.test(path) && !path.includes('generated'))
const files = filesIn('src', 'views', 'public/js').filter(
  path => !formats.includes(path) && !path.startsWith('src/demo/'),
)

/** A comment may tell whose agreement a rule comes from. */
const withoutComments = (text: string): string =>
  text
    .replace(/<%#[\s\S]*?%>/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')

const told = (paths: string[], what: RegExp): string[] =>
  paths.flatMap(path => {
    const found = what.exec(withoutComments(readFileSync(path, 'utf8')))
    return found ? [`${path}: ${found[0]}`] : []
  })

/** The law has its years and its sections in every town. */
const law = ['src/features/strategy/lists/rules/statutory-rules.ts']
const inTheTown = () => files.filter(path => !law.includes(path))

const town = /Odense|\b2008\b|\b2010\b|hvert andet år/i

test('pages, sentences and rules know no town, and no year and rhythm of one agreement', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(told(inTheTown(), town)).toEqual([])
})

test('nor the number of a section, or how many organisations take part', () => {
  const numbered = /§§? ?\d(?! ?fx)/
  const hints = ['src/features/ground/parties/conditions/condition-pages.ts']
  expect(told(inTheTown(), numbered).filter(line => !hints.some(path => line.startsWith(path)))).toEqual([])
  const parties = '(?:bolig)?(?:organisationer|forvaltninger|foreninger|underskrifter|parter|underskrivere)'
  expect(told(files, new RegExp(`\\b(?:8|5|13|14|otte|fem|tretten|fjorten) ${parties}\\b`, 'i'))).toEqual([])
})

test('nor any organisation, body or person of the demo', () => {
  const personKeys = people.map(({ key }) => key).filter(key => key.includes('.'))
  const own = [...organisations.flatMap(({ name, shortName }) => [name, shortName]), ...personKeys]
  const common = new Set(
    bodies.filter(({ kind }) => kind !== 'DECIDING_BODY').flatMap(({ name, slug }) => [name, slug]),
  )
  const names = [...new Set(own)].filter(name => name.length > 4 && !common.has(name))
  const escaped = names.map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const found = told(
    files.filter(path => !demoOwn.includes(path)),
    new RegExp(`(?<![\\p{L}-])(?:${escaped.join('|')})(?![\\p{L}-])`, 'u'),
  )
  expect(found).toEqual([])
})

/** What is true of the real agreement, or of the calendar, is asked of them. */
const real = [
  'tests/agreement/parse-agreement.rules.test.ts',
  'tests/kernel/calendar.rules.test.ts',
  'tests/inputs/word-numbers.rules.test.ts',
]

test('and the rules are tried with an invented town', () => {
  const rules = filesIn('tests').filter(
    path => /\.rules\.test\.ts$|^tests\/danish\/|^tests\/mandates\/facts/.test(path) && !/^tests\/demo\//.test(path),
  )
  expect(rules.length).toBeGreaterThan(60)
  const ofOneTown = /Odense|\b2008\b|\b2010\b/i
  expect(told(rules, ofOneTown).filter(line => !real.some(path => line.startsWith(path)))).toEqual([])
})
