/** What one check of verify says. */
export interface Finding {
  check: string
  /** What is wrong, each a sentence; none: the check holds. */
  wrong: string[]
}
