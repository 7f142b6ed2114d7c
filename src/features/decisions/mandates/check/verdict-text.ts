import { longDay } from '../../../../kernel/days.ts'
import { kronerInText, type Oere } from '../../../../kernel/money.ts'
import { bodyInSentence, listDanish, sentence } from '../../../../kernel/text.ts'
import type { ConsequenceKind } from '../mandate-rules.ts'
import type { Covered, NotCovered, Verdict } from './mandate-verdict.ts'

const inThePlural: Record<ConsequenceKind, string> = {
  economic: 'økonomiske',
  legal: 'juridiske',
  organisational: 'organisatoriske',
}

/** One cell of the matrix in a sentence or two; nothing where no mandate is needed. */
export function verdictText(verdict: Verdict, organisation: string): string {
  if (verdict.state === 'NOT_NEEDED') return ''
  return verdict.state === 'COVERED' ? coveredText(verdict) : uncoveredText(verdict, organisation)
}

function coveredText(verdict: Covered): string {
  if (verdict.parts) return sentence(`Dækket af flere mandater sammen: ${listDanish(verdict.parts.map(partText))}`)
  const by = `Dækket af mandat ${verdict.mandate}${givenFor(verdict.areas)}.`
  if (verdict.remainingBefore !== null && verdict.remainingAfter !== null)
    return `${by} Rest før beslutningen: ${kronerInText(verdict.remainingBefore)} Rest efter beslutningen: ${kronerInText(verdict.remainingAfter)}`
  return verdict.limitPerDecision === null
    ? by
    : `${by} Beløbsgrænse pr. beslutning: ${kronerInText(verdict.limitPerDecision)}`
}

/** », der er givet til Korsløkkeparken« */
const givenFor = (areas: readonly string[] = []): string =>
  areas.length > 0 ? `, der er givet til ${listDanish(areas)}` : ''

type CoveredPart = NonNullable<Covered['parts']>[number]

function partText({ mandate, amount, remainingBefore, remainingAfter }: CoveredPart): string {
  const rest =
    remainingBefore === null || remainingAfter === null
      ? ''
      : ` (rest før ${kronerInText(remainingBefore)}, rest efter ${kronerInText(remainingAfter)})`
  return `mandat ${mandate} med ${kronerInText(amount)}${rest}`
}

export function uncoveredText(verdict: NotCovered, organisation: string): string {
  const { why, mandate } = verdict
  switch (why.reason) {
    case 'NO_MANDATE':
      return `Der er ikke registreret et mandat, som dækker ${inThePlural[verdict.kind]} konsekvenser.`
    case 'NO_SOURCE':
      return `Mandat ${mandate} er ikke gyldigt: Det mangler et besluttende organ eller en dato.`
    case 'DRAFT':
      return `Mandat ${mandate} er en kladde: Protokollen mangler.`
    case 'NOT_YET':
      return `Mandat ${mandate} gælder først fra den ${longDay(why.from)}.`
    case 'EXPIRED':
      return `Mandat ${mandate} udløb den ${longDay(why.on)}.`
    case 'REVOKED':
      return `Mandat ${mandate} er tilbagekaldt med virkning fra den ${longDay(why.from)}.`
    case 'SUPERSEDED':
      return `Mandat ${mandate} er afløst${why.by ? ` af mandat ${why.by}` : ''} fra den ${longDay(why.from)}.`
    case 'OUTSIDE_TASKS':
      return `Mandat ${mandate} er givet til andre opgaver end beslutningens.`
    case 'OUTSIDE_SUBJECT_AREAS':
      return `Mandat ${mandate} er givet til andre sagsområder end beslutningens.`
    case 'OUTSIDE_AREAS':
      if (!why.given?.length) return `Mandat ${mandate} er givet til andre boligområder end beslutningens.`
      return why.named
        ? `Mandat ${mandate} er kun givet til ${listDanish(why.given)}, og beslutningen handler også om andet.`
        : `Mandat ${mandate} er kun givet til ${listDanish(why.given)}, og beslutningen nævner intet boligområde.`
    case 'OTHER_CASE':
      return `Mandat ${mandate} er givet til en anden sag.`
    case 'OTHER_DECISION':
      return `Mandat ${mandate} er givet til en anden beslutning.`
    case 'OVER_LIMIT':
      return `Beslutningen overskrider beløbsgrænsen i mandat ${mandate} for ${organisation} med ${kronerInText(why.by)}`
    case 'OVER_TOTAL':
      return `Beslutningen overskrider det, der er tilbage på mandat ${mandate} for ${organisation}, med ${kronerInText(why.by)}`
    case 'OVER_TOGETHER':
      return `Mandat ${listDanish(why.mandates)} kan dække hver sin del, men beslutningen overskrider dem tilsammen med ${kronerInText(why.by)}`
  }
}

/** The one step that would help: »Der mangler 200.000 kr. Bed Odense Byråd om et mandat.« */
export function stepText(verdict: NotCovered): string {
  const { why, mandate } = verdict
  const lacking = verdict.missing ? `${lackingText(verdict.missing)} ` : ''
  const ask = `${lacking}Bed ${bodyInSentence(verdict.askBody.name)} om`
  switch (why.reason) {
    case 'DRAFT':
      return `Vedhæft protokollen til mandat ${mandate}. Derefter gælder mandatet.`
    case 'OVER_LIMIT':
      return `${ask} et mandat til det hele eller en højere beløbsgrænse.`
    case 'OVER_TOTAL':
    case 'OVER_TOGETHER':
      return `${ask} et mandat til det hele, eller om at rammen hæves.`
    case 'EXPIRED':
      return `${ask} at forny mandat ${mandate}.`
    case 'NOT_YET':
      return `${ask} et mandat, der gælder på mødedagen.`
    case 'OUTSIDE_AREAS':
      if (why.given?.length && !why.named)
        return `Vælg boligområdet, hvis beslutningen alene handler om ${listDanish(why.given)}. ${ask} et mandat, hvis den også handler om andet.`
      return `${ask} et mandat, der også omfatter de andre boligområder.`
    case 'OUTSIDE_TASKS':
    case 'OUTSIDE_SUBJECT_AREAS':
      return `${ask} et mandat, der også omfatter det, beslutningen handler om.`
    case 'NO_MANDATE':
    case 'NO_SOURCE':
    case 'REVOKED':
    case 'SUPERSEDED':
    case 'OTHER_CASE':
    case 'OTHER_DECISION':
      return `${ask} et mandat.`
  }
}

const lackingText = (amount: Oere): string => `Der mangler ${kronerInText(amount)}`
