import { z } from 'zod'
import { type Day, day } from '../../../../kernel/days.ts'
import { contentHash } from '../../../../kernel/hash.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import { outwardKinds } from '../letter/letter-content.ts'
import type { StanceGroup } from '../stances/stance-rules.ts'

/** The whole letter as it was sent: the adopted text, and what stands around it. */
export interface SentLetter extends LetterContent {
  sentOn: Day
  /** The names of the town and of the group on the day. */
  place: string
  from: string
  /** The organisations by their stance; none where they were not asked. */
  groups: StanceGroup[]
}

const schema = z.object({
  kind: z.enum(Object.keys(outwardKinds) as ['RESPONSE', 'APPROACH']),
  title: z.string(),
  addressee: z.string(),
  reference: z.string(),
  sections: z.array(z.object({ key: z.string(), heading: z.string(), text: z.string() })),
  sentOn: z.string().transform(text => day(text)),
  place: z.string(),
  from: z.string(),
  groups: z.array(z.object({ heading: z.string(), names: z.array(z.string()) })),
})

/** @throws ZodError when it is of another shape */
export const thawLetter = (text: string): SentLetter => schema.parse(JSON.parse(text))

/** The text that the joint group adopted, out of the letter that it was sent in. */
export const adoptedPart = ({ kind, title, addressee, reference, sections }: SentLetter): LetterContent => ({
  kind,
  title,
  addressee,
  reference,
  sections,
})

export const freezeLetter = (letter: SentLetter): { letter: string; letterHash: string } => ({
  letter: JSON.stringify(letter),
  letterHash: contentHash(letter),
})
