import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '../../src/database/write.ts'
import { loadAgreement } from '../../src/demo/agreement.ts'
import { importAgreement, parseAgreement, sealedText } from '../../src/features/agreement/agreement/index.ts'
import { clauseAddresses } from '../../src/features/agreement/agreement/version/clause-links.ts'
import { instant } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp, testNow } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { htmlFaults } from '../support/html.ts'

const source = readFileSync(new URL('own-agreement.md', import.meta.url), 'utf8')
const drafted = source.replace('inden for de mandater', 'kun inden for de skriftlige mandater')

let app: TestApp
let given: Cooperation
let reader: Client
let secretary: Client
beforeAll(async () => {
  app = await testApp()
  given = givenCooperation(app.db)
  await loadAgreement(app.db, instant(testNow))
  await importAgreement(given.actor('sekretariat.bolig'), { source, name: 'egen.md' })
  await givenDraft()
  reader = await app.signIn('laeser')
  secretary = await app.signIn('sekretariat.bolig')
})
afterAll(() => app.close())

/** A round of 2026 with a draft that changes § 7 and that nobody has signed off. */
async function givenDraft() {
  const { text } = parseAgreement(drafted)
  const sections = text.sections.map(section =>
    section.number === '7'
      ? { ...section, origins: [{ round: 2026, proposal: 3, organisation: 'Boligforeningen Højstrup' }] }
      : section,
  )
  const content = { ...text, sections }
  await write(given.actor('sekretariat.bolig'), async (tx, at) => {
    const basis = await tx.agreementVersion.findUniqueOrThrow({ where: { year: 2009 } })
    const person = given.person('sekretariat.bolig')
    const round = await tx.revisionRound.create({
      data: { year: 2026, basisId: basis.id, proposalsUntil: '2026-02-01', openedAt: at, openedById: person },
    })
    await tx.revisionStep.create({ data: { roundId: round.id, kind: 'OPENED', at, personId: person } })
    // Told in the history, and leads nowhere: the round is where it was.
    await tx.revisionStep.create({ data: { roundId: round.id, kind: 'PROPOSALS_CLOSED', at, personId: person } })
    await tx.revisionStep.create({ data: { roundId: round.id, kind: 'CLOSING_PROPOSED', at, personId: person } })
    await tx.consolidatedDraft.create({
      data: {
        roundId: round.id,
        number: 1,
        content: JSON.stringify(content),
        hash: sealedText.hash(content),
        createdById: person,
        createdAt: at,
      },
    })
    return { result: null, events: [] }
  })
}

async function signOff(side: 'HOUSING' | 'MUNICIPALITY') {
  await write(given.actor('sekretariat.bolig'), async (tx, at) => {
    const draft = await tx.consolidatedDraft.findFirstOrThrow()
    await tx.draftSignOff.create({
      data: { draftId: draft.id, side, personId: given.person('sekretariat.bolig'), hash: draft.hash, at },
    })
    return { result: null, events: [] }
  })
}

test('the agreement’s page tells what is in force, every version and every revision', async () => {
  const { text } = await reader.get('/aftalen').expect(200)
  expect(text).toContain('Læs den gældende aftale')
  expect(text).toMatch(/Aftalen fra 2009<\/a>[\s\S]*Gældende[\s\S]*Aftalen fra 2008<\/a>[\s\S]*Tidligere/)
  expect(text).toContain('Sammenlign med 2008')
  expect(text).toContain('Revisionen i 2026')
  expect(text).toContain('Under sammenskrivning')
  expect(text).not.toContain('/aftalen/indlaes')
  expect(await htmlFaults(text)).toEqual([])
})

test('a revision that was not opened is overdue for all to see', async () => {
  const { text } = await reader.get('/aftalen').expect(200)
  expect(text).toContain('Revisionen i 2024 er ikke åbnet. Den er påkrævet efter aftalens § 7.')
  expect(text).toContain('Forsinket: endnu ikke åbnet')
  expect(text).toContain('Den næste revision er i 2028')
})

