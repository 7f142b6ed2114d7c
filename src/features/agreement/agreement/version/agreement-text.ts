import type { LaterField } from '../../../../kernel/content-form.ts'
import type { Instant } from '../../../../kernel/days.ts'
import { contentHash } from '../../../../kernel/hash.ts'
import type { WrittenDate } from '../../../../kernel/written-date.ts'
import { sealedContent } from '../../../ground/sealed/index.ts'
import { storedText } from './stored-text.ts'

/** The agreement as a text: what a version holds, what a draft proposes and what is signed. */
export interface AgreementText {
  /** The front page's lines: »AFTALE«, »om etablering og drift af«, … */
  title: string[]
  /** Between whom: »Odense Kommune og boligorganisationer i Odense«. */
  parties: string
  /** As written: »September 2008«. */
  dateText: string
  sections: TextSection[]
  appendices: TextAppendix[]
}

export interface TextSection {
  /** The same section in every version, whatever its number and heading. */
  key: string
  /** As printed: »7«. */
  number: string
  heading: string
  /** Markdown: paragraphs, lists and sub-headings. */
  body: string
  /** The amendments that it came from. Told beside the text, not part of it. */
  origins?: Origin[]
}

/** Who proposed a change, as of the moment it was taken in. */
export interface Origin {
  round: number
  proposal: number
  organisation: string
}

export interface TextAppendix {
  heading: string
  /** As written: »juni 2008«. */
  dateText: string
  /** Empty where only the heading survives. */
  body: string
}

export type DatePrecision = 'DAY' | 'MONTH' | 'YEAR'

export type { WrittenDate }

/** What an agreement's text has got since its first form (docs/how-to/add-a-field.md). */
export const laterAgreementFields: readonly LaterField[] = []

type ReadWords = Pick<AgreementText, 'title' | 'parties' | 'dateText'> & {
  sections: Pick<TextSection, 'number' | 'heading' | 'body'>[]
  appendices: TextAppendix[]
}
/** The agreement's text: its hash is of exactly the words that are read and signed. Keys and origins are no part of them. */
export const sealedText = sealedContent<ReadWords, AgreementText>({
  later: laterAgreementFields,
  schema: storedText,
  said: text => ({
    title: text.title,
    parties: text.parties,
    dateText: text.dateText,
    sections: text.sections.map(({ number, heading, body }) => ({ number, heading, body })),
    appendices: text.appendices.map(({ heading, dateText, body }) => ({ heading, dateText, body })),
  }),
})

/** A signature as it is sealed: nothing in it points at an account or a profile (R103). */
export interface SealedSignature {
  side: 'HOUSING' | 'MUNICIPALITY'
  /** The party's page, when it is one of the portal's organisations. */
  organisationId: number | null
  organisationName: string
  signatory: string
  /** R102: may be absent. */
  title: string | null
  /** R99: the associations that are named with the signature. */
  administers: string[]
  /** As printed in brackets. */
  administersText: string
  /** Whether it signs for them too; null where the text does not say. */
  onBehalf: boolean | null
  capacity: string
  /** The moment in the portal; null for signatures on paper. */
  signedAt: Instant | null
}

/** SHA-256 of a signature together with what it was given to. */
export const signatureSeal = (text: string, signature: SealedSignature): string => contentHash({ text, ...signature })

/** SHA-256 of a version as a whole: its text, its dates and every signature in order. */
export const versionSeal = (facts: {
  year: number
  number: number
  textHash: string
  date: string
  datePrecision: DatePrecision
  inForceFrom: string
  signatures: string[]
}): string => contentHash(facts)
