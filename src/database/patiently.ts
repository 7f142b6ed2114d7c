import { DatabaseBusy, storageFault } from './storage-faults.ts'

/** Another process may hold the write lock for as long as a copy or a command takes. A person waits no longer than this. */
const busyPatienceMs = 5_000

/**
 * Does something with the database, and does it again while another process holds it.
 * @throws StorageFault where it is held for too long, or where something else is wrong with the file or its disk
 */
export async function patiently<T>(work: () => Promise<T>, patienceMs = busyPatienceMs): Promise<T> {
  const patience = performance.now() + patienceMs
  for (let pause = 10; ; pause = Math.min(pause * 2, 250)) {
    try {
      return await work()
    } catch (fault) {
      const storage = storageFault(fault)
      if (!(storage instanceof DatabaseBusy) || performance.now() + pause > patience) throw storage ?? fault
      await new Promise(resolve => setTimeout(resolve, pause))
    }
  }
}
