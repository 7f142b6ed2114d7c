import type { Readers } from '../../../access/event-kinds.ts'
import type { Reader } from '../../../access/event-subjects.ts'
import { type EventLog, type EventSubject, kindsFor, subjectNames } from './event-log.ts'

/**
 * SQL: what the event `e` is about, as JSON: its name, its address and whether its own page shows all its facts to this
 * reader; null where he or she may not read that the event happened.
 */
export const toldOf = (log: EventLog, reader: Reader): string =>
  `CASE e.subject ${subjectNames(log)
    .map(name => `WHEN '${name}' THEN ${oneToldOf(log, reader, name)}`)
    .join('\n')} ELSE NULL END`

function oneToldOf(log: EventLog, reader: Reader, name: EventSubject): string {
  const { from, readers, shown, ...subject } = log.subjects[name]
  const allowed = Object.entries(readers).flatMap(([group, condition]) => {
    const kinds = kindsFor(log, name, group as Readers)
    return kinds.length === 0 ? [] : [`(e.kind IN (${quoted(kinds)}) AND ${condition(reader)})`]
  })
  const all = shown ? shown(reader) : '0'
  const where = `${from ? `FROM ${from} AND` : 'WHERE'} (${allowed.join('\n OR ') || '1 = 0'})`
  return `(SELECT json_array(${subject.name(reader)}, ${subject.href(reader)}, ${all}) ${where})`
}

const quoted = (names: readonly string[]): string => names.map(name => `'${name}'`).join(',')

/** What an address names, »moede-17«; null: nothing that there is a kind of. */
export function readAbout(log: EventLog, text: string | undefined): { subject: EventSubject; id: number } | null {
  const match = /^([a-z]+)-(\d{1,9})$/.exec(text ?? '')
  const subject = match && subjectNames(log).find(name => log.subjects[name].slug === match[1])
  return subject ? { subject, id: Number(match?.[2]) } : null
}

/** SQL condition and its values: the event is about that thing, or about a part of it. */
export function aboutCondition(
  log: EventLog,
  subject: EventSubject,
  id: number,
): { condition: string; values: number[] } {
  const parts = Object.entries(log.subjects[subject].parts ?? {})
  const of = parts.map(([part, ids]) => `OR (e.subject = '${part}' AND e.subjectId IN (${ids}))`)
  return {
    condition: `((e.subject = '${subject}' AND e.subjectId = ?) ${of.join(' ')})`,
    values: [id, ...parts.map(() => id)],
  }
}
