import type { NewEvent } from '../../../database/events.ts'
import type { Column } from './columns.ts'
import type { FileRow } from './read-file.ts'
import type { Remark } from './row-values.ts'

/** What a row does when the file is saved; the words are labels.ts's. */
export type RowStatus = 'ready' | 'unchanged' | 'corrected' | 'warned' | 'rejected'

/** What is made, for the summary. */
export type Made = 'person' | 'correction' | 'account' | 'seat' | 'authorisation'

export interface Done {
  made: Made
  /** A whole sentence: »Medlem af kommunens strategigruppe fra den 1. december 2026.« */
  text: string
}

export interface Told extends Remark {
  value: string
}

export interface JudgedRow {
  line: number
  /** Whom it is about, as the row says it. */
  person: string
  status: RowStatus
  done: Done[]
  /** Why it is rejected, or what of it is left to others. */
  remarks: Told[]
}

/** A row under judgement: what it has done so far, and what stood in its way. */
export class RowCourse {
  readonly done: Done[] = []
  readonly events: NewEvent[] = []
  readonly #row: FileRow
  readonly #faults: Remark[] = []
  readonly #warnings: Remark[] = []
  readonly #undone: (() => void)[] = []

  constructor(row: FileRow) {
    this.#row = row
  }

  did(made: Made, text: string, events: readonly NewEvent[]): void {
    this.done.push({ made, text })
    this.events.push(...events)
  }

  fault(column: Column, reason: string): void {
    if (!this.#faults.some(known => known.column === column && known.reason === reason))
      this.#faults.push({ column, reason })
  }

  warn(column: Column, reason: string): void {
    this.#warnings.push({ column, reason })
  }

  /** What was kept in mind of the row, beside what the database keeps: forgotten where the row is rejected. */
  undo(forget: () => void): void {
    this.#undone.unshift(forget)
  }

  forget(): void {
    for (const forget of this.#undone) forget()
  }

  isFaulty(): boolean {
    return this.#faults.length > 0
  }

  isFaultyIn(columns: readonly Column[]): boolean {
    return this.#faults.some(({ column }) => columns.includes(column))
  }

  judged(): JudgedRow {
    const rejected = this.isFaulty()
    const remarks = rejected ? this.#faults : this.#warnings
    return {
      line: this.#row.line,
      person: [this.#row.told('name'), this.#row.told('organisation')].filter(text => text !== '').join(', '),
      status: this.#status(),
      done: rejected ? [] : this.done,
      remarks: remarks.map(({ column, reason }) => ({ column, value: this.#row.told(column), reason })),
    }
  }

  #status(): RowStatus {
    if (this.isFaulty()) return 'rejected'
    if (this.#warnings.length > 0) return 'warned'
    if (this.done.some(({ made }) => made === 'correction')) return 'corrected'
    return this.done.length > 0 ? 'ready' : 'unchanged'
  }
}
