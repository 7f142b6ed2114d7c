import { column, rowsOf } from '../../../../database/rows.ts'
import type { AskedElsewhere } from '../../../../http/answer-source.ts'
import { openSql } from '../../../ground/hearing/index.ts'
import { hearingAnswerPathOf, textPath } from '../paths.ts'

const askedRow = rowsOf({
  kind: column.text,
  slug: column.text,
  title: column.text,
  number: column.number,
  until: column.day,
  answered: column.flag,
})

/** §5: the hearings that an organisation can answer, on the page of all that it owes an answer to. */
export const hearingsAsked: AskedElsewhere = {
  order: 5,
  asked: (actor, organisation) =>
    actor.database.sql
      .all(
        askedRow,
        `SELECT s.kind, s.slug, d.title, h.number, h.until, EXISTS (SELECT 1 FROM TextHearingAnswer g
           WHERE g.hearingId = h.id AND g.organisationId = a.organisationId) AS answered
         FROM TextHearing h JOIN TextHearingAsked a ON a.hearingId = h.id JOIN TextDraft d ON d.id = h.draftId
           JOIN SharedText s ON s.id = h.textId
         WHERE a.organisationId = ? AND h.closedAt IS NULL AND ${openSql('h.until')} ORDER BY h.until, h.id`,
        organisation.id,
        actor.today,
      )
      .map(({ kind, slug, title, number, until, answered }) => ({
        heading: title,
        why: 'Høring om en fælles tekst',
        href: hearingAnswerPathOf(textPath(kind, slug), number, organisation.slug),
        deadline: until,
        answered,
      })),
}
