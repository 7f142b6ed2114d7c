/** R24: what the parties say to somebody outside: they are asked, or they write of their own accord. */
export const outwardKinds = { RESPONSE: 'Høringssvar', APPROACH: 'Henvendelse' } as const
export type OutwardKind = keyof typeof outwardKinds

export interface LetterSection {
  /** Lasting: the same section in every draft. */
  key: string
  heading: string
  /** Markdown. */
  text: string
}

/** The letter as it is adopted: whom it is to, what it is about, and all that it says. */
export interface LetterContent {
  kind: OutwardKind
  title: string
  addressee: string
  /** The addressee's own number of the case. */
  reference: string
  sections: LetterSection[]
}

export type LetterHead = Omit<LetterContent, 'sections'>

export const headOf = ({ kind, title, addressee, reference }: LetterContent): LetterHead => ({
  kind,
  title,
  addressee,
  reference,
})
