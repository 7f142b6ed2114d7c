import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { wings } from '../../src/features.ts'

// Who may import whom. A change here is a change of the architecture: see docs/decisions.

/** From the ground up: each may import itself and what stands before it. A route states its right, so http knows access. */
const layers = ['kernel', 'inputs', 'database', 'access', 'http', 'features', 'demo'] as const

/** From the ground up: a feature may import those before it, only through their index.ts. */
const order = Object.entries(wings).flatMap(([wing, features]) => features.map(({ name }) => `${wing}/${name}`))

/** More than these in one folder, and nobody sees what is there. */
const mostFiles = 22

/** Settings are parsed once and handed down, so every layer but the pure one may know their type. */
const settings = 'src/settings.ts'

interface Import {
  from: string
  to: string
}

const sources = filesUnder('src').filter(file => !file.startsWith('src/database/generated/'))
const imports = sources.flatMap(importsOf)

describe('imports', () => {
  test('go downwards through the layers', () => {
    expect(imports.filter(goesUpwards).map(said)).toEqual([])
  })

  test('between features go towards the ground floor', () => {
    expect(imports.filter(goesUpwardsBetweenFeatures).map(said)).toEqual([])
  })

  test('of a feature, by another or by the demo, go through its index.ts or its paths.ts', () => {
    expect(
      betweenFeatures()
        .filter(({ to }) => !/^src\/features\/[^/]+\/[^/]+\/(index|paths)\.ts$/.test(to))
        .map(said),
    ).toEqual([])
  })

  test('of addresses are of other addresses: everybody may link to a page, and hangs on nothing behind it', () => {
    const more = imports.filter(({ from, to }) => isPaths(from) && !isPaths(to) && !to.startsWith('src/kernel/'))
    expect(more.map(said)).toEqual([])
  })

  test('know every feature’s place in the order', () => {
    const folders = readdirSync('src/features').flatMap(wing =>
      readdirSync(join('src/features', wing)).map(feature => `${wing}/${feature}`),
    )
    expect(folders.filter(folder => !order.includes(folder))).toEqual([])
  })

  test('are of folders that can be overseen', () => {
    const sizes = new Map<string, number>()
    for (const file of sources) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1)
    const full = [...sizes].filter(([, files]) => files > mostFiles)
    expect(full.map(([folder, files]) => `${folder}: ${files}`)).toEqual([])
  })

  test('never go in a circle', () => {
    expect(circles(imports)).toEqual([])
  })

  test('of the product never reach into its tests', () => {
    expect(imports.filter(({ to }) => to.startsWith('tests/')).map(said)).toEqual([])
  })

  test('of rules are of the kernel, of types and of other rules: they know no clock, database or HTTP', () => {
    const rules = imports.filter(
      ({ from, to }) => /-rules\.ts$/.test(from) && /^src\/(http|database\/(?!generated))/.test(to),
    )
    expect(rules.map(said)).toEqual([])
  })
})

describe('writing', () => {
  const onlyIn = (pattern: RegExp, ...allowed: string[]) =>
    sources.filter(file => pattern.test(textOf(file)) && !allowed.includes(file))

  test('opens a transaction in one place', () => {
    expect(onlyIn(/\$transaction\b/, 'src/database/write.ts')).toEqual([])
    expect(onlyIn(/\bwithWriter\b/, 'src/database/database.ts', 'src/database/write.ts')).toEqual([])
  })

  test('happens through Prisma’s client that write() hands out, never on the one that pages read with', () => {
    expect(
      onlyIn(/\bprisma\.\w+\s*\.(create|update|upsert|delete)(Many)?(AndReturn)?\(|\bprisma\.\$(execute|query)/),
    ).toEqual([])
    expect(onlyIn(/\bnew PrismaClient\(/, 'src/database/clients.ts')).toEqual([])
  })

  test('has connections of its own only in the database’s folder', () => {
    const opens = sources.filter(file => /from 'better-sqlite3'/.test(textOf(file)))
    // The demo lays out a file of its own aside, and multiplies its past where no portal runs.
    const aside = ['src/demo/lay-out.ts', 'src/demo/multiply.ts']
    expect(opens.filter(file => !file.startsWith('src/database/') && !aside.includes(file))).toEqual([])
  })
})

test('the domain asks nobody what time it is', () => {
  const asks = sources.filter(
    file =>
      /^src\/(kernel|inputs|access|features)\//.test(file) &&
      /\bnew Date\(\)|\bDate\.now\(\)|Temporal\.Now/.test(textOf(file)),
  )
  expect(asks).toEqual([])
})

function goesUpwards({ from, to }: Import): boolean {
  const [lower, upper] = [layerOf(from), layerOf(to)]
  if (lower === -1) return false // app.ts, main.ts and cli.ts put everything together
  if (to === settings) return lower === 0
  return upper === -1 || upper > lower
}

function goesUpwardsBetweenFeatures({ from, to }: Import): boolean {
  const [importing, imported] = [featureOf(from), featureOf(to)]
  if (!importing || !imported || importing === imported || isPaths(to)) return false
  return order.indexOf(imported) > order.indexOf(importing)
}

function betweenFeatures(): Import[] {
  return imports.filter(
    ({ from, to }) =>
      featureOf(to) && featureOf(from) !== featureOf(to) && (featureOf(from) || from.startsWith('src/demo/')),
  )
}

/** Depth-first; a circle is told once, from the file where it was entered. */
function circles(edges: Import[]): string[] {
  const targets = new Map<string, string[]>()
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to])
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (path.includes(file) || done.has(file)) return
    for (const to of targets.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return found
}

function importsOf(file: string): Import[] {
  const pattern = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g
  return [...textOf(file).matchAll(pattern)].map(([, path = '']) => ({
    from: file,
    to: normalize(join(dirname(file), path)),
  }))
}

const isPaths = (file: string): boolean => /^src\/features\/[^/]+\/[^/]+\/paths\.ts$/.test(file)
const said = ({ from, to }: Import): string => `${from} imports ${to}`
const layerOf = (file: string): number => layers.findIndex(layer => file.startsWith(`src/${layer}/`))
const featureOf = (file: string): string | undefined => /^src\/features\/([^/]+\/[^/]+)\//.exec(file)?.[1]

function textOf(file: string): string {
  return readFileSync(file, 'utf8')
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
}
