import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findingsIn } from '../../src/findings.ts'
import { type BegunPortal, begunPortal, Visitor } from '../journey/begun-portal.ts'
import { formTo } from '../support/form-on-page.ts'

/** Many people come from a file: judged row by row, shown, confirmed, and stored all of it or nothing. */

let begun: BegunPortal
let ida: Visitor
let bo: Visitor
let per: Visitor
beforeAll(async () => {
  begun = await begunPortal()
  const arriving = (email: string) => Visitor.arriving(begun.portal, email, begun.codeOf(email))
  ida = await arriving('ida@lundebo.example')
  bo = await arriving('bo@lunde.example')
  per = await arriving('per@lunde.example')
}, 60_000)
afterAll(async () => {
  const { db, settings } = begun.portal
  expect(findingsIn(db, settings.documentsDir).flatMap(({ wrong }) => wrong)).toEqual([])
  await begun.close()
})

const path = '/personer/indlaes'
const head = [
  ...[
    'Navn',
    'Titel',
    'E-mail',
    'Organisation',
    'Konto',
    'Organ',
    'Rolle',
    'Suppleant for',
    'Fra',
    'Udpeget af',
    'Udpeget på',
  ],
  ...['Bemyndigelse', 'Bemyndigelse for', 'Besluttet af', 'Besluttet den', 'Dokument'],
] as const
type Row = Partial<Record<(typeof head)[number] | 'Telefon', string>>

const fileOf = (...rows: Row[]) =>
  [head.join(';'), ...rows.map(row => head.map(name => row[name] ?? '').join(';'))].join('\n')

const seat = { 'Udpeget af': 'Bestyrelsen', 'Udpeget på': 'Mødet den 20. november 2026' }
const named = { 'Besluttet af': 'Bestyrelsen', 'Besluttet den': '16.11.2026', Dokument: 'Protokollen, punkt 4' }
const karen: Row = {
  Navn: 'Karen Bro',
  Titel: 'direktør',
  'E-mail': 'karen@lundebo.example',
  Organisation: 'Lunde Boligforening',
}

async function shows(visitor: Visitor, source: string): Promise<string> {
  const { fields } = formTo(await visitor.opens(path), path)
  const answer = await visitor.client.post(path, { ...fields, source, handling: 'laes' })
  expect(answer.status).toBe(200)
  return answer.text
}

const confirms = (visitor: Visitor, page: string) =>
  visitor.client.post(path, { ...formTo(page, path).fields, handling: 'gem' })

