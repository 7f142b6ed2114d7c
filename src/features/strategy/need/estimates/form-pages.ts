import type { Actor } from '../../../../access/actor.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { shortDay } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { readOrganisations } from '../../../ground/parties/index.ts'
import { optionsOf, statusNames } from '../labels.ts'
import {
  estimateExamplePath,
  estimatePath,
  estimatesPath,
  newEstimatePath,
  newVersionPath,
  withdrawEstimatePath,
} from '../paths.ts'
import { active } from '../tabs.ts'
import { estimateCrumbs, linesText } from './estimate-lines.ts'
import { type EstimateVersion, readVersions } from './read-estimates.ts'
import { tableField } from './read-lines.ts'

const headFields: FormField[] = [
  { kind: 'text', name: 'title', label: 'Titel', required: true, hint: 'Fx »Boligprognose for de almene boliger«.' },
  {
    ...{ kind: 'select', name: 'status', label: 'Status', required: true },
    hint: 'Hvor sikre tallene er. Hvad gruppen har besluttet på grundlag af dem, fremgår af beslutningerne.',
    options: optionsOf(statusNames),
  },
  { kind: 'date', name: 'calculatedOn', label: 'Opgjort den', required: true },
  {
    ...{ kind: 'textarea', name: 'method', label: 'Metode', rows: 5, required: true },
    hint: 'Hvordan behovet er regnet ud, og hvad der er forudsat i det lave og det høje tal.',
  },
  { kind: 'text', name: 'origin', label: 'Kilde', required: true, hint: 'Fx rapportens titel, side og dato.' },
]

const tableFields: FormField = {
  ...{ kind: 'textarea', name: tableField, label: 'Tal for behovet', rows: 14, required: true },
  hint: 'Kopiér tabellen fra et regneark med overskrifterne Bydel, Boligtype, Størrelse, År, Lavt, Mellem og Højt. Behovet er det samlede antal almene boliger, der er brug for ved årets udgang. Uden bydel gælder rækken hele byen, uden type eller størrelse gælder den alle.',
}

const example = { text: 'Hent en eksempelfil med byens bydele', href: estimateExamplePath }

export const newEstimatePage = (actor: Actor, form?: FormState) =>
  formPage({
    title: 'Ny behovsvurdering',
    active,
    crumbs: [{ text: 'Behovsvurderinger', href: estimatesPath }, { text: 'Ny behovsvurdering' }],
    heading: 'Ny behovsvurdering',
    lead: 'Vurderingen offentliggøres for begge parter, når du gemmer. Andres vurderinger bliver stående ved siden af. Er vurderingen registreret i forvejen, så offentliggør en ny version af den i stedet.',
    action: newEstimatePath,
    submit: 'Offentliggør vurderingen',
    back: estimatesPath,
    more: example,
    fields: [
      {
        ...{ kind: 'select', name: 'organisationId', label: 'Hvem har lavet vurderingen?', required: true },
        options: readOrganisations(actor.database, actor.today).map(({ id, name }) => ({
          value: String(id),
          text: name,
        })),
      },
      ...headFields,
      tableFields,
    ],
    form: form ?? formOf({ status: 'PRELIMINARY', calculatedOn: actor.today }),
  })

/** @throws Refusal when it has been withdrawn */
function standing(actor: Actor, number: string): EstimateVersion {
  const [last] = readVersions(actor, number)
  if (!last || last.withdrawn !== null) throw brokenRule('Behovsvurderingen er trukket tilbage. Offentliggør en ny.')
  return last
}

/** The version that counts stands in the form: what is not changed stays as it is. */
export function newVersionPage(actor: Actor, number: string, form?: FormState) {
  const last = standing(actor, number)
  const { title, status, calculatedOn, method, source, lines } = last.content
  return formPage({
    title: `Ny version: ${title}`,
    active,
    crumbs: estimateCrumbs(last, { text: 'Ny version' }),
    heading: `Ny version af »${title}«`,
    lead: `Version ${last.version} fra den ${shortDay(calculatedOn)} bliver stående, som den er. Den nye version gælder i stedet, så snart du gemmer. Tallene nedenfor er den gældende versions: Ret dem, eller indsæt nye.`,
    action: newVersionPath(number),
    submit: 'Offentliggør den nye version',
    back: estimatePath(number),
    more: example,
    fields: [
      { kind: 'textarea', name: 'changed', label: 'Hvad er nyt?', rows: 3, required: true },
      ...headFields,
      tableFields,
    ],
    form:
      form ??
      formOf({ title, status, calculatedOn, method, origin: source, [tableField]: linesText(lines) }, last.version),
  })
}

export function withdrawPage(actor: Actor, number: string, form?: FormState) {
  const last = standing(actor, number)
  return formPage({
    title: 'Træk behovsvurderingen tilbage',
    active,
    crumbs: estimateCrumbs(last, { text: 'Træk tilbage' }),
    heading: `Træk »${last.content.title}« tilbage`,
    lead: 'Vurderingen tæller derefter ikke med i behov og balance. Den kan stadig læses med begrundelsen, og de beslutninger, der henviser til den, ændres ikke. Det kan ikke fortrydes.',
    action: withdrawEstimatePath(number),
    submit: 'Træk vurderingen tilbage',
    danger: true,
    back: estimatePath(number),
    fields: [{ kind: 'textarea', name: 'reason', label: 'Begrundelse', rows: 4, required: true }],
    form: form ?? formOf({}, last.version),
  })
}
