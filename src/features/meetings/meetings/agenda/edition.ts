import { z } from 'zod'

/** What is shown of an agenda or of minutes: all that the reader may read, or the open part alone (R69). */
export type Edition = 'whole' | 'open'

const open = 'aaben'

export const editionQuery = z.object({
  udgave: z
    .union([z.literal(''), z.literal(open)])
    .optional()
    .default(''),
})

export const editionOf = ({ udgave }: z.output<typeof editionQuery>): Edition => (udgave === open ? 'open' : 'whole')

/** The same page in that edition. */
export const inEdition = (path: string, edition: Edition): string =>
  edition === 'open' ? `${path}?udgave=${open}` : path

export interface EditionLine {
  /** Said on the open edition, on paper too. */
  told: { title: string; text: string } | null
  /** The way to the other edition, for who may read more than the open part. */
  link: { href: string; text: string } | null
}

/** What an edition says of itself. `name` is the document's, »dagsordenen«. */
export const editionLine = (name: string, path: string, edition: Edition, readsMore: boolean): EditionLine =>
  edition === 'open'
    ? {
        told: {
          title: 'Kun den åbne del',
          text: 'Lukkede punkter er vist med den titel, som alle parter må læse, og uden tekst og bilag.',
        },
        link: readsMore ? { href: path, text: `Vis hele ${name}` } : null,
      }
    : {
        told: null,
        link: readsMore ? { href: inEdition(path, 'open'), text: 'Vis kun den åbne del' } : null,
      }
