import Sqlite from 'better-sqlite3'
import { onePageOfEach } from './crawl.ts'
import type { Dataset } from './dataset.ts'
import { declaredPages } from './declared.ts'
import { type Load, putUnderLoad } from './load.ts'
import { type Page, signIn } from './pages.ts'
import { type Server, startFloor, startPortal } from './servers.ts'

export interface Kind {
  as: string
  path: string
  kilobytes: number
  perSecond: number
  ofFloor: number
  /** Milliseconds at 32 connections. */
  p99: number
  floorP99: number
  /** Pages a second and p99 at 32 while something is committed ten times a second. */
  whileWriting: { perSecond: number; p99: number }
}

const readers = ['sekretariat.bolig', 'medlem.hoejstrup']
const told = 10

/**
 * One page of every kind, as a secretary and as a member: all at one connection, and the slowest of them against the
 * floor, at 32 connections, and once more while something is committed.
 */
export async function everyPage(
  dataset: Dataset,
  { seconds, say }: { seconds: number; say: (line: string) => void },
): Promise<{ pages: number; missing: string[]; slowest: Kind[] }> {
  const declared = await declaredPages(dataset)
  const portal = await startPortal(dataset)
  try {
    const tried: { as: string; cookie: string; page: Page; perSecond: number }[] = []
    const seen = new Set<string>()
    for (const as of readers) {
      const cookie = await signIn(portal.url, as)
      const pages = await onePageOfEach(portal.url, cookie, declared)
      say(`${as}: ${pages.length} kinds of page`)
      for (const page of pages) {
        seen.add(page.name)
        const { perSecond } = await putUnderLoad({ server: portal, path: page.path, cookie, connections: 1, seconds })
        say(`${as} ${page.path}: ${Math.round(perSecond)} a second`)
        tried.push({ as, cookie, page, perSecond })
      }
    }
    const slowest = tried.sort((one, other) => one.perSecond - other.perSecond).slice(0, told)
    const floor = await startFloor(
      dataset,
      slowest.map(({ page }) => page),
    )
    try {
      const kinds: Kind[] = []
      for (const [index, one] of slowest.entries()) {
        say(`${one.as} ${one.page.path} against the floor …`)
        kinds.push(await compared(one, { portal, floor, index, seconds, dataset }))
      }
      return { pages: tried.length, missing: declared.filter(path => !seen.has(path)), slowest: kinds }
    } finally {
      await floor.stop()
    }
  } finally {
    await portal.stop()
  }
}

async function compared(
  { as, cookie, page }: { as: string; cookie: string; page: Page },
  on: { portal: Server; floor: Server; index: number; seconds: number; dataset: Dataset },
): Promise<Kind> {
  const { portal, floor, index, seconds } = on
  const load = (server: Server, path: string, connections: number): Promise<Load> =>
    putUnderLoad({ server, path, cookie, connections, seconds })
  const alone = await load(portal, page.path, 1)
  const floorAlone = await load(floor, `/${index}`, 1)
  const many = await load(portal, page.path, 32)
  const floorMany = await load(floor, `/${index}`, 32)
  const writing = await whileCommitting(on.dataset, () => load(portal, page.path, 32))
  return {
    as,
    path: page.path,
    kilobytes: Buffer.byteLength(page.body) / 1000,
    perSecond: alone.perSecond,
    ofFloor: alone.perSecond / floorAlone.perSecond,
    p99: many.p99,
    floorP99: floorMany.p99,
    whileWriting: { perSecond: writing.perSecond, p99: writing.p99 },
  }
}

/** What is kept until anything is committed is worth nothing then: another process commits every 100 ms. */
async function whileCommitting<T>({ file }: Dataset, run: () => Promise<T>): Promise<T> {
  const sql = new Sqlite(file, { timeout: 1000 })
  const commit = sql.prepare(`INSERT INTO NumberSeries (series, last) VALUES ('bench', 1)
    ON CONFLICT (series) DO UPDATE SET last = last + 1`)
  const timer = setInterval(() => void commit.run(), 100)
  try {
    return await run()
  } finally {
    clearInterval(timer)
    sql.prepare(`DELETE FROM NumberSeries WHERE series = 'bench'`).run()
    sql.close()
  }
}
