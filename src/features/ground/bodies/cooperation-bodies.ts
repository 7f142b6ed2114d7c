import type { BodyKind, Side } from '../../../access/actor.ts'

export interface CooperationBody {
  slug: string
  kind: BodyKind
  side: Side | null
  name: string
  about: string
}

/** The cooperation's own bodies (§6): the same in every town, at the same addresses. */
export const cooperationBodies: readonly CooperationBody[] = [
  {
    slug: 'faelles-gruppe',
    kind: 'JOINT_GROUP',
    side: null,
    name: 'Fælles boligstrategisk gruppe',
    about: 'Her drøfter og beslutter boligorganisationerne og kommunen i fællesskab.',
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
