import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { actorOf } from '../../src/access/actor.ts'
import { unknownCooperation } from '../../src/access/cooperation.ts'
import type { FormRoute } from '../../src/http/forms/form-route.ts'
import { type FormState, fieldErrors } from '../../src/http/forms/forms.ts'
import type { Answer } from '../../src/http/pages/answers.ts'
import { createRenderer } from '../../src/http/pages/render.ts'
import type { PageFrame, Renderer } from '../../src/http/pages/respond.ts'
import { instant } from '../../src/kernel/days.ts'
import { addressesOf, type Samples, samplesIn } from '../support/addresses.ts'
import { type TestApp, testNow } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

/** Every form of the portal, with something wrong in each field and each field saved by another meanwhile. */

let portal: TestApp
let samples: Samples
let renderer: Renderer
let actors: ReturnType<typeof actorOf>[]

beforeAll(async () => {
  portal = await demoApp()
  samples = samplesIn(portal.db)
  renderer = createRenderer({
    viewsDir: join(import.meta.dirname, '../../views'),
    cache: true,
    asset: name => name,
    to: {},
  })
  const people = portal.db.sql.asStored<{ personId: number }>(
    `SELECT a.personId FROM Account a JOIN Person p ON p.id = a.personId
     ORDER BY a.personId IN (SELECT s.personId FROM Seat s JOIN Body b ON b.id = s.bodyId WHERE b.kind = 'SECRETARIAT') DESC`,
  )
  actors = people.map(({ personId }) => actorOf(portal.db, personId, instant(testNow)))
}, 120_000)
afterAll(() => portal.close())

const frame: PageFrame = {
  title: '',
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
  version: '',
}
const drawn = (answer: Answer | null): string => {
  if (answer?.kind !== 'page') return ''
  const { title, active, crumbs } = answer.model
  return renderer.render(answer.view, { ...frame, title, active, crumbs }, answer.model)
}

interface Form {
  path: string
  redraw(state: FormState): Promise<string>
  fields: string[]
  /** One of the choices of a field that offers some. */
  choices: Map<string, string>
  versioned: boolean
}

/** The fields that a person sees in the form with this address. */
function fieldsIn(page: string, action: string) {
  const start = page.indexOf(`action="${action}"`)
  const form = start < 0 ? '' : page.slice(start, page.indexOf('</form>', start))
  const controls = [...form.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => ({
    name: /\sname="([^"]+)"/.exec(tag)?.[1] ?? '',
    hidden: /type="(hidden|submit|file)"/.test(tag),
  }))
  const fields = controls.filter(({ name, hidden }) => name !== '' && !hidden).map(({ name }) => name)
  const choices = new Map<string, string>()
  for (const [, name = '', inner = ''] of form.matchAll(/<select\b[^>]*\sname="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    choices.set(name, /<option value="([^"]+)"/.exec(inner)?.[1] ?? '')
  for (const [tag] of form.matchAll(/<input\b[^>]*type="(?:radio|checkbox)"[^>]*>/g))
    choices.set(/\sname="([^"]+)"/.exec(tag)?.[1] ?? '', /\svalue="([^"]+)"/.exec(tag)?.[1] ?? '')
  return { fields: [...new Set(fields)], choices, versioned: controls.some(({ name }) => name === 'version') }
}

async function formAt(path: string): Promise<Form | null> {
  const at = portal.routes.formAt(path)
  if (!at) return null
  for (const actor of actors) {
    const redraw = async (state: FormState) => drawn(await attempt(at.form, { actor, params: at.params }, state))
    const page = await redraw({ values: {}, errors: {}, version: 1 })
    const found = fieldsIn(page, path)
    if (found.fields.length > 0) return { path, redraw, ...found }
  }
  return null
}

const attempt = (form: FormRoute, asked: Parameters<FormRoute['redraw']>[0], state: FormState) =>
  form.redraw(asked, state).catch(() => null)

const given = (fields: string[], value: string) => Object.fromEntries(fields.map(name => [name, value]))

/** As zod's own sentence is told at a field whose schema says nothing of its own. */
const wrong = fieldErrors(z.object({ x: z.number() }).safeParse({ x: 'y' }).error as z.ZodError).x ?? ''

async function allForms(): Promise<Form[]> {
  const posts = portal.routes.declared.filter(({ method }) => method === 'post')
  const forms = await Promise.all(posts.map(({ path }) => formAt(addressesOf(path, samples)[0]?.path ?? '')))
  return forms.filter(form => form !== null)
}

test('is called by its own label wherever an error or a conflict tells of it', async () => {
  const forms = await allForms()
  const unnamed: string[] = []
  const untold: string[] = []
  for (const { path, redraw, fields, choices, versioned } of forms) {
    const errors = await redraw({ values: {}, errors: given(fields, wrong), version: 1 })
    if (/Feltet »Felt«/.test(errors) || !errors.includes('er ikke udfyldt korrekt.')) unnamed.push(`${path}: an error`)
    if (!versioned) continue
    const offered = [...choices].filter(([, value]) => value !== '')
    const current = { ...given(fields, 'gemt andetsteds'), ...Object.fromEntries(offered) }
    const conflict = { current, version: 2, message: 'En anden har gemt.' }
    const met = await redraw({ values: given(fields, 'skrevet her'), errors: {}, version: 1, conflict })
    if (!met.includes('En anden har gemt.')) untold.push(path)
    const headings = [...met.matchAll(/<h3>(.*?): gemt udgave<\/h3>/g)].map(([, label]) => label ?? '')
    if (headings.length < fields.length) untold.push(`${path}: ${headings.length} of ${fields.length} fields`)
    if (headings.some(label => label === 'Felt' || label === '')) unnamed.push(`${path}: ${fields} are ${headings}`)
    const codes = [...met.matchAll(/<pre class="conflict__text">([A-Z][A-Z_]+|\d+)<\/pre>/g)].map(([, code]) => code)
    if (codes.length > 0) unnamed.push(`${path}: shows ${codes}`)
    const twice = headings.filter((label, at) => headings.indexOf(label) !== at)
    if (twice.length > 0) unnamed.push(`${path}: several are called ${twice}`)
  }
  expect(unnamed).toEqual([])
  expect(untold).toEqual([])
  expect(forms.length).toBeGreaterThan(50)
  expect(forms.filter(({ versioned }) => versioned).length).toBeGreaterThan(20)
}, 120_000)