test('a version reads as a document, from its front page to its appendix', async () => {
  const { text } = await reader.get('/aftalen/2009').expect(200)
  expect(text).toMatch(
    /AFTALE<\/span>[\s\S]*mellem[\s\S]*Odense Kommune og boligorganisationer i Odense[\s\S]*Maj 2009/,
  )
  expect(text).toContain('<a href="#paragraf-7">7. Møderne</a>')
  expect(text).toMatch(/id="paragraf-5"[\s\S]*<h4>[\s\S]*Faglig udvikling/)
  expect(text).toContain('maj 2009')
  expect(text).not.toContain('1. maj 2009')
  expect(text).toMatch(
    /For boligorganisationerne<\/h3>[\s\S]*Solvej Prøve, direktør[\s\S]*\(Kristiansdal administrerer/,
  )
  expect(text).toContain('<span class="agreement__signatory">Aksel Prøve</span>')
  expect(text).toMatch(/For Odense Kommune<\/h3>[\s\S]*Gerda Prøve, fritidschef/)
  expect(text).toContain('Diagrammet er ikke med i den indlæste tekst')
  expect(text).toContain('href="/aftalen/2009/sammenlign/2008"')
  expect(await htmlFaults(text)).toEqual([])
})

test('a clause tells where the portal holds the parties to it', async () => {
  const { text } = await reader.get('/aftalen/2009').expect(200)
  expect(text).toMatch(/§ 7 i portalen[\s\S]*href="\/mandater\/matrix"/)
  expect(text).toMatch(/§ 5 i portalen[\s\S]*href="\/beslutninger\?opgave=strategy"/)
  for (const address of clauseAddresses()) {
    const { status } = await reader.get(address)
    expect([200, 303], address).toContain(status)
  }
})

test('a summary says that it is one', async () => {
  const { text } = await reader.get('/aftalen/2008').expect(200)
  expect(text).toContain('et resumé af hver bestemmelse med portalens egne ord')
  expect(text).toContain('Hans Keld Andersen')
  expect(text).toContain('(Boligforeningen Højstrup administrerer Foreningen Socialt Boligbyggeri)')
  expect(text).not.toContain('Kontrolsum')
})

test('two versions are compared from the earlier to the later, in one text or side by side', async () => {
  const turned = await reader.get('/aftalen/2009/sammenlign/2008').expect(303)
  expect(turned.headers.location).toBe('/aftalen/2008/sammenlign/2009')
  const inline = await reader.get('/aftalen/2008/sammenlign/2009').expect(200)
  expect(inline.text).toContain('Sammenligning: aftalen fra 2008 og aftalen fra 2009')
  expect(inline.text).toContain('7 bestemmelser er ændret')
  expect(inline.text).toContain('Aftalen fra 2008 er her et resumé med portalens egne ord.')
  expect(inline.text).toMatch(/id="underskrifter"[\s\S]*For Odense Kommune[\s\S]*Udgået/)
  expect(inline.text).toMatch(/<del><span class="sr-only">fjernet: <\/span>/)
  expect(inline.text).toMatch(/<ins><span class="sr-only">tilføjet: <\/span>/)
  expect(await htmlFaults(inline.text)).toEqual([])
  const beside = await reader.get('/aftalen/2008/sammenlign/2009?vis=side').expect(200)
  expect(beside.text).toMatch(/<th scope="col">Aftalen fra 2008<\/th><th scope="col">Aftalen fra 2009<\/th>/)
  expect(await htmlFaults(beside.text)).toEqual([])
})

test('a draft is the secretariats’ own until both have signed it off, and tells who proposed what', async () => {
  const address = '/aftalen/2009/sammenlign/udkast-2026-1'
  await reader.get(address).expect(404)
  const { text } = await secretary.get(address).expect(200)
  expect(text).toContain('1 bestemmelse er ændret. 6 bestemmelser er uændrede.')
  expect(text).toContain('Forslag 3 fra Boligforeningen Højstrup ved revisionen i 2026')
  expect(text).toMatch(/tilføjet: <\/span>kun /)
  await signOff('HOUSING')
  await reader.get(address).expect(404)
  await signOff('MUNICIPALITY')
  await reader.get(address).expect(200)
})

test('who is not signed in is sent to sign in, and what is not there is not found', async () => {
  for (const path of ['/aftalen', '/aftalen/2009', '/aftalen/2008/sammenlign/2009'])
    await app.anonymous().get(path).expect(303)
  for (const path of [
    '/aftalen/2010',
    '/aftalen/nittenhundrede',
    '/aftalen/2009/sammenlign/2010',
    '/aftalen/2009/sammenlign/udkast-2026-9',
    '/aftalen/2009/sammenlign/udkast-1-1',
    '/aftalen/2009/sammenlign/%27',
  ])
    await secretary.get(path).expect(404)
})

test('a page keeps to its stated number of statements', async () => {
  for (const [path, most] of [
    ['/aftalen', 5],
    ['/aftalen/2009', 10],
    ['/aftalen/2008/sammenlign/2009', 9],
    ['/aftalen/2009/sammenlign/udkast-2026-1', 7],
  ] as const) {
    await secretary.get(path)
    const before = app.db.statements()
    await secretary.get(path)
    expect(app.db.statements() - before, path).toBeLessThanOrEqual(most)
  }
})
