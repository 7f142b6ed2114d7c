import type { Actor } from '../../../../access/actor.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { dayOf, daysBetween } from '../../../../kernel/days.ts'
import type { MatrixQuery } from '../forms.ts'
import { type HalfYear, halfKey, halfText } from '../half-year.ts'
import { stateNames } from '../labels.ts'
import { chosenMatrix } from './matrix-page.ts'

const head = [
  'Halvår',
  'Strategi',
  'Version',
  'Organisation',
  'Punkt',
  'Mål',
  'Status',
  'Begrundelse',
  'Dokumentation',
  'Besvaret den',
  'Alder i dage',
  'Besvaret af',
  'Administrator',
  'Bekræftet uændret',
]

/** A half-year as a table for a spreadsheet: a line for each organisation and goal, answered or not. */
export function matrixCsv(actor: Actor, half: HalfYear, query: MatrixQuery): { name: string; content: Buffer } {
  const { rows } = chosenMatrix(actor, half, query)
  const lines = rows.flatMap(({ organisation, cells }) =>
    cells.flatMap(({ subject, answers }) =>
      answers.map(({ question, answer }) => {
        const on = answer ? dayOf(answer.at) : null
        return [
          halfText(half),
          subject.title,
          String(subject.version),
          organisation.name,
          question.short,
          question.title,
          answer ? stateNames[answer.state] : 'Ikke besvaret',
          answer?.reason ?? '',
          answer?.evidence ?? '',
          on ?? '',
          on ? String(daysBetween(on, actor.today)) : '',
          answer?.by ?? '',
          answer?.as ?? '',
          answer ? (answer.confirms ? 'Ja' : 'Nej') : '',
        ]
      }),
    ),
  )
  return { name: `gennemfoerelse-${halfKey(half)}.csv`, content: csvOf(head, lines) }
}
