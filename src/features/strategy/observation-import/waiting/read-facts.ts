import { open } from 'node:fs/promises'
import { setImmediate as turn } from 'node:timers/promises'
import type { Actor } from '../../../../access/actor.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { day } from '../../../../kernel/days.ts'
import { contentHash } from '../../../../kernel/hash.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import {
  type IndicatorRow,
  placeKey,
  readIndicators,
  readMeasuredPlaces,
  readRawFigures,
} from '../../knowledge/index.ts'
import type { JudgeFacts, KnownIndicator, KnownPlace, StandingFigure } from '../judge/facts.ts'
import { stepsOf } from '../judge/judge-figure.ts'

const lastRow = rowsOf({ last: column.orNull(column.number) })

/** The indicators that figures are still delivered of. */
export const openIndicators = (actor: Actor): IndicatorRow[] => readIndicators(actor.database)

const knownIndicator = ({ slug, name, newest }: IndicatorRow): KnownIndicator => ({
  ...{ slug, name, versionId: newest.id, unit: newest.unit, decimals: newest.decimals },
  hasDenominator: newest.denominator !== '',
})

/** All places, by whatever a file may call them. */
export function knownPlaces({ database }: Actor, town: string): KnownPlace[] {
  const { areas, districts, estates, owners, facts } = readPlaces(database)
  const always = { from: day('1900-01-01'), to: null }
  const ownerOf = new Map(facts.flatMap(({ estateId, ownerId }) => (ownerId === null ? [] : [[estateId, ownerId]])))
  const ownerNames = new Map(owners.map(({ id, name, shortName }) => [id, [name, shortName].filter(Boolean)]))
  const whole = (level: 'TOWN' | 'REGION' | 'COUNTRY', label: string, ...names: string[]): KnownPlace => ({
    ...{ key: placeKey({ level }), level, label, names: [label, ...names], ...always },
  })
  return [
    whole('TOWN', 'Hele byen', town, `${town} Kommune`, 'Byen', 'Kommunen', 'Hele kommunen', 'I alt'),
    whole('REGION', 'Regionen', 'Region'),
    whole('COUNTRY', 'Hele landet', 'Landet', 'Danmark'),
    ...areas.map(
      ({ id, slug, name, from, to }): KnownPlace => ({
        ...{ key: placeKey({ level: 'AREA', id }), level: 'AREA', label: name, names: [name, slug], from, to },
      }),
    ),
    ...districts.map(
      ({ id, slug, name, from, to }): KnownPlace => ({
        ...{ key: placeKey({ level: 'DISTRICT', id }), level: 'DISTRICT', label: name, names: [name, slug], from, to },
      }),
    ),
    ...estates.map(({ id, slug, name, number, from, to }): KnownPlace => {
      const label = `${number} ${name}`
      const own = (ownerNames.get(ownerOf.get(id) ?? 0) ?? []).flatMap(owner => [
        `${owner} ${number}`,
        `${owner} ${label}`,
      ])
      return {
        ...{ key: placeKey({ level: 'ESTATE', id }), level: 'ESTATE', label, from, to },
        names: [label, name, number, slug, ...own],
      }
    }),
  ]
}

/**
 * What the portal has by now, in short: where it is another than when rows were judged, they are judged again. It stands
 * for the figures too, since each one that comes has a higher number than all before it.
 */
export function factsMark(actor: Actor, town: string): string {
  const indicators = openIndicators(actor).map(knownIndicator)
  const last = actor.database.sql.get(lastRow, 'SELECT max(id) AS last FROM Observation')
  return contentHash({ today: actor.today, indicators, places: knownPlaces(actor, town), last: last?.last ?? 0 })
}

/** Writes what rows are judged by to a file, an indicator's figures at a time: others are answered in between. */
export async function writeFacts(actor: Actor, town: string, path: string): Promise<string> {
  const mark = factsMark(actor, town)
  const indicators = openIndicators(actor)
  const file = await open(path, 'w', 0o600)
  try {
    const { today } = actor
    const facts: Omit<JudgeFacts, 'standing'> = {
      today,
      indicators: indicators.map(knownIndicator),
      places: knownPlaces(actor, town),
    }
    await file.write(`${JSON.stringify(facts).slice(0, -1)},"standing":[`)
    const keys = new Map(
      readMeasuredPlaces(actor.database).map(({ id, level, areaId, districtId, estateId }) => {
        const own = areaId ?? districtId ?? estateId
        return [id, own === null ? level : `${level} ${own}`]
      }),
    )
    let between = ''
    for (const { newest } of indicators) {
      const rows = readRawFigures(actor.database, { versionIds: [newest.id] }).map(
        ({ id, versionId, placeId, year, value, numerator, denominator, missing, withheld }): StandingFigure => ({
          ...{ id, versionId, place: keys.get(placeId) ?? '', year, numerator, denominator, missing, withheld },
          value: value === null ? null : stepsOf(value, newest.decimals),
        }),
      )
      if (rows.length > 0) {
        await file.write(`${between}${JSON.stringify(rows).slice(1, -1)}`)
        between = ','
      }
      await turn()
    }
    await file.write(']}')
  } finally {
    await file.close()
  }
  return mark
}
