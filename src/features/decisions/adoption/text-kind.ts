import type { ReadClient } from '../../../database/database.ts'
import type { Tx } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import type { Objection } from '../../../kernel/objection.ts'
import type { SealedContent } from '../../ground/sealed/index.ts'

/** A part of a text by itself: what is compared between two drafts, and what a hearing is answered about. */
export interface TextSection {
  /** Lasting: the same part in every draft, whatever its place and heading. */
  key: string
  heading: string
  /** Markdown. */
  text: string
}

/** What the house must know of a kind of text that is adopted. */
export interface TextKind<Content extends object> {
  /** In the database, and the first part of its texts' addresses: »standarder«. `path` leads there. */
  key: string
  /** What its texts are called together, where they are listed, and which entry of the menu that is. */
  list: { text: string; href: string; menu: string }
  /** One of them in a sentence: »standarden«. */
  definite: string
  /** Its case's title begins so: »Standard: «. */
  caseTitle: (title: string) => string
  sealed: SealedContent<Content, Content, object>
  titleOf: (content: Content) => string
  /** All that the text says besides its title, in the order in which it is read. No key is there twice. */
  sections: (content: Content) => TextSection[]
  /** What the text itself still lacks to be signed off, each as a sentence. */
  lacking: (content: Content) => Objection[]
  /** What it says of the town that is not so any more on the day, so that it is written anew before it is signed off. */
  outdated?: (reads: ReadClient | Tx, content: Content, today: Day) => Promise<Objection[]>
  /**
   * Why nothing of the text is changed any more, as a sentence: what it was written for is over. Left out: there is
   * always a next version.
   */
  over?: (reads: ReadClient | Tx, textId: number) => Promise<string | null>
  /** No hearing about its drafts: the organisations are asked in a way of its own, or have a part in writing it. */
  withoutHearing?: true
  /** Its page, and the page of the draft that is worked on. */
  path: (slug: string) => string
  /** What its agenda item says. */
  item: (said: { content: Content; version: number; replaces: number | null; path: string }) => {
    title: string
    summary: string
    recommendation: string
    presentation: string
  }
  /** What else is stored with a draft that is put on an agenda, in the same transaction. */
  putForward?: (
    tx: Tx,
    put: { adoptionId: number; content: Content; meeting: { bodyId: number; day: Day }; fromDay: Day | null },
  ) => Promise<void>
  tasks: { strategy: boolean; professionalDevelopment: boolean; coordination: boolean }
}
