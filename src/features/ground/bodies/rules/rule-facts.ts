import { longDay } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import type { RulesRow } from '../queries.ts'
import { chairsLabels, type RuledBody, type RuleParameters } from './rule-parameters.ts'

/** A body's rules of procedure in words: what they set, a line for each. */
export function parameterFacts(rules: RuleParameters, body: RuledBody): { term: string; text: string }[] {
  const workdays = (count: number) => plural(count, 'hverdag', 'hverdage')
  return [
    {
      term: 'Frist for forslag',
      text: `Punkter foreslås senest ${workdays(rules.proposalDeadlineWorkdays)} før mødet`,
    },
    ...(rules.agendaWorkdays === null
      ? []
      : [
          {
            term: 'Frist for dagsordenen',
            text: `Dagsordenen er godkendt senest ${workdays(rules.agendaWorkdays)} før mødet`,
          },
        ]),
    { term: 'Varsel', text: `Dagsordenen udsendes senest ${workdays(rules.noticeWorkdays)} før mødet` },
    { term: 'Beslutningsdygtig', text: quorumText(rules, body) },
    ...(body.kind === 'SECRETARIAT' ? [] : [{ term: 'Mødeleder', text: chairsLabels[rules.chairs] }]),
    {
      term: 'Beslutninger',
      text:
        body.side !== null
          ? 'Træffes af organet'
          : rules.consensusOfBothSides
            ? 'Træffes i enighed mellem parterne'
            : 'Træffes af de fremmødte medlemmer, uden krav om enighed mellem parterne',
    },
    ...(rules.minutesWorkdays === null
      ? []
      : [
          {
            term: 'Referat',
            text: `Referatet sendes til indsigelse senest ${workdays(rules.minutesWorkdays)} efter mødet`,
          },
        ]),
    {
      term: 'Indsigelser',
      text: `Indsigelser mod referatet gøres inden ${plural(rules.objectionDays, 'dag', 'dage')} efter udsendelsen`,
    },
    { term: 'Skriftlig behandling', text: writtenText(rules) },
  ]
}

const writtenText = ({ writtenProcedureAllowed, silenceConsents }: RuleParameters): string =>
  !writtenProcedureAllowed
    ? 'Ikke tilladt'
    : silenceConsents
      ? 'Tilladt. Et manglende svar tæller som støtte'
      : 'Tilladt. Et manglende svar tæller ikke som støtte'

export function quorumText(rules: RuleParameters, body: RuledBody): string {
  if (body.side === null) {
    return `${rules.quorumHousing} fra boligorganisationerne og ${rules.quorumMunicipality} fra kommunen`
  }
  const needed = body.side === 'HOUSING' ? rules.quorumHousing : rules.quorumMunicipality
  return `Mindst ${plural(needed, 'medlem', 'medlemmer')} til stede`
}

/** What a version is called. What the body has not adopted itself is the stated default, also from a later day. */
export const rulesName = ({ number, adopted, textVersion }: RulesRow, { side }: RuledBody): string => {
  if (adopted) return `Version ${textVersion ?? number}`
  return side === null || number === 0 ? 'Standard' : `Version ${number}`
}

/** »Version 2, gælder fra den 1. januar 2027« */
export const rulesSince = (row: RulesRow, body: RuledBody): string =>
  `${rulesName(row, body)}, gælder fra den ${longDay(row.from)}`
