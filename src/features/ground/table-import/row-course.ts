import type { NewEvent } from '../../../database/events.ts'
import type { TableRow } from './read-table.ts'

/** What a row does when the file is saved. */
export type RowStatus = 'ready' | 'unchanged' | 'corrected' | 'warned' | 'rejected'

/** Something about a cell: the column, and why. The value stands in the row. */
export interface Remark<C extends string> {
  column: C
  reason: string
}

export interface Done<M extends string> {
  made: M
  /** A whole sentence: »Medlem af kommunens strategigruppe fra den 1. december 2026.« */
  text: string
}

export interface JudgedRow<C extends string, M extends string> {
  line: number
  /** What it is about, as the row says it. */
  named: string
  status: RowStatus
  done: Done<M>[]
  /** Why it is rejected, or what of it is left to others. */
  remarks: (Remark<C> & { value: string })[]
}

/** A row under judgement: what it has done so far, and what stood in its way. */
export class RowCourse<C extends string, M extends string> {
  readonly done: Done<M>[] = []
  readonly events: NewEvent[] = []
  readonly #row: TableRow<C>
  readonly #named: readonly C[]
  readonly #correction: M
  readonly #faults: Remark<C>[] = []
  readonly #warnings: Remark<C>[] = []
  readonly #undone: (() => void)[] = []

  /**
   * @param named the columns that say what the row is about
   * @param correction what is made where something stands otherwise already
   */
  constructor(row: TableRow<C>, { named, correction }: { named: readonly C[]; correction: M }) {
    this.#row = row
    this.#named = named
    this.#correction = correction
  }

  did(made: M, text: string, events: readonly NewEvent[]): void {
    this.done.push({ made, text })
    this.events.push(...events)
  }

  fault(column: C, reason: string): void {
    if (!this.#faults.some(known => known.column === column && known.reason === reason))
      this.#faults.push({ column, reason })
  }

  warn(column: C, reason: string): void {
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

  isFaultyIn(columns: readonly C[]): boolean {
    return this.#faults.some(({ column }) => columns.includes(column))
  }

  judged(): JudgedRow<C, M> {
    const rejected = this.isFaulty()
    const remarks = rejected ? this.#faults : this.#warnings
    return {
      line: this.#row.line,
      named: this.#named
        .map(column => this.#row.told(column))
        .filter(text => text !== '')
        .join(', '),
      status: this.#status(),
      done: rejected ? [] : this.done,
      remarks: remarks.map(({ column, reason }) => ({ column, value: this.#row.told(column), reason })),
    }
  }

  #status(): RowStatus {
    if (this.isFaulty()) return 'rejected'
    if (this.#warnings.length > 0) return 'warned'
    if (this.done.some(({ made }) => made === this.#correction)) return 'corrected'
    return this.done.length > 0 ? 'ready' : 'unchanged'
  }
}
