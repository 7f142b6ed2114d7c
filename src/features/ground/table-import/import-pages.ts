import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { csvOf } from '../../../kernel/csv.ts'
import { listDanish, plural } from '../../../kernel/text.ts'
import { reasonLabel } from './columns.ts'
import type { Judgement } from './judge-table.ts'
import { labelIn, type TableFile } from './read-table.ts'
import type { JudgedRow, RowStatus } from './row-course.ts'

/** In the order in which they are looked at: what has to be done something about comes first. */
const statuses: Record<RowStatus, { text: string; kind: string; heading: string; about: string }> = {
  rejected: {
    text: 'Afvist',
    kind: 'danger',
    heading: 'Afviste rækker',
    about: 'Rækkerne gemmes ikke. Ret dem i filen, og indlæs den igen: Det, der er gemt i forvejen, ændres ikke.',
  },
  warned: {
    text: 'Advarsel',
    kind: 'warning',
    heading: 'Rækker med advarsel',
    about: 'Noget i rækkerne gemmes ikke. Resten gemmes.',
  },
  corrected: {
    text: 'Rettelse',
    kind: 'info',
    heading: 'Rettelser',
    about: 'Det er registreret i forvejen, og filen siger noget andet.',
  },
  ready: { text: 'Klar', kind: 'success', heading: 'Klar til at blive gemt', about: '' },
  unchanged: {
    text: 'Uændret',
    kind: 'neutral',
    heading: 'Uændrede rækker',
    about: 'Det, rækkerne siger, er registreret i forvejen.',
  },
}
const order = Object.keys(statuses) as RowStatus[]

/** What is made, in the singular and the plural, in the order in which it is told. */
export type MadeWords<M extends string> = Readonly<Record<M, readonly [one: string, many: string]>>

/** »3 personer tilføjes«, »4 pladser gives«: what would be made, kind by kind. */
export function madeTexts<M extends string>(rows: readonly JudgedRow<string, M>[], words: MadeWords<M>): string[] {
  const done = rows.flatMap(row => row.done)
  return (Object.keys(words) as M[]).flatMap(kind => {
    const count = done.filter(one => one.made === kind).length
    const [one, many] = words[kind]
    return count === 0 ? [] : [plural(count, one, many)]
  })
}

/** Every row with what it does, before any of it is stored: views/table-import/preview.ejs. */
export function previewModel<C extends string, M extends string>(
  given: {
    file: TableFile<C>
    judgement: Judgement<C, M>
    words: MadeWords<M>
    source: string
    name: string
    /** What a row is about: »Person«. */
    about: string
    notes?: readonly string[]
  },
  form: FormState = formOf(),
) {
  const { file, judgement, source, name, words } = given
  const { rows, hash } = judgement
  const stored = rows.filter(({ done }) => done.length > 0).length
  const { unknown } = file.heading
  return {
    form: { ...form, values: { ...form.values, source, navn: name, vist: hash } },
    name,
    about: given.about,
    counts: order.flatMap(status => {
      const count = rows.filter(row => row.status === status).length
      return count === 0 ? [] : [{ ...statuses[status], id: status, count: plural(count, 'række', 'rækker') }]
    }),
    made: madeTexts(rows, words),
    stored,
    submit: `Gem ${plural(stored, 'række', 'rækker')}`,
    rejected: rows.filter(({ status }) => status === 'rejected').length,
    notes: [
      ...(unknown.length > 0 ? [`Kolonner, der ikke bruges: ${listDanish(unknown.map(one => `»${one}«`))}.`] : []),
      ...(given.notes ?? []),
    ],
    groups: order.flatMap(status => {
      const found = rows.filter(row => row.status === status)
      return found.length === 0
        ? []
        : [
            {
              ...statuses[status],
              id: status,
              outcome: status === 'rejected' ? 'Årsag' : 'Det medfører rækken',
              rows: found.map(row => rowModel(file, row)),
            },
          ]
    }),
  }
}

const rowModel = <C extends string, M extends string>(
  file: TableFile<C>,
  { line, named, done, remarks }: JudgedRow<C, M>,
) => ({
  line,
  named: named || 'Uden navn',
  done: done.map(({ text }) => text),
  remarks: remarks.map(({ column, value, reason }) => ({ column: labelIn(file, column), value, reason })),
})

/** The rejected rows as they came, with a column of reasons: to be corrected and read again. */
export function rejectedFile<C extends string, M extends string>(
  file: TableFile<C>,
  { rows }: Judgement<C, M>,
): Buffer {
  const kept = file.head.flatMap((label, index) => (label === reasonLabel ? [] : [index]))
  const reasons = new Map(
    rows.filter(({ status }) => status === 'rejected').map(({ line, remarks }) => [line, remarks]),
  )
  return csvOf(
    [...kept.map(index => file.head[index] ?? ''), reasonLabel],
    file.rows.flatMap(({ line, cells }) => {
      const remarks = reasons.get(line)
      if (!remarks) return []
      const why = remarks.map(({ column, reason }) => `${labelIn(file, column)}: ${reason}`).join(' ')
      return [[...kept.map(index => cells[index] ?? ''), why]]
    }),
  )
}
