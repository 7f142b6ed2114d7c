import type { Actor } from '../../../../access/actor.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { formatKroner, oere } from '../../../../kernel/money.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { acceptedExtensions, acceptedText } from '../../../ground/documents/index.ts'
import { type MandateState, mandateStateOn } from '../mandate-period.ts'
import { mandatePath, mandatesPath } from '../paths.ts'
import { findMandate, type MandateInFull } from '../queries.ts'
import { remainingText } from './mandate-texts.ts'
import { actionsOf } from './pages.ts'

function frame(mandate: MandateInFull, title: string, tail: string) {
  const back = mandatePath(mandate.id)
  return {
    title: `${title}: mandat ${mandate.number}`,
    heading: title,
    active: 'mandater',
    crumbs: [{ text: 'Mandater', href: mandatesPath }, { text: mandate.number, href: back }, { text: title }],
    path: `${back}/${tail}`,
    back,
    mandateTitle: `Mandat ${mandate.number}: ${mandate.title}, ${mandate.organisation}`,
  }
}

function found(actor: Actor, id: number): MandateInFull {
  const mandate = findMandate(actor, id)
  if (!mandate) throw notFound()
  return mandate
}

export function revokePage(actor: Actor, id: number, form?: FormState) {
  const mandate = found(actor, id)
  const draft = mandate.activatedAt === null
  return {
    ...frame(mandate, draft ? 'Annullér kladden' : 'Tilbagekald mandatet', 'tilbagekald'),
    draft,
    form: form ?? formOf({ from: actor.today }, mandate.version),
  }
}

/** Why a mandate cannot be edited any longer, and what its keeper can do instead; null: it is still a draft. */
export function standingPage(actor: Actor, id: number) {
  const mandate = found(actor, id)
  const state = mandateStateOn(mandate, actor.today)
  if (state === 'DRAFT') return null
  const why =
    mandate.activatedAt === null
      ? 'Kladden er annulleret. Den kan fortsat læses, men ikke rettes.'
      : 'Mandatet gælder, som det besluttende organ gav det. Et mandat kan ikke rettes, når protokollen er vedhæftet, fordi der kan være truffet beslutninger efter det.'
  return {
    ...frame(mandate, 'Mandatet kan ikke rettes', 'ret'),
    why,
    instead: instead(mandate, state),
    actions: actionsOf(actor, mandate, state),
  }
}

function instead({ activatedAt, supersededById, onlyDecisionId, total }: MandateInFull, state: MandateState): string {
  if (activatedAt === null) return 'Registrér et nyt mandat, når det besluttende organ har givet det.'
  if (supersededById !== null)
    return 'Mandatet er allerede afløst. Ret ikke dette, men afløs det nye, hvis noget er ændret.'
  if (onlyDecisionId !== null) return 'Mandatet er et svar på en forelæggelse og gælder kun den ene beslutning.'
  if (state !== 'IN_FORCE' && state !== 'COMING')
    return 'Mandatet gælder ikke længere. Har organet givet et nyt mandat, så registrér det nye mandat for sig.'
  const adjusting = total === null ? '' : ' Er kun rammen ændret, så hæv eller sænk den med en postering.'
  return `Har organet givet et andet mandat, så lad det nye mandat afløse dette fra den dag, det nye gælder. Begge kan fortsat læses.${adjusting}`
}

export function adjustPage(actor: Actor, id: number, form?: FormState) {
  const mandate = found(actor, id)
  if (mandate.total === null) throw notFound()
  return {
    ...frame(mandate, 'Hæv eller sænk rammen', 'ramme'),
    facts: [
      { term: 'Ramme i dag', text: formatKroner(oere(mandate.total + mandate.adjusted)) },
      { term: 'Trukket på mandatet', text: formatKroner(mandate.drawn) },
      { term: 'Rest', text: remainingText(mandate) },
    ],
    body: mandate.body,
    kinds: [
      { value: 'RAISE', text: 'Rammen hæves' },
      { value: 'LOWER', text: 'Rammen sænkes' },
    ],
    accept: acceptedExtensions,
    fileHint: `Kræves, når rammen hæves. ${acceptedText}.`,
    form: form ?? formOf({}, mandate.version),
  }
}

export function protocolPage(actor: Actor, id: number, form?: FormState) {
  const mandate = found(actor, id)
  return {
    ...frame(mandate, 'Vedhæft protokollen', 'protokol'),
    body: mandate.body,
    draft: mandate.activatedAt === null,
    accept: acceptedExtensions,
    fileHint: `${acceptedText}.`,
    form: form ?? formOf({}, mandate.version),
  }
}
