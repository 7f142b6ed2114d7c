import type { Actor } from '../../../access/actor.ts'
import { sideName } from '../../../access/cooperation.ts'
import { mayDo } from '../../../access/policy.ts'
import type { Database } from '../../../database/database.ts'
import { untilCommitLater } from '../../../database/until-commit.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { csvOf } from '../../../kernel/csv.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { plainKroner } from '../../../kernel/money.ts'
import { capitalised, listDanish, plural } from '../../../kernel/text.ts'
import { organisationPath } from '../../ground/parties/paths.ts'
import { meetingPath } from '../../meetings/meetings/paths.ts'
import { consequenceColumns, kindNames, stepText, type Tasks, taskNames } from '../mandates/index.ts'
import { mandatePath, mandatesPath } from '../mandates/paths.ts'
import { type CoverageCell, type CoverageRow, coverageOn } from './coverage-rules.ts'
import type { MatrixQuery } from './forms.ts'
import { coverageNames, gapText, type Limits, leftText, mandateText, remainingText } from './labels.ts'
import { factsOn, type Party, readComingMeetings, readLimits, readParties } from './queries.ts'

/** Each organisation by each kind of consequence, on any day. */
export async function matrixPage(actor: Actor, query: MatrixQuery) {
  const { typed, day } = query.dag
  const wrong = typed !== '' && day === null
  const on = day ?? actor.today
  const kept = { dag: on === actor.today ? null : on, opgave: query.opgave }
  const { groups, cells, gaps } = await matrixOn(actor.database, on, query.opgave ?? null)
  return {
    title: 'Hvem er dækket af mandat?',
    active: 'mandater',
    crumbs: [{ text: 'Mandater', href: mandatesPath }, { text: 'Hvem er dækket?' }],
    wrong,
    day: typed === '' || wrong ? typed || on : on,
    task: query.opgave ?? '',
    tasks: [
      { value: '', text: 'Alle opgaver' },
      ...Object.entries(taskNames).map(([value, text]) => ({ value, text })),
    ],
    shownDay: longDay(on),
    scope: query.opgave ? `Vist for beslutninger, der kun hører under ${taskNames[query.opgave].toLowerCase()}.` : '',
    summary:
      gaps === 0
        ? 'Alle organisationer er dækket for alle typer konsekvenser.'
        : `${plural(gaps, 'felt', 'felter')} af ${cells} er uden mandat, der kan bruges.`,
    summaryKind: gaps === 0 ? ('success' as const) : ('warning' as const),
    csvHref: withQuery(`${mandatesPath}/matrix.csv`, kept),
    trialHref: mayDo(actor, 'manageOwnSide') ? `${mandatesPath}/proev` : null,
    consequences: consequenceColumns,
    groups: groups.map(({ side, rows }) => ({ name: sideName(actor.database, side), rows })),
    meetings: readComingMeetings(actor).map(meeting => ({
      href: `${meetingPath(meeting.id)}/mandater`,
      text: `${meeting.bodyName}, ${longDay(meeting.day)}`,
      about: plural(meeting.checks, 'forhåndskontrolleret beslutning', 'forhåndskontrollerede beslutninger'),
    })),
  }
}

/** Who is covered is open to both parties, and the same for everyone who asks. */
const matrixOn = (db: Database, on: Day, task: keyof Tasks | null) => matrices(db, `${on} ${task ?? ''}`)

const matrices = untilCommitLater(20, async (db, key: string) => {
  const [on, task] = key.split(' ') as [Day, keyof Tasks | '']
  const { parties, rows, limits } = await readMatrix(db, on, task || null)
  const cells = rows.flatMap(row => row.cells)
  return {
    cells: cells.length,
    gaps: cells.filter(cell => cell.state === 'GAP' || cell.state === 'EXHAUSTED').length,
    groups: (['HOUSING', 'MUNICIPALITY'] as const).map(side => ({
      side,
      rows: rows.filter((_row, index) => parties[index]?.side === side).map(row => rowModel(row, parties, limits)),
    })),
  }
})

async function readMatrix(db: Database, on: Day, task: keyof Tasks | null) {
  const parties = readParties(db, on)
  const { organisations, mandates } = await factsOn(
    db,
    parties.map(({ id }) => id),
    on,
  )
  const order = new Map(parties.map(({ id }, index) => [id, index]))
  const inOrder = organisations.toSorted((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
  return { parties, rows: coverageOn(inOrder, mandates, task, on), limits: readLimits(db) }
}

function rowModel({ organisation, cells }: CoverageRow, parties: Party[], limits: Limits) {
  const slug = parties.find(({ id }) => id === organisation.id)?.slug
  return {
    organisation: organisation.name,
    href: organisationPath(slug ?? ''),
    cells: asOne(
      cells.map(cell => ({
        kind: kindNames[cell.kind],
        state: coverageNames[cell.state].text,
        tag: coverageNames[cell.state].tag,
        left: leftText(cell),
        remaining: remainingText(cell),
        mandates: cell.mandates.map(covering => ({
          number: covering.mandate.number,
          href: mandatePath(covering.mandate.id),
          about: mandateText(cell, covering, limits),
        })),
        why: gapText(cell, organisation.name),
        step: cell.why ? stepText({ ...cell.why, missing: null }) : '',
      })),
    ),
  }
}

/** An organisation of which all kinds of consequences say the same says it once, across their columns. */
function asOne<Cell extends { kind: string }>(cells: Cell[]): (Cell & { columns: number })[] {
  const [first] = cells
  const words = new Set(cells.map(cell => JSON.stringify({ ...cell, kind: '' })))
  if (!first || words.size > 1) return cells.map(cell => ({ ...cell, columns: 1 }))
  return [
    { ...first, kind: capitalised(listDanish(cells.map(({ kind }) => kind.toLowerCase()))), columns: cells.length },
  ]
}

const head = ['Dato', 'Organisation', 'Part', 'Konsekvens', 'Status', 'Rest i alt (kr.)', 'Mandater', 'Forklaring']

/** The same as a table for a spreadsheet, a line a cell. */
export async function matrixCsv(actor: Actor, query: MatrixQuery): Promise<{ name: string; content: Buffer }> {
  const on = query.dag.day ?? actor.today
  const { parties, rows, limits } = await readMatrix(actor.database, on, query.opgave ?? null)
  const lines = rows.flatMap(({ organisation, cells }, index) =>
    cells.map(cell => [
      on,
      organisation.name,
      sideName(actor.database, parties[index]?.side ?? 'HOUSING'),
      kindNames[cell.kind],
      coverageNames[cell.state].text,
      cell.remaining === null ? '' : plainKroner(cell.remaining),
      cell.mandates.map(covering => mandateLine(cell, covering, limits)).join(' | '),
      gapText(cell, organisation.name),
    ]),
  )
  return { name: `mandater-${on}.csv`, content: csvOf(head, lines) }
}

function mandateLine(cell: CoverageCell, covering: CoverageCell['mandates'][number], limits: Limits): string {
  const about = mandateText(cell, covering, limits)
  return about ? `${covering.mandate.number} (${about})` : covering.mandate.number
}
