import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { agreementPage } from '../../src/features/agreement/agreement/agreement-page.ts'
import { findVersion } from '../../src/features/agreement/agreement/index.ts'
import { versionPage } from '../../src/features/agreement/agreement/version/version-page.ts'
import { addendumPage } from '../../src/features/agreement/revision/addenda/addendum-page.ts'
import { openAddendum, openSigning, signAddendum } from '../../src/features/agreement/revision/index.ts'
import { allOrganisations } from '../../src/features/agreement/revision/rounds/load-round.ts'
import { stepPage } from '../../src/features/agreement/revision/rounds/step-page.ts'
import { signingPage } from '../../src/features/agreement/revision/signing/signing-page.ts'
import { requiredToSign } from '../../src/features/agreement/revision/signing/signing-rules.ts'
import { organisationPage } from '../../src/features/ground/parties/organisations/organisation-page.ts'
import { findOrganisation } from '../../src/features/ground/parties/queries.ts'
import { day } from '../../src/kernel/days.ts'
import { freshDatabase } from '../support/app.ts'
import { days, type RevisionStage, revisionStage, signers } from './stage.ts'

// §7 and R4: an organisation that is leaving while the agreement is revised leaves the revised agreement too.

let db: Database
let close: () => Promise<void>
let stage: RevisionStage
const late = '2026-09-10T09:00:00.000Z'

beforeEach(async () => {
  ;({ db, close } = await freshDatabase())
  stage = await revisionStage(db, ['hoejstrup'])
})
afterEach(() => close())

const leave = (at: string) =>
  openAddendum(stage.housing(at), {
    kind: 'WITHDRAWAL',
    organisationId: stage.cooperation.organisation('hoejstrup'),
    inForceFrom: day('2027-01-01'),
    text: 'Boligforeningen Højstrup udtræder af samarbejdet.',
  })

async function signAddendumOf({ year, number }: { year: number; number: number }, at: string) {
  const { textHash: hash } = await db.prisma.addendum.findFirstOrThrow({ where: { number, agreement: { year } } })
  const parts = [
    ['sekretariat.bolig', 'HOUSING'],
    ['sekretariat.kommune', 'MUNICIPALITY'],
    ['underskriver.hoejstrup', 'ORGANISATION'],
  ] as const
  for (const [key, capacity] of parts) {
    const signing = { year, number, capacity, hash, password: 'boligstrategi-demo' }
    await signAddendum(stage.actor(key, at), signing, { demo: true })
  }
}

const versionOf = (year: number) => {
  const version = findVersion(db, year)
  if (!version) throw new Error(`There is no version of ${year}.`)
  return version
}
const addendaOn = (year: number, at = late) =>
  versionPage(stage.housing(at), versionOf(year)).addenda.map(({ text, state }) => `${text} | ${state}`)
const organisation = () => {
  const found = findOrganisation(db, 'hoejstrup')
  if (!found) throw new Error('There is no such organisation.')
  const asking = { sources: [], elsewhere: [] }
  return organisationPage(stage.housing(late), found, null, { features: [], asking })
}

test('is told where signing is opened and where the last one signs', async () => {
  await leave(days.heard)
  await stage.endorsed()
  const step = await stepPage(stage.housing(days.endorsed), 2026, 'aabn-underskrivning')
  const told =
    'Tillæg 1 til aftalen fra 2012 om, at Boligforeningen Højstrup udtræder, er ikke trådt i kraft. Det går over til den nye version. Indtil tillægget gælder, er Boligforeningen Højstrup med og skal underskrive.'
  expect(step.lead).toContain(told)
  await openSigning(stage.housing(days.endorsed), { year: 2026, inForceFrom: null, reason: '' })
  const signing = await signingPage(stage.actor('underskriver.fab', days.signed), 2026, 'fab')
  expect(signing.addenda).toEqual([told])
})

test('goes over to the version that came into force while it was running, and every page tells it', {
  timeout: 60_000,
}, async () => {
  const addendum = await leave(days.heard)
  await stage.signing()
  for (const slug of signers) await stage.sign(slug)

  const runs = 'Ikke trådt i kraft: Ingen har underskrevet.'
  const line = 'Tillæg 1: Boligforeningen Højstrup udtræder den 1. januar 2027'
  expect(addendaOn(2026)).toEqual([`${line} | ${runs} Skrevet til aftalen fra 2012.`])
  expect(addendaOn(2012)).toEqual([`${line} | ${runs} Går over til aftalen fra 2026.`])
  expect(agreementPage(stage.housing(late)).addenda.map(({ text }) => text)).toEqual([line])
  expect((await organisation()).addenda).toEqual([
    { text: 'Udtræder: tillæg 1 til aftalen fra 2012', href: '/aftalen/2012/tillaeg/1', state: runs.slice(0, -1) },
  ])
  await expect(leave(late)).rejects.toThrow('allerede et tillæg om Boligforeningen Højstrup: tillæg 1')

  await signAddendumOf(addendum, late)
  expect(addendaOn(2026)).toEqual([`${line} | Træder i kraft den 1. januar 2027. Skrevet til aftalen fra 2012.`])
  expect(addendumPage(stage.housing(late), 2012, 1).facts).toContainEqual({
    term: 'Går over til',
    text: 'Aftalen fra 2026',
    href: '/aftalen/2026',
  })
  const names = async (on: string) => requiredToSign(await allOrganisations(db.prisma), day(on)).map(one => one.name)
  expect(await names('2026-12-31')).toContain('Boligforeningen Højstrup')
  expect(await names('2027-01-01')).not.toContain('Boligforeningen Højstrup')
  await expect(leave(late)).rejects.toThrow('Boligforeningen Højstrup er ikke part i aftalen.')
})

test('that held before it was fixed who signs belongs to the version it was written to alone', async () => {
  await stage.heard()
  const addendum = await openAddendum(stage.housing(days.heard), {
    kind: 'WITHDRAWAL',
    organisationId: stage.cooperation.organisation('hoejstrup'),
    inForceFrom: day('2026-06-01'),
    text: 'Boligforeningen Højstrup udtræder af samarbejdet.',
  })
  await signAddendumOf(addendum, days.heard)
  expect(addendaOn(2012)).toEqual([
    'Tillæg 1: Boligforeningen Højstrup udtræder den 1. juni 2026 | Gælder fra den 1. juni 2026.',
  ])
})
