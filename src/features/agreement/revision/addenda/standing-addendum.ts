import type { Tx } from '../../../../database/write.ts'
import { momentInRow } from '../../../../kernel/days.ts'
import { notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { type AddendumEnd, addendumOver } from '../../../ground/parties/index.ts'

/** An addendum with its signatures, as an act meets it. */
export async function loadAddendum(tx: Tx, { year, number }: { year: number; number: number }) {
  const addendum = await tx.addendum.findFirst({
    where: { number, agreement: { year } },
    include: { signatures: true, organisation: true },
  })
  if (!addendum) throw notFound()
  const end: AddendumEnd = {
    droppedAt: momentInRow(addendum.droppedAt),
    declinedAt: momentInRow(addendum.declinedAt),
  }
  return { ...addendum, ...end }
}

/** One that can be signed: neither given up nor declined. */
export async function standingAddendum(tx: Tx, address: { year: number; number: number }) {
  const addendum = await loadAddendum(tx, address)
  refuseAll([addendumOver(addendum, addendum.organisation.name)])
  return addendum
}
