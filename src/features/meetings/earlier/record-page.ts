import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { type Day, longDay, shortMoment } from '../../../kernel/days.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { byAndWhen, capitalised, sentence } from '../../../kernel/text.ts'
import { bodyPath } from '../../ground/bodies/paths.ts'
import { kindName, sizeText } from '../../ground/documents/index.ts'
import { casePath } from '../cases/paths.ts'
import { kindNames, mark } from './labels.ts'
import { dateText } from './list-page.ts'
import { earlierPath, filePath, recordPath } from './paths.ts'
import { bodyOf, type ChangeRow, changesOf, filesOf, type RecordInFull } from './queries.ts'
import { holdsOn } from './record-rules.ts'

export const crumbsOf = (row: Pick<RecordInFull, 'id' | 'title'>, ...after: { text: string }[]) => [
  { text: mark, href: earlierPath },
  after.length > 0 ? { text: row.title, href: recordPath(row.id) } : { text: row.title },
  ...after,
]

/** One document as it is, with its files and what was done to it since. */
export function recordPage(actor: Actor, row: RecordInFull) {
  const { database } = actor
  const inside = row.inside
  const changes = inside ? changesOf(database, row.id) : []
  const keeps = mayDo(actor, 'keepBody', { body: bodyOf(row) }) && row.withdrawnAt === null
  return {
    title: row.title,
    active: 'beslutninger',
    crumbs: crumbsOf(row),
    heading: row.title,
    kind: kindNames[row.kind],
    mark,
    closed: row.closed,
    closedText: row.closed ? closedText(row) : null,
    withdrawn: withdrawnText(row),
    holds: holdsOn(row, actor.today) && row.withdrawnAt === null,
    facts: factsOf(row),
    textHtml: inside && row.text ? renderMarkdown(row.text) : null,
    files: (inside ? filesOf(database, row.id) : []).map(({ id, name, mediaType, size }) => ({
      href: filePath(row.id, id),
      name,
      about: `${kindName(mediaType)}, ${sizeText(size)}`,
    })),
    changes: changes.map(changeLine),
    correctHref: keeps ? `${recordPath(row.id)}/ret` : null,
    withdrawHref: keeps ? `${recordPath(row.id)}/traek-tilbage` : null,
  }
}

const factsOf = (row: RecordInFull) => [
  { term: 'Organ', text: row.bodyName, href: bodyPath(row.bodySlug) },
  { term: 'Dato', text: capitalised(dateText(row)) },
  { term: 'Type', text: kindNames[row.kind] },
  ...(row.number ? [{ term: 'Dokumentets nummer', text: row.number }] : []),
  ...(row.caseNumber
    ? [{ term: 'Sag', text: `${row.caseNumber}: ${row.caseTitle ?? ''}`, href: casePath(row.caseNumber) }]
    : []),
  ...(row.position ? [{ term: 'Fælles holdning', text: positionText(row.positionUntil) }] : []),
  { term: 'Registreret', text: capitalised(byAndWhen(row.enteredBy, row.enteredAt)) },
]

export const positionText = (until: Day | null): string =>
  until === null ? 'Gælder indtil videre' : `Gælder til og med den ${longDay(until)}`

function withdrawnText(row: RecordInFull): string | null {
  if (row.withdrawnAt === null) return null
  return `Trukket tilbage ${byAndWhen(row.withdrawnBy ?? '', row.withdrawnAt)}. ${sentence(`Begrundelse: ${row.withdrawnReason ?? ''}`)} Kun medarbejdere i organets sekretariat kan se dokumentet.`
}

/** To those who read it, what the others are shown; to the others, why they see no more. */
function closedText({ inside, closedReason, publicTitle }: RecordInFull): string {
  const reason = sentence(`Begrundelse: ${closedReason ?? ''}`)
  return inside
    ? `Lukket dokument. Andre ser titlen »${publicTitle ?? ''}«. ${reason}`
    : `Dokumentet er lukket. Kun organets medlemmer og sekretariatets medarbejdere kan læse det. ${reason}`
}

function changeLine({ at, actor, after }: ChangeRow) {
  const { reason = '' } = JSON.parse(after ?? '{}') as { reason?: string }
  return { when: shortMoment(at), who: actor, reason }
}
