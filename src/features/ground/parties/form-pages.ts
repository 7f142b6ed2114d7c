import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { type FormPage, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { compareDanish } from '../../../kernel/text.ts'
import { acceptedExtensions, acceptedText } from '../documents/index.ts'
import { authorisationNames, kindNames } from './labels.ts'
import { mayAdminister, type OrganisationKind, sideOfKind } from './organisations/organisation-rules.ts'
import { organisationPath, partiesPath } from './paths.ts'
import { namesAs } from './people/naming-rules.ts'
import {
  findPerson,
  type OrganisationInFull,
  readAdministrationsOf,
  readAdministrationsOn,
  readAssociations,
  readAuthorisations,
  readNameable,
  readOrganisations,
} from './queries.ts'

type Page = FormPage & Record<string, unknown>

const name = { kind: 'text', name: 'name', label: 'Navn', required: true } as const
const shortName = { kind: 'text', name: 'shortName', label: 'Kort navn', required: true } as const
const about = { kind: 'textarea', name: 'about', label: 'Om organisationen', rows: 4 } as const
const website = { kind: 'text', name: 'website', label: 'Hjemmeside', hint: 'Med https:// foran.' } as const
const version = (found: OrganisationInFull) => found.version

/** What all forms under an organisation share. */
export function frame(found: OrganisationInFull, title: string, tail: string) {
  const path = organisationPath(found.slug)
  return {
    title: `${title}: ${found.name}`,
    heading: title,
    active: 'parter',
    crumbs: [{ text: 'Parter', href: partiesPath }, { text: found.name, href: path }, { text: title }],
    action: `${path}/${tail}`,
    back: path,
  }
}

export function newOrganisationPage(actor: Actor, form?: FormState): Page {
  const kinds = (['HOUSING_ORGANISATION', 'ADMINISTRATOR', 'ASSOCIATION', 'DEPARTMENT', 'EXTERNAL'] as const).filter(
    kind => mayDo(actor, 'manageParty', { organisation: subject(kind) }),
  )
  return formPage({
    title: 'Registrér organisation',
    active: 'parter',
    crumbs: [{ text: 'Parter', href: partiesPath }, { text: 'Registrér organisation' }],
    heading: 'Registrér organisation',
    lead: 'Registrér en ny organisation hos din egen part eller en ekstern organisation. Har organisationen egne mandater, oprettes dens besluttende organ samtidig.',
    action: `${partiesPath}/ny`,
    back: partiesPath,
    submit: 'Registrér organisation',
    form: form ?? formOf({ from: actor.today }),
    fields: [
      {
        kind: 'select',
        name: 'kind',
        label: 'Type',
        required: true,
        options: kinds.map(value => ({ value, text: kindNames[value] })),
      },
      name,
      { ...shortName, hint: 'Bruges i lister og i adressen til organisationens side.' },
      { kind: 'date', name: 'from', label: 'Med i samarbejdet fra', required: true },
      about,
      website,
    ],
  })
}

const subject = (kind: OrganisationKind) => ({ id: 0, kind, side: sideOfKind[kind], parentId: null })

export const editOrganisationPage = (found: OrganisationInFull, form?: FormState): Page =>
  formPage({
    ...frame(found, 'Ret oplysninger', 'ret'),
    lead: 'Skifter organisationen navn, så vælg »Registrér nyt navn«. Så bevares det gamle.',
    submit: 'Gem',
    form:
      form ?? formOf({ shortName: found.shortName, about: found.about, website: found.website ?? '' }, version(found)),
    fields: [shortName, about, website],
  })

export const renamePage = (actor: Actor, found: OrganisationInFull, form?: FormState): Page =>
  formPage({
    ...frame(found, 'Registrér nyt navn', 'navn'),
    lead: `Nuværende navn: ${found.name}. Det gælder stadig for alt fra før den dag.`,
    submit: 'Gem nyt navn',
    form: form ?? formOf({ name: '', shortName: '', from: actor.today }, version(found)),
    fields: [
      { ...name, label: 'Nyt navn' },
      shortName,
      { kind: 'date', name: 'from', label: 'Gælder fra', required: true },
    ],
  })

/** What it was called before the portal knew it. */
export const formerNamePage = (found: OrganisationInFull, form?: FormState): Page =>
  formPage({
    ...frame(found, 'Registrér et tidligere navn', 'tidligere-navn'),
    lead: `Nuværende navn: ${found.name}. Det tidligere navn vises for de dage, det gjaldt. Skifter organisationen navn, så vælg »Registrér nyt navn«.`,
    submit: 'Gem det tidligere navn',
    form: form ?? formOf({ name: '', from: found.from, to: '' }, version(found)),
    fields: [
      { ...name, label: 'Tidligere navn' },
      { kind: 'date', name: 'from', label: 'Fra', required: true },
      { kind: 'date', name: 'to', label: 'Til og med', required: true },
    ],
  })

export function endOrganisationPage(actor: Actor, found: OrganisationInFull, form?: FormState): Page {
  const others = readOrganisations(actor.database, actor.today).filter(
    ({ id, side }) => id !== found.id && side === found.side,
  )
  return formPage({
    ...frame(found, 'Registrér udtræden', 'udtraeden'),
    warning:
      'Organisationens bemyndigelser, dens besluttende organ og dens egen administration ophører samme dag. Foreninger, den administrerer, går over til efterfølgeren. Alt, hvad der allerede er registreret, bevares.',
    submit: 'Registrér udtræden',
    danger: true,
    form: form ?? formOf({ to: actor.today, successorId: '' }, version(found)),
    fields: [
      { kind: 'date', name: 'to', label: 'Sidste dag', required: true },
      {
        kind: 'select',
        name: 'successorId',
        label: 'Efterfølger',
        hint: 'Vælg en efterfølger ved sammenlægning og ellers »Ingen«.',
        options: [{ value: '', text: 'Ingen' }, ...others.map(({ id, name: text }) => ({ value: String(id), text }))],
      },
    ],
  })
}

export function administrationPage(actor: Actor, found: OrganisationInFull, form?: FormState): Page {
  if (!mayAdminister(found.kind)) throw notFound()
  const taken = new Set(readAdministrationsOn(actor.database, actor.today).map(({ associationId }) => associationId))
  const associations = readAssociations(actor.database).sort((one, other) => compareDanish(one.name, other.name))
  return formPage({
    ...frame(found, 'Tilføj administration', 'administration'),
    lead:
      associations.length === 0
        ? 'Der er ingen foreninger. Registrér først foreningen.'
        : 'Foreningen er fortsat selvstændig og har sit eget besluttende organ. Administratorens mandat dækker den ikke.',
    submit: 'Tilføj administration',
    form: form ?? formOf({ from: actor.today, to: '' }),
    fields: [
      {
        kind: 'select',
        name: 'associationId',
        label: 'Forening',
        required: true,
        // One that has an administrator today may have had another before.
        options: associations.map(({ id, name: text, to }) => ({
          value: String(id),
          text: `${text}${taken.has(id) ? ' (har en administrator i dag)' : endedText(to, actor.today)}`,
        })),
      },
      { kind: 'date', name: 'from', label: 'Administreres fra', required: true },
      { kind: 'date', name: 'to', label: 'Til og med', hint: 'Lad feltet være tomt, hvis der ingen slutdato er.' },
    ],
  })
}

export function endAdministrationPage(actor: Actor, found: OrganisationInFull, id: number, form?: FormState): Page {
  const row = readAdministrationsOf(actor.database, found.id).find(one => one.id === id)
  if (!row || row.administratorId !== found.id) throw notFound()
  return formPage({
    ...frame(found, 'Afslut administration', `administration/${id}/afslut`),
    lead: `${found.name} har administreret ${row.otherName} siden den ${longDay(row.from)}.`,
    submit: 'Afslut administration',
    form: form ?? formOf({ to: actor.today }),
    fields: [{ kind: 'date', name: 'to', label: 'Sidste dag', required: true }],
  })
}

const personFields = [
  { ...name, autocomplete: 'off' },
  { kind: 'text', name: 'title', label: 'Titel', optional: true },
  { kind: 'text', name: 'email', label: 'E-mail', type: 'email', autocomplete: 'off' },
  { kind: 'text', name: 'phone', label: 'Telefon', type: 'tel', autocomplete: 'off' },
] satisfies FormPage['fields']

export function personPage(actor: Actor, found: OrganisationInFull, id: number, form?: FormState): Page {
  const person = findPerson(actor.database, found.id, id)
  if (!person) throw notFound()
  const { title, email, phone } = person
  const values = { name: person.name, title: title ?? '', email: email ?? '', phone: phone ?? '' }
  return {
    ...formPage({
      ...frame(found, 'Ret person', `personer/${id}`),
      lead: person.endedOn ? `Fratrådt den ${longDay(person.endedOn)}.` : undefined,
      submit: 'Gem',
      form: form ?? formOf(values, person.version),
      fields: personFields,
    }),
    more: person.endedOn
      ? null
      : { href: `${organisationPath(found.slug)}/personer/${id}/fratraeden`, text: 'Registrér, at personen fratræder' },
  }
}

export function endPersonPage(actor: Actor, found: OrganisationInFull, id: number, form?: FormState): Page {
  const person = findPerson(actor.database, found.id, id)
  if (!person) throw notFound()
  return formPage({
    ...frame(found, 'Registrér fratræden', `personer/${id}/fratraeden`),
    lead: person.title ? `${person.name}, ${person.title}` : person.name,
    warning: 'Personens pladser og bemyndigelser ophører samme dag, og kontoen kan ikke længere bruges.',
    submit: 'Registrér fratræden',
    danger: true,
    form: form ?? formOf({ endedOn: actor.today }, person.version),
    fields: [{ kind: 'date', name: 'endedOn', label: 'Sidste dag', required: true }],
  })
}

export function authorisationPage(actor: Actor, found: OrganisationInFull, form?: FormState): Page {
  const people = readNameable(actor.database, found).sort((one, other) => compareDanish(one.name, other.name))
  return formPage({
    ...frame(found, 'Giv en bemyndigelse', 'bemyndigelser/ny'),
    lead: 'Den mandatansvarlige registrerer og tilbagekalder organisationens mandater. Den underskriftsberettigede underskriver aftalen for den.',
    submit: 'Giv bemyndigelsen',
    form: form ?? formOf({ from: actor.today, to: '' }),
    fields: [
      {
        kind: 'select',
        name: 'kind',
        label: 'Bemyndigelse',
        required: true,
        options: Object.entries(authorisationNames).map(([value, text]) => ({ value, text })),
      },
      {
        kind: 'select',
        name: 'personId',
        label: 'Person',
        required: true,
        options: people.map(person => ({
          value: String(person.id),
          text: `${person.name} (${person.at}${leftText(person.endedOn, actor.today)})`,
        })),
      },
      { kind: 'date', name: 'from', label: 'Fra', required: true },
      { kind: 'date', name: 'to', label: 'Til og med', hint: 'Lad feltet være tomt, hvis der ingen slutdato er.' },
      ...(namesAs(actor, found.id) === 'SECRETARIAT' ? sourceFields : []),
    ],
  })
}

const endedText = (to: Day | null, today: Day): string =>
  to !== null && to < today ? ` (udtrådt den ${longDay(to)})` : ''

/** Whoever has left can still be entered for the days before. */
export const leftText = (endedOn: Day | null, today: Day): string =>
  endedOn !== null && endedOn < today ? `, fratrådt den ${longDay(endedOn)}` : ''

/** Of a secretariat: the organisation itself has named the person, and this is where it says so. */
const sourceFields = [
  {
    kind: 'text',
    name: 'sourceBody',
    label: 'Organ, der har udpeget',
    required: true,
    hint: 'Fx organisationens bestyrelse.',
  },
  { kind: 'date', name: 'sourceDay', label: 'Dato for organets møde', required: true },
  {
    kind: 'text',
    name: 'sourceDocument',
    label: 'Organisationens dokument',
    required: true,
    hint: 'Det dokument fra organisationen, hvor bemyndigelsen står, fx »Protokol, punkt 7« og journalnummeret.',
  },
  {
    kind: 'file',
    name: 'fil',
    label: 'Dokumentet som fil',
    optional: true,
    accept: acceptedExtensions,
    hint: `Alle, der kan se organisationens side, kan hente filen. ${acceptedText}.`,
  },
] satisfies FormPage['fields']

export function endAuthorisationPage(actor: Actor, found: OrganisationInFull, id: number, form?: FormState): Page {
  const row = readAuthorisations(actor.database, found.id).find(one => one.id === id)
  if (!row) throw notFound()
  return formPage({
    ...frame(found, 'Afslut bemyndigelse', `bemyndigelser/${id}/afslut`),
    lead: `${authorisationNames[row.kind]}: ${row.personName}, fra den ${longDay(row.from)}.`,
    submit: 'Afslut bemyndigelse',
    form: form ?? formOf({ to: actor.today }),
    fields: [{ kind: 'date', name: 'to', label: 'Sidste dag', required: true }],
  })
}
