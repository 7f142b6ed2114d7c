import type { Kind } from './every-page.ts'

/** One page at one size under one number of connections. Times in milliseconds. */
export interface Row {
  size: number
  page: string
  kilobytes: number
  connections: number
  perSecond: number
  floorPerSecond: number
  p50: number
  p99: number
  floorP99: number
  /** Of the serving core, for a page: hardly touched by what else the machine does. */
  cpu: number
  floorCpu: number
}

interface Peak {
  size: number
  portal: number | null
  floor: number | null
}

/** What the portal means to reach, on two ordinary cores. */
const goals = { ofFloor: 0.6, p99: 50, slowerAtSize: 1.5, megabytes: 300 }

export function printReport(rows: Row[], peaks: Peak[], print: (line: string) => void): void {
  const smallest = Math.min(...rows.map(row => row.size))
  const atSmallest = (row: Row) =>
    rows.find(other => other.size === smallest && other.page === row.page && other.connections === row.connections)
  const slower = (row: Row) => (atSmallest(row)?.perSecond ?? row.perSecond) / row.perSecond

  const lines = rows.map(row => [
    row.size.toLocaleString('en'),
    row.page,
    row.kilobytes.toFixed(1),
    String(row.connections),
    row.perSecond.toFixed(0),
    row.floorPerSecond.toFixed(0),
    (row.perSecond / row.floorPerSecond).toFixed(2),
    row.p50.toFixed(1),
    row.p99.toFixed(1),
    row.floorP99.toFixed(1),
    row.cpu.toFixed(2),
    (row.floorCpu / row.cpu).toFixed(2),
    row.size === smallest ? '' : slower(row).toFixed(2),
  ])
  const head = [
    'decisions',
    'page',
    'kB',
    'conn.',
    'req/s',
    'floor',
    'ratio',
    'p50 ms',
    'p99 ms',
    'floor p99',
    'CPU ms',
    'ratio',
    'slower',
  ]
  for (const line of table([head, ...lines])) print(line)
  print('')
  for (const { size, portal, floor } of peaks) {
    print(`${size.toLocaleString('en')} decisions: peak memory ${megabytes(portal)}, floor ${megabytes(floor)}`)
  }
  print('')

  const missed = [
    ...rows
      .filter(row => row.perSecond / row.floorPerSecond < goals.ofFloor)
      .map(row => `${named(row)} is ${(row.perSecond / row.floorPerSecond).toFixed(2)} of the floor.`),
    ...rows
      .filter(row => row.connections === 32 && row.p99 >= goals.p99)
      .map(row => `${named(row)} has a p99 of ${row.p99.toFixed(1)} ms.`),
    ...rows
      .filter(row => slower(row) > goals.slowerAtSize)
      .map(row => `${named(row)} is ${slower(row).toFixed(2)} times slower than at ${smallest}.`),
    ...peaks
      .filter(peak => (peak.portal ?? 0) >= goals.megabytes)
      .map(peak => `At ${peak.size} decisions the portal took ${megabytes(peak.portal)}.`),
  ]
  print(
    `Goals: ${goals.ofFloor} of the floor, p99 under ${goals.p99} ms at 32 connections, ` +
      `at most ${goals.slowerAtSize} times slower at size, under ${goals.megabytes} MB: ${missed.length === 0 ? 'all met.' : 'missed:'}`,
  )
  for (const sentence of missed) print(`  ${sentence}`)
}

/** No kind of page under so much of the floor at one connection, nor with a slowest hundredth so many times the floor's. */
const everyPageGoals = { ofFloor: 0.3, p99: 3 }

export function printEveryPage(
  { pages, missing, slowest }: { pages: number; missing: string[]; slowest: Kind[] },
  print: (line: string) => void,
): void {
  const head = ['as', 'page', 'kB', 'req/s', 'of floor', 'p99 ms', 'floor p99', 'writing: req/s', 'p99 ms']
  const lines = slowest.map(kind => [
    kind.as,
    kind.path,
    kind.kilobytes.toFixed(1),
    kind.perSecond.toFixed(0),
    kind.ofFloor.toFixed(2),
    kind.p99.toFixed(1),
    kind.floorP99.toFixed(1),
    kind.whileWriting.perSecond.toFixed(0),
    kind.whileWriting.p99.toFixed(1),
  ])
  print(`The slowest of ${pages} pages, one of each kind:`)
  for (const line of table([head, ...lines])) print(line)
  const { ofFloor, p99 } = everyPageGoals
  const missed = slowest.filter(kind => kind.ofFloor < ofFloor || kind.p99 > p99 * kind.floorP99)
  print(
    `Goals: ${ofFloor} of the floor at one connection, a p99 of at most ${p99} times its at 32: ${missed.length === 0 ? 'all met.' : 'missed:'}`,
  )
  for (const kind of missed) print(`  ${kind.path} as ${kind.as}`)
  print(`No link leads these readers to: ${missing.join(', ') || 'nothing'}`)
}

const named = (row: Row): string =>
  `The ${row.page} at ${row.size.toLocaleString('en')}, ${row.connections} connection${row.connections > 1 ? 's' : ''},`
const megabytes = (figure: number | null): string => (figure === null ? 'unknown' : `${figure.toFixed(0)} MB`)

function table(cells: string[][]): string[] {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map(line => line[column]?.length ?? 0)))
  const text = (line: string[]) =>
    `| ${line.map((cell, column) => (column === 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, column) => (column === 1 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  const [head = [], ...body] = cells
  return [text(head), rule, ...body.map(text)]
}
