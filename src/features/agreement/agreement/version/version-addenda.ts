import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type Day, dayOf, longDay } from '../../../../kernel/days.ts'
import { sentence } from '../../../../kernel/text.ts'
import {
  type AddendumLine,
  addendumSentence,
  goesOver,
  readAddenda,
  standingText,
} from '../../../ground/parties/index.ts'
import { addendumPath } from '../paths.ts'
import { readVersions, type VersionRow } from '../queries.ts'

type Version = Pick<VersionRow, 'id' | 'year' | 'inForceFrom'>

/**
 * The addenda that hold for a version, or were written to it: its own, and those of earlier versions that were still
 * running when its signers were fixed (R4). Two statements.
 */
export function addendaOf(db: Database, version: Version, versions: readonly Version[], today: Day) {
  const fixedOn = signersFixedOn(db)
  return readAddenda(db)
    .filter(addendum => addendum.year === version.year || isCarried(addendum, version, versions, fixedOn))
    .map(addendum => ({
      dropped: addendum.droppedAt !== null,
      ...addendumModel(addendum, version, laterVersionsOf(addendum, versions, fixedOn), today),
    }))
}

/** The later versions that an addendum goes over to, the earliest first. */
const laterVersionsOf = (addendum: AddendumLine, versions: readonly Version[], fixedOn: Map<number, Day>): Version[] =>
  versions.filter(version => isCarried(addendum, version, versions, fixedOn)).toSorted(byDay)

/** It goes from version to version for as long as it has not come to hold. */
function isCarried(
  addendum: AddendumLine,
  version: Version,
  versions: readonly Version[],
  fixedOn: Map<number, Day>,
): boolean {
  const own = versions.find(({ year }) => year === addendum.year)
  return (
    own !== undefined &&
    own.inForceFrom < version.inForceFrom &&
    goesOver(addendum, fixedOn.get(version.id) ?? version.inForceFrom)
  )
}

const byDay = (one: Version, other: Version): number => (one.inForceFrom < other.inForceFrom ? -1 : 1)

const fixedRow = rowsOf({
  id: column.number,
  openedAt: column.moment,
})

/** By version: the day on which it was fixed who signs it. One that was taken in from paper has no such day. */
const signersFixedOn = (db: Database): Map<number, Day> =>
  new Map(
    db.sql
      .all(
        fixedRow,
        `SELECT v.id, max(s.openedAt) AS openedAt FROM AgreementVersion v JOIN Signing s ON s.roundId = v.roundId
         WHERE s.completedAt IS NOT NULL GROUP BY v.id`,
      )
      .map(({ id, openedAt }) => [id, dayOf(openedAt)]),
  )

/** The years of those versions: what an addendum's own page tells. */
export function yearsGoneOverTo(db: Database, number: number, year: number): number[] {
  const addendum = readAddenda(db).find(one => one.number === number && one.year === year)
  return addendum ? laterVersionsOf(addendum, readVersions(db), signersFixedOn(db)).map(version => version.year) : []
}

/** An addendum in a version's list: what it says, where it stands, and where it came from or goes to. */
function addendumModel(addendum: AddendumLine, version: Version, goesOverTo: readonly Version[], today: Day) {
  const { number, year, organisation, kind, from, inForceFrom } = addendum
  const later = goesOverTo.map(({ year: to }) => `Går over til aftalen fra ${to}`)
  const whence = year === version.year ? later : [`Skrevet til aftalen fra ${year}`]
  return {
    text: `Tillæg ${number}: ${organisation} ${addendumSentence[kind]} den ${longDay(from ?? inForceFrom)}`,
    href: addendumPath(year, number),
    state: [standingText(addendum, today), ...whence].map(sentence).join(' '),
  }
}
