import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { dayOf, daysBetween, longDay, shortDay } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { plural } from '../../../../kernel/text.ts'
import { ageText } from '../../../ground/answers/index.ts'
import { answersPath } from '../../../ground/answers/paths.ts'
import { askStatementsPath, standardPath, standardsPath, statementPath, statementsPath } from '../paths.ts'
import type { MatrixQuery } from './forms.ts'
import { stateKinds, stateNames } from './labels.ts'
import { type Round, readYears } from './queries.ts'
import { deviationsOf, isOverdue, readMatrix, type Statement, standingAt } from './read-matrix.ts'

const shownStatements: { value: string; text: string }[] = [
  { value: 'mangler', text: 'Mangler redegørelse' },
  { value: 'afviger', text: 'Afviger fra standarden' },
]
const parts: { value: string; text: string }[] = [
  { value: 'HOUSING', text: 'Boligorganisationerne' },
  { value: 'MUNICIPALITY', text: 'Kommunen' },
]

const chosen = (round: Round, statements: Statement[], { vis, part }: MatrixQuery): Statement[] =>
  statements.filter(
    statement =>
      (part === '' || statement.organisation.side === part) &&
      (vis !== 'mangler' || statement.given === null) &&
      (vis !== 'afviger' || deviationsOf(round, statement).length > 0),
  )

export const roundCrumbs = ({ slug, title, year }: Round, ...after: { text: string }[]) => [
  { text: 'Fælles standarder', href: standardsPath },
  { text: title, href: standardPath(slug) },
  { text: `Redegørelser for ${year}`, ...(after.length > 0 && { href: statementsPath(slug, year) }) },
  ...after,
]

/** A year's statements: organisation × point, with how old each answer is and who has not answered. */
export function matrixPage(actor: Actor, slug: string, year: number, query: MatrixQuery) {
  const { round, statements } = readMatrix(actor, slug, year)
  const path = statementsPath(slug, year)
  const shown = chosen(round, statements, query)
  const filtered = query.vis !== '' || query.part !== ''
  return {
    title: `Redegørelser for ${year}: ${round.title}`,
    active: 'standarder',
    crumbs: roundCrumbs(round),
    kind: 'Redegørelser om fælles standard',
    heading: `${round.title}: ${year}`,
    summary: summaryOf(round, statements),
    summaryKind: statements.every(({ given }) => given !== null)
      ? 'success'
      : statements.some(one => isOverdue(round, one, actor.today))
        ? 'danger'
        : 'warning',
    facts: [
      {
        term: 'Standard',
        text: `${round.title}, version ${round.version}`,
        href: `${standardPath(slug)}/versioner/${round.version}`,
      },
      { term: 'Frist', text: longDay(round.deadline) },
      { term: 'Åbnet', text: `${longDay(round.openedOn)} af ${round.openedBy}` },
      {
        term: 'Kan besvares',
        text: round.open ? 'Ja, også efter fristen' : 'Nej, der er bedt om redegørelser for et senere år',
      },
    ],
    own: round.open
      ? statements
          .filter(({ own, given }) => own && given === null)
          .map(({ organisation }) => ({
            text: `Svar for ${organisation.name}`,
            href: answersPath(organisation.slug),
          }))
      : [],
    askHref: mayDo(actor, 'prepareTexts') ? askStatementsPath(slug) : null,
    action: path,
    fields: [
      { name: 'vis', label: 'Vis', kind: 'select', all: 'Alle', value: query.vis, options: shownStatements },
      { name: 'part', label: 'Part', kind: 'select', all: 'Alle', value: query.part, options: parts },
    ],
    clearHref: filtered ? path : null,
    csvHref: withQuery(`${path}/tabel.csv`, { vis: query.vis, part: query.part }),
    points: round.points.map(({ key, text }, index) => ({
      key,
      number: index + 1,
      textHtml: renderMarkdown(text),
    })),
    rows: shown.map(statement => rowModel(actor, round, statement)),
    deviations: shown.flatMap(statement =>
      deviationsOf(round, statement).map(answer => ({
        organisation: statement.organisation.name,
        href: `${statementPath(slug, year, statement.organisation.slug)}#${answer.point}`,
        point: round.points.findIndex(({ key }) => key === answer.point) + 1,
        tag: { text: stateNames[answer.state], kind: stateKinds[answer.state] },
        reason: answer.reason,
      })),
    ),
    years: readYears(actor.database, slug)
      .filter(other => other.year !== year)
      .map(other => ({ text: `Redegørelser for ${other.year}`, href: statementsPath(slug, other.year) })),
  }
}

