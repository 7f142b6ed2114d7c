import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unknownCooperation } from '../../src/access/cooperation.ts'
import { createRenderer } from '../../src/http/pages/render.ts'
import type { PageFrame } from '../../src/http/pages/respond.ts'
import { escapeText } from '../../src/http/pages/template.ts'
import { ownFolder } from '../support/run-folder.ts'

let folder: string
const views: Record<string, string> = {
  greeting:
    '<p title="<%= title %>"><%= name %></p>\n<%# nothing %><% if (locals.more) { %><%- include("part", { more }) %><% } -%>\n',
  part: '<b><%= more %></b><% for (const name of ["x", "y"]) { %><i><%= name %></i><% } %><%= typeof title %><%= page.title %>',
  shadow: '<% const more = String(1) %><%= more %><%= locals.more %><%= asset("a") %><%= fieldId("a[0][b]") %>',
}

beforeAll(() => {
  folder = ownFolder('views')
  for (const [name, text] of Object.entries(views)) writeFileSync(join(folder, `${name}.ejs`), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const frame = (title: string): PageFrame => ({
  title,
  person: null,
  csrf: '',
  newFormToken: () => '',
  drafts: [],
  flash: null,
  cooperation: unknownCooperation,
  path: '/',
  demo: false,
  menus: { main: [], work: [], parties: [], portal: [] },
  styles: [],
  version: '0.0.0',
})

const renderer = () =>
  createRenderer({ viewsDir: folder, cache: true, asset: name => `/aktiver/${name}`, to: { meetings: '/moeder' } })

test('what is printed is escaped, and nothing stays from one page to the next', () => {
  const { render } = renderer()
  const page = frame('Å')
  expect(render('greeting', page, { name: `<a href='x'>&"`, title: 0 })).toBe(
    '<p title="0">&lt;a href=&#39;x&#39;&gt;&amp;&#34;</p>\n',
  )
  expect(render('greeting', page, { name: null, title: undefined })).toBe('<p title=""></p>\n')
  expect(render('greeting', page, { name: 'B', title: 'T', more: '>' })).toBe(
    '<p title="T">B</p>\n<b>&gt;</b><i>x</i><i>y</i>undefinedÅ',
  )
  expect(render('greeting', page, { title: 'T', name: 'C' })).toBe('<p title="T">C</p>\n')
})

test('a template may give a local another meaning, and be given names that are words of the language', () => {
  const given = { more: 2, class: 'a', default: 1, locals: 5, include: 3, 'data-x': 1 }
  expect(renderer().render('shadow', frame(''), given)).toBe('12/aktiver/afelt-a-0-b')
})

test('a view that is put in place under a running portal is not mixed with those that it started with', () => {
  const { render } = renderer()
  const before = render('part', frame(''), { more: 1 })
  writeFileSync(join(folder, 'part.ejs'), 'Nyt')
  writeFileSync(join(folder, 'later.ejs'), 'Nyt')
  try {
    expect(renderer().render('part', frame(''), { more: 1 })).toBe(before)
    expect(render('part', frame(''), { more: 1, other: 2 })).toBe(before)
    expect(() => render('later', frame(''), {})).toThrow('when the portal started')
    const developing = createRenderer({ viewsDir: folder, cache: false, asset: name => name, to: {} })
    expect(developing.render('part', frame(''), { more: 1 })).toBe('Nyt')
  } finally {
    writeFileSync(join(folder, 'part.ejs'), views.part ?? '')
  }
})

test('a name that a template is not given stops the page', () => {
  expect(() => renderer().render('greeting', frame(''), { title: 'T' })).toThrow('name is not defined')
  expect(() => renderer().render('greeting', frame(''), { title: 'T', name: '', asset: 1 })).toThrow('»asset«')
})

test('any text is escaped as EJS itself escapes it', () => {
  const sign = fc.oneof(fc.constantFrom('&', '<', '>', '"', "'", '&amp;'), fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 40 }), signs => {
      const text = signs.join('')
      expect(escapeText(text)).toBe(ejs.escapeXML(text))
    }),
  )
})
