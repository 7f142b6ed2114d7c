import type { Actor } from '../../../../access/actor.ts'
import { type FormField, type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { addDays } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { jointMeetings } from '../../../decisions/adoption/index.ts'
import { runningAddenda } from '../addenda/running-addenda.ts'
import { type StepSlug, stepSlugs } from '../labels.ts'
import { roundPath } from '../paths.ts'
import { factsOfKept, keptRound } from './kept-round.ts'
import { roundCrumbs } from './round-page.ts'
import { type RoundStep, roundWay } from './round-steps.ts'
import { inTheWayOf } from './waiting.ts'

const until = (label: string): FormField => ({ kind: 'date', name: 'until', label, required: true })
const reason = (label: string): FormField => ({ kind: 'textarea', name: 'reason', label, rows: 4, required: true })

/** What a step asks for, beside the button itself. */
function fieldsOf(actor: Actor, step: RoundStep): FormField[] {
  const meeting: FormField = {
    kind: 'select',
    name: 'meetingId',
    label: 'Møde i fælles boligstrategisk gruppe',
    hint: 'Her vises de møder, hvor dagsordenen stadig kan ændres.',
    required: true,
    options: jointMeetings(actor),
  }
  switch (step) {
    case 'EXTEND':
      return [until('Ny frist'), reason('Begrundelse')]
    case 'SEND_TO_HEARING':
      return [until('Høringsfrist')]
    case 'TO_ENDORSEMENT':
      return [meeting]
    case 'PROPOSE_CLOSING':
      return [meeting, reason('Begrundelse')]
    case 'TAKE_BACK':
    case 'REOPEN_SIGNING':
      return [reason('Begrundelse')]
    case 'OPEN_SIGNING':
      return [
        {
          kind: 'date',
          name: 'until',
          label: 'Træder tidligst i kraft',
          optional: true,
          hint: 'Lad feltet være tomt, hvis aftalen træder i kraft, når den sidste har underskrevet.',
        },
      ]
    default:
      return []
  }
}

/** The steps at which it is told which addenda are still running. */
const signingSteps = new Set<RoundStep>(['OPEN_SIGNING', 'REOPEN_SIGNING', 'COMPLETE'])

const leads: Partial<Record<RoundStep, string>> = {
  CLOSE_PROPOSALS: 'Der kan ikke stilles flere ændringsforslag. Det første udkast er den gældende tekst.',
  SEND_TO_HEARING:
    'Begge strategigrupper får udkastet i høring. Det kan ikke ændres, mens det er i høring, men det kan tages tilbage.',
  TO_ENDORSEMENT: 'Udkastet sættes på dagsordenen som et beslutningspunkt med kontrolsummen af præcis denne tekst.',
  TAKE_BACK:
    'Udkastet bliver åbent for rettelser. Godkendelser og høringssvar gælder kun det udkast, de blev givet til.',
  OPEN_SIGNING:
    'Nu ligger det fast, hvem der skal underskrive: alle boligorganisationer og alle forvaltninger, som er med i dag. Teksten kan ikke ændres.',
  REOPEN_SIGNING: 'Alle skal underskrive igen. Hvem der skal underskrive, fastlægges på ny.',
  COMPLETE: 'Den nye version af aftalen gemmes i portalen og forsegles.',
  PROPOSE_CLOSING:
    'At lukke revisionen uden ændringer er en beslutning i fælles boligstrategisk gruppe. Forslaget sættes på dagsordenen.',
  CLOSE: 'Den gældende aftale fortsætter uændret. Ubesvarede ændringsforslag bliver ikke imødekommet.',
}

/** A step's own page: what it does, what it asks for, and what stands in the way. */
export async function stepPage(actor: Actor, year: number, slug: StepSlug, form?: FormState): Promise<FormPage> {
  const step = stepSlugs[slug]
  const kept = await keptRound(actor.database, year)
  const { round } = kept
  const transition = roundWay.transitionOf(step, round.state)
  if (!transition) throw brokenRule(roundWay.wrongState(step, round.state))
  const waits = inTheWayOf(step, factsOfKept(kept, actor.today))
  const fields = fieldsOf(actor, step)
  const noMeetings = fields.some(({ name, options }) => name === 'meetingId' && options?.length === 0)
  const running = signingSteps.has(step) ? runningAddenda(actor.database, actor.today) : []
  const lead = [
    leads[step],
    ...running,
    noMeetings ? 'Der er ingen kommende møder med åben dagsorden. Opret et møde først.' : '',
  ]
  return formPage({
    title: transition.label,
    active: 'aftalen',
    crumbs: roundCrumbs(year, transition.label),
    heading: transition.label,
    lead: lead.filter(Boolean).join(' '),
    ...(waits.length > 0 ? { warning: waits.join(' ') } : {}),
    action: `${roundPath(year)}/skridt/${slug}`,
    submit: transition.label,
    back: roundPath(year),
    fields,
    form: form ?? formOf({ until: step === 'SEND_TO_HEARING' ? addDays(actor.today, 28) : '' }),
  })
}
