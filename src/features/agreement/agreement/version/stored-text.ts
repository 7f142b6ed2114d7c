import { z } from 'zod'

export const storedOrigins = z.array(z.object({ round: z.number(), proposal: z.number(), organisation: z.string() }))

/** An agreement's text as it is stored. What else stands in it is kept. */
export const storedText = z.looseObject({
  title: z.array(z.string()),
  parties: z.string(),
  dateText: z.string(),
  sections: z.array(
    z.looseObject({
      key: z.string(),
      number: z.string(),
      heading: z.string(),
      body: z.string(),
      origins: storedOrigins.exactOptional(),
    }),
  ),
  appendices: z.array(z.looseObject({ heading: z.string(), dateText: z.string(), body: z.string() })),
})

/** Names in a row of a signature: the associations that an organisation administers, or signs for. */
export const storedNames = z.array(z.string())

/** The same where the row has them as text; null: none. @throws ZodError */
export const namesIn = (stored: string | null): string[] =>
  stored === null ? [] : storedNames.parse(JSON.parse(stored))
