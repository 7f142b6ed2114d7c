import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { verifyAgreements } from '../../src/features/agreement/agreement/index.ts'
import { readVersions } from '../../src/features/agreement/agreement/queries.ts'
import { instant } from '../../src/kernel/days.ts'
import { agreementFile } from '../support/agreement-file.ts'
import { type TestApp, testNow } from '../support/app.ts'
import { demoApp } from '../support/demo.ts'

/** The demo has our summary of 2008, revised and signed since; then the document itself is brought. */

const real = agreementFile()
const path = '/aftalen/indlaes'

let app: TestApp
beforeEach(async () => {
  app = await demoApp()
})
afterEach(() => app.close())

const summaryYear = () => readVersions(app.db).find(({ textKind }) => textKind === 'SUMMARY')?.year

test.skipIf(real === null)('the document’s words come in the summary’s place, by the upload page', async () => {
  const content = readFileSync(real ?? '')
  const [latest] = readVersions(app.db)
  const secretary = await app.signIn('sekretariat.bolig')
  const file = { field: 'fil', name: basename(real ?? ''), content }
  const preview = await secretary.upload(path, { handling: 'laes' }, file).expect(200)
  expect(preview.text).toContain('Aftalen fra 2008 står i portalen som et resumé.')
  expect(preview.text).toContain(`underskrevet ved revisionen i ${latest?.year}`)
  expect(preview.text).not.toContain('ikke placeret')
  const confirmed = { handling: 'gem', source: content.toString('utf8'), navn: file.name }
  await secretary.post(path, confirmed).expect(303)

  expect(summaryYear()).toBeUndefined()
  expect(verifyAgreements(app.db).wrong).toEqual([])
  const version = await secretary.get('/aftalen/2008').expect(200)
  expect(version.text).not.toContain('er ikke indlæst')
  expect(version.text.match(/<summary>Kort sagt<\/summary>/g)).toHaveLength(7)
  const compared = await secretary.get(`/aftalen/2008/sammenlign/${latest?.year}`).expect(200)
  expect(compared.text).toContain(`Aftalen fra ${latest?.year} blev skrevet ud fra portalens resumé`)
  const later = await secretary.get(`/aftalen/${latest?.year}`).expect(200)
  expect(later.text).not.toContain('<summary>Kort sagt')

  // Proposals of the rounds on paper quoted the summary: their words are still read.
  const quoting = app.db.sql.asStored<{ year: number; number: number; words: string }>(
    `SELECT r.year, p.number, p.words FROM AmendmentProposal p JOIN RevisionRound r ON r.id = p.roundId
     JOIN AgreementVersion v ON v.id = r.basisId WHERE v.year = 2008 AND p.words <> ''`,
  )
  expect(quoting.length).toBeGreaterThan(0)
  for (const { year, number } of quoting) {
    const { text } = await secretary.get(`/aftalen/revision/${year}/forslag/${number}`).expect(200)
    expect(text, `${year}/${number}`).toMatch(/fjernet: |tilføjet: /)
    await secretary.get(`/aftalen/revision/${year}`).expect(200)
  }
})

test.skipIf(real === null)('and by the operator’s command, once', async () => {
  const printed: string[] = []
  const portal = () =>
    run(['import', 'agreement', real ?? ''], app.settings, line => printed.push(line), instant(testNow))
  expect(summaryYear()).toBe(2008)
  expect(await portal()).toBe(0)
  expect(printed.join('\n')).not.toContain('not in the portal')
  expect(await portal()).toBe(1)
  expect(printed.at(-1)).toContain('Aftalen fra 2008 er allerede i portalen.')
})
