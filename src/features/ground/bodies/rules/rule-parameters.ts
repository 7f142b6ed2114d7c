import { z } from 'zod'
import type { BodyKind, Side } from '../../../../access/actor.ts'
import { checkbox, choice, wholeNumber } from '../../../../http/forms/fields.ts'
import type { FormField } from '../../../../http/forms/form-page.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'

/** R62: who opens and closes a meeting. */
export type MeetingChairs = 'CHAIRS' | 'MEMBERS'

/** §7: what rules of procedure set for the meetings of a body, in whichever version they stand. */
export interface RuleParameters {
  /** The agenda is sent at least so many workdays before the meeting. */
  noticeWorkdays: number
  /** It is signed off so many workdays before; null: when it is sent. */
  agendaWorkdays: number | null
  /** Members propose items until so many workdays before. */
  proposalDeadlineWorkdays: number
  quorumHousing: number
  quorumMunicipality: number
  /** Calendar days for objections to the minutes. */
  objectionDays: number
  /** The minutes are sent so many workdays after the meeting; null: no day is set. */
  minutesWorkdays: number | null
  chairs: MeetingChairs
  consensusOfBothSides: boolean
  writtenProcedureAllowed: boolean
  /** In a written procedure whoever does not answer agrees. */
  silenceConsents: boolean
}

/** The parameters of a row that says more. */
export const parametersOf = (row: RuleParameters): RuleParameters => ({
  noticeWorkdays: row.noticeWorkdays,
  agendaWorkdays: row.agendaWorkdays,
  proposalDeadlineWorkdays: row.proposalDeadlineWorkdays,
  quorumHousing: row.quorumHousing,
  quorumMunicipality: row.quorumMunicipality,
  objectionDays: row.objectionDays,
  minutesWorkdays: row.minutesWorkdays,
  chairs: row.chairs,
  consensusOfBothSides: row.consensusOfBothSides,
  writtenProcedureAllowed: row.writtenProcedureAllowed,
  silenceConsents: row.silenceConsents,
})

/** Whose meetings the parameters are for. */
export interface RuledBody {
  kind: BodyKind
  side: Side | null
}

/** The sides whose members are counted in a body; in a secretariat nobody is. */
export const countedSides = ({ kind, side }: RuledBody): Side[] =>
  kind === 'SECRETARIAT' ? [] : side === null ? ['HOUSING', 'MUNICIPALITY'] : [side]

/** The parameters without what cannot be asked of the body: nobody is counted there, or there is one side alone. */
export function fittedTo(body: RuledBody, rules: RuleParameters): RuleParameters {
  const counted = countedSides(body)
  return {
    ...rules,
    quorumHousing: counted.includes('HOUSING') ? rules.quorumHousing : 0,
    quorumMunicipality: counted.includes('MUNICIPALITY') ? rules.quorumMunicipality : 0,
    silenceConsents: rules.writtenProcedureAllowed && rules.silenceConsents,
  }
}

/** What contradicts itself in the parameters, all of it at once, each at its field. */
export function parameterFaults(body: RuledBody, rules: RuleParameters): Objection[] {
  const counted = countedSides(body)
  const found: Objection[] = []
  if (counted.includes('HOUSING') && rules.quorumHousing < 1)
    found.push(objection('Mindst ét medlem fra boligorganisationerne skal være til stede.', 'quorumHousing'))
  if (counted.includes('MUNICIPALITY') && rules.quorumMunicipality < 1)
    found.push(objection('Mindst ét medlem fra kommunen skal være til stede.', 'quorumMunicipality'))
  if (rules.proposalDeadlineWorkdays < rules.noticeWorkdays)
    found.push(
      objection(
        'Fristen for forslag skal ligge før udsendelsen af dagsordenen: Skriv mindst lige så mange hverdage som i varslet.',
        'proposalDeadlineWorkdays',
      ),
    )
  const { agendaWorkdays } = rules
  if (agendaWorkdays !== null && agendaWorkdays < rules.noticeWorkdays)
    found.push(
      objection(
        'Dagsordenen skal være klar, før den udsendes: Skriv mindst lige så mange hverdage som i varslet.',
        'agendaWorkdays',
      ),
    )
  else if (agendaWorkdays !== null && agendaWorkdays > rules.proposalDeadlineWorkdays)
    found.push(
      objection(
        'Dagsordenen kan ikke være klar, før fristen for forslag er udløbet: Skriv højst lige så mange hverdage.',
        'agendaWorkdays',
      ),
    )
  if (rules.silenceConsents && !rules.writtenProcedureAllowed)
    found.push(
      objection(
        'Manglende svar har kun betydning ved skriftlig behandling. Tillad skriftlig behandling, eller fjern krydset.',
        'silenceConsents',
      ),
    )
  return found
}

// ---- the form

const workdays = wholeNumber(0, 60, 'Skriv et antal hverdage mellem 0 og 60.')
/** A field that may be left empty. */
const orNone = (field: ReturnType<typeof wholeNumber>) =>
  z.preprocess(value => (value === undefined || value === '' ? null : value), z.union([z.null(), field]))
/** Not asked for where nobody of the side is counted. */
const quorum = wholeNumber(0, 50, 'Skriv et antal medlemmer mellem 1 og 50.').prefault(0)

