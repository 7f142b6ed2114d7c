import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { type Day, daysBetween, longDay, shortDay } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import { ageText } from '../../../ground/answers/index.ts'
import { answersPath } from '../../../ground/answers/paths.ts'
import { strategiesPath, strategyVersionPath } from '../../strategies/paths.ts'
import type { MatrixQuery } from '../forms.ts'
import { type HalfYear, halfKey, halfText } from '../half-year.ts'
import { type ImplementationState, implementationStates } from '../implementation-rules.ts'
import { stateKinds, stateNames } from '../labels.ts'
import { askImplementationPath, implementationPath, organisationAnswersPath, roundPath } from '../paths.ts'
import {
  answersOf,
  type Cell,
  type DatedAnswer,
  isLate,
  type MatrixRow,
  type Round,
  readMatrix,
} from './read-matrix.ts'

export const roundCrumbs = (half: HalfYear, ...after: { text: string }[]) => [
  { text: 'Fælles strategier', href: strategiesPath },
  { text: 'Gennemførelse', href: implementationPath },
  { text: halfText(half), ...(after.length > 0 && { href: roundPath(halfKey(half)) }) },
  ...after,
]

/** Of a half-year, what its address asks for: the organisations, and the strategies. */
export function chosenMatrix(actor: Actor, half: HalfYear, { vis, part, strategi }: MatrixQuery) {
  const { round, subjects, rows } = readMatrix(actor, half)
  const shown = subjects.filter(({ slug }) => strategi === '' || slug === strategi)
  const ofShown = rows.map((row): MatrixRow => {
    const cells = row.cells.filter(({ subject }) => shown.includes(subject))
    return { ...row, cells, missing: cells.reduce((sum, { missing }) => sum + missing, 0) }
  })
  const chosen = ofShown.filter(
    row =>
      (part === '' || row.organisation.side === part) &&
      (vis !== 'mangler' || row.missing > 0) &&
      (vis !== 'fravalgt' || answersOf(row, 'OPTED_OUT').length > 0),
  )
  return { round, subjects, shown, all: ofShown, rows: chosen }
}

/** Strategy × organisation, or of one strategy goal × organisation: how far each is, how old its answer, who has not answered. */
export function matrixPage(actor: Actor, half: HalfYear, query: MatrixQuery) {
  const { round, subjects, shown, all, rows } = chosenMatrix(actor, half, query)
  const path = roundPath(halfKey(half))
  const [only] = shown.length === 1 ? shown : []
  return {
    title: `Gennemførelse af strategierne: ${halfText(half)}`,
    active: 'strategier',
    crumbs: roundCrumbs(half),
    heading: `Hvor langt er organisationerne? ${halfText(half)}`,
    summary: summaryOf(all),
    summaryKind: all.every(({ missing }) => missing === 0)
      ? 'success'
      : all.some(({ missing }) => isLate(round, missing, actor.today))
        ? 'danger'
        : 'warning',
    facts: factsOf(round, shown),
    own: round.open
      ? all
          .filter(({ own, missing }) => own && missing > 0)
          .slice(0, 3)
          .map(({ organisation }) => ({ text: `Svar for ${organisation.name}`, href: answersPath(organisation.slug) }))
      : [],
    askHref: mayDo(actor, 'prepareTexts') ? askImplementationPath : null,
    action: path,
    fields: [
      {
        name: 'strategi',
        label: 'Strategi',
        kind: 'select',
        all: 'Alle',
        value: query.strategi,
        options: subjects.map(({ slug, title }) => ({ value: slug, text: title })),
      },
      { name: 'vis', label: 'Vis', kind: 'select', all: 'Alle', value: query.vis, options: shownRows },
      { name: 'part', label: 'Part', kind: 'select', all: 'Alle', value: query.part, options: parts },
    ],
    clearHref: query.vis || query.part || query.strategi ? path : null,
    csvHref: withQuery(`${path}/tabel.csv`, { ...query }),
    columns: only
      ? only.questions.map(({ short, title }) => ({ text: short, about: title, href: null }))
      : shown.map(({ title, slug }) => ({
          text: title,
          about: '',
          href: withQuery(path, { ...query, strategi: slug }),
        })),
    rows: rows.map(row => rowModel(actor, { row, round, half, goals: only !== undefined })),
    optedOut: rows.flatMap(row =>
      answersOf(row, 'OPTED_OUT').map(({ subject, question, answer }) => ({
        organisation: row.organisation.name,
        href: organisationAnswersPath(halfKey(half), row.organisation.slug),
        strategy: subject.title,
        goal: `${question.short}: ${question.title}`,
        reason: answer.reason,
      })),
    ),
  }
}

const shownRows = [
  { value: 'mangler', text: 'Mangler svar' },
  { value: 'fravalgt', text: 'Har fravalgt noget' },
]
const parts = [
  { value: 'HOUSING', text: 'Boligorganisationerne' },
  { value: 'MUNICIPALITY', text: 'Kommunen' },
]

