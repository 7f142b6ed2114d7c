import { formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { refuseWithdrawn } from './form-pages.ts'
import { dateText } from './list-page.ts'
import { recordPath } from './paths.ts'
import type { RecordInFull } from './queries.ts'
import { crumbsOf } from './record-page.ts'

export function withdrawPage(row: RecordInFull, form?: FormState) {
  refuseWithdrawn(row)
  return formPage({
    title: `Træk tilbage: ${row.title}`,
    active: 'beslutninger',
    crumbs: crumbsOf(row, { text: 'Træk tilbage' }),
    heading: 'Træk dokumentet tilbage',
    lead: `${row.title}, ${row.bodyName}, ${dateText(row)}. Brug det, når dokumentet er registreret ved en fejl, fx for et forkert organ.`,
    warning:
      'Dokumentet forsvinder fra listen, søgningen og sagens forløb. Det slettes ikke: Medarbejdere i organets sekretariat kan stadig se det, dets filer og begrundelsen. En tilbagetrækning kan ikke fortrydes, men dokumentet kan registreres igen.',
    action: `${recordPath(row.id)}/traek-tilbage`,
    submit: 'Træk dokumentet tilbage',
    danger: true,
    back: recordPath(row.id),
    fields: [{ kind: 'textarea', name: 'reason', label: 'Begrundelse', required: true, rows: 3 }],
    form: form ?? formOf({}, row.version),
  })
}
