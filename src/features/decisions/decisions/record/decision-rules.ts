import type { Day } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { listDanish } from '../../../../kernel/text.ts'
import type { Tasks } from '../../mandates/index.ts'

/** What was planned and what the meeting has made of it: enough to say whether a decision can be taken here. */
export interface ItemFacts {
  meetingState: string
  meetingDay: Day
  removed: boolean
  /** The kind after any change the meeting made (R57). */
  kind: string
  /** The outcome entered so far. */
  outcome: string | null
  closed: boolean
  tasks: Tasks
}

export interface StanceDraft {
  side: 'HOUSING' | 'MUNICIPALITY'
  /** null: the side's own stance. */
  organisationId: number | null
  kind: 'SUPPORTS' | 'WITH_RESERVATION' | 'DOES_NOT_SUPPORT'
  text: string
}

export interface FollowUpDraft {
  text: string
  organisationId: number
  personId: number | null
  dueDay: Day
}

export interface ConsequenceDraft {
  organisationId: number
  /** In øre; null or 0: no economic consequence. */
  amount: number | null
  legal: string | null
  organisational: string | null
}

export interface DraftContent {
  title: string
  text: string
  publicTitle: string | null
  publicText: string | null
  sharedPosition: boolean
  consequences: ConsequenceDraft[]
  stances: StanceDraft[]
  followUps: FollowUpDraft[]
  /** The form's row of each follow-up, where rows were left empty; left out: they stand in their order. */
  followUpRows?: number[]
  noFollowUp: boolean
}

const sideNames = { HOUSING: 'boligorganisationerne', MUNICIPALITY: 'kommunen' } as const
const decidedOutcomes = ['DECIDED', 'DECIDED_WITH_CHANGES', 'ADOPTED_SUBJECT_TO_APPROVAL']

/** R57, R68: a decision is taken at a meeting, in session, on an item of kind decision; null: it can be. */
export function whyNotDecidable(item: ItemFacts): Objection | null {
  if (item.removed) return objection('Punktet er fjernet fra dagsordenen.')
  if (item.meetingState !== 'IN_SESSION')
    return objection('En beslutning kan kun føres til protokols, mens mødet er i gang.')
  if (item.kind !== 'DECISION')
    return objection(
      'Punktet er ikke et beslutningspunkt. Ændr punktets type, hvis mødet skal træffe beslutning. Ændringen føres til referat.',
    )
  if (item.outcome !== null && !decidedOutcomes.includes(item.outcome))
    return objection(
      'Punktet har allerede fået et andet resultat. Ret resultatet, før en beslutning føres til protokols.',
    )
  return null
}

/**
 * An item may lead to several decisions, but none is entered twice: whoever enters one has seen those that stand, and
 * says that it is another. `besides` names the ones that were seen; left out, nobody is asked.
 */
export function unseenDecisions(
  standing: readonly { number: string; title: string }[],
  besides: readonly string[] | undefined,
): string | null {
  if (!besides || standing.every(({ number }) => besides.includes(number))) return null
  const told = listDanish(standing.map(({ number }) => `beslutning ${number}`))
  return `Bekræft, at din beslutning er en anden end ${told}.`
}

/** What the draft itself lacks or contradicts, whatever the mandates say. */
export function objectionsTo(draft: DraftContent, item: ItemFacts): Objection[] {
  const found: Objection[] = []
  const object = (sentence: string, field: string) => found.push({ sentence, field })

  if (draft.title.trim() === '') object('Feltet »Titel« skal udfyldes.', 'title')
  if (draft.text.trim() === '') object('Feltet »Beslutningens tekst« skal udfyldes.', 'text')
  if (item.closed && !draft.publicTitle?.trim())
    object('Et lukket punkts beslutning skal have en titel, der kan offentliggøres.', 'publicTitle')
  if (item.closed && !draft.publicText?.trim())
    object('Skriv, hvad der kan siges om beslutningen inden for tavshedspligten.', 'publicText')
  if (draft.sharedPosition && draft.consequences.length > 0)
    object('En fælles holdning binder ingen organisation og har ingen konsekvensrækker.', 'sharedPosition')

  const named = new Set<number>()
  for (const row of draft.consequences) {
    if (named.has(row.organisationId)) object('Hver organisation kan kun stå i én konsekvensrække.', 'consequences')
    named.add(row.organisationId)
    if (row.amount !== null && row.amount < 0) object('Et beløb kan ikke være negativt.', 'consequences')
    if (!row.amount && !row.legal?.trim() && !row.organisational?.trim())
      object('Angiv mindst én konsekvens i hver række.', 'consequences')
  }
  if (draft.followUps.length === 0 && !draft.noFollowUp)
    object('Angiv, hvad der følges op på, eller at der ingen opfølgning er.', 'noFollowUp')
  if (draft.followUps.length > 0 && draft.noFollowUp)
    object('Fjern enten opfølgningerne eller markeringen »Ingen opfølgning«.', 'noFollowUp')
  return found
}

/** Consensus: both sides must support, and say so: nothing is decided by silence. */
export function consensusObjections(stances: StanceDraft[]): Objection[] {
  return (['HOUSING', 'MUNICIPALITY'] as const).flatMap((side): Objection[] => {
    const field = side === 'HOUSING' ? 'stanceHousing' : 'stanceMunicipality'
    const own = stances.filter(stance => stance.side === side && stance.organisationId === null)
    if (own.length !== 1) return [{ sentence: `Angiv, om ${sideNames[side]} støtter beslutningen.`, field }]
    if (own[0]?.kind === 'WITH_RESERVATION' && own[0].text.trim() === '')
      return [{ sentence: 'Skriv forbeholdet, så det kan føres til referat.', field: `${field}Text` }]
    return own[0]?.kind === 'DOES_NOT_SUPPORT'
      ? [
          {
            sentence: `Beslutningen kræver enighed, og ${sideNames[side]} støtter den ikke. Før punktet til referat som »Ikke tiltrådt«.`,
            field,
          },
        ]
      : []
  })
}
