import type Sqlite from 'better-sqlite3'
import type { Instant } from '../../kernel/days.ts'
import { StorageFault } from '../storage-faults.ts'
import type { Sending } from '../write.ts'
import { SideFile } from './side-file.ts'

/** Where a sending that took effect led to: the same is answered when it comes again. */
export interface GivenAnswer {
  path: string
  message: string | null
}

/** Why a draft was kept: its writer typed it, or sent it and it could not be taken. */
export type DraftReason = 'typed' | 'signedOut' | 'otherSession' | 'fault'

export interface Draft {
  personId: number
  /** Names the form that it was typed in. */
  form: string
  /** The address that the form is sent to, and the page that it stands on. */
  action: string
  page: string
  title: string
  fields: Record<string, unknown>
  reason: DraftReason
  savedAt: Instant
  /** When the last of it was typed, by the browser's own clock, which is compared with nothing but itself. */
  typedAt: number
}

/** A draft that nobody has gone on with for so long is deleted. */
export const draftDays = 30

const maxDraftLength = 600_000
const maxDraftsAPerson = 60
const maxLengthAPerson = 6_000_000

/**
 * What forms need from one request to the next: the answers that were given, and drafts, each of its writer alone. In a
 * file of its own: it is no documentation, an autosave must not wait for the portal's writer nor make it forget what it
 * keeps until anything is committed, and the file may be thrown away.
 */
export class FormStore {
  readonly #file: SideFile<ReturnType<typeof prepare>>

  constructor(file: string, say: (line: string) => void = () => {}) {
    this.#file = new SideFile(file, tables, prepare, say)
  }

  /** In passing: what took effect has done so, also where the answer cannot be kept. */
  keepAnswer({ form, content }: Sending, { path, message }: GivenAnswer, at: Instant): void {
    inPassing(() => this.#file.use(({ keepAnswer }) => keepAnswer.run(form, content, path, message, at)))
  }

  /** The answer to this sending; without its content, the last answer that the form was given. */
  answerTo(form: string, content?: string): GivenAnswer | null {
    const row =
      content === undefined
        ? this.#file.use(({ lastAnswer }) => lastAnswer.get(form))
        : this.#file.use(({ answer }) => answer.get(form, content))
    return (row as GivenAnswer | undefined) ?? null
  }

  /** @returns false for one that is too long, or older than what its form has sent meanwhile */
  keepDraft(draft: Draft): boolean {
    const fields = JSON.stringify(draft.fields)
    if (fields.length > maxDraftLength) return false
    const { personId, form, action, page, title, reason, savedAt, typedAt } = draft
    const sent = this.#file.use(({ sent }) => sent.get(personId, form)) as { typedAt: number } | undefined
    if (sent && typedAt <= sent.typedAt) return false
    const path = page.split('?')[0] ?? ''
    this.#file.use(({ keepDraft }) =>
      keepDraft.run(personId, form, action, page, path, title, fields, reason, savedAt, typedAt),
    )
    this.#bound(personId)
    return true
  }

  /** Somebody's draft; nobody else's is found. */
  draft(personId: number, form: string): Draft | null {
    const row = this.#file.use(({ draft }) => draft.get(personId, form)) as DraftRow | undefined
    return row ? read(row) : null
  }

