import { bodyInSentence, listDanish } from '../../../kernel/text.ts'
import { type MandateCheck, missingBodies, uncoveredIn } from './check/mandate-check.ts'
import type { MandateState } from './mandate-period.ts'
import type { ConsequenceKind } from './mandate-rules.ts'
import type { Tasks } from './mandate-scope.ts'
import type { Template } from './register/mandate-terms.ts'

export const kindNames: Record<ConsequenceKind, string> = {
  economic: 'Økonomisk',
  legal: 'Juridisk',
  organisational: 'Organisatorisk',
}

/** The columns of a matrix of organisations and consequences. */
export const consequenceColumns = Object.values(kindNames).map(text => ({ text }))

export const taskNames: Record<keyof Tasks, string> = {
  strategy: 'Strategi',
  professionalDevelopment: 'Faglig udvikling',
  coordination: 'Koordinering',
}

export const tasksText = (tasks: Tasks): string =>
  listDanish((Object.keys(taskNames) as (keyof Tasks)[]).filter(task => tasks[task]).map(task => taskNames[task]))

export const templateNames: Record<Template | 'ONE_OFF', string> = {
  FREE: 'Uden skabelon',
  YEARLY_AMOUNT: 'Årlig ramme',
  AMOUNT_PER_DECISION: 'Beløb pr. beslutning',
  POLICY_AREA: 'Sagsområde',
  ONE_CASE: 'Én sag',
  ONE_OFF: 'Én beslutning',
}

export const templateHints: Record<Template, string> = {
  FREE: 'Udfyld det, mandatet omfatter.',
  YEARLY_AMOUNT: 'En ramme, der kan trækkes på, til årets sidste dag.',
  AMOUNT_PER_DECISION: 'Hver beslutning kan koste op til en beløbsgrænse.',
  POLICY_AREA: 'Mandatet gælder kun bestemte sagsområder eller boligområder.',
  ONE_CASE: 'Mandatet gælder kun beslutninger i én sag.',
}

export const mandateStateNames: Record<
  MandateState,
  { text: string; kind: 'success' | 'neutral' | 'info' | 'warning' | 'danger' }
> = {
  DRAFT: { text: 'Kladde', kind: 'warning' },
  IN_FORCE: { text: 'Gældende', kind: 'success' },
  COMING: { text: 'Kommende', kind: 'info' },
  EXPIRED: { text: 'Udløbet', kind: 'neutral' },
  SUPERSEDED: { text: 'Afløst', kind: 'neutral' },
  REVOKED: { text: 'Tilbagekaldt', kind: 'danger' },
}

export const verdictNames: Record<'COVERED' | 'NOT_COVERED' | 'NOT_NEEDED', string> = {
  COVERED: 'Dækket',
  NOT_COVERED: 'Ikke dækket',
  NOT_NEEDED: 'Ikke nødvendigt',
}

/** »med forbehold for godkendelse i Odense Byråd og Boligforeningen Højstrups organisationsbestyrelse« */
export const reservationText = (check: MandateCheck): string =>
  `med forbehold for godkendelse i ${listDanish(missingBodies(check).map(body => bodyInSentence(body.name)))}`

/** The check's result in one sentence, for the top of the matrix. */
export function checkText(check: MandateCheck): string {
  if (check.rows.length === 0) return 'Beslutningen har ingen konsekvensrækker og kræver ikke mandat.'
  if (check.adoptable) return 'Beslutningen ligger inden for mandaterne og kan tiltrædes.'
  const organisations = check.rows.filter(row => uncoveredIn(row).length > 0).map(row => row.organisation)
  return `Beslutningen er ikke dækket af mandat for ${listDanish(organisations)}. Den kan kun tiltrædes ${reservationText(check)}.`
}
