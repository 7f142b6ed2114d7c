import { setImmediate as nextTurn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { namesIn, signatureSeal, verifyAgreements } from '../../src/features/agreement/agreement/index.ts'
import {
  closeProposals,
  closeWithoutChanges,
  completeSigning,
  declineToSign,
  editDraftSection,
  openRound,
  openSigning,
  proposeClosing,
  putToJointGroup,
  releaseSignatory,
  resolveConflict,
  sendToHearing,
  signOffDraft,
  supportAmendment,
  takeBackDraft,
  verifySignings,
  withdrawAmendment,
} from '../../src/features/agreement/revision/index.ts'
import { sealedOf } from '../../src/features/agreement/revision/signing/sign-agreement.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { freshDatabase } from '../support/app.ts'
import { days, departments, housingSigners, inSession, type RevisionStage, revisionStage, signers } from './stage.ts'

let db: Database
let close: () => Promise<void>
let stage: RevisionStage
const year = 2026

beforeEach(async () => {
  ;({ db, close } = await freshDatabase())
  stage = await revisionStage(db)
})
afterEach(() => close())

const round = () => db.prisma.revisionRound.findUniqueOrThrow({ where: { year }, include: { steps: true } })
const proposal = (number: number) => db.prisma.amendmentProposal.findFirstOrThrow({ where: { number } })
const draftSection = async (key: string): Promise<{ body: string; origins?: unknown[] } | undefined> => {
  const draft = await db.prisma.consolidatedDraft.findFirstOrThrow({ orderBy: { id: 'desc' } })
  const text = JSON.parse(draft.content) as { sections: { key: string; body: string }[] }
  return text.sections.find(section => section.key === key)
}

describe('opening', () => {
  test('is by a secretariat, once, with a case to gather under', async () => {
    await stage.opened()
    const opened = await db.prisma.revisionRound.findUniqueOrThrow({ where: { year }, include: { case: true } })
    expect(opened.case?.title).toBe('Revision af samarbejdsaftalen i 2026')
    await expect(stage.opened()).rejects.toThrow('allerede åbnet')
  })

  test('is not by a member', async () => {
    const opening = { year, purpose: '', proposalsUntil: day('2026-05-01') }
    await expect(openRound(stage.actor('medlem.fab', days.opened), opening)).rejects.toThrow('de to sekretariater')
  })
})

describe('proposals', () => {
  beforeEach(() => stage.opened())

  test('are an organisation’s own, about words that stand there', async () => {
    await stage.propose('medlem.fab', 'fab')
    expect((await proposal(1)).state).toBe('OPEN')
    await expect(stage.propose('medlem.fab', 'hoejstrup')).rejects.toThrow('organisationens medlemmer')
    await expect(stage.propose('medlem.fab', 'fab', { words: 'noget andet' })).rejects.toThrow('står ikke')
    await expect(stage.propose('laeser', 'social-og-arbejdsmarkedsforvaltningen')).rejects.toThrow(
      'underskriftsberettigede',
    )
  })

  test('are supported by others, once, and withdrawn by whose they are', async () => {
    await stage.propose('medlem.fab', 'fab')
    const support = (key: string, slug: string) =>
      supportAmendment(stage.actor(key, days.proposed), {
        year,
        number: 1,
        organisationId: stage.cooperation.organisation(slug),
      })
    await expect(support('medlem.fab', 'fab')).rejects.toThrow('selv')
    await support('medlem.hoejstrup', 'hoejstrup')
    await expect(support('medlem.hoejstrup', 'hoejstrup')).rejects.toThrow('støtter allerede')
    const withdraw = (key: string) =>
      withdrawAmendment(stage.actor(key, days.proposed), { year, number: 1, reason: 'Indgår i et andet.' })
    await expect(withdraw('medlem.hoejstrup')).rejects.toThrow('kan gøre dette.')
    await withdraw('medlem.fab')
    expect((await proposal(1)).state).toBe('WITHDRAWN')
  })

  test('are closed by the deadline', async () => {
    await expect(closeProposals(stage.housing(days.proposed), { year })).rejects.toThrow('ikke udløbet')
    await closeProposals(stage.housing(days.drafted), { year })
    await expect(stage.propose('medlem.fab', 'fab')).rejects.toThrow('Under sammenskrivning')
  })
})

describe('the draft', () => {
  test('takes in what the secretariats settle, and remembers who proposed it', async () => {
    await stage.drafting()
    await stage.settle(1)
    expect(await draftSection('organisationen')).toMatchObject({
      body: 'Fælles gruppe drøfter de i § 5 nævnte opgaver.',
      origins: [{ round: 2026, proposal: 1, organisation: 'Fyns almennyttige Boligselskab' }],
    })
  })

  test('has a reason for what is declined, and other words for what is adapted', async () => {
    await stage.drafting()
    await expect(stage.settle(1, { outcome: 'DECLINED' })).rejects.toThrow('Skriv, hvorfor')
    await expect(stage.settle(1, { outcome: 'ADAPTED' })).rejects.toThrow('Skriv den tekst')
    await stage.settle(1, { outcome: 'ADAPTED', text: 'opgaverne i § 5.' })
    expect((await draftSection('organisationen'))?.body).toBe('Fælles gruppe drøfter opgaverne i § 5.')
    await expect(stage.settle(1)).rejects.toThrow('allerede besvaret')
  })

  test('does not go to hearing before both secretariats have signed off the same', async () => {
    await stage.drafting()
    const send = () => sendToHearing(stage.housing(days.drafted), { year, hearingUntil: day('2026-06-01') })
    await expect(send()).rejects.toThrow('mangler svar')
    await stage.settle(1)
    await expect(send()).rejects.toThrow('Begge sekretariater mangler')
    const shown = await stage.draftHash()
    await signOffDraft(stage.housing(days.drafted), { year, hash: shown })
    await editDraftSection(stage.municipality(days.drafted), {
      year,
      key: 'maalet',
      version: 2,
      heading: 'Målet',
      body: 'Samarbejdet styrker indsatsen.',
      note: '',
    })
    await expect(signOffDraft(stage.municipality(days.drafted), { year, hash: shown })).rejects.toThrow('ændret')
    await signOffDraft(stage.municipality(days.drafted), { year, hash: await stage.draftHash() })
    await expect(send()).rejects.toThrow('boligorganisationernes sekretariat')
    await signOffDraft(stage.housing(days.drafted), { year, hash: await stage.draftHash() })
    await send()
  })

  test('is not edited upon an older one', async () => {
    await stage.drafting()
    await stage.settle(1)
    const edit = { year, key: 'maalet', version: 1, heading: 'Målet', body: 'Andet.', note: '' }
    await expect(editDraftSection(stage.housing(days.drafted), edit)).rejects.toThrow('En anden har gemt')
  })
})

describe('two proposals on the same words', () => {
  const answer = (side: 'housing' | 'municipality', outcome: 'FIRST' | 'BOTH_ADAPTED', text = '') =>
    resolveConflict(stage[side](days.drafted), { year, first: 1, second: 2, outcome, text, reason: 'Det er klarest.' })

  beforeEach(async () => {
    await stage.opened()
    await stage.propose('medlem.fab', 'fab')
    await stage.propose('medlem.hoejstrup', 'hoejstrup', { words: 'de under 4 nævnte', text: 'alle' })
    await closeProposals(stage.housing(days.drafted), { year })
  })

  test('are not settled one by one', async () => {
    await expect(stage.settle(1)).rejects.toThrow('i modstrid med ændringsforslag 2')
  })

  test('are resolved when both secretariats say the same', async () => {
    expect(await answer('housing', 'FIRST')).toEqual({ agreed: false })
    expect((await proposal(2)).state).toBe('OPEN')
    expect(await answer('municipality', 'BOTH_ADAPTED', 'opgaverne i § 5.')).toEqual({ agreed: false })
    expect(await answer('municipality', 'FIRST')).toEqual({ agreed: true })
    expect(await proposal(2)).toMatchObject({
      state: 'DECLINED',
      settledReason: 'I modstrid med ændringsforslag 1. Det er klarest.',
    })
    await stage.settle(1)
  })

  test('are written together', async () => {
    await answer('housing', 'BOTH_ADAPTED', 'alle opgaver i § 5.')
    await answer('municipality', 'BOTH_ADAPTED', 'alle opgaver i § 5.')
    const section = await draftSection('organisationen')
    expect(section?.body).toBe('Fælles gruppe drøfter alle opgaver i § 5.')
    expect(section?.origins).toHaveLength(2)
  })
})

describe('endorsement', () => {
  test('waits for the hearing, and is an item for decision on the joint group’s agenda', async () => {
    const { itemId } = await stage.onAgenda()
    const item = await db.prisma.agendaItem.findUniqueOrThrow({ where: { id: itemId } })
    expect(item.kind).toBe('DECISION')
    expect(item.caseId).toBe((await round()).caseId)
    expect(item.recommendation).toContain('udkast 2')
  })

  test('does not open signing without a decision in effect that binds all', async () => {
    const item = await stage.onAgenda()
    const open = () => openSigning(stage.housing(days.endorsed), { year, inForceFrom: null, reason: '' })
    await expect(open()).rejects.toThrow('har endnu ikke tiltrådt')
    await inSession(db, stage.cooperation, item.meetingId)
    await stage.decide(item)
    await expect(open()).rejects.toThrow('betinget')
  })

  test('binds everyone who must sign', async () => {
    const item = await stage.onAgenda()
    await stage.mandates()
    await inSession(db, stage.cooperation, item.meetingId)
    await stage.decide(item, stage.rows(housingSigners))
    const opening = openSigning(stage.housing(days.endorsed), { year, inForceFrom: null, reason: '' })
    await expect(opening).rejects.toThrow('binder ikke Borgmesterforvaltningen')
  })

  test('is of this very draft: taken back, it must be decided anew', async () => {
    await stage.onAgenda()
    await takeBackDraft(stage.housing(days.heard), { year, reason: 'Høringen gav anledning til en rettelse.' })
    const again = putToJointGroup(stage.housing(days.heard), { year, meetingId: 1 })
    await expect(again).rejects.toThrow('Under sammenskrivning')
  })
})

describe('signing', () => {
  beforeEach(() => stage.signing())

  test('fixes who must sign: eight and five', async () => {
    const required = await db.prisma.requiredSignature.findMany({ orderBy: { position: 'asc' } })
    expect(required.map(({ side }) => side)).toEqual([...Array(8).fill('HOUSING'), ...Array(5).fill('MUNICIPALITY')])
    expect(JSON.parse(required[0]?.administers ?? '')).toHaveLength(4)
  })

  test('asks for the organisation’s own signatory, the password and the very text', async () => {
    const other = { organisationId: stage.cooperation.organisation('fab') }
    await expect(stage.sign('hoejstrup', other)).rejects.toThrow('organisationens underskriftsberettigede')
    await expect(stage.sign('fab', { password: 'gættet' })).rejects.toThrow('Adgangskoden er forkert')
    await expect(stage.sign('fab', { hash: 'en anden' })).rejects.toThrow('ændret')
    await expect(stage.sign('fab', { onBehalfOf: ['Pårup Andelsboligforening'] })).rejects.toThrow('administrerer ikke')
    await stage.sign('fab', { onBehalfOf: ['Boligselskabet L.A.B. Fyn'] })
    await expect(stage.sign('fab')).rejects.toThrow('allerede underskrevet')
  })

  test('by all makes the version, sealed and in force, whatever the order', async () => {
    for (const slug of [...departments, ...housingSigners.slice(1)]) await stage.sign(slug)
    expect(await db.prisma.agreementVersion.count()).toBe(1)
    expect(await stage.sign('domhusgaarden', {}, '2026-08-20T09:00:00.000Z')).toEqual({ complete: true })
    const version = await db.prisma.agreementVersion.findUniqueOrThrow({
      where: { year },
      include: { signatures: { orderBy: { position: 'asc' } }, sections: { orderBy: { position: 'asc' } } },
    })
    expect(version).toMatchObject({ number: 2, inForceFrom: '2026-08-20', textKind: 'FULL' })
    expect(version.dateText).toBe('September 2012, revideret 2026')
    expect(version.signatures).toHaveLength(signers.length)
    expect(version.signatures[8]?.capacity).toBe('Underskriver i Borgmesterforvaltningen for Odense Kommune')
    expect(version.sections[5]?.body).toBe('Fælles gruppe drøfter de i § 5 nævnte opgaver.')
    // Our own plain words follow the clauses whose words are the same.
    expect(version.sections.map(({ summary }) => summary).filter(Boolean)).toEqual(['Sammen styrker vi indsatsen.'])
    expect(verifyAgreements(db).wrong).toEqual([])
  })

  /** A signature's row as it stands in the file. */
  type Forged = Omit<Parameters<typeof sealedOf>[0], 'administers' | 'onBehalfOf'> & {
    administers: string
    onBehalfOf: string | null
    textHash: string
  }

  test('is found out when a byte of the text or of a signature is changed before the version is in force', async () => {
    await stage.sign('fab')
    await stage.sign('hoejstrup')
    expect(verifySignings(db).wrong).toEqual([])
    const sql = new Sqlite(db.file)
    sql.exec('DROP TRIGGER "RequiredSignature_stands"; DROP TRIGGER "ConsolidatedDraft_never_changes"')
    sql.exec(
      `UPDATE RequiredSignature SET title = 'Direktor' WHERE organisationId = ${stage.cooperation.organisation('fab')}`,
    )
    sql.exec(`UPDATE ConsolidatedDraft SET content = replace(content, 'i § 5', 'i § 4') WHERE number = 2`)
    const forged = sql
      .prepare<[], Forged>("SELECT * FROM RequiredSignature WHERE organisationName LIKE '%Højstrup'")
      .get() as Forged
    const { administers, onBehalfOf, textHash: text } = forged
    const named = { administers: namesIn(administers), onBehalfOf: namesIn(onBehalfOf) }
    const signature = { ...sealedOf({ ...forged, ...named }), signatory: 'En anden' }
    sql
      .prepare("UPDATE RequiredSignature SET signatory = 'En anden', seal = ? WHERE organisationName LIKE '%Højstrup'")
      .run(signatureSeal(text, signature))
    sql.close()
    await nextTurn()
    expect(verifySignings(db).wrong).toEqual([
      'Draft 2 of the revision of 2026: its text has been altered.',
      'The signature for Boligforeningen Højstrup in the revision of 2026 is not the one that was given.',
      'The signature for Fyns almennyttige Boligselskab in the revision of 2026 has been altered.',
    ])
  })

  test('stops at a decline, and begins anew upon the same text', async () => {
    await stage.sign('hoejstrup')
    const organisationId = stage.cooperation.organisation('fab')
    const fab = stage.actor('underskriver.fab', days.signed)
    const declined = { year, organisationId, reason: 'Bestyrelsen skal høres.', password: 'boligstrategi-demo' }
    await expect(declineToSign(fab, { ...declined, reason: ' ' }, { demo: true })).rejects.toThrow('Begrundelse')
    await expect(declineToSign(fab, { ...declined, password: 'forkert' }, { demo: true })).rejects.toThrow(
      'Adgangskoden er forkert. Intet er afvist.',
    )
    await declineToSign(fab, declined, { demo: true })
    await expect(stage.sign('kristiansdal')).rejects.toThrow('»Stoppet«')
    await openSigning(stage.housing(days.signed), { year, inForceFrom: null, reason: 'Bestyrelsen har tiltrådt.' })
    for (const slug of signers) await stage.sign(slug)
    expect(await db.prisma.agreementVersion.count()).toBe(2)
  })

  test('does not wait for one that has left, nor for the merged when its successor signs (R4)', async () => {
    const fab = stage.cooperation.organisation('fab')
    const kollegie = stage.cooperation.organisation('kollegieboligselskabet')
    const release = (organisationId: number) => releaseSignatory(stage.housing(days.signed), { year, organisationId })
    await expect(release(fab)).rejects.toThrow('fortsat med')
    await write(systemActor(db, instant(days.endorsed)), async tx => {
      await tx.organisation.update({ where: { id: kollegie }, data: { to: '2026-07-31' } })
      await tx.organisation.update({
        where: { id: fab },
        data: { to: '2026-07-31', successorId: stage.cooperation.organisation('hoejstrup') },
      })
      return { result: undefined, events: [] }
    })
    await release(fab)
    for (const slug of signers.filter(name => name !== 'fab' && name !== 'kollegieboligselskabet')) {
      await stage.sign(slug)
    }
    expect(await db.prisma.agreementVersion.count()).toBe(1)
    await release(kollegie)
    await completeSigning(stage.housing(days.signed), { year })
    const version = await db.prisma.agreementVersion.findUniqueOrThrow({
      where: { year },
      include: { signatures: true },
    })
    expect(version.signatures).toHaveLength(11)
  })

  test('waits for its day when one is agreed upon', async () => {
    expect((await db.prisma.signing.findFirstOrThrow()).inForceFrom).toBe('2026-06-18')
  })
})

test('closing without changes is a decision, and declines what was still open', async () => {
  await stage.opened()
  await stage.propose('medlem.fab', 'fab')
  const meetingId = await stage.meeting()
  const { itemId } = await proposeClosing(stage.housing(days.heard), { year, meetingId, reason: 'Aftalen virker.' })
  await expect(closeWithoutChanges(stage.housing(days.endorsed), { year })).rejects.toThrow('ikke besluttet')
  await inSession(db, stage.cooperation, meetingId)
  await stage.decide({ meetingId, itemId }, [])
  await closeWithoutChanges(stage.housing(days.endorsed), { year })
  expect((await proposal(1)).settledReason).toContain('beslutning 2026/1')
  expect((await round()).steps.at(-1)?.kind).toBe('CLOSED_WITHOUT_CHANGES')
})
