import { z } from 'zod'
import { type Actor, personIdOf } from '../../../access/actor.ts'
import type { Draft } from '../../../database/folder/form-store.ts'
import { id, text } from '../../../http/forms/fields.ts'
import { file, page, redirect } from '../../../http/pages/answers.ts'
import type { Context, Routes } from '../../../http/route.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { erasePerson } from './erase-person.ts'
import { listQuery } from './forms.ts'
import { myDataPath, peoplePath } from './paths.ts'
import { heldAsCsv, heldAsJson, heldOn } from './person-data.ts'
import { peoplePage, personDataPage } from './person-pages.ts'
import { personById } from './person-queries.ts'

const params = z.object({ person: id })
const erasureForm = z.object({ reason: text(500, 'Feltet »Begrundelse« skal udfyldes.') })

/** Two statements for each column of the database that names a person; more where its table has over 20,000 rows. */
const heldQueries = 500

const download = async (actor: Actor, person: number, drafts: Draft[], form: 'json' | 'csv') => {
  const held = await heldOn(actor, person, drafts)
  return form === 'json'
    ? file(heldAsJson(held), { name: 'personoplysninger.json', mediaType: 'application/json' })
    : file(heldAsCsv(held), { name: 'personoplysninger.csv', mediaType: 'text/csv; charset=utf-8' })
}

/** What is held on people: everybody's own, and what the administrator gives and erases on request. */
export function personRoutes(route: Routes): void {
  for (const form of ['json', 'csv'] as const) {
    route.get(myDataPath(form), { right: 'signedIn', queries: heldQueries }, ({ actor, draftsOf }) =>
      download(actor, personIdOf(actor), draftsOf(personIdOf(actor)), form),
    )
    route.get(
      `${peoplePath}/:person/oplysninger.${form}`,
      { right: 'administer', params, queries: heldQueries },
      ({ actor, params: { person }, draftsOf }) => download(actor, person, draftsOf(person), form),
    )
  }

  route.get(peoplePath, { right: 'administer', query: listQuery, queries: 1 }, ({ db, query }) =>
    page('accounts/people', peoplePage(db, query.q ?? '', query.efter)),
  )

  route.get(`${peoplePath}/:person`, { right: 'administer', params, queries: 3 }, ({ actor, db, params: { person } }) =>
    page('accounts/person', personDataPage(actor, known(db, person))),
  )

  route.post(
    `${peoplePath}/:person/slet`,
    {
      right: 'administer',
      params,
      form: erasureForm,
      onInvalid: ({ actor, db, params: { person } }, form) =>
        page('accounts/person', personDataPage(actor, known(db, person), form)),
    },
    async ({ actor, params: { person }, form, signOutElsewhere, forgetDrafts }) => {
      await erasePerson(actor, person, form.reason)
      signOutElsewhere(person)
      forgetDrafts(person)
      return redirect(`${peoplePath}/${person}`, 'Kontaktoplysningerne og kontoen er slettet.')
    },
  )
}

function known(db: Context<undefined, undefined>['db'], person: number) {
  const found = personById(db, person)
  if (!found) throw notFound()
  return found
}
