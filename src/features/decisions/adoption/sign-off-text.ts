import type { Actor } from '../../../access/actor.ts'
import { requireStep } from '../../../access/steps.ts'
import { event } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { giveSignOff, type SignedThing, withdrawSignOff } from '../../ground/sealed/index.ts'
import { type LoadedDraft, ofBoth } from './load-text.ts'
import { openText } from './open-text.ts'
import type { TextKind } from './text-kind.ts'
import { textWay } from './text-steps.ts'

const what = 'dette udkast'

/**
 * R60: a secretariat signs off exactly the draft that was shown.
 * @returns whether both have now signed off the same
 */
export const signOffText = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  input: { slug: string; shownHash: string },
): Promise<{ complete: boolean }> =>
  write(actor, async tx => {
    const { id, newest, facts } = await openText(tx, kind, input.slug, actor.today)
    // Of another draft than the one that was shown nothing else needs to be said.
    if (newest.hash === input.shownHash) requireStep(textWay, actor, 'SIGN_OFF', facts)
    const { complete, side } = await giveSignOff(actor, signedThing(tx, newest), {
      shown: input.shownHash,
      current: newest.hash,
      what,
    })
    const after = { draft: newest.number, hash: newest.hash, side }
    return { result: { complete }, events: [event('textSignedOff', 'text', id, { after })] }
  })

/** A secretariat takes its own sign-off back, as long as the draft has not been put on an agenda. */
export const takeBackTextSignOff = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  input: { slug: string },
): Promise<void> =>
  write(actor, async tx => {
    const { id, newest, facts } = await openText(tx, kind, input.slug, actor.today)
    requireStep(textWay, actor, 'TAKE_BACK_SIGN_OFF', facts)
    const { side } = await withdrawSignOff(actor, signedThing(tx, newest), {
      none: 'Dit sekretariat har ikke godkendt dette udkast.',
    })
    const after = { draft: newest.number, side }
    return { result: undefined, events: [event('textSignOffTakenBack', 'text', id, { after })] }
  })

const signedThing = <Content extends object>(tx: Tx, { id, signOffs }: LoadedDraft<Content>): SignedThing => ({
  of: ofBoth,
  right: 'prepareTexts',
  table: {
    given: async () => signOffs,
    store: row => tx.textSignOff.create({ data: { draftId: id, ...row } }),
    async void({ at, side }) {
      const where = { draftId: id, takenBackAt: null, ...(side && { side }) }
      return (await tx.textSignOff.updateMany({ where, data: { takenBackAt: at } })).count
    },
  },
})
