import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { giveSignOff, type SignedThing, withdrawSignOff } from '../../../ground/sealed/index.ts'
import { requireState } from '../rounds/acting-for.ts'
import { draftOwnership, foundRound, signOffFacts } from '../rounds/load-round.ts'
import { recordRoundStep } from '../rounds/take-round-step.ts'
import { standingDraft } from './draft.ts'

/**
 * R60: a secretariat signs off exactly the draft that was shown.
 * @returns whether both have now signed off the same
 */
export const signOffDraft = (actor: Actor, input: { year: number; hash: string }): Promise<{ complete: boolean }> =>
  write(actor, async tx => {
    const { round, draft } = await draftToSign(tx, actor, input.year)
    const shown = { shown: input.hash, current: draft.hash, what: 'dette udkast' }
    const { complete, side } = await giveSignOff(actor, signedDraft(tx, draft.id), shown)
    if (complete) await recordRoundStep(tx, actor, round.id, 'DRAFT_SIGNED_OFF', null)
    const after = { year: round.year, draft: draft.number, hash: draft.hash, side }
    return { result: { complete }, events: [event('draftSignedOff', 'revision', round.id, { after })] }
  })

export const takeBackSignOff = (actor: Actor, input: { year: number }): Promise<void> =>
  write(actor, async tx => {
    const { round, draft } = await draftToSign(tx, actor, input.year)
    const none = 'Dit sekretariat har ikke godkendt dette udkast.'
    const { side } = await withdrawSignOff(actor, signedDraft(tx, draft.id), { none })
    const after = { year: round.year, draft: draft.number, side }
    return { result: undefined, events: [event('draftSignOffTakenBack', 'revision', round.id, { after })] }
  })

async function draftToSign(tx: Tx, actor: Actor, year: number) {
  requireRight(actor, 'runRevision')
  const round = await foundRound(tx, year)
  requireState(round, ['DRAFTING'])
  return { round, draft: standingDraft(round) }
}

const signedDraft = (tx: Tx, draftId: number): SignedThing => ({
  of: draftOwnership,
  right: 'runRevision',
  table: {
    given: async () => (await tx.draftSignOff.findMany({ where: { draftId } })).map(signOffFacts),
    store: row => tx.draftSignOff.create({ data: { draftId, ...row } }),
    async void({ at, side }) {
      const standing = { draftId, takenBackAt: null, ...(side ? { side } : {}) }
      const { count } = await tx.draftSignOff.updateMany({ where: standing, data: { takenBackAt: at } })
      return count
    },
  },
})
