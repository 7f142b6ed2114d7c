import type { AskedElsewhere } from '../../../../http/answer-source.ts'
import { stancePath } from '../paths.ts'
import { readOpenStances } from './stance-queries.ts'

/** R24: the letters about which an organisation says where it stands, on the page of all that it owes an answer to. */
export const stancesAsked: AskedElsewhere = {
  order: 7,
  asked: (actor, organisation) =>
    readOpenStances(actor, organisation.id).map(({ slug, title, until, answered }) => ({
      heading: title,
      why: 'Udkast til en udtalelse udadtil',
      href: stancePath(slug, organisation.slug),
      deadline: until,
      answered,
    })),
}
