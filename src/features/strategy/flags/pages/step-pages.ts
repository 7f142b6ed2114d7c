import type { Actor } from '../../../../access/actor.ts'
import { requireStep } from '../../../../access/steps.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { jointMeetings } from '../../../decisions/adoption/index.ts'
import { casesForItems } from '../../../meetings/cases/index.ts'
import type { FlagStepKind } from '../flag-states.ts'
import { flagWay } from '../flag-steps.ts'
import { readItems } from '../item-fate.ts'
import { themeNames } from '../labels.ts'
import {
  acknowledgeFlagPath,
  assessFlagPath,
  declineFlagPath,
  flagInitiativePath,
  flagOnAgendaPath,
  flagPath,
  followFlagPath,
  joinFlagPath,
  reopenFlagPath,
} from '../paths.ts'
import { type FlagRow, findFlag, readAtPlace } from '../queries.ts'
import type { PlainStep } from '../steps/take-step.ts'
import { namesField } from './raise-page.ts'
import { factsOf, flagCrumbs, organisationOf } from './show-page.ts'

interface StepForm {
  title: string
  path(number: string): string
  lead: string
  submit: string
  text: { label: string; optional?: true; hint?: string }
  danger?: true
}

const readByAll = 'Kan læses af alle hos begge parter. Skriv ikke navne på beboere.'

export const stepForms: Record<PlainStep, StepForm> = {
  ACKNOWLEDGE: {
    title: 'Kvittér for påpegningen',
    path: acknowledgeFlagPath,
    lead: 'Kvitteringen siger, at I har modtaget påpegningen. Den, der har påpeget stedet, får besked på sit overblik.',
    submit: 'Kvittér for påpegningen',
    text: { label: 'Bemærkning', optional: true, hint: readByAll },
  },
  FOLLOW: {
    title: 'Følg til en dag',
    path: followFlagPath,
    lead: 'Påpegningen kommer automatisk frem på sekretariaternes overblik den dag, I vælger.',
    submit: 'Følg påpegningen',
    text: { label: 'Begrundelse', hint: readByAll },
  },
  ASSESS: {
    title: 'Registrér vurdering',
    path: assessFlagPath,
    lead: 'Et møde har behandlet påpegningen. Skriv, hvordan stedet er vurderet. Påpegningen afsluttes med det udfald.',
    submit: 'Registrér vurderingen',
    text: { label: 'Hvordan er stedet vurderet?', hint: readByAll },
  },
  START_INITIATIVE: {
    title: 'Registrér indsats',
    path: flagInitiativePath,
    lead: 'Et møde har behandlet påpegningen. Skriv, hvilken indsats der er aftalt, og hvem der har ansvaret. Påpegningen afsluttes med det udfald.',
    submit: 'Registrér indsatsen',
    text: { label: 'Hvilken indsats er aftalt, og hvem har ansvaret?', hint: readByAll },
  },
  DECLINE: {
    title: 'Afvis påpegningen',
    path: declineFlagPath,
    lead: 'Påpegningen afsluttes med din begrundelse. Den, der har påpeget stedet, får besked, og begge sekretariater kan genåbne den.',
    submit: 'Afvis påpegningen',
    text: { label: 'Begrundelse', hint: readByAll },
    danger: true,
  },
  JOIN: {
    title: 'Saml med en anden påpegning',
    path: joinFlagPath,
    lead: 'De to påpegninger behandles derefter som én. Den, der har påpeget stedet, får besked om alt, hvad der sker med den anden.',
    submit: 'Saml påpegningerne',
    text: { label: 'Bemærkning', optional: true, hint: readByAll },
  },
  REOPEN: {
    title: 'Genåbn påpegningen',
    path: reopenFlagPath,
    lead: 'Påpegningen afventer derefter et nyt udfald. Det tidligere udfald bliver stående i forløbet.',
    submit: 'Genåbn påpegningen',
    text: { label: 'Begrundelse', hint: readByAll },
  },
}

