import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { bodyInSentence, listDanish } from '../../../../kernel/text.ts'
import { type CheckedRow, mandatePage, type Verdict } from '../../mandates/index.ts'
import { decisionPath } from '../paths.ts'
import { type LoadedDecision, loadDecisions } from './load-decisions.ts'
import { checksOn, referralFactsOf } from './pending-decision.ts'
import { consequenceText } from './referral-rules.ts'
import { isWaiting, waitingSql } from './referral-state.ts'

/** A mandate's page with the decisions that wait and that it covers something of: what is still missing, and of whom. */
export async function mandateWithWaiting(actor: Actor, mandateId: number, after: number) {
  return { ...(await mandatePage(actor, mandateId, after)), waiting: await waitingUnder(actor, mandateId) }
}

export interface WaitingLine {
  href: string
  text: string
  covers: string
  missing: string
}

async function waitingUnder(actor: Actor, mandateId: number): Promise<WaitingLine[]> {
  const ids = readWaiting(actor, mandateId)
  if (ids.length === 0) return []
  const read = rowReader(actor.database)
  const decisions = await loadDecisions(read, ids)
  const checks = await checksOn(read, decisions, actor.today)
  return decisions.flatMap((decision): WaitingLine[] => {
    const covered = (checks.get(decision.id)?.rows ?? []).flatMap(row => coveredIn(row, mandateId))
    if (covered.length === 0) return []
    const { number, title } = decision
    return [
      {
        href: decisionPath(number),
        text: `Beslutning ${number}: ${title}`,
        covers: `Mandatet dækker ${listDanish(covered)}.`,
        missing: missingText(decision),
      },
    ]
  })
}

const idRow = rowsOf({
  id: column.number,
})

/** Those that wait, bind the mandate's organisation or its departments, and are this person's to read in full. */
function readWaiting(actor: Actor, mandateId: number): number[] {
  const view = viewOf(actor)
  return actor.database.sql
    .all(
      idRow,
      // Who waits is asked first: of all that was ever decided, a few.
      `SELECT d.id FROM (SELECT DISTINCT decisionId AS id FROM Referral r WHERE ${waitingSql('r')}) waiting
         CROSS JOIN Decision d ON d.id = waiting.id
       WHERE +d.state = 'CONDITIONAL' AND ${view.decisions('d')} AND ${view.insideDecisions('d')}
         AND EXISTS (SELECT 1 FROM Consequence c JOIN Organisation o ON o.id = c.organisationId
                     JOIN Mandate a ON a.organisationId IN (o.id, o.parentId) WHERE c.decisionId = d.id AND a.id = ?)
       ORDER BY d.decidedOn, d.id LIMIT 20`,
      mandateId,
    )
    .map(({ id }) => id)
}

function coveredIn(row: CheckedRow, mandateId: number): string[] {
  const by = (verdict: Verdict): boolean =>
    verdict.state === 'COVERED' &&
    (verdict.parts?.some(part => part.mandateId === mandateId) ?? verdict.mandateId === mandateId)
  const cells = [
    { kind: 'economic', amount: row.amount, verdict: row.economicVerdict },
    { kind: 'legal', amount: null, verdict: row.legalVerdict },
    { kind: 'organisational', amount: null, verdict: row.organisationalVerdict },
  ] as const
  return cells.filter(({ verdict }) => by(verdict)).map(cell => consequenceText(cell, row.organisation))
}

function missingText(decision: LoadedDecision): string {
  const waiting = new Set(referralFactsOf(decision).flatMap(facts => (isWaiting(facts) ? [facts.id] : [])))
  const asked = decision.referrals.filter(({ id }) => waiting.has(id))
  const names = [...new Set(asked.map(({ body }) => bodyInSentence(body)))]
  return names.length === 0 ? '' : `Beslutningen venter på ${listDanish(names)}.`
}
