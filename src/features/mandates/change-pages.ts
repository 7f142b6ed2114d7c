import type { Actor } from '../../access/actor.ts'
import { type FormState, formOf } from '../../http/forms.ts'
import { formatKroner, oere } from '../../kernel/money.ts'
import { notFound } from '../../kernel/refusal.ts'
import { acceptedExtensions, acceptedText } from '../documents/index.ts'
import { remainingText } from './mandate-texts.ts'
import { findMandate, type MandateInFull } from './queries.ts'

function frame(mandate: MandateInFull, title: string, tail: string) {
  const back = `/mandater/${mandate.id}`
  return {
    title: `${title}: mandat ${mandate.number}`,
    heading: title,
    active: 'mandater',
    crumbs: [{ text: 'Mandater', href: '/mandater' }, { text: mandate.number, href: back }, { text: title }],
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
    ...frame(mandate, draft ? 'Opgiv kladden' : 'Tilbagekald mandatet', 'tilbagekald'),
    draft,
    form: form ?? formOf({ from: actor.today }, mandate.version),
  }
}

export function adjustPage(actor: Actor, id: number, form?: FormState) {
  const mandate = found(actor, id)
  if (mandate.total === null) throw notFound()
  return {
    ...frame(mandate, 'Hæv eller sænk rammen', 'ramme'),
    facts: [
      { term: 'Ramme i dag', text: formatKroner(oere(mandate.total + mandate.adjusted)) },
      { term: 'Trukket på mandatet', text: formatKroner(oere(mandate.drawn)) },
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
