/**
 * SQL for WITH RECURSIVE: `adopted(adoptionId, draftId, textId, "from")`, every adoption that has its draft in force
 * from a day on, as `inForceFrom` says. A decision counts that stands under the item or one that it was carried over to.
 * From the few items that adopt something to their decisions, never the other way: hence the cross join.
 * @param seen SQL condition: which decisions `d` the reader may see; of the others nothing is in force for him or her
 */
export const adoptedSql = (seen = '1 = 1'): string => `underItem(adoptionId, itemId) AS (
    SELECT id, itemId FROM Adoption WHERE takenBackAt IS NULL
    UNION ALL SELECT u.adoptionId, i.id FROM underItem u JOIN AgendaItem i ON i.carriedFromId = u.itemId
  ),
  adopted(adoptionId, draftId, textId, "from") AS (
    SELECT a.id, a.draftId, td.textId, max(coalesce(a.fromDay, ''), d.effectiveOn)
    FROM underItem u CROSS JOIN Decision d ON d.itemId = u.itemId AND +d.state = 'EFFECTIVE' AND d.effectiveOn IS NOT NULL
      JOIN Adoption a ON a.id = u.adoptionId JOIN TextDraft td ON td.id = a.draftId
      LEFT JOIN Treatment t ON t.itemId = u.itemId
    WHERE coalesce(t.outcome, '') <> 'DECIDED_WITH_CHANGES' AND ${seen}
  )`

/** SQL for the same WITH, after `adoptedSql`: `inForce(textId, draftId, "from")` on a day; one value to bind, the day. */
export const inForceSql = `inForce(textId, draftId, "from") AS (
    SELECT textId, draftId, "from" FROM (
      SELECT textId, draftId, "from", row_number() OVER (PARTITION BY textId ORDER BY "from" DESC, adoptionId DESC) AS place
      FROM adopted WHERE "from" <= ?
    ) WHERE place = 1
  )`
