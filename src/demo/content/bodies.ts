import type { BodyKind, Side } from '../../database/generated/enums.ts'
import { cooperationBodies } from '../../features/ground/bodies/index.ts'
import { organisations } from './organisations.ts'

export interface DemoBody {
  slug: string
  kind: BodyKind
  side: Side | null
  name: string
  about: string
  /** A deciding body: the organisation whose mandates it gives. */
  organisation?: string
}

/** The bodies that give mandates: the city council, and one for every housing organisation and every association. */
const deciding: DemoBody[] = organisations.flatMap((organisation): DemoBody[] => {
  const { slug, kind, side, name } = organisation
  const body = (bodySlug: string, bodyName: string): DemoBody => ({
    slug: bodySlug,
    kind: 'DECIDING_BODY',
    side,
    name: bodyName,
    about: `Giver mandater for ${name}.`,
    organisation: slug,
  })
  switch (kind) {
    case 'MUNICIPALITY':
      return [body('odense-byraad', 'Odense Byråd')]
    case 'HOUSING_ORGANISATION':
      return [body(`bestyrelse-${slug}`, `Organisationsbestyrelsen i ${name}`)]
    case 'ADMINISTRATOR':
      return [body(`bestyrelse-${slug}`, `Ledelsen i ${name}`)]
    case 'ASSOCIATION':
      return [body(`bestyrelse-${slug}`, `Bestyrelsen i ${name}`)]
    default:
      return []
  }
})

export const bodies: DemoBody[] = [...cooperationBodies, ...deciding]
