// Loaded into the served process before the portal (node --import): tells over its channel how long one turn of the
// event loop kept the main thread working. Turns are counted by the system's clock of this thread, so that what else the
// machine does meanwhile is not counted. It is told at each tick and each switch, some 4 ms apart.
import { openSync, readSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'

const clock = openClock()
const profiles = process.env.TURN_PROFILES
let counting = false
let longest = 0
let before = 0
const profiler = profiles ? new Session() : null
profiler?.connect()
profiler?.post('Profiler.enable')
profiler?.post('Profiler.setSamplingInterval', { interval: 500 })

function turn() {
  if (!counting) return
  const now = clock()
  longest = Math.max(longest, now - before)
  before = now
  setImmediate(turn)
}

process.on('message', told => {
  if (told === 'begin') {
    profiler?.post('Profiler.start')
    counting = true
    longest = 0
    before = clock()
    setImmediate(turn)
    process.send('begun')
  } else if (told?.end) {
    // What a request leaves to be done goes on for some turns after its answer.
    setTimeout(() => {
      counting = false
      profiler?.post('Profiler.stop', (_, { profile }) => {
        if (longest > told.limit) writeFileSync(`${profiles}/${told.end}.cpuprofile`, JSON.stringify(profile))
      })
      process.send({ longest })
    }, 20)
  }
})
process.channel?.unref()

/** Milliseconds that this thread has worked; where the system does not tell, the milliseconds that have passed. */
function openClock() {
  try {
    const file = openSync(`/proc/self/task/${process.pid}/schedstat`)
    const bytes = Buffer.alloc(80)
    return () => Number(bytes.toString('latin1', 0, readSync(file, bytes, 0, 80, 0)).split(' ')[0]) / 1e6
  } catch {
    return () => performance.now()
  }
}
