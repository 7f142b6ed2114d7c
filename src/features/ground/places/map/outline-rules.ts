import { z } from 'zod'
import { fold } from '../../../../kernel/fold.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'

/** Degrees east and north (WGS 84), as GeoJSON has them. */
export type Position = readonly [east: number, north: number]

/** Where a place lies: a point, or rings of positions, those of all its parts. */
export interface Shape {
  point?: Position
  rings?: Position[][]
}

export const storedShape = z.object({
  point: z.tuple([z.number(), z.number()]).optional(),
  rings: z.array(z.array(z.tuple([z.number(), z.number()]))).optional(),
})

export interface OutlinePlace {
  id: number
  kind: 'district' | 'area'
  slug: string
  name: string
}

export interface ReadOutline {
  place: OutlinePlace
  shape: Shape
}

/** What is said of a feature of the file: what it draws, or why it draws nothing. */
export interface OutlineLine {
  /** Its number in the file, from 1. */
  at: number
  name: string
  fault: string | null
  outline: ReadOutline | null
}

/** More is no town's, and would be drawn for every reader of the map. */
export const mostOutlines = { features: 300, positions: 20_000, bytes: 2 * 1024 * 1024 } as const

const position = z.tuple([z.number(), z.number()]).rest(z.number())
const ring = z.array(position).min(4)
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: position }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
])
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry: z.unknown() })),
})

/** Reads a file of outlines by the names of the places in it. The faults are of the file; those of a feature stand at it. */
export function readOutlines(
  source: string,
  places: readonly OutlinePlace[],
): { lines: OutlineLine[]; faults: Objection[] } {
  const nothing = (sentence: string) => ({ lines: [], faults: [objection(sentence, 'fil')] })
  const read = collection.safeParse(parsed(source))
  if (!read.success)
    return nothing('Filen er ikke GeoJSON med en FeatureCollection. Gem kortet som GeoJSON, og vælg filen igen.')
  const { features } = read.data
  if (features.length === 0) return nothing('Filen har ingen omrids.')
  if (features.length > mostOutlines.features)
    return nothing(`Filen har ${features.length} omrids. Den må højst have ${mostOutlines.features}.`)
  const seen = new Set<string>()
  const lines = features.map((feature, index): OutlineLine => {
    const name = nameIn(feature.properties ?? {})
    const line = { at: index + 1, name: name || 'Uden navn' }
    const rejected = (fault: string) => ({ ...line, fault, outline: null })
    const shape = shapeOf(feature.geometry)
    if (typeof shape === 'string') return rejected(shape)
    const kind = kindIn(feature.properties ?? {})
    const found = places.filter(
      place => (kind === null || place.kind === kind) && (fold(place.name) === fold(name) || place.slug === name),
    )
    const [place] = found
    if (name === '') return rejected('Omridset har intet navn. Skriv bydelens eller områdets navn i egenskaben »navn«.')
    if (!place) return rejected('Ingen bydel og intet boligområde hedder sådan.')
    if (found.length > 1)
      return rejected(
        'Både en bydel og et boligområde hedder sådan. Skriv »bydel« eller »boligområde« i egenskaben »type«.',
      )
    if (seen.has(`${place.kind} ${place.id}`)) return rejected('Stedet har et omrids længere oppe i filen.')
    seen.add(`${place.kind} ${place.id}`)
    return { ...line, fault: null, outline: { place, shape } }
  })
  const positions = lines.reduce((sum, { outline }) => sum + (outline ? countOf(outline.shape) : 0), 0)
  if (positions > mostOutlines.positions)
    return nothing(
      `Filen har ${positions} punkter i alt. Forenkl omridsene til højst ${mostOutlines.positions} punkter.`,
    )
  return { lines, faults: [] }
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}

function nameIn(properties: Record<string, unknown>): string {
  const key = Object.keys(properties).find(one => ['navn', 'name', 'bydel', 'omraade'].includes(one.toLowerCase()))
  const value = key === undefined ? '' : properties[key]
  return typeof value === 'string' ? value.trim() : ''
}

function kindIn(properties: Record<string, unknown>): OutlinePlace['kind'] | null {
  const told = fold(String(properties.type ?? ''))
  if (told === 'bydel') return 'district'
  return told === fold('boligområde') ? 'area' : null
}

const countOf = ({ point, rings = [] }: Shape): number => (point ? 1 : rings.reduce((sum, one) => sum + one.length, 0))

const outside = 'Koordinaterne er ikke længde- og breddegrader. Gem kortet i koordinatsystemet WGS 84 (EPSG:4326).'

/** @returns why it cannot be drawn, where it cannot */
function shapeOf(given: unknown): Shape | string {
  const read = geometry.safeParse(given)
  if (!read.success) return 'Omridset er hverken et punkt eller en flade.'
  const shape = read.data
  const flat = ([east, north]: readonly number[]): Position => [rounded(east), rounded(north)]
  const rings =
    shape.type === 'Point'
      ? []
      : (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()).map(one => one.map(flat))
  const all = shape.type === 'Point' ? [flat(shape.coordinates)] : rings.flat()
  if (all.some(([east, north]) => Math.abs(east) > 180 || Math.abs(north) > 85)) return outside
  return shape.type === 'Point' ? { point: flat(shape.coordinates) } : { rings }
}

/** To about ten metres: the map of a town shows no more. */
const rounded = (degrees = Number.NaN): number => Math.round(degrees * 10_000) / 10_000
