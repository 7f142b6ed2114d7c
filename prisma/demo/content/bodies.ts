import type { BodyKind, Side } from '../../../src/database/generated/enums.ts'
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

/** The agreement's own bodies (§6). */
const cooperation: DemoBody[] = [
  {
    slug: 'faelles-gruppe',
    kind: 'JOINT_GROUP',
    side: null,
    name: 'Fælles boligstrategisk gruppe',
    about: 'Her drøfter og beslutter boligorganisationerne og kommunen i fællesskab (aftalens § 6).',
  },
  {
    slug: 'strategigruppe-bolig',
    kind: 'STRATEGY_GROUP',
    side: 'HOUSING',
    name: 'Boligorganisationernes strategigruppe',
    about: 'Boligorganisationernes overordnede styrende organ. Udpeger til fælles boligstrategisk gruppe.',
  },
  {
    slug: 'strategigruppe-kommune',
    kind: 'STRATEGY_GROUP',
    side: 'MUNICIPALITY',
    name: 'Kommunens strategigruppe',
    about: 'Kommunens overordnede styrende organ i samarbejdet. Udpeger til fælles boligstrategisk gruppe.',
  },
  {
    slug: 'sekretariat-bolig',
    kind: 'SECRETARIAT',
    side: 'HOUSING',
    name: 'Boligorganisationernes sekretariat',
    about: 'Den ene halvdel af sekretariatet for fælles boligstrategisk gruppe.',
  },
  {
    slug: 'sekretariat-kommune',
    kind: 'SECRETARIAT',
    side: 'MUNICIPALITY',
    name: 'Kommunens sekretariat',
    about: 'Den anden halvdel af sekretariatet for fælles boligstrategisk gruppe.',
  },
]

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

export const bodies: DemoBody[] = [...cooperation, ...deciding]
