import type { Actor } from '../../../../access/actor.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { isOnSql } from '../../../../kernel/periods.ts'
import { versionPath } from '../../agreement/paths.ts'
import { addendumCrumbs } from './addendum-page.ts'

const organisationRow = rowsOf({
  id: column.number,
  name: column.text,
})

/** The form of a new addendum: who joins or leaves, from when, in which words. */
export function newAddendumPage(actor: Actor, year: number, form: FormState = formOf()) {
  const organisations = actor.database.sql.all(
    organisationRow,
    `SELECT id, name FROM Organisation
     WHERE kind IN ('HOUSING_ORGANISATION', 'ADMINISTRATOR', 'DEPARTMENT') AND ${isOnSql('Organisation')}
     ORDER BY position, id`,
    actor.today,
    actor.today,
  )
  return {
    ...formPage({
      title: 'Nyt tillæg til aftalen',
      active: 'aftalen',
      crumbs: addendumCrumbs(year, 'Nyt tillæg'),
      heading: 'Nyt tillæg til aftalen',
      lead: 'En organisation kan tiltræde eller udtræde mellem to revisioner. Tillægget underskrives af organisationen og af begge sekretariater.',
      action: `${versionPath(year)}/tillaeg/nyt`,
      submit: 'Opret tillæg',
      back: versionPath(year),
      fields: [
        {
          kind: 'select',
          name: 'kind',
          label: 'Tillægget handler om',
          required: true,
          options: [
            { value: 'ACCESSION', text: 'Organisationen tiltræder' },
            { value: 'WITHDRAWAL', text: 'Organisationen udtræder' },
          ],
        },
        {
          kind: 'select',
          name: 'organisationId',
          label: 'Organisation',
          required: true,
          hint: 'Er organisationen ny, så registrér den først under »Parter«.',
          options: organisations.map(({ id, name }) => ({ value: String(id), text: name })),
        },
        { kind: 'date', name: 'inForceFrom', label: 'Gælder fra', required: true },
        {
          kind: 'textarea',
          name: 'text',
          label: 'Tillæggets tekst',
          rows: 6,
          required: true,
          hint: 'Det er disse ord, der underskrives.',
        },
      ],
      form,
    }),
  }
}
