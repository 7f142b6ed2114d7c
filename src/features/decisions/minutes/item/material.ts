import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { renderMarkdown, type SafeHtml } from '../../../../kernel/markdown/markdown.ts'
import { kindName, sizeText } from '../../../ground/documents/index.ts'
import { attachmentPath } from '../../../meetings/meetings/paths.ts'

const textsRow = rowsOf({
  summary: column.text,
  recommendation: column.text,
  presentation: column.text,
  effect: column.text,
  economy: column.text,
  guests: column.orNull(column.text),
})

const attachmentRow = rowsOf({ id: column.number, title: column.text, mediaType: column.text, size: column.number })

const questionRow = rowsOf({
  text: column.text,
  person: column.text,
  at: column.moment,
  answer: column.orNull(column.text),
})

export interface Material {
  /** The agenda's texts in their order, those that say something. */
  texts: { heading: string; html: SafeHtml; open: boolean }[]
  guests: string | null
  attachments: { href: string; title: string; about: string }[]
  questions: { text: string; asked: string; answer: string | null }[]
}

/**
 * What the agenda brought of an item, at hand while it is treated, in three statements. The caller has asked whether the
 * reader may read the item.
 */
export function materialOf(db: Database, itemId: number): Material {
  const row = db.sql.get(
    textsRow,
    'SELECT summary, recommendation, presentation, effect, economy, guests FROM AgendaItem WHERE id = ?',
    itemId,
  )
  const attachments = db.sql.all(
    attachmentRow,
    `SELECT f.id, f.title, d.mediaType, d.size FROM Attachment f JOIN Document d ON d.id = f.documentId
     WHERE f.itemId = ? AND f.removedAt IS NULL ORDER BY f.position, f.id`,
    itemId,
  )
  const questions = db.sql.all(
    questionRow,
    `SELECT q.text, p.name AS person, q.at, q.answer FROM ItemQuestion q JOIN Person p ON p.id = q.personId
     WHERE q.itemId = ? ORDER BY q.id`,
    itemId,
  )
  const texts = [
    { heading: 'Indstilling', text: row?.recommendation ?? '', open: true },
    { heading: 'Resumé', text: row?.summary ?? '', open: false },
    { heading: 'Sagsfremstilling', text: row?.presentation ?? '', open: false },
    { heading: 'Effekt', text: row?.effect ?? '', open: false },
    { heading: 'Økonomi', text: row?.economy ?? '', open: false },
  ]
  return {
    texts: texts
      .filter(({ text }) => text.trim() !== '')
      .map(({ heading, text, open }) => ({ heading, html: renderMarkdown(text), open })),
    guests: row?.guests?.trim() || null,
    attachments: attachments.map(({ id, title, mediaType, size }) => ({
      href: attachmentPath(id),
      title,
      about: `${kindName(mediaType)}, ${sizeText(size)}`,
    })),
    questions: questions.map(({ text, person, at, answer }) => ({
      text,
      asked: `${person}, ${longMoment(at)}`,
      answer,
    })),
  }
}
