import type { Database } from '../../src/database/database.ts'
import { samplesOf } from './all-samples.ts'
import type { Owner } from './samples.ts'

export type { Owner } from './samples.ts'

export interface Address {
  path: string
  owner: Owner
}

/** What the demo's addresses name; the same for as long as a test asks, whatever it does to the demo meanwhile. */
export interface Samples {
  demo: Database
  known: Map<string, Address[]>
}

export const samplesIn = (demo: Database): Samples => ({ demo, known: new Map() })

/** Real addresses of a declared route, one for every kind of owner that there is something of in the demo. */
export function addressesOf(route: string, { demo, known }: Samples): Address[] {
  const found = known.get(route) ?? readAddresses(route, demo)
  known.set(route, found)
  return found
}

function readAddresses(route: string, demo: Database): Address[] {
  const names = [...route.matchAll(/:(\w+)/g)].map(match => match[1] ?? '')
  if (names.length === 0) return [{ path: route + (samplesOf(route, 'query')?.query?.(demo) ?? ''), owner: 'none' }]
  const found = samplesOf(route, 'inDemo')?.inDemo?.(demo, route) ?? []
  return found.flatMap(({ owner, values }) =>
    names.every(name => name in values)
      ? [{ path: route.replace(/:(\w+)/g, (_all, name: string) => String(values[name])), owner }]
      : [],
  )
}
