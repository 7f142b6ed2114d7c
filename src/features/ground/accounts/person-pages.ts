import type { Actor } from '../../../access/actor.ts'
import type { Database } from '../../../database/database.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { type Cursor, pageSize, takePage, withQuery } from '../../../http/pages/paging.ts'
import { longDay } from '../../../kernel/days.ts'
import { erasureFaults } from './erasure-rules.ts'
import { accountPath, accountsPath, peoplePath } from './paths.ts'
import { type PersonRow, personPage, restingOn } from './person-queries.ts'

export function peoplePage(db: Database, q: string, after: Cursor | null) {
  const { rows, next } = takePage(personPage(db, q, after, pageSize), row => ({ key: row.name, id: row.id }))
  return {
    title: 'Personoplysninger',
    crumbs: [{ text: 'Konti', href: accountsPath }, { text: 'Personoplysninger' }],
    q,
    rows: rows.map(row => ({
      href: `${peoplePath}/${row.id}`,
      name: row.name,
      organisation: row.organisation,
      state: stateOf(row),
    })),
    nextHref: next ? withQuery(peoplePath, { q, efter: next }) : null,
  }
}

function stateOf({ erasedOn, endedOn, accountId }: PersonRow): string {
  if (erasedOn) return 'Slettet'
  if (endedOn) return 'Fratrådt'
  return accountId ? 'Har en konto' : 'Har ingen konto'
}

/** What is held on one person, and its erasure. */
export function personDataPage(actor: Actor, person: PersonRow, form: FormState = formOf()) {
  const faults = erasureFaults(restingOn(actor.database, person.id, actor.today, actor.personId))
  return {
    title: person.name,
    crumbs: [
      { text: 'Konti', href: accountsPath },
      { text: 'Personoplysninger', href: peoplePath },
      { text: person.name },
    ],
    path: `${peoplePath}/${person.id}`,
    facts: [
      { term: 'Titel', text: person.title ?? 'Ingen titel' },
      { term: 'Organisation', text: person.organisation },
      { term: 'E-mail', text: person.email ?? 'Ingen' },
      { term: 'Telefon', text: person.phone ?? 'Ikke angivet' },
      ...(person.endedOn ? [{ term: 'Fratrådt', text: longDay(person.endedOn) }] : []),
    ],
    accountHref: person.accountId ? accountPath(person.accountId) : null,
    erasedOn: person.erasedOn ? longDay(person.erasedOn) : null,
    faults: faults.map(({ sentence }) => sentence),
    form,
  }
}
