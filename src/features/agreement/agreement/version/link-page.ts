import type { Actor } from '../../../../access/actor.ts'
import { type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { matchOrganisations, maySign } from '../import/match-organisations.ts'
import { agreementsPath, linkPath, versionPath } from '../paths.ts'
import { readKnownOrganisations, readSignatures, type VersionRow } from '../queries.ts'

/** Which of the portal's organisations a printed name is. The one of nearly that name is chosen beforehand. */
export function linkPage(actor: Actor, version: VersionRow, signatureId: number, form?: FormState): FormPage {
  const signature = readSignatures(actor.database, version.id).find(({ id }) => id === signatureId)
  if (!signature) throw notFound()
  const known = readKnownOrganisations(actor.database)
  const [match] = matchOrganisations([{ ...signature, line: 0 }], known)
  const title = `Knyt ${signature.organisationName} til en organisation`
  return formPage({
    title,
    active: 'aftalen',
    crumbs: [
      { text: 'Samarbejdsaftalen', href: agreementsPath },
      { text: `Aftalen fra ${version.year}`, href: versionPath(version.year) },
      { text: 'Knyt til en organisation' },
    ],
    heading: title,
    lead: 'Aftalen beholder navnet, som det blev underskrevet. Navnet bliver et link til organisationen.',
    action: linkPath(version.year, signatureId),
    submit: 'Knyt til organisationen',
    back: `${versionPath(version.year)}#underskrifter`,
    fields: [
      {
        kind: 'select',
        name: 'organisationId',
        label: 'Organisation i portalen',
        hint: 'Er organisationen ikke på listen, så registrér den først under »Parter«.',
        required: true,
        options: [
          { value: '', text: 'Vælg organisation' },
          ...known
            .filter(one => maySign(one, signature.side))
            .map(({ id, names }) => ({ value: String(id), text: names[0] ?? '' })),
        ],
      },
    ],
    form: form ?? formOf({ organisationId: String(match?.id ?? match?.near?.id ?? '') }),
  })
}