/** The form of a step. @throws Refusal when the step cannot be taken now, with why */
export async function stepPage(actor: Actor, number: string, step: PlainStep, form?: FormState) {
  const row = findFlag(actor, number)
  const others = step === 'JOIN' ? joinableTo(actor, row) : []
  // What was typed is shown again with what is wrong, whatever has been done with the flag meanwhile.
  if (!form) await requirePossible(actor, row, step, others.length > 0)
  const { title, path, lead, submit, text, danger } = stepForms[step]
  const state = form ?? formOf({}, row.lastId ?? 0)
  return formPage({
    title: `${title}: ${row.place}`,
    active: 'paapegninger',
    crumbs: flagCrumbs(row, { text: title }),
    heading: `${title}: ${row.place}, ${themeNames[row.theme].toLowerCase()}`,
    lead,
    action: path(number),
    submit,
    ...(danger ? { danger } : {}),
    back: flagPath(number),
    fields: [
      ...(step === 'FOLLOW'
        ? [{ kind: 'date', name: 'until', label: 'Tages op igen den', required: true } satisfies FormField]
        : []),
      ...(step === 'JOIN' ? [joinField(others)] : []),
      { kind: 'textarea', name: 'text', rows: 5, ...(text.optional ? {} : { required: true }), ...text },
      ...namesField(actor, state, 'text'),
    ],
    form: state,
  })
}

async function requirePossible(actor: Actor, row: FlagRow, step: FlagStepKind, joinable: boolean): Promise<void> {
  const items = await readItems(rowReader(actor.database), row.id)
  requireStep(flagWay, actor, step, factsOf(actor, row, items, joinable), { organisation: organisationOf(row) })
}

const joinableTo = (actor: Actor, row: FlagRow): FlagRow[] =>
  readAtPlace(actor, row).filter(({ id, theme }) => id !== row.id && theme === row.theme)

const joinField = (others: readonly FlagRow[]): FormField => ({
  ...{ kind: 'select', name: 'joinedTo', label: 'Den anden påpegning', required: true },
  hint: 'Her vises åbne påpegninger af samme sted med samme tema.',
  options: others.map(({ number, organisation, raisedOn }) => ({
    value: number,
    text: `${number} fra ${organisation}, ${longDay(raisedOn)}`,
  })),
})

/** Where a flag is put on the joint group's agenda: the nearest meeting is chosen already. */
export async function flagOnAgendaPage(actor: Actor, number: string, form?: FormState) {
  const row = findFlag(actor, number)
  if (!form) await requirePossible(actor, row, 'PUT_ON_AGENDA', false)
  const meetings = jointMeetings(actor)
  const title = 'Sæt på en dagsorden'
  return formPage({
    title: `${title}: ${row.place}`,
    active: 'paapegninger',
    crumbs: flagCrumbs(row, { text: title }),
    heading: `${title}: ${row.place}, ${themeNames[row.theme].toLowerCase()}`,
    lead: [
      'Påpegningen bliver et punkt på dagsordenen med det, der er skrevet. Sekretariaterne kan skrive videre på punktet.',
      meetings.length === 0 ? 'Der er ingen kommende møder med åben dagsorden. Opret et møde først.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    action: flagOnAgendaPath(number),
    submit: title,
    back: flagPath(number),
    fields: [
      {
        ...{ kind: 'select', name: 'meetingId', label: 'Møde i fælles boligstrategisk gruppe', required: true },
        hint: 'Her vises de møder, hvor dagsordenen stadig kan ændres.',
        options: meetings,
      },
      {
        ...{ kind: 'select', name: 'kind', label: 'Punktets type', required: true },
        options: [
          { value: 'DISCUSSION', text: 'Drøftelse' },
          { value: 'DECISION', text: 'Beslutning' },
        ],
      },
      {
        ...{ kind: 'select', name: 'caseId', label: 'Sag', optional: true },
        hint: 'Sagens titel kan læses af begge parter, også før dagsordenen er udsendt.',
        options: [
          { value: '', text: 'Ingen sag' },
          { value: 'ny', text: `Opret en ny sag: ${row.place}, ${themeNames[row.theme].toLowerCase()}` },
          ...casesForItems(actor.database, actor, null).map(({ id, number: own, title: name }) => ({
            value: String(id),
            text: `${own} ${name}`,
          })),
        ],
      },
    ],
    form: form ?? formOf({ meetingId: meetings[0]?.value ?? '', kind: 'DISCUSSION' }, row.lastId ?? 0),
  })
}
