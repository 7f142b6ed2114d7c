import { longDay } from '../../kernel/days.ts'
import { formatKroner } from '../../kernel/money.ts'
import { listDanish } from '../../kernel/text.ts'
import type { MandateCheck } from './mandate-check.ts'
import { missingBodies, uncoveredIn } from './mandate-check.ts'
import type { ConsequenceKind, MandateState, Tasks } from './mandate-rules.ts'
import type { Covered, NotCovered, Verdict } from './mandate-verdict.ts'

export const kindNames: Record<ConsequenceKind, string> = {
  economic: 'Økonomisk',
  legal: 'Juridisk',
  organisational: 'Organisatorisk',
}

const inThePlural: Record<ConsequenceKind, string> = {
  economic: 'økonomiske',
  legal: 'juridiske',
  organisational: 'organisatoriske',
}

export const taskNames: Record<keyof Tasks, string> = {
  strategy: 'Strategi',
  professionalDevelopment: 'Faglig udvikling',
  coordination: 'Koordinering',
}

export const tasksText = (tasks: Tasks): string =>
  listDanish((Object.keys(taskNames) as (keyof Tasks)[]).filter(task => tasks[task]).map(task => taskNames[task]))

export const mandateStateNames: Record<
  MandateState,
  { text: string; kind: 'success' | 'neutral' | 'info' | 'danger' }
> = {
  IN_FORCE: { text: 'Gældende', kind: 'success' },
  COMING: { text: 'Endnu ikke gældende', kind: 'info' },
  EXPIRED: { text: 'Udløbet', kind: 'neutral' },
  REVOKED: { text: 'Tilbagekaldt', kind: 'danger' },
}

export const verdictNames: Record<Verdict['state'], string> = {
  COVERED: 'Dækket',
  NOT_COVERED: 'Ikke dækket',
  NOT_NEEDED: 'Ikke nødvendigt',
}

/** One cell of the matrix in a sentence or two; nothing where no mandate is needed. */
export function verdictText(verdict: Verdict, organisation: string): string {
  if (verdict.state === 'NOT_NEEDED') return ''
  return verdict.state === 'COVERED' ? coveredText(verdict) : uncoveredText(verdict, organisation)
}

function coveredText(verdict: Covered): string {
  const by = `Dækket af mandat ${verdict.mandate}.`
  if (verdict.remainingBefore !== null && verdict.remainingAfter !== null)
    return `${by} Rest før beslutningen: ${formatKroner(verdict.remainingBefore)} Rest efter beslutningen: ${formatKroner(verdict.remainingAfter)}`
  return verdict.limitPerDecision === null
    ? by
    : `${by} Beløbsgrænse pr. beslutning: ${formatKroner(verdict.limitPerDecision)}`
}

export function uncoveredText(verdict: NotCovered, organisation: string): string {
  const { why } = verdict
  switch (why.reason) {
    case 'NO_MANDATE':
      return `Der er ikke registreret et mandat, som dækker ${inThePlural[verdict.kind]} konsekvenser.`
    case 'NO_SOURCE':
      return `Mandat ${verdict.mandate} er ikke gyldigt: Det mangler et besluttende organ eller en dato.`
    case 'NOT_YET':
      return `Mandat ${verdict.mandate} gælder først fra den ${longDay(why.from)}.`
    case 'EXPIRED':
      return `Mandat ${verdict.mandate} udløb den ${longDay(why.on)}.`
    case 'REVOKED':
      return `Mandat ${verdict.mandate} er tilbagekaldt med virkning fra den ${longDay(why.from)}.`
    case 'OUTSIDE_TASKS':
      return `Mandat ${verdict.mandate} er givet til andre opgaver end beslutningens.`
    case 'OVER_LIMIT':
      return `Beslutningen overskrider beløbsgrænsen i mandat ${verdict.mandate} for ${organisation} med ${formatKroner(why.by)}`
    case 'OVER_TOTAL':
      return `Beslutningen overskrider det, der er tilbage på mandat ${verdict.mandate} for ${organisation}, med ${formatKroner(why.by)}`
  }
}

/** »med forbehold for godkendelse i Odense Byråd og Boligforeningen Højstrups organisationsbestyrelse« */
export const reservationText = (check: MandateCheck): string =>
  `med forbehold for godkendelse i ${listDanish(missingBodies(check).map(body => body.name))}`

/** The check's result in one sentence, for the top of the matrix. */
export function checkText(check: MandateCheck): string {
  if (check.rows.length === 0) return 'Beslutningen har ingen konsekvensrækker og kræver ikke mandat.'
  if (check.adoptable) return 'Beslutningen ligger inden for mandaterne og kan tiltrædes.'
  const organisations = check.rows.filter(row => uncoveredIn(row).length > 0).map(row => row.organisation)
  return `Beslutningen er ikke dækket af mandat for ${listDanish(organisations)}. Den kan kun tiltrædes ${reservationText(check)}.`
}
