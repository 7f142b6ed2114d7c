import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { loadDemo } from '../../src/demo/load.ts'
import { findingsIn } from '../../src/findings.ts'
import { freshDatabase } from '../support/app.ts'
import { demoFolder, testDay as today } from '../support/templates.ts'

let db: Database
let folder: string
let close: () => Promise<void>

beforeAll(async () => {
  ;({ db, folder, close } = await freshDatabase(await demoFolder()))
})

afterAll(() => close())

const count = (text: string) => db.sql.asStored<{ n: number }>(`SELECT count(*) AS n FROM ${text}`)[0]?.n ?? 0

test('one meeting in every state stands around today', () => {
  const states = db.sql
    .asStored<{ state: string }>('SELECT DISTINCT state FROM Meeting ORDER BY state')
    .map(row => row.state)
  expect(states).toEqual([
    'AGENDA_IN_PREPARATION',
    'AGENDA_SIGNED_OFF',
    'CALLED',
    'CANCELLED',
    'IN_SESSION',
    'MINUTES_APPROVED',
    'MINUTES_IN_PREPARATION',
    'MINUTES_OUT',
    'PLANNED',
  ])
  expect(count(`Meeting WHERE state = 'IN_SESSION' AND day = '${today}'`)).toBe(1)
})

test('an agenda and minutes wait for the other secretariat', () => {
  const half = db.sql.asStored<{ content: string; sides: number }>(
    `SELECT s.content, count(DISTINCT s.side) AS sides FROM SignOff s JOIN Meeting m ON m.id = s.meetingId
     WHERE s.voidedAt IS NULL AND m.state IN ('AGENDA_IN_PREPARATION','MINUTES_IN_PREPARATION') AND s.content =
           CASE m.state WHEN 'AGENDA_IN_PREPARATION' THEN 'AGENDA' ELSE 'MINUTES' END
     GROUP BY m.id ORDER BY s.content`,
  )
  expect(half).toEqual([
    { content: 'AGENDA', sides: 1 },
    { content: 'MINUTES', sides: 1 },
  ])
})

describe('the story has', () => {
  test.each([
    ['decisions in effect', "Decision WHERE state = 'EFFECTIVE'", 15],
    ['decisions subject to approval', "Decision WHERE state = 'CONDITIONAL'", 2],
    ['shared positions', 'Decision WHERE sharedPosition', 3],
    ['a closed decision with a public text', "Decision WHERE closed AND publicText <> ''", 1],
    ['recusals', 'Recusal', 1],
    ['a dissent', 'MinutedStatement', 1],
    ['an answered objection', 'Objection WHERE answeredAt IS NOT NULL', 1],
    ['an objection to answer', 'Objection WHERE answeredAt IS NULL', 1],
    ['a correction', 'Correction', 1],
    ['items carried over', 'AgendaItem WHERE carriedFromId IS NOT NULL', 2],
    ['items not supported', "Treatment WHERE outcome = 'REJECTED'", 1],
    ['a substitute who came instead', 'Attendance WHERE standsInForId IS NOT NULL', 1],
    ['questions without an answer', 'ItemQuestion WHERE answeredAt IS NULL', 1],
    ['proposals to answer', 'ItemProposal WHERE answeredAt IS NULL', 2],
    ['overdue follow-ups', `FollowUp WHERE closedAt IS NULL AND dueDay < '${today}'`, 1],
    ['a revoked mandate', 'Mandate WHERE revokedFrom IS NOT NULL', 1],
    ['attachments', 'Attachment', 8],
    ['a decision covered by several mandates', `Decision WHERE "check" LIKE '%"parts":[%'`, 1],
    ['approvals for one decision alone', 'Mandate WHERE onlyDecisionId IS NOT NULL', 3],
    [
      'an approval that gave a standing mandate',
      'Referral r JOIN Mandate m ON m.id = r.mandateId WHERE m.onlyDecisionId IS NULL',
      1,
    ],
    [
      'conditions that the group accepted',
      "Referral WHERE answer = 'APPROVED_ON_CONDITIONS' AND acceptedAt IS NOT NULL",
      1,
    ],
    [
      'a decision that lapsed as it was declined',
      "Decision d JOIN Referral r ON r.decisionId = d.id WHERE d.state = 'LAPSED' AND r.answer = 'DECLINED'",
      1,
    ],
    [
      'what it had drawn, released',
      "MandateEntry e JOIN Decision d ON d.id = e.decisionId WHERE e.kind = 'RELEASE' AND d.state = 'LAPSED'",
      1,
    ],
    ['items that came on an agenda by themselves', 'AwaitedItem WHERE itemId IS NOT NULL', 2],
    ['a decision reversed by a later one', "Decision WHERE state = 'SUPERSEDED' AND supersededById IS NOT NULL", 1],
    ['a check made again as a mandate was revoked', "DecisionCheck WHERE cause = 'revoked'", 1],
    ['an overdue referral', `Referral WHERE answer IS NULL AND withdrawnAt IS NULL AND dueDay < '${today}'`, 1],
    ['a mandate that took another’s place', 'Mandate WHERE supersededById IS NOT NULL', 1],
    ['a mandate’s total raised', "MandateEntry WHERE kind = 'RAISE'", 1],
    ['a mandate given for housing areas', 'MandateArea', 2],
    ['a decision about housing areas', 'DecisionArea', 2],
    ['a mandate that waits for its protocol', 'Mandate WHERE activatedAt IS NULL', 1],
    ['decisions tried before their meeting', 'PreparedCheck WHERE removedAt IS NULL', 3],
  ])('%s', (_what, rows, least) => {
    expect(count(rows)).toBeGreaterThanOrEqual(least)
  })
})

test('every meeting falls on a workday', () => {
  const weekend = count(`Meeting WHERE strftime('%w', day) IN ('0', '6')`)
  expect(weekend).toBe(0)
})

test('it passes what the operator’s verify asks', () => {
  const findings = findingsIn(db, join(folder, 'documents'))
  const wrong = findings.flatMap(finding => finding.wrong)
  expect(wrong).toEqual([])
})

test('it is not loaded over anything', async () => {
  await expect(loadDemo(db, { today })).rejects.toThrow('empty database')
})
