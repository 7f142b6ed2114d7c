import type { Actor } from '../../../access/actor.ts'
import { isOfAParty } from './indicators/visible.ts'
import { deliveriesPath, indicatorsPath, placesPath, statusPath } from './paths.ts'

/** The pages of what is known, beside each other: those that the reader may open. */
export const knowledgeTabs = (actor: Actor, current: 'indicators' | 'places' | 'deliveries' | 'status') => ({
  label: 'Indikatorer',
  tabs: [
    { text: 'Indikatorer', href: indicatorsPath, current: current === 'indicators' },
    { text: 'Steder', href: placesPath, current: current === 'places' },
    ...(isOfAParty(actor)
      ? [
          { text: 'Leveringer', href: deliveriesPath, current: current === 'deliveries' },
          { text: 'Datastatus', href: statusPath, current: current === 'status' },
        ]
      : []),
  ],
})
