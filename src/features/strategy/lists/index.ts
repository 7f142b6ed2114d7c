/** The door of lists to others: what the demo and the tests may use. */

export { type EntryDraft, enterReferences, recordList } from './record-list.ts'
export type { Figures } from './rules/judge-area.ts'
export type { CriterionKey, ListKind } from './rules/statutory-rules.ts'
export { chooseSources } from './warning/choose-source.ts'
