import type { DeclaredRoute } from '../../src/http/route.ts'
import { samplesOf } from '../support/all-samples.ts'
import type { TestApp } from '../support/app.ts'
import type { Values } from '../support/samples.ts'

/** Every address of a route in this world. */
export function addressesOf(portal: TestApp, { path }: DeclaredRoute): string[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '')
  if (names.length === 0) return [path]
  const known = samplesOf(path, 'anywhere')?.anywhere
  const found = known ? portal.db.sql.asStored<Values>(known) : []
  return found
    .filter(row => names.every(name => name in row))
    .map(row => path.replace(/:(\w+)/g, (_all, name: string) => String(row[name])))
    .flatMap(asked => (hasOpenPart.test(path) ? [asked, openPart(asked)] : [asked]))
}

/** Agendas and minutes can be asked for in an edition of the open part alone. */
export const hasOpenPart = /\/(dagsorden|referat)(\/versioner\/:number)?(\/aendringer)?$/
export const openPart = (path: string) => `${path}?udgave=aaben`
