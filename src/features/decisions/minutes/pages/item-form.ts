import type { Actor } from '../../../../access/actor.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { capitalised, listDanish, sentence } from '../../../../kernel/text.ts'
import type { MinutedItem } from '../document/minutes-content.ts'
import { outcomeLabels, outcomeOpenings, outcomeWords } from '../labels.ts'
import { minutesPath, sessionItemPath } from '../paths.ts'
import { loadStakes } from '../session/load-stakes.ts'
import { outcomesFor } from '../session/session-rules.ts'
import { stakesOf } from '../session/stakes-rules.ts'

const treatmentRow = rowsOf({ version: column.number, withoutConsequences: column.flag })

/** An item of the minutes in the place where it is read, to be written: the same fields as in the session. */
export async function itemFormOf(actor: Actor, meetingId: number, item: MinutedItem, shown?: FormState) {
  const { sql } = actor.database
  const stands = sql.get(treatmentRow, `SELECT version, withoutConsequences FROM Treatment WHERE itemId = ?`, item.id)
  // What the text says is being written: it is judged when it is saved.
  const stakes = stakesOf(await loadStakes(rowReader(actor.database), item.id), '')
  const undecided = item.kind === 'DECISION' && item.decisions.length === 0
  const values = {
    text: item.text,
    outcome: item.outcome ?? '',
    outcomeNote: outcomeWords(item.outcome, item.outcomeNote),
    withoutConsequences: stands?.withoutConsequences ? '1' : '',
  }
  const version = stands?.version ?? 0
  return {
    number: item.position,
    action: itemMinutesPath(meetingId, item.id),
    form: shown ? { ...shown, values: { ...values, ...shown.values }, version } : formOf(values, version),
    labels: {
      text: 'Referatets tekst',
      outcome: 'Resultat',
      outcomeNote: 'Bemærkning til resultatet',
      withoutConsequences: 'Tiltrådt uden en beslutning i registret',
    },
    outcomes: [
      { value: '', text: 'Intet resultat endnu' },
      ...outcomesFor(item.kind).map(value => ({ value, text: outcomeLabels[value] })),
    ],
    openings: JSON.stringify(outcomeOpenings),
    opening: item.outcome ? (outcomeOpenings[item.outcome] ?? '') : '',
    noteHint: `Skriv, hvordan sætningen fortsætter efter ${listDanish(Object.values(outcomeOpenings).map(opening => `»${opening} …«`))}. Ved andre resultater er det en bemærkning.`,
    /** Whether it may be stated that nothing follows, and why it may not. */
    states: undecided && stakes.length === 0,
    stakes: undecided && stakes.length > 0 ? stakes.map(stake => sentence(capitalised(stake))).join(' ') : null,
    backHref: `${minutesPath(meetingId)}#punkt-${item.position}`,
    moreHref: sessionItemPath(meetingId, item.id),
  }
}

export type ItemForm = Awaited<ReturnType<typeof itemFormOf>>

export const itemMinutesPath = (meeting: number, item: number): string => `${minutesPath(meeting)}/punkter/${item}`
