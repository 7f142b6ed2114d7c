import { type Actor, personIdOf } from '../../../access/actor.ts'
import { recordsKeptDays } from '../../../access/security-log.ts'
import type { Database } from '../../../database/database.ts'
import { type FormPage, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { type Cursor, pageSize, takePage, withQuery } from '../../../http/pages/paging.ts'
import { type Day, day, dayOf, type Instant, longDay, longMoment } from '../../../kernel/days.ts'
import { periodText } from '../../../kernel/periods.ts'
import { bodyInSentence } from '../../../kernel/text.ts'
import { bodyPath } from '../bodies/paths.ts'
import { seatRoleNames } from '../parties/index.ts'
import { organisationPath } from '../parties/paths.ts'
import { accountPasswordPath, accountPath, accountsPath, closeAccountPath, reopenAccountPath } from './paths.ts'
import {
  type AccountFull,
  accountPage,
  authoritiesOf,
  handedOverBy,
  organisationsToday,
  ownAccount,
  personsWithoutAccount,
  seatsOf,
} from './queries.ts'
import { recordRows } from './record-pages.ts'

const authorityLabels = { MANDATE_KEEPER: 'Mandatansvarlig', SIGNATORY: 'Underskriftsberettiget' } as const

export function myAccountPage(actor: Actor, form: FormState = formOf()) {
  const { database: db, today, person } = actor
  const personId = personIdOf(actor)
  const account = ownAccount(db, personId)
  return {
    title: 'Min konto',
    crumbs: [{ text: 'Min konto' }],
    facts: [
      { term: 'Navn', text: person?.name ?? '' },
      { term: 'Titel', text: person?.title ?? 'Ingen titel' },
      {
        term: 'Organisation',
        text: person?.organisationName ?? '',
        href: organisationPath(person?.organisationSlug ?? ''),
      },
      { term: 'E-mail', text: account?.email ?? '' },
    ],
    ...heldBy(db, personId, today),
    administrator: actor.administrator,
    records: account ? recordRows(actor, { id: account.id, personId }) : [],
    keptDays: recordsKeptDays,
    form: emptied(form),
  }
}

/** Where the code that somebody handed over is exchanged for a password of one's own. */
export const choosePasswordPage = (actor: Actor, form: FormState = formOf()) => ({
  title: 'Vælg din adgangskode',
  crumbs: [{ text: 'Vælg din adgangskode' }],
  handedOverBy: handedOverBy(actor.database, personIdOf(actor)),
  form: emptied(form),
})

/** What was typed as a password is never sent back. */
const emptied = (form: FormState): FormState => ({ ...form, values: {} })

function heldBy(db: Database, personId: number, today: Day) {
  return {
    seats: seatsOf(db, personId, today).map(seat => ({
      body: seat.body,
      href: bodyPath(seat.slug),
      role: seatRoleNames[seat.role],
      organisation: seat.organisation,
      bodyInSentence: bodyInSentence(seat.body),
      period: periodText({ from: day(seat.from), to: seat.to ? day(seat.to) : null }),
    })),
    authorities: authoritiesOf(db, personId, today).map(
      given => `${authorityLabels[given.kind]} for ${given.organisation}`,
    ),
  }
}

export function accountsPage(db: Database, q: string, after: Cursor | null) {
  const { rows, next } = takePage(accountPage(db, q, after, pageSize), row => ({ key: row.email, id: row.id }))
  return {
    title: 'Konti',
    crumbs: [{ text: 'Konti' }],
    q,
    rows: rows.map(row => ({
      href: accountPath(row.id),
      email: row.email,
      name: row.administrator ? `${row.name} (systemadministrator)` : row.name,
      organisation: row.organisation,
      state: stateOf(row.disabledAt),
    })),
    nextHref: next ? withQuery(accountsPath, { q, efter: next }) : null,
  }
}

const stateOf = (disabledAt: string | null) =>
  disabledAt ? { text: 'Lukket', kind: 'danger' } : { text: 'Åben', kind: 'success' }

export function newAccountPage(db: Database, today: Day, form: FormState = formOf()) {
  return {
    title: 'Opret konto',
    crumbs: [{ text: 'Konti', href: accountsPath }, { text: 'Opret konto' }],
    form,
    persons: [
      { value: '', text: 'En ny person' },
      ...personsWithoutAccount(db).map(({ id, name, organisation }) => ({
        value: String(id),
        text: `${name}, ${organisation ?? ''}`,
      })),
    ],
    organisations: [
      { value: '', text: 'Vælg organisation' },
      ...organisationsToday(db, today).map(({ id, name }) => ({ value: String(id), text: name })),
    ],
  }
}

export function oneAccountPage(actor: Actor, account: AccountFull, form: FormState = formOf()) {
  const own = account.personId === actor.person?.id
  return {
    title: account.name,
    crumbs: [{ text: 'Konti', href: accountsPath }, { text: account.name }],
    actions: {
      handOver: accountPasswordPath(account.id),
      close: closeAccountPath(account.id),
      reopen: reopenAccountPath(account.id),
    },
    facts: [
      { term: 'E-mail', text: account.email },
      { term: 'Titel', text: account.title ?? 'Ingen titel' },
      { term: 'Organisation', text: account.organisation },
      { term: 'Systemadministrator', text: account.administrator ? 'Ja' : 'Nej' },
      { term: 'Oprettet', text: longDay(dayOf(account.createdAt)) },
    ],
    state: stateOf(account.disabledAt),
    closedOn: account.disabledAt ? longDay(dayOf(account.disabledAt)) : null,
    ...heldBy(actor.database, account.personId, actor.today),
    addressPath: `${accountPath(account.id)}/ret`,
    mayHandOver: !own,
    code: codeText(account, actor.at),
    records: recordRows(actor, account),
    mayDisable: account.disabledAt === null && !own,
    mayEnable: account.disabledAt !== null,
    form,
  }
}

export const addressPage = (account: AccountFull, form?: FormState): FormPage & Record<string, unknown> =>
  formPage({
    title: `Ret e-mail: ${account.name}`,
    heading: 'Ret e-mail',
    crumbs: [
      { text: 'Konti', href: accountsPath },
      { text: account.name, href: accountPath(account.id) },
      { text: 'Ret e-mail' },
    ],
    lead: `${account.name} logger fremover ind med den nye adresse og den samme adgangskode.`,
    action: `${accountPath(account.id)}/ret`,
    back: accountPath(account.id),
    submit: 'Gem adressen',
    form: form ?? formOf({ email: account.email, reason: '' }, account.version),
    fields: [
      { kind: 'text', name: 'email', label: 'E-mail', type: 'email', autocomplete: 'off', required: true },
      { kind: 'text', name: 'reason', label: 'Begrundelse', required: true },
    ],
  })

/** How it stands with a code that was handed over. */
function codeText({ codeExpiresAt, codeUsedAt }: AccountFull, now: Instant): string | null {
  if (codeExpiresAt === null) return null
  if (codeUsedAt !== null)
    return `Engangskoden blev brugt den ${longMoment(codeUsedAt)}. Personen har endnu ikke valgt sin egen adgangskode.`
  return codeExpiresAt <= now
    ? `Engangskoden udløb den ${longMoment(codeExpiresAt)}. Udsted en ny.`
    : `Der er udstedt en engangskode, som kan bruges indtil den ${longMoment(codeExpiresAt)}.`
}

/** Shown once, to be handed over. */
export const codePage = (account: AccountFull, handed: { code: string; expiresAt: Instant }, heading: string) => ({
  title: heading,
  crumbs: [{ text: 'Konti', href: accountsPath }, { text: account.name }],
  href: accountPath(account.id),
  name: account.name,
  email: account.email,
  code: handed.code,
  expires: longMoment(handed.expiresAt),
})
