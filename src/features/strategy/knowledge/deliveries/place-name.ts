import type { Tx } from '../../../../database/write.ts'
import type { PlaceRef } from '../figures/figure.ts'
import { levelPlaces } from '../labels.ts'

/** A place inside a sentence: »hele byen«, »Korsløkkeparken«. One that is not there has no name. */
export async function placeNameIn(tx: Tx, { level, id }: PlaceRef): Promise<string> {
  if (id === undefined) return levelPlaces[level]
  if (level === 'AREA') return (await tx.housingArea.findUnique({ where: { id } }))?.name ?? ''
  if (level === 'DISTRICT') return (await tx.district.findUnique({ where: { id } }))?.name ?? ''
  const estate = await tx.estate.findUnique({ where: { id } })
  return estate ? `${estate.number} ${estate.name}` : ''
}
