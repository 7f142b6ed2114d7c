import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { type Dataset, makeDataset } from './dataset.ts'
import { everyPage } from './every-page.ts'
import { type Load, putUnderLoad } from './load.ts'
import { capture, type Page, pagesOf, signIn } from './pages.ts'
import { printEveryPage, printReport, type Row } from './report.ts'
import { cores, type Server, startFloor, startPortal } from './servers.ts'

/**
 * npm run bench: the built server against a floor, at two sizes of the cooperation. Both run on one core, what loads
 * them on another, and they take turns, so that whatever else the machine does touches both alike. Pages are asked for
 * signed in and without compression, so that both send the same bytes. With --all, one page of every kind instead.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,100000' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    fresh: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
})
const connections = [1, 32]
const seconds = Number(values.seconds)
const rounds = Number(values.rounds)
const say = (line: string) => process.stderr.write(`${line}\n`)

if (availableParallelism() < 2 || !cores) say('Without two cores and taskset the figures are only a hint.')
const print = (line: string) => process.stdout.write(`${line}\n`)
if (values.all) {
  const dataset = await makeDataset(1000, { fresh: values.fresh, say })
  printEveryPage(await everyPage(dataset, { seconds, say }), print)
  process.exit(0)
}
const rows: Row[] = []
const peaks: { size: number; portal: number | null; floor: number | null }[] = []
for (const size of values.sizes.split(',').map(Number)) {
  const dataset = await makeDataset(size, { fresh: values.fresh, say })
  say(`${dataset.decisions} decisions, ${Math.round(dataset.megabytes)} MB`)
  peaks.push(await measure(size, dataset))
}
printReport(rows, peaks, print)

async function measure(size: number, dataset: Dataset) {
  // Looked up first: on a large file it takes longer than a server keeps an idle connection.
  const asked = pagesOf(dataset)
  const portal = await startPortal(dataset)
  try {
    const cookie = await signIn(portal.url)
    const pages = await capture(portal.url, cookie, asked)
    const floor = await startFloor(dataset, pages)
    try {
      for (const [index, page] of pages.entries()) {
        for (const c of connections) rows.push(await compare(size, page, c, { portal, floor, index, cookie }))
      }
      return { size, portal: portal.peakMegabytes(), floor: floor.peakMegabytes() }
    } finally {
      await floor.stop()
    }
  } finally {
    await portal.stop()
  }
}

async function compare(
  size: number,
  page: Page,
  connections: number,
  on: { portal: Server; floor: Server; index: number; cookie: string },
): Promise<Row> {
  const loads: { portal: Load[]; floor: Load[] } = { portal: [], floor: [] }
  const load = (server: Server, path: string) => putUnderLoad({ server, path, cookie: on.cookie, connections, seconds })
  for (let round = 0; round < rounds; round += 1) {
    loads.floor.push(await load(on.floor, `/${on.index}`))
    loads.portal.push(await load(on.portal, page.path))
  }
  say(`${size} ${page.name}, ${connections}: ${Math.round(median(loads.portal.map(l => l.perSecond)))} a second`)
  const of = (from: Load[], figure: keyof Load) => median(from.map(load => load[figure] ?? Number.NaN))
  return {
    size,
    page: page.name,
    kilobytes: Buffer.byteLength(page.body) / 1000,
    connections,
    perSecond: of(loads.portal, 'perSecond'),
    floorPerSecond: of(loads.floor, 'perSecond'),
    p50: of(loads.portal, 'p50'),
    p99: of(loads.portal, 'p99'),
    floorP99: of(loads.floor, 'p99'),
    cpu: of(loads.portal, 'cpu'),
    floorCpu: of(loads.floor, 'cpu'),
  }
}

function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