  /** A person's drafts, the newest first. */
  draftsOf(personId: number): Draft[] {
    return (this.#file.use(({ drafts }) => drafts.all(personId)) as DraftRow[]).map(read)
  }

  /** Those of the forms on one page. */
  draftsAt(personId: number, path: string): Draft[] {
    return (this.#file.use(({ draftsAt }) => draftsAt.all(personId, path)) as DraftRow[]).map(read)
  }

  /** The form took effect, or its writer wants it no more. What was typed before and comes later is not kept again. */
  endDraft(personId: number, form: string, typedAt: number): void {
    inPassing(() =>
      // No script was at work: nothing comes later.
      this.#file.use(({ remove, endDraft }) =>
        typedAt === 0 ? remove.run(personId, form) : endDraft.run(personId, form, typedAt),
      ),
    )
  }

  /** A person’s data are erased: with all that was typed. */
  forget(personId: number): void {
    inPassing(() => this.#file.use(({ forget }) => forget.run(personId)))
  }

  /** Drafts and answers from before this moment are gone. */
  sweep(before: Instant): void {
    inPassing(() => this.#file.use(({ sweepDrafts }) => sweepDrafts.run(before)))
    inPassing(() => this.#file.use(({ sweepAnswers }) => sweepAnswers.run(before)))
  }

  close(): void {
    this.#file.close()
  }

  /** The oldest go first, so that nobody fills the disk by typing. */
  #bound(personId: number): void {
    const rows = this.#file.use(({ sizes }) => sizes.all(personId)) as { form: string; length: number }[]
    let length = 0
    rows.forEach((row, index) => {
      length += row.length
      if (index >= maxDraftsAPerson || length > maxLengthAPerson)
        this.#file.use(({ remove }) => remove.run(personId, row.form))
    })
  }
}

/** Where the file takes nothing, whoever sent the form is answered all the same. */
function inPassing(work: () => unknown): void {
  try {
    work()
  } catch (fault) {
    if (!(fault instanceof StorageFault)) throw fault
  }
}

const tables = `
  CREATE TABLE IF NOT EXISTS answer (
    form TEXT NOT NULL, content TEXT NOT NULL, path TEXT NOT NULL, message TEXT, at TEXT NOT NULL,
    PRIMARY KEY (form, content)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS answer_at ON answer (at);
  CREATE TABLE IF NOT EXISTS draft (
    personId INTEGER NOT NULL, form TEXT NOT NULL, action TEXT NOT NULL, page TEXT NOT NULL, path TEXT NOT NULL,
    title TEXT NOT NULL, fields TEXT, reason TEXT NOT NULL, savedAt TEXT NOT NULL, typedAt INTEGER NOT NULL,
    PRIMARY KEY (personId, form));
  CREATE INDEX IF NOT EXISTS draft_at ON draft (personId, path) WHERE fields IS NOT NULL;`

/** A draft that has ended keeps its row without its words, for as long as an older one of the form may still come. */
const prepare = (db: Sqlite.Database) => ({
  keepAnswer: db.prepare(
    `INSERT INTO answer (form, content, path, message, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET path = excluded.path, message = excluded.message`,
  ),
  answer: db.prepare('SELECT path, message FROM answer WHERE form = ? AND content = ?'),
  lastAnswer: db.prepare('SELECT path, message FROM answer WHERE form = ? ORDER BY at DESC LIMIT 1'),
  keepDraft: db.prepare(
    `INSERT INTO draft (personId, form, action, page, path, title, fields, reason, savedAt, typedAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET action = excluded.action, page = excluded.page, path = excluded.path,
       title = excluded.title, fields = excluded.fields, reason = excluded.reason, savedAt = excluded.savedAt,
       typedAt = excluded.typedAt
     WHERE excluded.typedAt >= draft.typedAt`,
  ),
  draft: db.prepare(`${selectDrafts} AND form = ?`),
  drafts: db.prepare(`${selectDrafts} ORDER BY savedAt DESC, typedAt DESC`),
  draftsAt: db.prepare(`${selectDrafts} AND path = ? ORDER BY savedAt DESC, typedAt DESC`),
  sent: db.prepare('SELECT typedAt FROM draft WHERE personId = ? AND form = ? AND fields IS NULL'),
  sizes: db.prepare(
    `SELECT form, length(fields) AS length FROM draft WHERE personId = ? AND fields IS NOT NULL ORDER BY savedAt DESC`,
  ),
  endDraft: db.prepare(
    `INSERT INTO draft (personId, form, action, page, path, title, fields, reason, savedAt, typedAt)
     VALUES (?, ?, '', '', '', '', NULL, 'typed', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?)
     ON CONFLICT DO UPDATE SET fields = NULL, typedAt = max(typedAt, excluded.typedAt)`,
  ),
  remove: db.prepare('DELETE FROM draft WHERE personId = ? AND form = ?'),
  forget: db.prepare('DELETE FROM draft WHERE personId = ?'),
  sweepDrafts: db.prepare('DELETE FROM draft WHERE savedAt < ?'),
  sweepAnswers: db.prepare('DELETE FROM answer WHERE at < ?'),
})

const selectDrafts = `SELECT personId, form, action, page, title, fields, reason, savedAt, typedAt FROM draft
  WHERE personId = ? AND fields IS NOT NULL`

type DraftRow = Omit<Draft, 'fields'> & { fields: string }

const read = ({ fields, ...row }: DraftRow): Draft => ({
  ...row,
  fields: JSON.parse(fields) as Record<string, unknown>,
})
