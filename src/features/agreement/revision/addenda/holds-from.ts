import { type Day, dayOf, type Instant } from '../../../../kernel/days.ts'
import { type AddendumCapacity, holdsFrom } from '../../../ground/parties/index.ts'

interface Stored {
  inForceFrom: string
  signatures: { capacity: string; signedAt: string }[]
}

/** The first day that an addendum holds, from its row as the ORM gives it; null: not all have signed. */
export const addendumHoldsFrom = ({ inForceFrom, signatures }: Stored): Day | null =>
  holdsFrom(
    inForceFrom as Day,
    signatures.map(({ capacity, signedAt }) => ({
      capacity: capacity as AddendumCapacity,
      day: dayOf(signedAt as Instant),
    })),
  )
