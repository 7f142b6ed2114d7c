import Sqlite from 'better-sqlite3'

/** No portal of ours comes as far: the half-year stands apart from those that are lived through. */
const year = 2199
const strategies = 20
const organisations = 13

/** The address of the matrix that `addAnswersMatrix` makes. */
export const answersMatrixPath = `/strategier/gennemfoerelse/${year}-1`

/**
 * A half-year in which thirteen organisations have answered for twenty strategies of ten goals: two hundred rows each.
 * The strategies repeat the demo's. Made once: a file that has it is left alone.
 */
export function addAnswersMatrix(file: string): void {
  const sql = new Sqlite(file)
  try {
    if (sql.prepare('SELECT 1 FROM ImplementationRound WHERE year = ?').get(year)) return
    sql.transaction(() => fill(sql))()
  } finally {
    sql.close()
  }
}

function fill(sql: Sqlite.Database): void {
  const insert = (statement: string, ...values: unknown[]) =>
    Number(sql.prepare(statement).run(...values).lastInsertRowid)
  const at = '2026-01-01T09:00:00.000Z'
  const person = sql.prepare('SELECT min(id) FROM Person').pluck().get()
  const content = String(
    sql
      .prepare(
        `SELECT n.content FROM TextDraft n JOIN SharedText s ON s.id = n.textId WHERE s.kind = 'strategier'
         ORDER BY length(n.content) DESC LIMIT 1`,
      )
      .pluck()
      .get(),
  )
  const asked = sql
    .prepare(
      `SELECT id FROM Organisation WHERE kind IN ('HOUSING_ORGANISATION', 'DEPARTMENT', 'ASSOCIATION') ORDER BY position LIMIT ?`,
    )
    .pluck()
    .all(organisations)
  const round = insert(
    `INSERT INTO ImplementationRound (year, half, openedOn, deadline, openedById, openedAt) VALUES (?, 1, '2026-01-01', '2026-02-01', ?, ?)`,
    year,
    person,
    at,
  )
  const answer = sql.prepare(
    `INSERT INTO ImplementationAnswer (subjectId, organisationId, goal, state, reason, evidence, byId, at)
     SELECT ?, ?, json_extract(g.value, '$.key'), 'IN_PROGRESS', '', 'Referatet', ?, ?
     FROM json_each(?, '$.stars') s, json_each(s.value, '$.goals') g`,
  )
  for (let nth = 1; nth <= strategies; nth += 1) {
    const text = insert(
      `INSERT INTO SharedText (kind, slug, createdById, createdAt) VALUES ('strategier', ?, ?, ?)`,
      `matrix-${nth}`,
      person,
      at,
    )
    const draft = insert(
      `INSERT INTO TextDraft (textId, number, version, title, content, hash, note, createdById, createdAt)
       VALUES (?, 1, 1, ?, ?, ?, '', ?, ?)`,
      text,
      `Strategi ${nth}`,
      content,
      `matrix-${nth}`,
      person,
      at,
    )
    const subject = insert(
      'INSERT INTO ImplementationSubject (roundId, textId, draftId) VALUES (?, ?, ?)',
      round,
      text,
      draft,
    )
    for (const organisation of asked) answer.run(subject, organisation, person, at, content)
  }
}
