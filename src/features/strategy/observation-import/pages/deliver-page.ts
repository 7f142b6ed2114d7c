import type { Actor } from '../../../../access/actor.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { listDanish, plural } from '../../../../kernel/text.ts'
import { sheetSignature } from '../mapping/mapping.ts'
import { readSavedMappings } from '../mapping/saved-mappings.ts'
import { deliverPath, rowsPath } from '../paths.ts'
import type { Outcome } from '../waiting/outcome.ts'
import type { WaitingFile } from '../waiting/waiting-files.ts'
import { importCrumbs, stepsBar } from './steps-bar.ts'

const number = (count: number): string => count.toLocaleString('da')

/** The last step: where the figures come from, why some are corrected, and one press. */
export function deliverPage(actor: Actor, waiting: WaitingFile, outcome: Outcome, form?: FormState) {
  const { counts, corrections } = outcome
  const stored = counts.ready + counts.corrected + counts.warned
  const last = lastTime(actor, waiting)
  const fields: FormField[] = [
    {
      kind: 'text',
      name: 'source',
      label: 'Kilde',
      required: true,
      hint: 'Hvor tallene kommer fra, fx en opgørelse og dens dato.',
    },
    { kind: 'text', name: 'supplier', label: 'Leverandør', optional: true, hint: 'Hvem filen er fra.' },
    ...(corrections > 0
      ? [
          {
            kind: 'text' as const,
            name: 'reason',
            label: 'Årsag til rettelserne',
            required: true,
            hint: 'Vises ved hvert tal, der rettes. De tidligere tal kan stadig læses.',
          },
        ]
      : []),
    { kind: 'textarea', name: 'note', label: 'Bemærkning', optional: true, rows: 2 },
    ...(counts.rejected > 0
      ? [
          {
            kind: 'checkbox' as const,
            name: 'without',
            label: `Udelad ${plural(counts.rejected, 'afvist række', 'afviste rækker')}`,
          },
        ]
      : []),
  ]
  return {
    ...formPage({
      title: 'Levering',
      active: 'indikatorer',
      crumbs: importCrumbs(waiting.name),
      heading: `Indlæs ${number(stored)} tal`,
      lead: leadOf(waiting, outcome),
      action: deliverPath(waiting.id),
      submit: `Indlæs ${number(stored)} tal`,
      back: rowsPath(waiting.id),
      hidden: [{ name: 'vist', value: outcome.hash }],
      fields,
      form: form ?? formOf({ source: last?.source ?? '', supplier: last?.supplier ?? '' }),
    }),
    steps: stepsBar('delivery', waiting.id),
  }
}

/** What was said of the same columns when they last came. */
function lastTime(actor: Actor, { sheets }: WaitingFile): { source: string; supplier: string } | undefined {
  const signatures = new Set(sheets.map(sheetSignature))
  return readSavedMappings(actor.database).find(({ signature }) => signatures.has(signature))
}

function leadOf({ name }: WaitingFile, { counts, corrections }: Outcome): string {
  const fresh = counts.ready + counts.corrected + counts.warned - corrections
  const told = [
    ...(fresh > 0 ? [`${number(fresh)} nye tal`] : []),
    ...(corrections > 0 ? [corrections === 1 ? '1 rettelse' : `${number(corrections)} rettelser`] : []),
  ]
  const unchanged =
    counts.unchanged > 0 ? ` ${number(counts.unchanged)} tal er registreret i forvejen og ændres ikke.` : ''
  return `»${name}« har ${listDanish(told)}.${unchanged} Alt gemmes på én gang. Hvad der ikke må vises af hensyn til små antal, afgøres samtidig.`
}
