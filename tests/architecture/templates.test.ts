import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Templates print escaped. What is printed as it stands is another template, or HTML that the Markdown renderer cleaned.

const templates = readdirSync('views', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ejs'))
  .map(name => ({ name, text: readFileSync(join('views', name), 'utf8') }))

/** What must not be there, with its line. */
const findings = (pattern: RegExp, allowed: (match: string) => boolean = () => false) =>
  templates.flatMap(({ name, text }) =>
    [...text.matchAll(pattern)]
      .filter(([match]) => !allowed(match))
      .map(found => `${name}:${text.slice(0, found.index).split('\n').length}: ${found[0]}`),
  )

test('only other templates and cleaned HTML are printed unescaped', () => {
  const isInclude = /^<%-\s*include\(\s*'[a-z0-9/-]+'/
  // The template of a table's or a matrix's cells.
  const isCell = /^<%-\s*include\(cell(?:\.view)?, /
  const isCleanedHtml = /^<%-\s*(?:[\w.]+\.)?(?:\w+Html|html)\s*[-_]?%>$/
  expect(
    findings(/<%-[\s\S]*?%>/g, match => isInclude.test(match) || isCell.test(match) || isCleanedHtml.test(match)),
  ).toEqual([])
})

test('no template has inline script or style: the content security policy would stop it', () => {
  expect(findings(/<script(?![^>]*\bsrc=)[^>]*>|<style[\s>]|\sstyle="|\son[a-z]+="/g)).toEqual([])
})

test('every form that changes something carries its tokens', () => {
  const forms = /<form\b[^>]*method="post"[\s\S]*?<\/form>/gi
  const hasToken = (form: string) => /'components\/form-tokens'|name="_csrf"/.test(form)
  // Signing in begins the session; before it there is no token to carry, and the request's origin is checked instead.
  const isSignIn = (form: string) => form.includes('action="/log-ind"')
  expect(findings(forms, form => hasToken(form) || isSignIn(form))).toEqual([])
})

test('every opened frame is closed', () => {
  const frames = templates.filter(({ text }) => text.includes("include('layout/start'"))
  expect(frames.filter(({ text }) => !text.includes("include('layout/end'")).map(({ name }) => name)).toEqual([])
})

test('every template that another includes is there', () => {
  const names = new Set(templates.map(({ name }) => name.replace(/\.ejs$/, '')))
  const missing = templates.flatMap(({ name, text }) =>
    [...text.matchAll(/(?:include\(\s*|\bview: |\bcell: )'([^']+)'/g)]
      .map(([, path = '']) => path)
      .filter(path => !names.has(path))
      .map(path => `${name}: ${path}`),
  )
  expect(missing).toEqual([])
})

/** Searching the whole portal, and what an excerpt is to hold: forms of their own. */
const ownFilters = [
  'components/search-box.ejs',
  'components/filters.ejs',
  'excerpts/binding.ejs',
  'excerpts/decision.ejs',
  'meetings/series-new.ejs',
  'public/components.ejs',
  'revision/propose.ejs',
  'search/results.ejs',
]

test('a list is filtered by the same bar everywhere', () => {
  const byHand = templates.filter(({ text }) => /<form\b[^>]*method="get"/.test(text)).map(({ name }) => name)
  expect(byHand.filter(name => !ownFilters.includes(name))).toEqual([])
})

/** Figures by place and year: each year is a column, with a heading of its own. */
const figures = ['knowledge/place.ejs', 'knowledge/series.ejs', 'knowledge/show.ejs', 'knowledge/years.ejs']

/** Tables whose columns are still named by hand, to be moved onto the component. */
const ownTables = ['observation-import/headings.ejs']

test('a table, a status and tabs are written once, as components', () => {
  const using = (pattern: RegExp) =>
    templates.filter(({ name, text }) => !name.startsWith('components/') && pattern.test(text)).map(({ name }) => name)
  expect(using(/<table\b/).toSorted()).toEqual([...figures, ...ownTables])
  expect(using(/status-tag--/)).toEqual([])
  expect(using(/class="tabs/)).toEqual([])
})

test('templates decide nothing: they do not search, sort, sum or read JSON', () => {
  expect(findings(/<%[-=]?[^%]*\.(?:filter|reduce|sort|toSorted|find|flatMap)\([^%]*%>|<%[^%]*JSON\.[^%]*%>/g)).toEqual(
    [],
  )
})
