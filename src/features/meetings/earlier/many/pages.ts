import type { Actor } from '../../../../access/actor.ts'
import { type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay, writtenDay } from '../../../../kernel/days.ts'
import { bodyInSentence, plural } from '../../../../kernel/text.ts'
import { acceptedExtensions } from '../../../ground/documents/index.ts'
import { bodyOptions, caseOptions } from '../form-pages.ts'
import { kindOptions, mark } from '../labels.ts'
import { earlierPath, manyPath } from '../paths.ts'
import { recordBodies } from '../queries.ts'
import { recordedFromOf } from '../store-record.ts'
import { mostDocuments, uploadText } from '../uploads.ts'
import { proposedFromName } from './name-rules.ts'
import type { WaitingBatch } from './waiting-batch.ts'

const heading = 'Registrér flere dokumenter fra før portalen'

/** First the files. */
export const filesPage = (actor: Actor, form?: FormState): FormPage & Record<string, unknown> =>
  formPage({
    title: heading,
    active: 'beslutninger',
    crumbs: [{ text: mark, href: earlierPath }, { text: 'Registrér flere' }],
    heading,
    lead: 'Vælg filerne til ét organ. Hver fil bliver et dokument for sig. På næste side foreslås dato og titel ud fra filens navn, fx »2011-03-14 Referat fælles gruppe.docx«. Intet registreres, før du har set forslagene igennem.',
    action: manyPath,
    submit: 'Vis forslagene',
    back: earlierPath,
    fields: [
      { kind: 'select', name: 'bodyId', label: 'Organ', required: true, options: bodyOptions(actor) },
      {
        kind: 'select',
        name: 'kind',
        label: 'Type',
        required: true,
        options: kindOptions,
        hint: 'Bruges, når filens navn ikke siger andet.',
      },
      {
        kind: 'file',
        name: 'fil',
        label: 'Filer',
        required: true,
        multiple: true,
        accept: acceptedExtensions,
        hint: uploadText(mostDocuments),
      },
    ],
    form: form ?? formOf({ kind: 'MINUTES' }),
  })

/** Then what each of them is. */
export function rowsPage(actor: Actor, batch: WaitingBatch, form?: FormState) {
  const cases = caseOptions(actor, null)
  const count = batch.names.length
  return {
    title: heading,
    active: 'beslutninger',
    crumbs: [{ text: mark, href: earlierPath }, { text: 'Registrér flere', href: manyPath }, { text: 'Forslag' }],
    heading: 'Se forslagene igennem',
    lead: `${plural(count, 'fil venter', 'filer venter')} på at blive registreret for ${bodyInSentence(bodyName(actor, batch.bodyId))}. Ret det, der ikke passer. Dokumenterne skal være fra før den ${longDay(recordedFromOf(actor))}. En dato kan skrives som »14. marts 2011«, »marts 2011« eller »2011«. Enten registreres de alle, eller også registreres ingen.`,
    rows: batch.names.map((name, at) => ({ name, at, fields: fieldsOf(at) })),
    kinds: kindOptions,
    cases,
    labels: labelsOf(batch.names),
    choices: { caseId: cases },
    action: `${manyPath}/${batch.id}`,
    back: manyPath,
    submit: count === 1 ? 'Registrér dokumentet' : 'Registrér dokumenterne',
    form: form ?? formOf({ rows: batch.names.map((name, at) => proposal(name, at, batch)) }),
  }
}

/** In the list of errors a field is out of sight: it is named with its file. */
const labelsOf = (names: readonly string[]): Record<string, string> => ({
  closedReason: 'Lukkegrund',
  publicTitle: 'Offentlig titel',
  caseId: 'Sag',
  ...Object.fromEntries(names.map((name, at) => [`rows[${at}][kind]`, `Type, ${name}`])),
})

const parts = ['file', 'date', 'title', 'kind', 'number', 'skip'] as const
const fieldsOf = (at: number) =>
  Object.fromEntries(parts.map(part => [part, `rows[${at}][${part}]`])) as Record<(typeof parts)[number], string>

const bodyName = (actor: Actor, id: number): string =>
  recordBodies(actor.database).find(body => body.id === id)?.name ?? ''

function proposal(name: string, at: number, batch: WaitingBatch) {
  const { date, kind, number, title } = proposedFromName(name)
  return {
    file: String(at),
    date: date ? writtenDay(date.day, date.precision) : '',
    kind: kind ?? batch.kind,
    number,
    title,
  }
}
