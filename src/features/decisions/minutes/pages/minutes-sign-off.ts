import type { Actor } from '../../../../access/actor.ts'
import { type SignOffRow, signOffBox } from '../../../ground/sealed/index.ts'
import { bodyOf, type MeetingRow } from '../../../meetings/meetings/index.ts'

import { minutesPath } from '../paths.ts'

/** Where a secretariat signs off the minutes that the page shows, and sends them when both have. */
export function minutesSignOff(actor: Actor, meeting: MeetingRow, hash: string, signOffs: readonly SignOffRow[]) {
  const box = signOffBox(actor, { of: bodyOf(meeting), what: 'referatet', hash, signOffs })
  const path = minutesPath(meeting.id)
  return {
    ...box,
    signAction: box.maySign ? `${path}/godkend` : null,
    withdrawAction: box.mayWithdraw ? `${path}/traek-godkendelse` : null,
    sendAction: box.complete ? `${path}/send` : null,
  }
}
