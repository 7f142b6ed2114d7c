import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { rowReader } from '../../src/database/reader.ts'
import { recordDecision, withdrawDecision } from '../../src/features/decisions/decisions/index.ts'
import { minuteItem } from '../../src/features/decisions/minutes/index.ts'
import { loadStakes } from '../../src/features/decisions/minutes/session/load-stakes.ts'
import { isDecided, type Outcome } from '../../src/features/decisions/minutes/session/session-rules.ts'
import { kroner } from '../../src/kernel/money.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { draft, givenItemInSession, givenMandate } from '../decisions/given.ts'
import { freshDatabase } from '../support/app.ts'
import { type Cooperation, givenCooperation } from '../support/builders.ts'
import { runs } from '../support/runs.ts'

let db: Database
let close: () => Promise<void>
let cooperation: Cooperation

beforeAll(async () => {
  const fresh = await freshDatabase()
  db = fresh.db
  close = fresh.close
  cooperation = givenCooperation(db)
  await givenMandate(db, cooperation, 'hoejstrup')
})
afterAll(() => close())

type Step =
  | { does: 'minute'; outcome: Outcome | null; text: string; stated: boolean; whileWriting: boolean }
  | { does: 'record'; organisation: 'hoejstrup' | 'fab' | null }
  | { does: 'withdraw'; at: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('minute' as const),
    outcome: fc.constantFrom<Outcome | null>(null, 'DECIDED', 'ADOPTED_SUBJECT_TO_APPROVAL', 'REJECTED', 'POSTPONED'),
    text: fc.constantFrom('', 'Tiltrådt.', 'Der bevilges 50.000 kr.'),
    stated: fc.boolean(),
    whileWriting: fc.boolean(),
  }),
  fc.record({ does: fc.constant('record' as const), organisation: fc.constantFrom('hoejstrup', 'fab', null) }),
  fc.record({ does: fc.constant('withdraw' as const), at: fc.nat(2) }),
)

const secretary = () => cooperation.actor('sekretariat.kommune')
const decisionsOf = (itemId: number) =>
  db.prisma.decision.findMany({ where: { itemId }, include: { referrals: true }, orderBy: { id: 'asc' } })

async function take(item: { meetingId: number; itemId: number }, step: Step): Promise<void> {
  if (step.does === 'minute') {
    const { outcome, text, stated, whileWriting } = step
    const note = outcome === 'POSTPONED' ? 'mødet i maj' : ''
    await minuteItem(secretary(), {
      ...{ itemId: item.itemId, text, outcome, outcomeNote: note },
      ...{ withoutConsequences: stated, whileWriting },
    })
  } else if (step.does === 'record') {
    const bound = step.organisation
    const consequences = bound
      ? [{ organisationId: cooperation.organisation(bound), amount: kroner(10), legal: null, organisational: null }]
      : []
    await recordDecision(secretary(), draft(item, { consequences, subjectToApproval: bound === 'fab' }))
  } else {
    const standing = (await decisionsOf(item.itemId)).filter(({ state }) => state !== 'ANNULLED')
    const one = standing[step.at % (standing.length || 1)]
    if (!one) return
    await withdrawDecision(secretary(), { decisionId: one.id, version: one.version, reason: 'Ført ind ved en fejl.' })
  }
}

/** What was saved as it stands: minutes kept while somebody writes may lack words, never a decision. */
async function assertOneStory(itemId: number): Promise<void> {
  const treatment = await db.prisma.treatment.findUnique({ where: { itemId } })
  const outcome = treatment?.outcome ?? null
  const taken = (await decisionsOf(itemId)).filter(({ state }) => state !== 'ANNULLED')
  const pending = taken.some(({ state, referrals }) => state === 'CONDITIONAL' || referrals.length > 0)
  if (taken.length > 0) expect(isDecided(outcome)).toBe(true)
  expect(outcome === 'ADOPTED_SUBJECT_TO_APPROVAL').toBe(pending)
  if (isDecided(outcome) && taken.length === 0) {
    const { annulled } = await loadStakes(rowReader(db), itemId)
    expect(annulled).toEqual([])
  }
}

test('after any history of minuting, deciding and annulling the outcome and the register tell one story (R57, R68)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async steps => {
      const item = await givenItemInSession(db, cooperation)
      for (const one of steps) {
        try {
          await take(item, one)
        } catch (refused) {
          if (!(refused instanceof Refusal)) throw refused
        }
        await assertOneStory(item.itemId)
      }
    }),
    runs(20, 400),
  )
})

test('an item whose decision is annulled has no outcome, and is not adopted with words instead', async () => {
  const item = await givenItemInSession(db, cooperation)
  await take(item, { does: 'record', organisation: 'hoejstrup' })
  await take(item, { does: 'withdraw', at: 0 })
  expect(await db.prisma.treatment.findUnique({ where: { itemId: item.itemId } })).toMatchObject({ outcome: null })
  const words: Step = { does: 'minute', outcome: 'DECIDED', text: 'Tiltrådt.', stated: true, whileWriting: false }
  await expect(take(item, words)).rejects.toThrow(/er annulleret, havde konsekvenser/)
  await take(item, { does: 'record', organisation: null })
  expect(await db.prisma.treatment.findUnique({ where: { itemId: item.itemId } })).toMatchObject({ outcome: 'DECIDED' })
})

test('a decision that waits is annulled beside one that holds: the outcome waits no more', async () => {
  const item = await givenItemInSession(db, cooperation)
  await take(item, { does: 'record', organisation: null })
  await take(item, { does: 'record', organisation: 'fab' })
  const outcome = async () => (await db.prisma.treatment.findUnique({ where: { itemId: item.itemId } }))?.outcome
  expect(await outcome()).toBe('ADOPTED_SUBJECT_TO_APPROVAL')
  await take(item, { does: 'withdraw', at: 1 })
  expect(await outcome()).toBe('DECIDED')
})
