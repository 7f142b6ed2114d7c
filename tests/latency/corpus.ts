import type { Sender } from '../fuzz/sender.ts'
import { meetingSamples } from '../meetings/samples.ts'
import { addressesOf, type Samples, samplesIn } from '../support/addresses.ts'
import type { TestApp } from '../support/app.ts'
import { dearTexts, filled, shuffledWords } from '../support/dear-texts.ts'
import { type Asked, encoded, form, formsAt, sentForm } from './asked.ts'
import { filesOf } from './corpus-files.ts'

/**
 * Requests that are allowed and cost more than others: large, deep, or many at once. Those that change something stand
 * last. `npm test` takes some of each kind.
 */
export function corpusOf(portal: TestApp, deep: boolean): Asked[] {
  const samples = samplesIn(portal.db)
  const gets = portal.routes.declared.filter(({ method }) => method === 'get')
  const paths = gets.flatMap(route => addressesOf(route.path, samples).map(({ path }) => path))
  const some = <One>(all: One[], step: number): One[] => (deep ? all : all.filter((_, at) => at % step === 0))
  return [
    ...some(paths, 12).map(path => page(path, secretary)),
    ...(deep ? paths.map(path => page(path, 'administrator')) : []),
    ...some(searches(), 6),
    ...some(previews(), 4),
    ...some(floods(samples), 3),
    ...filesOf(samples, deep),
    ...some(passwords(), 3),
    ...some(
      paths.flatMap((path, at) => filledForms(path, at)),
      25,
    ),
  ]
}

const secretary = 'sekretariat.bolig'

const page = (path: string, as: string): Asked => ({ name: `${as} ${path}`, as, sent: () => ({ method: 'GET', path }) })

/** As long as the head of a request may be. */
function searches(): Asked[] {
  const words = ['a ', 'bo* ', '"', 'å', 'renovering ', '-', 'OR ', '(', "'", 'beboerrådgivning i Vollsmose ']
  const lists = ['/soeg', '/beslutninger', '/sager', '/moeder', '/opfoelgning', '/konti']
  return lists.flatMap(path =>
    words.map(word =>
      page(`${path}?q=${encodeURIComponent(word.repeat(2000)).slice(0, 15_000).replace(/%.?$/, '')}`, secretary),
    ),
  )
}

/** Sixty a minute are drawn for each person. */
function previews(): Asked[] {
  return dearTexts.map((text, at) => ({
    name: `preview of »${text.slice(0, 12)}«`,
    as: at % 2 ? 'sekretariat.kommune' : secretary,
    sent: person => ({
      method: 'POST',
      path: '/forhaandsvisning',
      body: encoded({ _csrf: person.csrf, text }),
      type: form,
    }),
  }))
}

/** Bodies at the limit: of fields, of names, of rows, of bytes. */
function floods(samples: Samples): Asked[] {
  const { meeting, item } = meetingSamples(samples.demo, '')[1]?.values ?? {}
  const many = (name: (at: number) => string, value = 'x') =>
    Object.fromEntries(Array.from({ length: 1990 }, (_, at) => [name(at), value]))
  const bodies: [string, Record<string, string | string[]>][] = [
    ['fields', many(at => `f${at}`)],
    ['rows', many(at => `consequences[${at}][amount]`)],
    ['involvements', many(at => `involvements[o${at + 1}][status]`, 'HEARD')],
    ['one list', { subjectAreaIds: Array.from({ length: 1900 }, (_, at) => `${at}`) }],
    ['rows of lists', many(at => `involvements[o${at % 50}][n${at}]`)],
    ['a million letters', { summary: 'æ'.repeat(190_000) }],
    ['a million signs', { summary: '<&"\''.repeat(95_000) }],
    ['a million lines', { summary: '\n'.repeat(380_000), title: 'x' }],
    ['combining signs', { summary: 'a\u030a'.repeat(160_000) }],
  ]
  const addresses = [
    '/sager',
    `/moeder/${meeting}/punkter`,
    `/moeder/${meeting}/punkter/${item}/rediger`,
    '/mandater',
    '/kladder',
    '/soeg',
  ]
  return addresses.flatMap(path =>
    bodies.map(([name, fields]) => ({
      name: `${name} to ${path}`,
      as: secretary,
      sent: person => ({
        method: 'POST' as const,
        path,
        body: encoded({
          _csrf: person.csrf,
          _once: `flod${name}${path}`.padEnd(24, 'f').slice(0, 60),
          _form: '/sager',
          _page: '/sager/ny',
          ...fields,
        }),
        type: form,
      }),
    })),
  )
}

const passwords = (): Asked[] =>
  [
    'kort',
    'password1234',
    'en ganske lang adgangskode 1',
    'q'.repeat(200),
    'a1'.repeat(5000),
    '\u{1f511}'.repeat(100),
  ].flatMap(next => [
    {
      name: `password of ${next.length}`,
      as: 'laeser',
      sent: person => ({
        method: 'POST',
        path: '/min-konto/adgangskode',
        body: encoded({
          _csrf: person.csrf,
          current: next.length < 20 ? 'boligstrategi-demo' : 'forkert',
          next,
          again: next,
        }),
        type: form,
      }),
    },
    {
      name: `sign-in with a password of ${next.length}`,
      as: 'ingen',
      sent: () => ({
        method: 'POST',
        path: '/log-ind',
        body: encoded({ email: `en${next.length}@demo.example`, adgangskode: next, videre: '/' }),
        type: form,
      }),
    },
  ])

/** The forms of a page with every long text as long as it may be; and from an older version, for the page of both. */
function filledForms(path: string, at: number): Asked[] {
  const other = shuffledWords(7).slice(0, 40_000)
  const filling = (kind: string, text: string, older: boolean): Asked => ({
    name: `${kind} of ${path}`,
    as: secretary,
    sent: async (person: Sender) => {
      const found = (await formsAt(person, path)).find(
        one => one.texts.length > 0 && (!older || 'version' in one.fields),
      )
      if (!found) return null
      const texts = Object.fromEntries(found.texts.map(name => [name, text]))
      const version: Record<string, string> = older
        ? { version: String(Math.max(0, Number(found.fields.version) - 1)) }
        : {}
      return sentForm(found, { ...texts, ...version })
    },
  })
  return [
    filling('texts', dearTexts[at % dearTexts.length] ?? '', false),
    filling('longer texts', filled('<æ> '), false),
    filling('shuffled texts', other, false),
    filling('older version', shuffledWords(11).slice(0, 40_000), true),
  ]
}
