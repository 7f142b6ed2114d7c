import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import type { Database } from '../../../../database/database.ts'
import { event } from '../../../../database/events.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import { write } from '../../../../database/write.ts'
import { contentHash } from '../../../../kernel/hash.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { brokenRule, refuseAll } from '../../../../kernel/refusal.ts'
import { type Places, readPlaces, readPlacesIn } from '../read-places.ts'
import { type OutlineLine, type OutlinePlace, readOutlines, storedShape } from './outline-rules.ts'

const outlineRow = rowsOf({
  districtId: column.orNull(column.number),
  areaId: column.orNull(column.number),
  shape: column.json(storedShape),
  precision: column.text,
  source: column.text,
})
export type OutlineRow = RowOf<typeof outlineRow>

/** The newest outline of each place; in one statement, kept until anything is committed. */
export const readOutlineRows = (database: Database): OutlineRow[] => kept(database, 'all')

const kept = untilCommit<'all', OutlineRow[]>(1, ({ sql }) =>
  sql.all(
    outlineRow,
    `SELECT o.districtId, o.areaId, o.shape, f.precision, f.source FROM PlaceOutline o JOIN OutlineFile f ON f.id = o.fileId
     WHERE o.id IN (SELECT max(id) FROM PlaceOutline GROUP BY districtId, areaId) ORDER BY o.id`,
  ),
)

export interface OutlineDraft {
  name: string
  precision: string
  source: string
  /** The file's text. */
  content: string
}

export interface JudgedOutlines {
  lines: OutlineLine[]
  /** The same where the same would be stored. */
  hash: string
}

/** What would be drawn, place by place, if the file were loaded now. @throws Refusal where the file cannot be read */
export const judgeOutlines = (actor: Actor, content: string): JudgedOutlines =>
  judged(readPlaces(actor.database), actor, content)

function judged(places: Places, actor: Actor, content: string): JudgedOutlines {
  const { lines, faults } = readOutlines(content, placesOf(places, actor))
  refuseAll(faults)
  return { lines, hash: contentHash(lines) }
}

const placesOf = ({ districts, areas }: Places, { today }: Actor): OutlinePlace[] => [
  ...districts
    .filter(row => !hasEnded(row, today))
    .map(({ id, slug, name }) => ({ id, slug, name, kind: 'district' as const })),
  ...areas
    .filter(row => !hasEnded(row, today))
    .map(({ id, slug, name }) => ({ id, slug, name, kind: 'area' as const })),
]

/**
 * Stores the outlines that the file draws; those that were drawn before stay, and the newest of a place counts.
 * @param shown the hash of what was confirmed
 */
export const loadOutlines = (actor: Actor, given: OutlineDraft, shown: string): Promise<number> =>
  write(actor, async tx => {
    requireRight(actor, 'manageOwnSide')
    const { name, precision, source, content } = given
    const { lines, hash } = judged(await readPlacesIn(tx), actor, content)
    if (hash !== shown)
      throw brokenRule('Noget er ændret i portalen, siden du fik filen vist. Se omridsene igennem igen.')
    const drawn = lines.flatMap(({ outline }) => outline ?? [])
    if (drawn.length === 0) throw brokenRule('Der er intet at gemme i filen.', 'fil')
    const file = { name: name.slice(0, 200), precision, source, byId: personIdOf(actor), at: actor.at }
    const { id } = await tx.outlineFile.create({ data: file })
    await tx.placeOutline.createMany({
      data: drawn.map(({ place, shape }) => ({
        fileId: id,
        districtId: place.kind === 'district' ? place.id : null,
        areaId: place.kind === 'area' ? place.id : null,
        shape: JSON.stringify(shape),
      })),
    })
    const after = { name: file.name, precision, source, outlines: drawn.length }
    return { result: drawn.length, events: [event('outlinesLoaded', 'outlineFile', id, { after })] }
  })