/** What a form with the parameters is read by. */
export const parameterShape = {
  noticeWorkdays: workdays,
  agendaWorkdays: orNone(workdays),
  proposalDeadlineWorkdays: workdays,
  quorumHousing: quorum,
  quorumMunicipality: quorum,
  objectionDays: wholeNumber(1, 90, 'Skriv et antal dage mellem 1 og 90.'),
  minutesWorkdays: orNone(workdays),
  chairs: choice(['CHAIRS', 'MEMBERS'], 'Vælg, hvem der kan lede mødet.').prefault('CHAIRS'),
  /** Asked about the joint group alone: of a side's own body nothing is decided by two sides. */
  decidedBy: choice(['CONSENSUS', 'MAJORITY'], 'Vælg, hvordan beslutninger træffes.').prefault('CONSENSUS'),
  writtenProcedureAllowed: checkbox,
}

type Typed = Omit<RuleParameters, 'consensusOfBothSides' | 'silenceConsents'> & { decidedBy: 'CONSENSUS' | 'MAJORITY' }

/**
 * What was typed, as parameters. No form offers that silence counts as support: the portal does not count it so, and
 * rules must not promise what the meetings do not do.
 */
export const parametersIn = (typed: Typed): RuleParameters =>
  parametersOf({ ...typed, consensusOfBothSides: typed.decidedBy === 'CONSENSUS', silenceConsents: false })

/** The parameters as their form shows them, by its fields. */
export const parameterTexts = (rules: RuleParameters): Record<string, string> => ({
  noticeWorkdays: String(rules.noticeWorkdays),
  agendaWorkdays: String(rules.agendaWorkdays ?? ''),
  proposalDeadlineWorkdays: String(rules.proposalDeadlineWorkdays),
  quorumHousing: String(rules.quorumHousing),
  quorumMunicipality: String(rules.quorumMunicipality),
  objectionDays: String(rules.objectionDays),
  minutesWorkdays: String(rules.minutesWorkdays ?? ''),
  chairs: rules.chairs,
  decidedBy: rules.consensusOfBothSides ? 'CONSENSUS' : 'MAJORITY',
  writtenProcedureAllowed: rules.writtenProcedureAllowed ? '1' : '',
})

const quorumFields: Record<Side, FormField> = {
  HOUSING: {
    kind: 'text',
    name: 'quorumHousing',
    label: 'Medlemmer til stede fra boligorganisationerne',
    required: true,
  },
  MUNICIPALITY: { kind: 'text', name: 'quorumMunicipality', label: 'Medlemmer til stede fra kommunen', required: true },
}

export const chairsLabels: Record<MeetingChairs, string> = {
  CHAIRS: 'Formanden eller næstformanden',
  MEMBERS: 'Formanden, næstformanden eller ved begges fravær et medlem, som de fremmødte vælger',
}

/** The fields of the form for one body's parameters. */
export const parameterFields = (body: RuledBody): FormField[] => [
  {
    kind: 'text',
    name: 'proposalDeadlineWorkdays',
    label: 'Frist for forslag i hverdage',
    hint: 'Punkter foreslås senest så mange hverdage før mødet.',
    required: true,
  },
  {
    kind: 'text',
    name: 'agendaWorkdays',
    label: 'Frist for dagsordenen i hverdage',
    hint: 'Dagsordenen er klar og godkendt senest så mange hverdage før mødet. Lad feltet være tomt, hvis den først skal være klar ved udsendelsen.',
    optional: true,
  },
  {
    kind: 'text',
    name: 'noticeWorkdays',
    label: 'Varsel i hverdage',
    hint: 'Mødet indkaldes, og dagsordenen udsendes, senest så mange hverdage før mødet.',
    required: true,
  },
  ...countedSides(body).map(side => quorumFields[side]),
  ...(body.kind === 'SECRETARIAT'
    ? []
    : [
        {
          kind: 'select' as const,
          name: 'chairs',
          label: 'Hvem kan lede mødet?',
          required: true,
          options: Object.entries(chairsLabels).map(([value, text]) => ({ value, text })),
        },
      ]),
  ...(body.side === null
    ? [
        {
          kind: 'select' as const,
          name: 'decidedBy',
          label: 'Hvordan træffes beslutninger?',
          required: true,
          options: [
            { value: 'CONSENSUS', text: 'I enighed mellem parterne' },
            { value: 'MAJORITY', text: 'Af de fremmødte medlemmer, uden krav om enighed mellem parterne' },
          ],
        },
      ]
    : []),
  {
    kind: 'text',
    name: 'minutesWorkdays',
    label: 'Frist for referatet i hverdage',
    hint: 'Referatet sendes til indsigelse senest så mange hverdage efter mødet. Lad feltet være tomt, hvis der ingen frist er.',
    optional: true,
  },
  {
    kind: 'text',
    name: 'objectionDays',
    label: 'Frist for indsigelser i dage',
    hint: 'Indsigelser mod referatet gøres inden så mange dage efter udsendelsen.',
    required: true,
  },
  { kind: 'checkbox', name: 'writtenProcedureAllowed', label: 'Skriftlig behandling er tilladt' },
]
