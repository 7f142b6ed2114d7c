import type { Actor, ActorSeat } from '../../../../access/actor.ts'
import type { Day } from '../../../../kernel/days.ts'
import { type Fault, fault } from '../fault.ts'

/** In which capacity somebody names an organisation's keepers and signatories. */
export type NamedAs = 'SIGNATORY' | 'CHAIR' | 'SECRETARIAT'

/** The organisation's own people name for it; whoever is neither its signatory nor its chair acts as a secretariat. */
export function namesAs(actor: Pick<Actor, 'seats' | 'authorisations'>, organisationId: number): NamedAs {
  const signs = actor.authorisations.some(
    given => given.kind === 'SIGNATORY' && given.organisationId === organisationId,
  )
  if (signs) return 'SIGNATORY'
  return actor.seats.some(seat => isItsChair(seat, organisationId)) ? 'CHAIR' : 'SECRETARIAT'
}

const isItsChair = (seat: ActorSeat, organisationId: number): boolean =>
  seat.bodyKind === 'DECIDING_BODY' && seat.role === 'CHAIR' && seat.organisationId === organisationId

export interface NamingSource {
  sourceBody: string
  sourceDay: Day | null
  sourceDocument: string
}

/** A secretariat, which is employed in one organisation, names for another only what that one has decided itself. */
export function sourceFaults(as: NamedAs, source: NamingSource, today: Day): Fault[] {
  if (as !== 'SECRETARIAT') return []
  const found: Fault[] = []
  if (source.sourceBody.trim() === '')
    found.push(fault('sourceBody', 'Skriv, hvilket organ i organisationen der har udpeget.'))
  if (source.sourceDay === null) found.push(fault('sourceDay', 'Skriv dagen for det møde, hvor det blev besluttet.'))
  else if (source.sourceDay > today)
    found.push(fault('sourceDay', '»Dato for organets møde« kan ikke ligge efter i dag.'))
  if (source.sourceDocument.trim() === '')
    found.push(fault('sourceDocument', 'Skriv, i hvilket dokument fra organisationen det står.'))
  return found
}