function summaryOf(rows: readonly MatrixRow[]): string {
  const whole = rows.filter(({ missing }) => missing === 0).length
  const counts = countsText(rows.flatMap(({ cells }) => cells.flatMap(({ answers }) => answers.map(one => one.answer))))
  return [
    `${whole} af ${plural(rows.length, 'organisation', 'organisationer')} har svaret på alt.`,
    ...(counts ? [`Svarene fordeler sig sådan: ${counts}.`] : []),
  ].join(' ')
}

function factsOf(round: Round, shown: readonly { slug: string; title: string; version: number }[]) {
  return [
    ...shown.map(({ slug, title, version }) => ({
      term: 'Tekst',
      text: `${title}, version ${version}`,
      href: strategyVersionPath(slug, version),
    })),
    { term: 'Frist', text: longDay(round.deadline) },
    { term: 'Åbnet', text: `${longDay(round.openedOn)} af ${round.openedBy}` },
    { term: 'Kan besvares', text: round.open ? 'Ja, også efter fristen' : 'Nej, et senere halvår er åbnet' },
  ]
}

/** »2 gennemført, 3 i gang« */
function countsText(answers: readonly (DatedAnswer | null)[]): string {
  const counts = new Map<ImplementationState, number>()
  for (const answer of answers) if (answer) counts.set(answer.state, (counts.get(answer.state) ?? 0) + 1)
  return [...implementationStates]
    .toReversed()
    .flatMap(state => {
      const count = counts.get(state) ?? 0
      return count > 0 ? [`${count} ${stateNames[state].toLocaleLowerCase('da')}`] : []
    })
    .join(', ')
}

/** An organisation that has answered nothing has one cell; one that answered all on a day tells the day once. */
function rowModel(
  actor: Actor,
  { row, round, half, goals }: { row: MatrixRow; round: Round; half: HalfYear; goals: boolean },
) {
  const given = row.cells.flatMap(({ answers }) => answers.flatMap(({ answer }) => (answer ? [answer] : [])))
  const days = new Set(given.map(({ day }) => day))
  const [first] = given
  const once = days.size === 1 && first ? `Besvaret ${whenText(actor, first.day, '')}` : null
  const cells = goals
    ? (row.cells[0]?.answers ?? []).map(({ question, answer }) =>
        goalCell(actor, question.short, answer, isLate(round, 1, actor.today)),
      )
    : row.cells.map(cell => strategyCell(actor, cell, isLate(round, cell.missing, actor.today)))
  return {
    organisation: row.organisation.name,
    href: organisationAnswersPath(halfKey(half), row.organisation.slug),
    notes: [...(once ? [once] : []), ...administratorsOf(given)],
    missing:
      given.length === 0
        ? { tag: { text: 'Ikke besvaret', kind: isLate(round, 1, actor.today) ? 'danger' : 'warning' } }
        : null,
    cells: given.length === 0 ? [] : cells.map(cell => ({ ...cell, when: once ? cell.unchanged : cell.when })),
  }
}

const administratorsOf = (given: readonly DatedAnswer[]): string[] => [
  ...new Set(given.flatMap(({ as }) => (as ? [`Besvaret af ${as} som administrator`] : []))),
]

function strategyCell(actor: Actor, { subject, answers, missing }: Cell, late: boolean) {
  const given = answers.flatMap(({ answer }) => (answer ? [answer] : []))
  const oldest = given.reduce<Day | null>((least, { day }) => (least === null || day < least ? day : least), null)
  return {
    label: subject.title,
    tag:
      missing === 0
        ? { text: 'Besvaret', kind: 'success' as const }
        : {
            text: given.length === 0 ? 'Ikke besvaret' : `${given.length} af ${answers.length} besvaret`,
            kind: late ? ('danger' as const) : ('warning' as const),
          },
    text: countsText(given),
    when: oldest ? whenText(actor, oldest, given.length > 1 ? 'Ældste svar ' : '') : '',
    unchanged: '',
  }
}

function goalCell(actor: Actor, label: string, answer: DatedAnswer | null, late: boolean) {
  if (!answer)
    return {
      label,
      tag: { text: 'Ikke besvaret', kind: late ? ('danger' as const) : ('warning' as const) },
      text: '',
      when: '',
      unchanged: '',
    }
  return {
    label,
    tag: { text: stateNames[answer.state], kind: stateKinds[answer.state] },
    text: '',
    when: whenText(actor, answer.day, '') + (answer.confirms ? ', bekræftet uændret' : ''),
    unchanged: answer.confirms ? 'Bekræftet uændret' : '',
  }
}

function whenText(actor: Actor, on: Day, before: string): string {
  return `${before}${shortDay(on)}, ${ageText(daysBetween(on, actor.today))}`
}
