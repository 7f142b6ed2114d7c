import type { Actor } from '../../../../access/actor.ts'
import { cooperationOf } from '../../../../access/cooperation.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { formatKroner } from '../../../../kernel/money.ts'
import { brokenRule, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { sentence } from '../../../../kernel/text.ts'
import { acceptedExtensions, acceptedText } from '../../../ground/documents/index.ts'
import { mandatePath, mandatesPath } from '../paths.ts'
import { findMandate, type MandateInFull } from '../queries.ts'
import { remainingText } from '../register/mandate-texts.ts'
import { earlierDrawObstacle } from './earlier-draw-rules.ts'

type Page = FormPage & Record<string, unknown>

/** From this day on the portal records what the cooperation decides. */
export const recordedFromOf = (actor: Actor): Day => cooperationOf(actor.database).recordedFrom ?? actor.today

/** Whether there can be anything to enter: only then is the way there shown. */
export const takesEarlierDraws = (actor: Actor, mandate: MandateInFull): boolean =>
  earlierDrawObstacle(mandate, recordedFromOf(actor)) === null

export function earlierDrawPage(actor: Actor, id: number, form?: FormState): Page {
  const mandate = found(actor, id)
  const recordedFrom = recordedFromOf(actor)
  refuseAll([earlierDrawObstacle(mandate, recordedFrom)])
  return formPage({
    ...frame(mandate, 'Før et træk fra før portalen', 'foer-portalen'),
    lead: `Mandat ${mandate.number}: ${mandate.title}, ${mandate.organisation}. Rest: ${remainingText(mandate)} Før det, der er trukket på mandatet før den ${longDay(recordedFrom)}, som portalen fører samarbejdets beslutninger fra. Trækket tæller med i resten, men er ikke kontrolleret af portalen og hører ikke til en beslutning i den.`,
    submit: 'Før trækket',
    form: form ?? formOf({}, mandate.version),
    fields: [
      { kind: 'text', name: 'amount', label: 'Beløb i kr.', required: true, hint: 'Fx 150.000.' },
      { kind: 'date', name: 'day', label: 'Hvornår blev der trukket?', required: true },
      {
        kind: 'textarea',
        name: 'text',
        label: 'Hvad er der trukket til?',
        required: true,
        rows: 3,
        hint: 'Skriv også, hvor det er besluttet, fx mødet og punktets nummer.',
      },
      {
        kind: 'file',
        name: 'fil',
        label: 'Dokument',
        optional: true,
        accept: acceptedExtensions,
        hint: `Fx referatet, hvor det er besluttet. ${acceptedText}.`,
      },
    ],
  })
}

const entryRow = rowsOf({
  amount: column.amount,
  note: column.text,
  sourceDay: column.day,
  reversed: column.flag,
})

export function reverseEarlierDrawPage(actor: Actor, id: number, entryId: number, form?: FormState): Page {
  const mandate = found(actor, id)
  const entry = actor.database.sql.get(
    entryRow,
    `SELECT e.amount, e.note, e.sourceDay, EXISTS (SELECT 1 FROM MandateEntry r WHERE r.reversesId = e.id) AS reversed
     FROM MandateEntry e WHERE e.id = ? AND e.mandateId = ? AND e.kind = 'EARLIER_DRAW'`,
    entryId,
    id,
  )
  if (!entry) throw notFound()
  if (entry.reversed) throw brokenRule('Posteringen er allerede tilbageført.')
  const drawn = `${formatKroner(entry.amount)} den ${longDay(entry.sourceDay)}`
  return formPage({
    ...frame(mandate, 'Tilbagefør et træk fra før portalen', `posteringer/${entryId}/tilbagefoer`),
    lead: `Mandat ${mandate.number}: ${mandate.title}, ${mandate.organisation}. Trækket på ${drawn} tilbageføres: ${sentence(entry.note)} Begge posteringer bliver stående på mandatet. Før derefter det rigtige træk, hvis der er trukket et andet beløb.`,
    submit: 'Tilbagefør trækket',
    form: form ?? formOf({}, mandate.version),
    fields: [{ kind: 'textarea', name: 'reason', label: 'Begrundelse', required: true, rows: 3 }],
  })
}

function found(actor: Actor, id: number): MandateInFull {
  const mandate = findMandate(actor, id)
  if (!mandate) throw notFound()
  return mandate
}

function frame(mandate: MandateInFull, heading: string, tail: string) {
  const back = mandatePath(mandate.id)
  return {
    title: `${heading}: mandat ${mandate.number}`,
    heading,
    active: 'mandater',
    crumbs: [{ text: 'Mandater', href: mandatesPath }, { text: mandate.number, href: back }, { text: heading }],
    action: `${back}/${tail}`,
    back,
  }
}
