import { type Day, longDay } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import type { TextState } from '../../../decisions/adoption/index.ts'

export interface AdoptedText {
  state: TextState
  newest: { hash: string }
  /** The draft in force; null: none is. */
  standing: { hash: string } | null
}

/** R24: only the very words that the joint group has adopted are sent. */
export const isExactlyAdopted = ({ standing, newest }: Pick<AdoptedText, 'standing' | 'newest'>): boolean =>
  standing !== null && standing.hash === newest.hash

/** Why the letter cannot be sent as it stands; null: it can. */
export function whyNotAdopted(text: AdoptedText): string | null {
  if (isExactlyAdopted(text)) return null
  if (text.standing !== null)
    return 'Udkastet er ændret, efter at brevet blev vedtaget. Få ændringen vedtaget, eller ret teksten tilbage til den vedtagne.'
  switch (text.state) {
    case 'ON_AGENDA':
      return 'Brevet er på dagsordenen, men ikke vedtaget endnu.'
    case 'AWAITS_APPROVAL':
      return 'Brevet er vedtaget med forbehold. Det kan sendes, når den sidste forelæggelse er godkendt.'
    case 'COMING':
      return 'Brevet er vedtaget, men gælder først fra en senere dag.'
    case 'FALLEN':
      return 'Beslutningen om brevet gælder ikke længere. Sæt brevet på dagsordenen igen.'
    case 'NOT_ADOPTED':
      return 'Gruppen har ikke vedtaget brevet, som det var forelagt. Skriv ændringerne ind, og sæt brevet på dagsordenen igen.'
    default:
      return 'Brevet er ikke vedtaget. Sæt det på dagsordenen, når begge sekretariater har godkendt udkastet.'
  }
}

/** The day on which it is said to have been sent: not before it was adopted, and not in the future. */
export function sendingObjections({ sentOn, adoptedFrom, today }: { sentOn: Day; adoptedFrom: Day; today: Day }) {
  const told: Objection[] = []
  if (sentOn > today) told.push(objection('Brevet kan ikke være sendt senere end i dag.', 'sentOn'))
  if (sentOn < adoptedFrom)
    told.push(
      objection(`Brevet blev først vedtaget den ${longDay(adoptedFrom)}. Vælg den dag eller en senere.`, 'sentOn'),
    )
  return told
}
