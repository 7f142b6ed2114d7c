import type { Actor } from '../../../access/actor.ts'
import { cooperationOf } from '../../../access/cooperation.ts'
import { mayDo } from '../../../access/policy.ts'
import { type FormField, type FormPage, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { cooperationPath } from './paths.ts'

/** Whose portal this is, and whom one asks for help. */
export function cooperationPage(actor: Actor) {
  const { name, town, sides, since, contact } = cooperationOf(actor.database)
  return {
    title: 'Om samarbejdet',
    crumbs: [{ text: 'Om samarbejdet' }],
    facts: [
      { term: 'Navn', text: name },
      { term: 'By', text: town || 'Ikke angivet' },
      { term: 'Parter', text: `${sides.MUNICIPALITY}\n${sides.HOUSING}` },
      { term: 'Aftalen er fra', text: since ?? 'Ikke angivet' },
    ],
    contact:
      contact.name === ''
        ? []
        : [
            { term: 'Kontakt', text: contact.name },
            ...(contact.email ? [{ term: 'E-mail', text: contact.email, href: `mailto:${contact.email}` }] : []),
            ...(contact.phone
              ? [{ term: 'Telefon', text: contact.phone, href: `tel:${contact.phone.replace(/[^+\d]/g, '')}` }]
              : []),
          ],
    editPath: mayDo(actor, 'keepCooperation') ? `${cooperationPath}/ret` : null,
  }
}

/** The words of the page on privacy. */
const privacyFields: FormField[] = [
  {
    kind: 'textarea',
    name: 'controller',
    label: 'Dataansvarlig',
    hint: 'Navn og adresse, og hvem man skriver til, fx en databeskyttelsesrådgiver. Står under Privatliv som de næste tre felter.',
    rows: 3,
    optional: true,
  },
  {
    kind: 'textarea',
    name: 'legalBasis',
    label: 'Retsgrundlag',
    hint: 'Fx databeskyttelsesforordningens artikel 6, stk. 1, litra e.',
    rows: 2,
    optional: true,
  },
  {
    kind: 'textarea',
    name: 'retention',
    label: 'Opbevaring af dokumenter',
    hint: 'Hvor længe dagsordener, referater, beslutninger og sikkerhedskopier gemmes.',
    rows: 3,
    optional: true,
  },
  {
    kind: 'textarea',
    name: 'complaint',
    label: 'Klageadgang',
    hint: 'Hvor man klager. Er feltet tomt, henviser siden til Datatilsynet.',
    rows: 2,
    optional: true,
  },
]

export function editCooperationPage(actor: Actor, form?: FormState): FormPage {
  const { name, town, sides, contact, privacy, version } = cooperationOf(actor.database)
  return formPage({
    title: 'Ret oplysninger om samarbejdet',
    crumbs: [{ text: 'Om samarbejdet', href: cooperationPath }, { text: 'Ret oplysninger' }],
    heading: 'Ret oplysninger om samarbejdet',
    lead: 'Navnene står på alle sider. Det, der er udsendt, godkendt eller underskrevet, beholder de navne, det fik dengang. Kommunens navn rettes på kommunens egen side under Parter.',
    action: `${cooperationPath}/ret`,
    submit: 'Gem oplysningerne',
    back: cooperationPath,
    fields: [
      { kind: 'text', name: 'name', label: 'Samarbejdets navn', hint: 'Står øverst på alle sider.', required: true },
      { kind: 'text', name: 'town', label: 'By', hint: 'Fx som i »de almene boligområder i …«.', required: true },
      { kind: 'text', name: 'housing', label: 'Boligorganisationernes fælles navn', required: true },
      {
        kind: 'text',
        name: 'contactName',
        label: 'Kontakt for hjælp',
        hint: 'Den person eller det sekretariat, som brugerne kan henvende sig til.',
        optional: true,
      },
      { kind: 'text', type: 'email', name: 'contactEmail', label: 'E-mail til kontakten', optional: true },
      { kind: 'text', type: 'tel', name: 'contactPhone', label: 'Telefon til kontakten', optional: true },
      ...privacyFields,
    ],
    form:
      form ??
      formOf(
        {
          name,
          town,
          housing: sides.HOUSING,
          contactName: contact.name,
          contactEmail: contact.email,
          contactPhone: contact.phone,
          ...privacy,
        },
        version,
      ),
  })
}
