import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { answeredForSql, representedBy } from '../../../../access/represented.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { WaitingLine, WaitingLines } from '../../../../http/feature.ts'
import { daysBetween } from '../../../../kernel/days.ts'
import { isPastSql } from '../../../../kernel/last-day.ts'
import { openSql } from '../../../ground/hearing/index.ts'
import { hearingAnswerPathOf, hearingPathOf, textPath } from '../paths.ts'

/** What the organisations owe that a person answers for, and the notes that the secretariats have not written. */
export const hearingsWaiting: WaitingLines[] = [
  { order: 84, lines: owedLines },
  { order: 47, lines: unwrittenLines },
]

const hearing = 'TextHearing h JOIN TextDraft d ON d.id = h.draftId JOIN SharedText s ON s.id = h.textId'

const owedRow = rowsOf({
  organisation: column.text,
  organisationSlug: column.text,
  kind: column.text,
  slug: column.text,
  title: column.text,
  number: column.number,
  until: column.day,
})

function owedLines(actor: Actor): WaitingLine[] {
  if (representedBy(actor).length === 0) return []
  return actor.database.sql
    .all(
      owedRow,
      `SELECT o.name AS organisation, o.slug AS organisationSlug, s.kind, s.slug, d.title, h.number, h.until
       FROM ${hearing} JOIN TextHearingAsked a ON a.hearingId = h.id JOIN Organisation o ON o.id = a.organisationId
       WHERE h.closedAt IS NULL AND ${openSql('h.until')} AND ${answeredForSql(actor, 'o.id')}
         AND NOT EXISTS (SELECT 1 FROM TextHearingAnswer g WHERE g.hearingId = h.id AND g.organisationId = o.id)
       ORDER BY h.until, o.position, o.id, h.id LIMIT 100`,
      actor.today,
      actor.today,
      actor.today,
    )
    .map(({ organisation, organisationSlug, kind, slug, title, number, until }) => ({
      text: `Afgiv høringssvar fra ${organisation} om »${title}«`,
      href: hearingAnswerPathOf(textPath(kind, slug), number, organisationSlug),
      by: until,
      urgent: daysBetween(actor.today, until) <= 7,
    }))
}

const unwrittenRow = rowsOf({ kind: column.text, slug: column.text, title: column.text, number: column.number })

/** Hearings that are over with remarks that nobody has replied to. */
function unwrittenLines(actor: Actor): WaitingLine[] {
  if (!mayDo(actor, 'prepareTexts')) return []
  return actor.database.sql
    .all(
      unwrittenRow,
      `SELECT s.kind, s.slug, d.title, h.number FROM ${hearing}
       WHERE (h.closedAt IS NOT NULL OR ${isPastSql('h.until')})
         AND EXISTS (SELECT 1 FROM TextHearingAnswer g JOIN TextHearingRemark r ON r.answerId = g.id WHERE g.hearingId = h.id
           AND g.id = (SELECT max(l.id) FROM TextHearingAnswer l WHERE l.hearingId = h.id AND l.organisationId = g.organisationId))
         AND NOT EXISTS (SELECT 1 FROM TextHearingReply y WHERE y.hearingId = h.id)
       ORDER BY h.id LIMIT 50`,
      actor.today,
    )
    .map(({ kind, slug, title, number }) => ({
      text: `Skriv høringsnotat om »${title}«`,
      href: hearingPathOf(textPath(kind, slug), number),
      by: null,
      urgent: false,
    }))
}
