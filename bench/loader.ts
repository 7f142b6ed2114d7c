import autocannon from 'autocannon'

/** What the loading process is asked for, as JSON in its one argument. */
export interface Order {
  url: string
  cookie: string
  connections: number
  /** Seconds that are loaded before anything counts, on the same connections, and seconds that count. */
  before: number
  seconds: number
}

/** What it prints, as JSON. Times in milliseconds. */
export interface Told {
  perSecond: number
  p50: number
  p99: number
  /** Also of those that do not count. */
  answers: number
}

const order = JSON.parse(process.argv[2] ?? '') as Order
const { url, cookie, connections, before, seconds } = order
const times: number[] = []
let answers = 0
let refusals = 0

const instance = autocannon({ url, connections, duration: before + seconds, headers: { cookie } }, fault => {
  if (fault) throw fault
})
let counting = false
let begun = 0
setTimeout(() => {
  counting = true
  begun = performance.now()
}, before * 1000)
instance.on('response', (_client, status, _bytes, milliseconds) => {
  answers += 1
  if (status !== 200) refusals += 1
  if (counting) times.push(milliseconds)
})
instance.on('done', result => {
  if (refusals + result.errors > 0) throw new Error(`${url}: ${refusals} refusals, ${result.errors} errors`)
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
  const perSecond = times.length / ((performance.now() - begun) / 1000)
  process.stdout.write(JSON.stringify({ perSecond, p50: at(0.5), p99: at(0.99), answers } satisfies Told))
})
