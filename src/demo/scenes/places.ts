import {
  addArea,
  addDistrict,
  delimitArea,
  estateTable,
  judgeOutlines,
  loadOutlines,
  saveEstates,
  splitArea,
} from '../../features/ground/places/index.ts'
import { readTable } from '../../features/ground/table-import/index.ts'
import { addDays, type Day, day, type Instant, momentOf } from '../../kernel/days.ts'
import { agreementDay } from '../parties.ts'
import { outlineFile, outlineSource, precision } from '../places/outlines.ts'
import { areas, definition, districtSource, districts, estates, invented, split } from '../places/places.ts'
import type { Stage } from '../stage.ts'

/** The secretariats enter the town's places, as they have been since the agreement, before anything is given for them. */
export function playPlaces(stage: Stage, first: Day): void {
  const morning = (time: string) => momentOf(addDays(first, -120), time)
  const both = (at: Instant) => stage.cast.actor('sekretariat.bolig', at)
  const from = agreementDay
  const districtIds = new Map<string, number>()
  const estateIds = new Map<string, number>()
  const areaIds = new Map<string, number>()
  const estatesOf = (names: readonly string[]) => names.map(name => idIn(estateIds, name))

  stage.timeline.at(morning('09:00'), 'add districts', async at => {
    for (const name of districts) {
      const { id } = await addDistrict(both(at), { name, definition, source: districtSource, from })
      districtIds.set(name, id)
    }
  })
  stage.timeline.at(morning('09:30'), 'load estates', async at => {
    const file = readTable(estateTable, estateFile(stage), 'source')
    await saveEstates(both(at), file, null)
    for (const { id, name } of await stage.cast.database.prisma.estate.findMany()) estateIds.set(name, id)
  })
  stage.timeline.at(morning('10:00'), 'add areas', async at => {
    for (const { name, district, estates: own } of areas) {
      const { id } = await addArea(both(at), { name, districtId: idIn(districtIds, district), from })
      areaIds.set(name, id)
      await delimitArea(both(at), {
        ...{ areaId: id, from, estates: estatesOf(own) },
        reason: 'Demo: området, som det var ved samarbejdets begyndelse.',
      })
    }
  })
  stage.timeline.at(morning('11:00'), 'load outlines', async at => {
    const content = outlineFile()
    const { hash } = judgeOutlines(both(at), content)
    const file = { name: 'bydele-og-omraader.geojson', precision, source: outlineSource, content }
    await loadOutlines(both(at), file, hash)
  })
  stage.timeline.at(morning('10:30'), `split ${split.area}`, async at => {
    await splitArea(stage.cast.actor('sekretariat.kommune', at), {
      ...{ areaId: idIn(areaIds, split.area), from: day(split.from), reason: split.reason, staying: [] },
      parts: split.parts.map(({ name, estates }) => ({ name, estates: estatesOf(estates) })),
    })
  })
}

/** The estates as a secretariat has them: in a spreadsheet. */
function estateFile(stage: Stage): string {
  const head = 'Afdelingsnr.;Navn;Ejer;Bydel;Familieboliger;Ungdomsboliger;Ældreboliger;Byggeår;Fra;Kilde'
  const rows = estates.map(({ number, name, owner, district, homes, built }) =>
    [number, name, stage.cast.organisationName(owner), district, ...homes, built, agreementDay, invented].join(';'),
  )
  return [head, ...rows].join('\n')
}

function idIn(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The demo knows no place »${name}«.`)
  return id
}