/** »Afvist 2, Klar 1« */
function countsOn(page: string): string {
  const list = /<ul class="plain-list import-counts">[\s\S]*?<\/ul>/.exec(page)?.[0] ?? ''
  const counts = list.matchAll(/status-tag--\w+">([^<]+)<\/span>\s*<a href="#\w+">(\d+) række/g)
  return [...counts].map(([, text, count]) => `${text} ${count}`).join(', ')
}

const people = () => begun.portal.db.prisma.person.count()

describe('a side’s secretariat', () => {
  const file = fileOf(
    {
      ...karen,
      Konto: 'ja',
      ...seat,
      Organ: 'strategigruppen',
      Rolle: 'formand',
      Fra: '01.12.2026',
      ...named,
      Bemyndigelse: 'begge',
    },
    {
      ...karen,
      Organ: 'Fælles gruppe',
      Rolle: 'formand',
      Fra: '01.12.2026',
      'Udpeget på': 'Mødet den 24. november 2026',
    },
    {
      Navn: 'Sofie Sub',
      Organisation: 'vestbo',
      Organ: 'strategigruppen',
      Rolle: 'suppleant',
      'Suppleant for': 'Ole Vest',
      Fra: '01.12.2026',
      ...seat,
    },
    {
      Navn: 'Ole Vest',
      Organisation: 'Vestbo',
      Organ: 'Strategigruppen',
      Fra: '1.12.26',
      ...seat,
      'E-mail': 'ole@vestbo.example',
    },
    {
      Navn: 'Jens By',
      Organisation: 'Teknik og By',
      Organ: 'Strategigruppen',
      'Udpeget af': 'Byrådet',
      'Udpeget på': 'x',
    },
    { Navn: 'Tina Lov', Organisation: 'Advokaterne', Bemyndigelse: 'mandatansvarlig' },
    { Navn: 'Ida Holm', Titel: 'chef', Organisation: 'Lunde Boligforening' },
    { Navn: 'Ida Holm', Organisation: 'Lunde Boligforening' },
  )

  test('sees what each row does, why it is rejected and what is others’, and nothing is stored', async () => {
    const before = await people()
    const page = await shows(ida, file)
    expect(countsOn(page)).toBe('Afvist 1, Advarsel 1, Rettelse 1, Klar 4, Uændret 1')
    expect(page).toContain('Formand i boligorganisationernes strategigruppe fra den 1. december 2026.')
    expect(page).toContain('Formand i fælles boligstrategisk gruppe fra den 1. december 2026.')
    expect(page).toContain('Der er ingen organisation, der hedder »Advokaterne«. Er det »Advokaterne ved Broen«?')
    expect(page).toContain('Kun medarbejdere i sekretariatet for organisationens egen part kan gøre dette.')
    expect(page).toContain('Titlen rettes fra »sekretariatsleder« til »chef«.')
    expect(page).toContain('Konti oprettes af systemadministratorer. Giv dem den samme fil')
    expect(page).toContain('3 personer tilføjes')
    expect(page).toContain('4 pladser gives')
    expect(page).toContain('Gem 5 rækker')
    expect(await people()).toBe(before)
  })

  test('gets the rejected rows back with a column of reasons, guarded against formulas', async () => {
    const page = await shows(ida, `${file}\n=HYPERLINK("http://x");;;Ukendt\n`)
    const answer = await ida.client.post(path, { ...formTo(page, path).fields, handling: 'afviste' }).buffer(true)
    expect(answer.headers['content-disposition']).toContain('afviste-personer.csv')
    const text = answer.text ?? answer.body.toString('utf8')
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/;Årsag$/)
    expect(lines[1]).toContain('Tina Lov')
    expect(lines[1]).toContain('Organisation: Der er ingen organisation, der hedder »Advokaterne«.')
    expect(lines[2]).toMatch(/^"?'=HYPERLINK/)
  })

  test('stores by confirming what was shown, and the same file again changes nothing', async () => {
    const page = await shows(ida, file)
    const saved = await confirms(ida, page)
    expect(saved.status).toBe(200)
    expect(saved.text).toContain('Personerne er gemt')
    expect(saved.text).toContain('En række blev afvist')
    expect(saved.text).not.toContain('Engangskoder')
    const { prisma } = begun.portal.db
    const sofie = await prisma.person.findFirstOrThrow({
      where: { name: 'Sofie Sub' },
      include: { seats: { include: { substituteFor: { include: { person: true } } } } },
    })
    expect(sofie.seats[0]?.substituteFor?.person.name).toBe('Ole Vest')
    const stored = await prisma.person.findFirstOrThrow({
      where: { name: 'Karen Bro' },
      include: { seats: true, authorisations: true },
    })
    expect([stored.seats.length, stored.authorisations.length]).toEqual([2, 2])
    const kinds = await prisma.event.findMany({ orderBy: { id: 'desc' }, take: 10 })
    expect(new Set(kinds.map(({ requestId }) => requestId)).size).toBe(1)

    const again = await shows(ida, file)
    expect(countsOn(again)).toBe('Afvist 1, Advarsel 1, Uændret 6')
    expect(again).toContain('Der er intet at gemme i filen.')
    const events = await prisma.event.count()
    const refused = await confirms(
      ida,
      again.replace(/name="vist" value="\w+"/, `name="vist" value="${formTo(page, path).fields.vist}"`),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Noget er ændret i portalen, siden du fik filen vist.')
    expect(await prisma.event.count()).toBe(events)
  })

  test('sent twice, the same confirmation takes effect once', async () => {
    const page = await shows(ida, fileOf({ Navn: 'Lis Lund', Organisation: 'Vestbo' }))
    const { fields } = formTo(page, path)
    expect((await ida.client.post(path, { ...fields, handling: 'gem' })).status).toBe(200)
    const second = await ida.client.post(path, { ...fields, handling: 'gem' })
    expect([303, 422]).toContain(second.status)
    expect(await begun.portal.db.prisma.person.count({ where: { name: 'Lis Lund' } })).toBe(1)
  })
})

test('the administrator gives the accounts of the same file, each code shown this once', async () => {
  const file = fileOf(
    { ...karen, Konto: 'ja' },
    { Navn: 'Eva Råd', 'E-mail': 'eva@lunde.example', Organisation: 'Lunde Kommune', Konto: 'x' },
    { Navn: 'Nils Uden', Organisation: 'Lunde Kommune', Konto: 'ja' },
  )
  const page = await shows(per, file)
  expect(countsOn(page)).toBe('Afvist 1, Klar 2')
  expect(page).toContain('Skriv den e-mail, personen skal logge ind med.')
  const saved = await confirms(per, page)
  const codes = [
    ...saved.text.matchAll(
      /<td data-label="E-mail">([^<]+)<\/td>\s*<td data-label="Engangskode"><code[^>]*>([^<]+)<\/code>/g,
    ),
  ]
  expect(codes.map(([, email]) => email)).toEqual(['karen@lundebo.example', 'eva@lunde.example'])
  for (const [, email = '', code = ''] of codes) await Visitor.arriving(begun.portal, email, code)
  expect(countsOn(await shows(per, file))).toBe('Afvist 1, Uændret 2')
})

test('a row that takes a code and is rejected leaves the code to the next', async () => {
  const file = fileOf(
    {
      Navn: 'Ulla Uh',
      'E-mail': 'ulla@lunde.example',
      Organisation: 'Lunde Kommune',
      Konto: 'ja',
      Organ: 'Ukendt organ',
    },
    { Navn: 'Asta Å', 'E-mail': 'asta@lunde.example', Organisation: 'Lunde Kommune', Konto: 'ja' },
  )
  const saved = await confirms(per, await shows(per, file))
  const code = /asta@lunde\.example<\/td>\s*<td data-label="Engangskode"><code[^>]*>([^<]+)/.exec(saved.text)?.[1] ?? ''
  await Visitor.arriving(begun.portal, 'asta@lunde.example', code)
  expect(await begun.portal.db.prisma.account.count({ where: { email: 'ulla@lunde.example' } })).toBe(0)
})

describe('rows about one person', () => {
  test('that contradict each other are rejected, the first one stands', async () => {
    const page = await shows(
      bo,
      fileOf(
        { Navn: 'Pia Pil', Titel: 'chef', 'E-mail': 'pia@lunde.example', Organisation: 'Teknik og By' },
        { Navn: 'Pia Pil', Titel: 'leder', Organisation: 'Teknik og By' },
        { Navn: 'Per Pil', 'E-mail': 'pia@lunde.example', Organisation: 'Teknik og By' },
        { Navn: 'Pia Pil', 'E-mail': 'pil@lunde.example', Organisation: 'Teknik og By' },
        { Navn: 'Pia Pil', 'E-mail': 'pia@lunde.example', Organisation: 'Børn og Unge' },
      ),
    )
    expect(countsOn(page)).toBe('Afvist 4, Klar 1')
    expect(page).toContain('Række 2 siger »chef« om samme person.')
    expect(page).toContain('Række 2 har samme e-mail og navnet »Pia Pil«.')
    expect(page).toContain('Række 2 har samme navn og e-mailadressen »pia@lunde.example«.')
    expect(page).toContain('Personen med den e-mail er registreret i Teknik og By.')
  })

  test('are each whole: nothing stays of a row that is rejected for its last part', async () => {
    const file = fileOf(
      {
        Navn: 'Rie Ris',
        Titel: 'chef',
        Organisation: 'Teknik og By',
        Organ: 'strategigruppen',
        'Udpeget af': 'Byrådet',
        Bemyndigelse: 'begge',
      },
      { Navn: 'Rie Ris', Titel: 'leder', Organisation: 'Teknik og By' },
    )
    const page = await shows(bo, file)
    expect(countsOn(page)).toBe('Afvist 1, Klar 1')
    expect(page).toContain('Vælg mødet, eller skriv, hvor og hvornår udpegningen er sket.')
    expect(page).toContain('Skriv, hvilket organ i organisationen der har udpeget.')
    await confirms(bo, page)
    const rie = await begun.portal.db.prisma.person.findFirstOrThrow({
      where: { name: 'Rie Ris' },
      include: { seats: true },
    })
    expect([rie.title, rie.seats]).toEqual(['leder', []])
  })
})

describe('a file', () => {
  const upload = async (content: Buffer, name = 'personer.csv') => {
    const { fields } = formTo(await bo.opens(path), path)
    return bo.client.upload(path, { _once: String(fields._once), handling: 'laes' }, { field: 'fil', name, content })
  }
  const text = 'Navn;Organisation\r\nBjørn Ås;Børn og Unge\r\n'

  test.each([
    ['Excel’s UTF-8', Buffer.from(`\uFEFF${text}`)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16 with tabs', Buffer.from(`\uFEFF${text.replaceAll(';', '\t')}`, 'utf16le')],
    ['commas', Buffer.from(text.replaceAll(';', ','))],
  ])('is read as %s', async (_kind, content) => {
    const answer = await upload(content)
    expect(answer.status).toBe(200)
    expect(countsOn(answer.text)).toBe('Klar 1')
    expect(answer.text).toContain('Bjørn Ås, Børn og Unge')
  })

  test.each([
    ['a spreadsheet that is no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'Gem regnearket som CSV'],
    ['no people', Buffer.from('a;b\n1;2\n'), 'Den første linje skal være overskrifter'],
    ['a CPR number', Buffer.from('Navn;Organisation\nBo 010203-1234;Vestbo\n'), 'ligner et CPR-nummer, i række 2'],
    ['too much', Buffer.from(`Navn;Organisation\n${'Bo;Vestbo\n'.repeat(400)}`), 'Filen har 400 rækker.'],
  ])('with %s is refused at its field', async (_kind, content, sentence) => {
    const answer = await upload(content)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect(answer.text).toContain('id="felt-fil-error"')
    expect(answer.text).not.toContain('010203')
  })

  test('is asked for where none was given', async () => {
    const answer = await bo.client.post(path, {
      ...formTo(await bo.opens(path), path).fields,
      source: ' ',
      handling: 'laes',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Vælg en fil, eller indsæt rækkerne.')
  })

  test('to begin with is there, and can be read as it is', async () => {
    const answer = await ida.client.get('/personer/eksempel.csv').buffer(true)
    const page = await shows(ida, answer.text ?? answer.body.toString('utf8'))
    expect(countsOn(page)).toBe('Klar 2')
  })
})

test('nobody else opens it', async () => {
  const karenIn = begun.portal.anonymous()
  await karenIn.signIn('karen@lundebo.example', 'fire tilfældige høje træer')
  expect((await karenIn.get(path)).status).toBe(403)
  expect((await karenIn.get('/parter')).text).not.toContain(path)
})
