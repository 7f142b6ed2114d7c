import type { Database } from '../../../database/database.ts'
import type { Finding } from '../../../database/verify/finding.ts'
import { delimitationFaults } from './delimitations/delimitation-rules.ts'
import { factFaults } from './estates/estate-rules.ts'
import { labelOf } from './places-on.ts'
import { readPlaces } from './read-places.ts'

/** What holds of every day: an estate is in one area, an area is delimited within its days, and an estate has one owner. */
export function verifyPlaces(database: Database): Finding {
  const { areas, estates, delimitations, facts } = readPlaces(database)
  const wrong = [
    ...delimitationFaults(areas, estates, delimitations),
    ...estates.flatMap(estate =>
      factFaults(
        { ...estate, name: labelOf(estate) },
        facts.filter(({ estateId }) => estateId === estate.id),
      ),
    ),
  ]
  return {
    check:
      'On every day an estate is in one housing area at most, and has one owner, one district and one count of homes',
    wrong: wrong.map(({ sentence }) => sentence),
  }
}
