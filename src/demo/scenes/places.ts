import { addArea, addDistrict, addEstate, delimitArea, splitArea } from '../../features/ground/places/index.ts'
import { addDays, type Day, day, type Instant, momentOf } from '../../kernel/days.ts'
import { areas, definition, districtSource, districts, invented, knownEstates, split } from '../content/places.ts'
import { agreementDay } from '../parties.ts'
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
  stage.timeline.at(morning('09:30'), 'add estates', async at => {
    for (const { number, name, owner, district, built, homes } of knownEstates) {
      const [family, youth, elderly, other] = homes
      const { id } = await addEstate(both(at), {
        ...{ number, name, built, from, note: invented, homes: { family, youth, elderly, other } },
        ...{ ownerId: stage.cast.organisation(owner), districtId: idIn(districtIds, district) },
      })
      estateIds.set(name, id)
    }
  })
  stage.timeline.at(morning('10:00'), 'add areas', async at => {
    for (const { name, district, estates } of areas) {
      const { id } = await addArea(both(at), { name, districtId: idIn(districtIds, district), from })
      areaIds.set(name, id)
      await delimitArea(both(at), {
        ...{ areaId: id, from, estates: estatesOf(estates) },
        reason: 'Demo: området, som det var ved samarbejdets begyndelse.',
      })
    }
  })
  stage.timeline.at(morning('10:30'), `split ${split.area}`, async at => {
    await splitArea(stage.cast.actor('sekretariat.kommune', at), {
      ...{ areaId: idIn(areaIds, split.area), from: day(split.from), reason: split.reason, staying: [] },
      parts: split.parts.map(({ name, estates }) => ({ name, estates: estatesOf(estates) })),
    })
  })
}

function idIn(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`The demo knows no place »${name}«.`)
  return id
}
