import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { RelatedFact, RelatedTo } from '../../../http/feature.ts'

const textRow = rowsOf({
  kind: column.text,
  slug: column.text,
  title: column.text,
  version: column.number,
  decided: column.flag,
})

const adoption = 'Adoption a JOIN TextDraft n ON n.id = a.draftId JOIN SharedText s ON s.id = n.textId'
const columns = `s.kind, s.slug, n.title, n.version`

/** The text that a decision adopts, or the texts that a case is about: none that the reader may not see. */
export function adoptedTexts(actor: Actor, to: RelatedTo): RelatedFact[] {
  if (!('decision' in to || 'case' in to)) return []
  const { sql } = actor.database
  const view = viewOf(actor)
  const rows =
    'decision' in to
      ? sql.all(
          textRow,
          `WITH RECURSIVE origin(itemId) AS (
             SELECT itemId FROM Decision WHERE id = ?
             UNION ALL SELECT i.carriedFromId FROM origin o JOIN AgendaItem i ON i.id = o.itemId WHERE i.carriedFromId IS NOT NULL
           )
           SELECT ${columns}, 1 AS decided FROM origin o JOIN ${adoption} JOIN Decision d ON d.id = ?
           WHERE a.itemId = o.itemId AND a.takenBackAt IS NULL AND ${view.insideDecisions('d')}`,
          to.decision,
          to.decision,
        )
      : sql.all(
          textRow,
          `SELECT ${columns}, max(d.id IS NOT NULL AND ${view.decisions('d')}) AS decided
           FROM ${adoption} JOIN AgendaItem i ON i.id = a.itemId JOIN Meeting m ON m.id = i.meetingId
             LEFT JOIN Decision d ON d.itemId = i.id LEFT JOIN Treatment t ON t.itemId = i.id
           WHERE s.caseId = ? AND a.takenBackAt IS NULL AND ${view.agendas('m')} AND ${view.itemTexts('m', 'i', 't')} GROUP BY n.id ORDER BY n.version`,
          to.case,
        )
  return rows.map(({ kind, slug, title, version, decided }) => ({
    term: 'Vedtagen tekst',
    text: `${title}, version ${version}`,
    // The draft's page leads on to what is in force, where this reader sees no draft.
    href: decided ? `/${kind}/${slug}/versioner/${version}` : `/${kind}/${slug}/udkast`,
  }))
}
