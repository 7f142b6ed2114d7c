import { type Day, dayInRow, dayOf, momentInRow } from '../../../../kernel/days.ts'
import { type AddendumCapacity, holdsFrom } from '../../../ground/parties/index.ts'

interface Stored {
  inForceFrom: string
  signatures: { capacity: string; signedAt: string }[]
}

/** The first day that an addendum holds, from its row as the ORM gives it; null: not all have signed. */
export const addendumHoldsFrom = ({ inForceFrom, signatures }: Stored): Day | null =>
  holdsFrom(
    dayInRow(inForceFrom),
    signatures.map(({ capacity, signedAt }) => ({
      capacity: capacity as AddendumCapacity,
      day: dayOf(momentInRow(signedAt)),
    })),
  )
