import type { WaitingLines } from '../../../http/feature.ts'
import { daysBetween } from '../../../kernel/days.ts'
import { hearingsToAnswer } from './drafts/awaited-hearings.ts'
import { signaturesToSee } from './signing/awaited-signatures.ts'

/** Answers to a hearing, and signatures. */
export const revisionWaiting: WaitingLines[] = [
  {
    order: 70,
    lines: actor =>
      [...hearingsToAnswer(actor), ...signaturesToSee(actor)].map(row => ({
        ...row,
        urgent: row.by !== null && daysBetween(actor.today, row.by) <= 7,
      })),
  },
]