function summaryOf(round: Round, statements: Statement[]): string {
  const given = statements.filter(one => one.given !== null)
  const deviating = given.filter(one => deviationsOf(round, one).length > 0).length
  const parts = [
    `${given.length} af ${plural(statements.length, 'organisation', 'organisationer')} har afgivet redegørelse.`,
  ]
  if (given.length > 0 && deviating === 0) parts.push('Alle, der har svaret, lever op til alle punkter.')
  if (deviating > 0)
    parts.push(
      deviating === 1
        ? 'Én af dem afviger fra standarden og forklarer hvorfor.'
        : `${deviating} af dem afviger fra standarden og forklarer hvorfor.`,
    )
  return parts.join(' ')
}

function rowModel(actor: Actor, round: Round, statement: Statement) {
  const { organisation, given, late, own, answered } = statement
  const as = statement.rows.findLast(row => row.as !== null)?.as ?? null
  return {
    organisation: organisation.name,
    href: given !== null || own ? statementPath(round.slug, round.year, organisation.slug) : null,
    notes: [
      late ? 'Afgivet efter fristen' : '',
      given !== null && as !== null ? `Besvaret af ${as} som administrator` : '',
    ].filter(Boolean),
    missing:
      given === null
        ? {
            tag: {
              text: 'Ikke afgivet',
              kind: isOverdue(round, statement, actor.today) ? ('danger' as const) : ('warning' as const),
            },
            text:
              own && answered > 0
                ? `${answered} af ${plural(round.points.length, 'punkt', 'punkter')} er besvaret.`
                : '',
          }
        : null,
    cells: given === null ? [] : round.points.map((point, index) => cellModel(actor, statement, point.key, index + 1)),
  }
}

function cellModel(actor: Actor, statement: Statement, key: string, number: number) {
  const answer = standingAt(statement, key)
  if (!answer)
    return { number, tag: { text: 'Ikke besvaret', kind: 'neutral' as const }, when: '', age: '', unchanged: false }
  const on = dayOf(answer.at)
  return {
    number,
    tag: { text: stateNames[answer.state], kind: stateKinds[answer.state] },
    when: shortDay(on),
    age: ageText(daysBetween(on, actor.today)),
    unchanged: answer.confirms,
  }
}

const head = [
  'Standard',
  'Version',
  'År',
  'Organisation',
  'Afgivet',
  'Punkt',
  'Krav',
  'Svar',
  'Begrundelse',
  'Dokumentation',
  'Besvaret den',
  'Alder i dage',
  'Besvaret af',
  'Administrator',
  'Bekræftet uændret',
]

/** The same as a table for a spreadsheet, a line a cell; a statement that was not given has one. */
export function matrixCsv(
  actor: Actor,
  slug: string,
  year: number,
  query: MatrixQuery,
): { name: string; content: Buffer } {
  const { round, statements } = readMatrix(actor, slug, year)
  const lines = chosen(round, statements, query).flatMap(statement => {
    const start = [round.title, String(round.version), String(year), statement.organisation.name]
    if (statement.given === null) return [[...start, 'Nej', ...Array<string>(10).fill('')]]
    const given = dayOf(statement.given)
    return round.points.map((point, index) => {
      const answer = standingAt(statement, point.key)
      const on = answer ? dayOf(answer.at) : null
      return [
        ...start,
        given,
        String(index + 1),
        point.text,
        answer ? stateNames[answer.state] : '',
        answer?.reason ?? '',
        answer?.evidence ?? '',
        on ?? '',
        on ? String(daysBetween(on, actor.today)) : '',
        answer?.by ?? '',
        answer?.as ?? '',
        answer?.confirms ? 'Ja' : 'Nej',
      ]
    })
  })
  return { name: `redegoerelser-${slug}-${year}.csv`, content: csvOf(head, lines) }
}
