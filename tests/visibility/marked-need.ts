import { addDistrict, addEstate } from '../../src/features/ground/places/index.ts'
import { readTable } from '../../src/features/ground/table-import/index.ts'
import {
  publishEstimate,
  putNeedOnAgenda,
  saveVacancies,
  supersedeEstimate,
  tellChange,
  vacancyTable,
} from '../../src/features/strategy/need/index.ts'
import { day } from '../../src/kernel/days.ts'
import type { Cooperation } from '../support/builders.ts'

type Mark = (by: readonly string[], what: string) => string

/** The need is read by everybody of the parties; the agenda that an estimate is put on is not, before it is sent. */
export async function markedNeed(
  cooperation: Cooperation,
  mark: Mark,
  { all, unsentMeeting }: { all: readonly string[]; unsentMeeting: number },
  now: string,
): Promise<void> {
  const housing = cooperation.actor('sekretariat.bolig', now)
  const today = day(now.slice(0, 10))
  const year = Number(now.slice(0, 4))
  const district = await addDistrict(housing, {
    name: 'Lærkekvarteret',
    definition: '',
    source: '',
    from: day('2020-01-01'),
  })
  const ownerId = cooperation.organisation('fab')
  await addEstate(housing, {
    ...{ number: '77', name: 'Viben', built: 1970, from: day('2020-01-01'), note: '', ownerId },
    ...{ districtId: district.id, homes: { family: 40, youth: 0, elderly: 0, other: 0 } },
  })
  const draft = (what: string) => ({
    ...{ title: mark(all, `behov: titel ${what}`), status: 'WORKING' as const, calculatedOn: today },
    ...{ method: mark(all, `behov: metode ${what}`), origin: mark(all, `behov: kilde ${what}`) },
    source: `Bydel;År;Mellem\nLærkekvarteret;${year + 3};${what === 'før' ? 50 : 60}`,
  })
  const { number } = await publishEstimate(housing, { ...draft('før'), organisationId: ownerId })
  await supersedeEstimate(housing, { ...draft('nu'), number, version: 1, changed: mark(all, 'behov: nyt') })
  await putNeedOnAgenda(housing, { number, version: 2, meetingId: unsentMeeting, kind: 'DISCUSSION' })
  await tellChange(housing, {
    ...{
      name: mark(all, 'boligændring: navn'),
      kind: 'BUILT',
      districtId: district.id,
      estateId: null,
      year: year + 1,
    },
    ...{ state: 'PLANNED', family: 8, youth: 0, elderly: 0, other: 0, origin: mark(all, 'boligændring: kilde') },
  })
  const rows = [
    'År;Ejer;Afdelingsnr.;Ledige boliger;Årsag til ledighed;Tiltag;Kilde',
    [year - 1, 'FAB', 77, 3, 'Høj husleje', mark(all, 'ledige: tiltag'), mark(all, 'ledige: kilde')].join(';'),
  ]
  await saveVacancies(housing, readTable(vacancyTable, rows.join('\n'), 'source'), null)
}
