import type { Actor } from '../../../access/actor.ts'
import { recordsKeptDays } from '../../../access/security-log.ts'
import { type Cursor, pageSize, takePage, withQuery } from '../../../http/pages/paging.ts'
import { shortMoment } from '../../../kernel/days.ts'
import { accountsPath } from './paths.ts'
import { type AccountRecord, recordPage, recordsOfAccount } from './record-queries.ts'

const shownOfAnAccount = 20

/** What an account's own page shows of what has happened with it. */
export function recordRows(actor: Actor, account: { id: number; personId: number }) {
  return recordsOfAccount(actor.database, account, actor.at, shownOfAnAccount).map(record => ({
    when: shortMoment(record.at),
    what: recordText(record),
    place: record.place ?? '',
  }))
}

export function securityLogPage(actor: Actor, after: Cursor | null) {
  const { rows, next } = takePage(recordPage(actor.database, actor.at, after?.id ?? null, pageSize), row => ({
    key: 'x',
    id: row.id,
  }))
  return {
    title: 'Sikkerhedslog',
    crumbs: [{ text: 'Konti', href: accountsPath }, { text: 'Sikkerhedslog' }],
    keptDays: recordsKeptDays,
    rows: rows.map(record => ({
      when: shortMoment(record.at),
      what: recordText(record),
      person: record.person ?? 'Ingen konto',
      place: record.place ?? '',
    })),
    nextHref: next ? withQuery(`${accountsPath}/log`, { efter: next }) : null,
  }
}

export function recordText({ kind, actor, detail }: Pick<AccountRecord, 'kind' | 'actor' | 'detail'>): string {
  switch (kind) {
    case 'SIGNED_IN':
      return 'Logget ind.'
    case 'SIGNED_OUT':
      return 'Logget ud.'
    case 'SIGN_IN_FAILED':
      return 'Et forsøg på at logge ind mislykkedes.'
    case 'SIGN_IN_LIMITED':
      return 'Login blev stoppet for en tid efter mange forsøg.'
    case 'CODE_USED':
      return 'Logget ind med en engangskode.'
    case 'PASSWORD_WRONG':
      return `Adgangskoden var forkert ved ${detail ?? 'en kontrol'}.`
    case 'PASSWORD_LIMITED':
      return `Der blev forsøgt for mange gange med adgangskoden ved ${detail ?? 'en kontrol'}.`
    case 'REFUSED':
      return refusedText(detail ?? '')
    case 'accountCreated':
      return `Kontoen blev oprettet med en engangskode. Det gjorde ${actor}.`
    case 'passwordReset':
      return `Der blev udstedt en engangskode til kontoen. Det gjorde ${actor}.`
    case 'passwordChanged':
      return 'Adgangskoden blev valgt på ny af personen selv.'
    case 'accountDisabled':
      return `Kontoen blev lukket. Det gjorde ${actor}.`
    case 'accountEnabled':
      return `Kontoen blev åbnet igen. Det gjorde ${actor}.`
  }
}

/** What was asked for is kept as a method and an address: a page that was to be read, or something that was to be done. */
function refusedText(detail: string): string {
  const [method = '', address] = detail.split(' ')
  if (!address) return 'Der var ikke adgang til siden.'
  return method === 'GET' ? `Der var ikke adgang til siden ${address}.` : `En handling på ${address} blev afvist.`
}
