import { longDay } from '../../../kernel/days.ts'
import { kronerInText } from '../../../kernel/money.ts'
import { listDanish } from '../../../kernel/text.ts'
import {
  type CheckedRow,
  type ConsequenceKind,
  kindNames,
  type MandateCheck,
  uncoveredText,
  type Verdict,
} from '../mandates/index.ts'
import { consequenceKinds } from './coverage-rules.ts'
import { verdictFor } from './planned-rules.ts'

export interface CheckChange {
  text: string
  /** For the better or the worse; null: neither. */
  better: boolean | null
}

/** What has changed since a check was made, cell by cell, in Danish. The rows are the same: only the mandates moved. */
export function changesBetween(before: MandateCheck, now: MandateCheck): CheckChange[] {
  const moved: CheckChange[] =
    before.on === now.on
      ? []
      : [{ text: `Mødet er flyttet fra den ${longDay(before.on)} til den ${longDay(now.on)}.`, better: null }]
  return [
    ...moved,
    ...now.rows.flatMap(row => {
      const earlier = before.rows.find(one => one.organisationId === row.organisationId)
      return earlier ? consequenceKinds.flatMap(kind => changeIn(kind, earlier, row)) : []
    }),
  ]
}

function changeIn(kind: ConsequenceKind, before: CheckedRow, now: CheckedRow): CheckChange[] {
  const [was, is] = [verdictFor(before, kind), verdictFor(now, kind)]
  const cell = `${now.organisation}, ${kindNames[kind].toLowerCase()}`
  const change = (text: string, better: boolean | null): CheckChange[] => [{ text: `${cell}: ${text}`, better }]
  if (was.state === 'COVERED' && is.state === 'NOT_COVERED')
    return change(`Ikke længere dækket. ${uncoveredText(is, now.organisation)}`, false)
  if (was.state === 'NOT_COVERED' && is.state === 'COVERED') return change(`Nu dækket af ${coveringText(is)}.`, true)
  if (was.state === 'COVERED' && is.state === 'COVERED') {
    if (coveringText(was) !== coveringText(is))
      return change(`Dækkes nu af ${coveringText(is)} i stedet for ${coveringText(was)}.`, null)
    if (was.remainingAfter !== null && is.remainingAfter !== null && was.remainingAfter !== is.remainingAfter)
      return change(
        `Rest efter beslutningen er nu ${kronerInText(is.remainingAfter)} i stedet for ${kronerInText(was.remainingAfter)}`,
        is.remainingAfter > was.remainingAfter,
      )
  }
  if (was.state === 'NOT_COVERED' && is.state === 'NOT_COVERED') {
    const [said, says] = [uncoveredText(was, now.organisation), uncoveredText(is, now.organisation)]
    if (said !== says) return change(`Stadig ikke dækket, men af en anden grund. ${says}`, null)
  }
  return []
}

type Covering = Extract<Verdict, { state: 'COVERED' }>

const coveringText = (verdict: Covering): string =>
  verdict.parts ? `mandat ${listDanish(verdict.parts.map(({ mandate }) => mandate))}` : `mandat ${verdict.mandate}`
