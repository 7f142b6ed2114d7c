import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { RelatedFact } from '../../../http/feature.ts'
import { longDay } from '../../../kernel/days.ts'
import { openSql } from '../../ground/hearing/index.ts'
import { adoptedSql, inForceSql } from './adopted-sql.ts'
import { comparisonPathOf, draftPathOf, hearingPathOf, textPath, versionPathOf } from './paths.ts'

const textRow = rowsOf({
  itemId: column.number,
  kind: column.text,
  slug: column.text,
  title: column.text,
  version: column.number,
  number: column.number,
  isNewest: column.flag,
  /** The number of the draft in force before it; null: none is. */
  standing: column.orNull(column.number),
  standingVersion: column.orNull(column.number),
  hearing: column.orNull(column.number),
  until: column.orNull(column.day),
  runs: column.orNull(column.flag),
  heard: column.orNull(column.number),
  asked: column.number,
  withRemarks: column.number,
  withoutRemarks: column.number,
})
type TextRow = RowOf<typeof textRow>

const stance = `(SELECT g.stance FROM TextHearingAnswer g
  WHERE g.hearingId = h.id AND g.organisationId = a.organisationId ORDER BY g.id DESC LIMIT 1)`
const counted = (condition: string) =>
  `(SELECT count(*) FROM TextHearingAsked a WHERE a.hearingId = h.id AND ${condition})`

/**
 * The texts that are put forward under a meeting's items, each with what it changes and how it was heard: what a reader
 * sees beside an item whose own text he or she may read. One statement. By the items' numbers.
 */
export function textsOfItems(actor: Actor, meetingId: number): ReadonlyMap<number, RelatedFact[]> {
  const view = viewOf(actor)
  const rows = actor.database.sql.all(
    textRow,
    `WITH RECURSIVE ${adoptedSql(`${view.decisions('d')} AND ${view.insideDecisions('d')}`)}, ${inForceSql},
     origin(itemId, at) AS (
       SELECT i.id, i.id FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
       WHERE i.meetingId = ? AND i.removedAt IS NULL AND ${view.agendas('m')} AND ${view.itemTexts('m', 'i', 't')}
       UNION ALL SELECT i.carriedFromId, o.at FROM origin o JOIN AgendaItem i ON i.id = o.itemId WHERE i.carriedFromId IS NOT NULL
     )
     SELECT o.at AS itemId, s.kind, s.slug, n.title, n.version, n.number,
       n.number = (SELECT max(number) FROM TextDraft WHERE textId = s.id) AS isNewest,
       f.number AS standing, f.version AS standingVersion, h.number AS hearing, h.until,
       h.closedAt IS NULL AND ${openSql('h.until')} AS runs, (SELECT number FROM TextDraft WHERE id = h.draftId) AS heard,
       ${counted('1 = 1')} AS asked, ${counted(`${stance} = 'WITH_REMARKS'`)} AS withRemarks,
       ${counted(`${stance} = 'SUPPORTS'`)} AS withoutRemarks
     FROM origin o JOIN Adoption p ON p.itemId = o.itemId AND p.takenBackAt IS NULL
       JOIN TextDraft n ON n.id = p.draftId JOIN SharedText s ON s.id = n.textId
       LEFT JOIN inForce e ON e.textId = s.id LEFT JOIN TextDraft f ON f.id = e.draftId AND f.id <> n.id
       LEFT JOIN TextHearing h ON h.id = (
         SELECT max(l.id) FROM TextHearing l JOIN TextDraft ld ON ld.id = l.draftId
         WHERE l.textId = s.id AND ld.version = n.version AND ld.number <= n.number)
     ORDER BY o.at`,
    actor.today,
    meetingId,
    actor.today,
  )
  return new Map(rows.map(row => [row.itemId, factsOf(row)]))
}

function factsOf(row: TextRow): RelatedFact[] {
  const path = textPath(row.kind, row.slug)
  return [
    {
      term: 'Teksten',
      text: `${row.title}, version ${row.version}`,
      href: row.isNewest ? draftPathOf(path) : versionPathOf(path, row.version),
    },
    ...(row.standing === null
      ? []
      : [
          {
            term: 'Ændringer',
            text: `Sammenlign med version ${row.standingVersion ?? ''}, som gælder`,
            href: comparisonPathOf(path, row.standing, row.number),
          },
        ]),
    ...(row.hearing === null ? [] : [{ term: 'Høring', text: heardText(row), href: hearingPathOf(path, row.hearing) }]),
    ...(row.heard === null || row.heard === row.number
      ? []
      : [
          {
            term: 'Ændret efter høringen',
            text: `Sammenlign med udkast ${row.heard}, som var i høring`,
            href: comparisonPathOf(path, row.heard, row.number),
          },
        ]),
  ]
}

function heardText({ runs, until, asked, withRemarks, withoutRemarks }: TextRow): string {
  const said = `${withRemarks} med bemærkninger, ${withoutRemarks} uden, ${asked - withRemarks - withoutRemarks}`
  return runs && until !== null
    ? `${said} har ikke svaret endnu. Fristen er den ${longDay(until)}.`
    : `${said} svarede ikke`
}
