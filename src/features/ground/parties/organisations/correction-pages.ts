import type { Actor } from '../../../../access/actor.ts'
import { type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { frame } from '../form-pages.ts'
import { authorisationNames, kindNames } from '../labels.ts'
import {
  type OrganisationInFull,
  readAdministrationsOf,
  readAuthorisations,
  readOrganisationOrder,
} from '../queries.ts'
import { kindsInstead } from './correction-rules.ts'

type Page = FormPage & Record<string, unknown>

const reason = { kind: 'text', name: 'reason', label: 'Begrundelse', required: true } as const

/** Where it is corrected how an organisation was registered. */
export function correctOrganisationPage(actor: Actor, found: OrganisationInFull, form?: FormState): Page {
  const order = readOrganisationOrder(actor.database, found.side)
  const place = order.findIndex(({ id }) => id === found.id)
  const values = {
    name: found.name,
    kind: found.kind,
    from: found.from,
    afterId: order[place - 1]?.id ?? '',
    reason: '',
  }
  return formPage({
    ...frame(found, 'Ret registreringen', 'rettelse'),
    lead: 'Her rettes det, der er registreret forkert fra begyndelsen. Har organisationen skiftet navn, så vælg »Registrér nyt navn«. Det, der er udsendt, godkendt eller underskrevet, beholder det navn, det fik dengang.',
    submit: 'Gem rettelsen',
    form: form ?? formOf(values, found.version),
    fields: [
      { kind: 'text', name: 'name', label: 'Navn', required: true },
      {
        kind: 'select',
        name: 'kind',
        label: 'Type',
        required: true,
        options: kindsInstead(found.kind).map(value => ({ value, text: kindNames[value] })),
      },
      { kind: 'date', name: 'from', label: 'Med i samarbejdet fra', required: true },
      {
        kind: 'select',
        name: 'afterId',
        label: 'Står efter',
        hint: 'Rækkefølgen bruges i lister og ved underskrift.',
        options: [
          { value: '', text: 'Ingen: Den står først' },
          ...order.filter(({ id }) => id !== found.id).map(({ id, name }) => ({ value: String(id), text: name })),
        ],
      },
      reason,
    ],
  })
}

export function correctAdministrationPage(actor: Actor, found: OrganisationInFull, id: number, form?: FormState): Page {
  const row = readAdministrationsOf(actor.database, found.id).find(one => one.id === id)
  if (!row || row.administratorId !== found.id) throw notFound()
  return formPage({
    ...frame(found, 'Ret administration', `administration/${id}/ret`),
    lead: `${found.name} administrerer ${row.otherName}. Ret kun dagene, hvis de er registreret forkert.`,
    submit: 'Gem rettelsen',
    form: form ?? formOf({ from: row.from, to: row.to ?? '', reason: '' }, row.version),
    fields: [
      { kind: 'date', name: 'from', label: 'Administreres fra', required: true },
      { kind: 'date', name: 'to', label: 'Til og med', hint: 'Lad feltet være tomt, hvis der ingen slutdato er.' },
      reason,
    ],
  })
}

export function correctAuthorisationPage(actor: Actor, found: OrganisationInFull, id: number, form?: FormState): Page {
  const row = readAuthorisations(actor.database, found.id).find(one => one.id === id)
  if (!row) throw notFound()
  return formPage({
    ...frame(found, 'Ret bemyndigelse', `bemyndigelser/${id}/ret`),
    lead: `${authorisationNames[row.kind]}: ${row.personName}. Ret kun dagen, hvis den er registreret forkert.`,
    submit: 'Gem rettelsen',
    form: form ?? formOf({ from: row.from, reason: '' }, row.version),
    fields: [{ kind: 'date', name: 'from', label: 'Fra', required: true }, reason],
  })
}
