import type { Objection } from '../../../kernel/objection.ts'
import type { SealedContent } from '../../ground/sealed/index.ts'

/** What the house must know of a kind of text that is adopted. */
export interface TextKind<Content extends object> {
  /** In the database, and the address that its texts stand under: »standarder«. */
  key: string
  /** Its case's title begins so: »Standard: «. */
  caseTitle: (title: string) => string
  sealed: SealedContent<Content, Content, object>
  titleOf: (content: Content) => string
  /** What the text itself still lacks to be signed off, each as a sentence. */
  lacking: (content: Content) => Objection[]
  /** Its page, and the page of the draft that is worked on. */
  path: (slug: string) => string
  /** What its agenda item says. */
  item: (said: { content: Content; version: number; replaces: number | null; path: string }) => {
    title: string
    summary: string
    recommendation: string
    presentation: string
  }
  tasks: { strategy: boolean; professionalDevelopment: boolean; coordination: boolean }
}
