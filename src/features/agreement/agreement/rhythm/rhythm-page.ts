import { type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { agreementsPath, rhythmPath, versionPath } from '../paths.ts'
import type { VersionRow } from '../queries.ts'

/** When the version is taken up for revision: as its words say it. */
export const rhythmPage = (version: VersionRow, form?: FormState): FormPage =>
  formPage({
    title: 'Revisionsrytme',
    active: 'aftalen',
    crumbs: [
      { text: 'Samarbejdsaftalen', href: agreementsPath },
      { text: `Aftalen fra ${version.year}`, href: versionPath(version.year) },
      { text: 'Revisionsrytme' },
    ],
    heading: `Hvornår tages aftalen fra ${version.year} op til revision?`,
    lead: 'Skriv det, som det står i aftalen. Portalen regner ud fra det, hvornår den næste revision skal åbnes, og hvilke der mangler.',
    action: rhythmPath(version.year),
    submit: 'Gem revisionsrytmen',
    back: `${agreementsPath}#revision`,
    fields: [
      { kind: 'text', type: 'number', name: 'firstYear', label: 'Første revision', hint: 'Årstal.', required: true },
      {
        kind: 'text',
        type: 'number',
        name: 'everyYears',
        label: 'Antal år mellem to revisioner',
        hint: 'Fx 4, når aftalen tages op hvert fjerde år.',
        required: true,
      },
      {
        kind: 'text',
        name: 'section',
        label: 'Nummeret på den paragraf, der siger det',
        hint: 'Kun nummeret, fx »7«.',
        optional: true,
      },
    ],
    form:
      form ??
      formOf(
        {
          firstYear: String(version.firstYear ?? ''),
          everyYears: String(version.everyYears ?? ''),
          section: version.rhythmSection ?? '',
        },
        version.rhythmId ?? 0,
      ),
  })
