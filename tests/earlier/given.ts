import { systemActor } from '../../src/access/actor.ts'
import type { Database } from '../../src/database/database.ts'
import { write } from '../../src/database/write.ts'
import { instant } from '../../src/kernel/days.ts'
import { testNow } from '../support/app.ts'

/** From which day on the portal records what the cooperation decides: what came before it is from before the portal. */
export const recordedFrom = (db: Database, day: string): Promise<void> =>
  write(systemActor(db, instant(testNow)), async tx => {
    await tx.cooperation.update({ where: { id: 1 }, data: { recordedFrom: day } })
    return { result: undefined, events: [] }
  })
