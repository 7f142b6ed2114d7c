/**
 * A process that reads what came from outside: see reader.ts, which starts it and ends it. It is told which module
 * reads, and on what; it knows nothing of the portal, and nothing that it does or suffers reaches the portal.
 */
export interface ReadingOrder {
  /** The address of a module whose default is the function that reads. */
  module: string
  input: unknown
}

export type ReadingAnswer = { result: unknown } | { fault: string }

/** What it says before it answers: that it is there, and that it has begun to read. */
export const signals = { ready: 'ready', begun: 'begun' }

process.on('message', async (order: ReadingOrder) => {
  process.send?.(await answerTo(order))
})
// Nobody waits any longer.
process.on('disconnect', () => process.exit())
process.send?.(signals.ready)

async function answerTo({ module, input }: ReadingOrder): Promise<ReadingAnswer> {
  try {
    const { default: read } = (await import(module)) as { default: (input: unknown) => unknown }
    process.send?.(signals.begun)
    return { result: await read(input) }
  } catch (fault) {
    return { fault: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) }
  }
}
