import type { Actor, ActorSeat } from '../../../../access/actor.ts'
import type { Day } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'

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
export function sourceFaults(as: NamedAs, source: NamingSource, today: Day): Objection[] {
  if (as !== 'SECRETARIAT') return []
  const found: Objection[] = []
  if (source.sourceBody.trim() === '')
    found.push(objection('Skriv, hvilket organ i organisationen der har udpeget.', 'sourceBody'))
  if (source.sourceDay === null)
    found.push(objection('Skriv dagen for det møde, hvor det blev besluttet.', 'sourceDay'))
  else if (source.sourceDay > today)
    found.push(objection('»Dato for organets møde« kan ikke ligge efter i dag.', 'sourceDay'))
  if (source.sourceDocument.trim() === '')
    found.push(objection('Skriv, i hvilket dokument fra organisationen det står.', 'sourceDocument'))
  return found
}
