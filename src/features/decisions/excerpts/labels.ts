import { type Day, type Instant, longDay, longMoment } from '../../../kernel/days.ts'
import { kronerInText } from '../../../kernel/money.ts'
import { byAndWhen, sentence } from '../../../kernel/text.ts'
import type { DecisionState } from '../decisions/index.ts'
import type { ExcerptEntry, ExcerptReferral } from './queries.ts'

/** Where a decision stands, in a sentence that can be read without the portal. */
export function standingText(
  decision: { state: DecisionState; effectiveOn: Day | null },
  later: { number: string | null; how: 'REVERSES' | 'REPLACES' | null },
): string {
  switch (decision.state) {
    case 'EFFECTIVE':
      return decision.effectiveOn ? `Trådt i kraft den ${longDay(decision.effectiveOn)}.` : 'Trådt i kraft.'
    case 'CONDITIONAL':
      return 'Tiltrådt med forbehold for godkendelse. Beslutningen er endnu ikke trådt i kraft.'
    case 'LAPSED':
      return 'Bortfaldet. Beslutningen er ikke trådt i kraft.'
    case 'SUPERSEDED':
      return `${later.how === 'REVERSES' ? 'Omgjort' : 'Erstattet'} ved beslutning ${later.number ?? ''}. Den gælder ikke længere.`
    case 'ANNULLED':
      return 'Ført til protokols ved en fejl og annulleret.'
  }
}

/** What became of a referral, in a sentence. */
export function answerText(referral: ExcerptReferral): string {
  if (referral.withdrawnAt && !referral.answer) return 'Forelæggelsen er trukket tilbage.'
  const where = [
    referral.answeredOn ? ` den ${longDay(referral.answeredOn)}` : '',
    referral.protocolItem ? `, punkt ${referral.protocolItem}` : '',
  ].join('')
  switch (referral.answer) {
    case null:
      return `Afventer svar. Fristen er den ${longDay(referral.dueDay)}.`
    case 'APPROVED':
      return `Godkendt${where}.`
    case 'APPROVED_ON_CONDITIONS': {
      const accepted = referral.acceptedAt
        ? 'Fælles boligstrategisk gruppe har tiltrådt vilkårene.'
        : 'Vilkårene er endnu ikke tiltrådt af fælles boligstrategisk gruppe.'
      return `Godkendt på vilkår${where}: ${sentence(referral.conditions ?? '')} ${accepted}`
    }
    case 'DECLINED':
      return `Afslået${where}. ${sentence(`Begrundelse: ${referral.reason ?? ''}`)}`
  }
}

export const entryText = (entry: ExcerptEntry): string => {
  const done = entry.kind === 'DRAW' ? 'trukket på' : 'frigivet på'
  return `${kronerInText(entry.amount)} er ${done} mandat ${entry.number} for ${entry.organisation} den ${longMoment(entry.at)}.`
}

/** »Udskrevet af Ane Holm den 12. marts 2026 kl. 10.15« */
export const printedText = (name: string, at: Instant): string => `Udskrevet ${byAndWhen(name, at)}`
