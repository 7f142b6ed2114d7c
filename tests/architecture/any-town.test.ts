import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Word's own names for its formats hold years. */
const formats = ['src/inputs/word/xml.ts']

const files = ['src', 'views', 'public/js']
  .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
  .filter(path => /\.(ts|ejs|js)$/.test(path) && !path.includes('generated') && !formats.includes(path))

/** A comment may tell whose agreement a rule comes from. */
const withoutComments = (text: string): string =>
  text
    .replace(/<%#[\s\S]*?%>/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')

test('pages, sentences and rules know no town, and no year and rhythm of one agreement', () => {
  expect(files.length).toBeGreaterThan(500)
  const told = files.flatMap(path => {
    const found = /Odense|\b2008\b|\b2010\b|hvert andet år/i.exec(withoutComments(readFileSync(path, 'utf8')))
    return found ? [`${path}: ${found[0]}`] : []
  })
  expect(told).toEqual([])
})
