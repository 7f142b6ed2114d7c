import type { Actor } from '../../../../access/actor.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import type { RowsQuery } from '../forms.ts'
import { verdicts } from '../judge/judged-figure.ts'
import { verdictWords } from '../labels.ts'
import { deliverPath, headingsPath, importPath, rejectedPath, rowsPath } from '../paths.ts'
import { type Outcome, readOutcome } from '../waiting/outcome.ts'
import { partsOf, type WaitingFile } from '../waiting/waiting-files.ts'
import { importCrumbs, stepsBar } from './steps-bar.ts'

const size = 50
const number = (count: number): string => count.toLocaleString('da')

/** While the rows are judged: the page asks for itself again, or its reader does. */
export const stagePage = (waiting: WaitingFile, stage: string) => ({
  title: 'Rækkerne bedømmes',
  active: 'indikatorer',
  crumbs: importCrumbs(waiting.name),
  steps: stepsBar('rows', waiting.id),
  name: waiting.name,
  stage,
  path: rowsPath(waiting.id),
})

/** Every figure of the file with its verdict, before any of it is stored. */
export function rowsPage(actor: Actor, waiting: WaitingFile, outcome: Outcome, { vis, q, side }: RowsQuery) {
  const { id, name, sheets } = waiting
  const path = rowsPath(id)
  const verdict = verdicts.find(one => verdictWords[one].slug === vis) ?? null
  const found = readOutcome(partsOf(actor.database, id).outcome, {
    ...{ verdict, words: q, from: (side - 1) * size, most: size },
  })
  const total = verdicts.reduce((sum, one) => sum + outcome.counts[one], 0)
  const stored = outcome.counts.ready + outcome.counts.corrected + outcome.counts.warned
  const hasSheets = sheets.length > 1
  return {
    title: 'Rækker',
    active: 'indikatorer',
    crumbs: importCrumbs(name),
    steps: stepsBar('rows', id),
    name,
    lead: `${plural2(total, 'tal er', 'tal er')} bedømt. Intet er gemt endnu.`,
    counts: verdicts.flatMap(one => {
      const count = outcome.counts[one]
      const { text, kind, slug, about } = verdictWords[one]
      return count === 0
        ? []
        : [{ text, kind, count: number(count), about, href: withQuery(path, { vis: slug }), current: vis === slug }]
    }),
    filters: {
      action: path,
      label: 'Søg i rækkerne',
      submit: 'Søg',
      clearHref: q !== '' || vis !== '' ? path : null,
      fields: [
        { kind: 'search' as const, name: 'q', label: 'Søg i sted, indikator, år og årsag', value: q },
        {
          ...{ kind: 'select' as const, name: 'vis', label: 'Bedømmelse', value: vis },
          options: [
            { value: '', text: 'Alle' },
            ...verdicts.map(one => ({ value: verdictWords[one].slug, text: verdictWords[one].text })),
          ],
        },
      ],
    },
    found: found.count === total ? '' : `${number(found.count)} af ${number(total)} vises.`,
    rows: found.rows.map(row => ({
      line: hasSheets ? `${row.sheet}, ${row.line}` : String(row.line),
      column: row.letter,
      place: row.place || 'Ikke læst',
      indicator: row.indicator,
      year: row.year === null ? '' : String(row.year),
      told: row.told,
      before: row.before === '' ? '' : `Før: ${row.before}`,
      tag: { text: verdictWords[row.verdict].text, kind: verdictWords[row.verdict].kind },
      why: row.remarks
        .map(({ column, value, reason }) =>
          column === '' ? reason : `${column}${value === '' ? '' : ` »${value}«`}: ${reason}`,
        )
        .join('\n'),
    })),
    stored,
    goOn: deliverPath(id),
    goOnText: `Fortsæt med ${plural2(stored, 'tal', 'tal')}`,
    nothing: stored === 0 ? nothingText(outcome) : '',
    rejected: outcome.rejectedSheets.map((sheet, at) => ({
      href: rejectedPath(id, at),
      text: sheet === '' || !hasSheets ? 'Hent de afviste rækker' : `Hent de afviste rækker fra »${sheet}«`,
    })),
    headings: headingsPath(id),
    choose: importPath,
    nextHref: found.count > side * size ? withQuery(path, { vis, q, side: side + 1 }) : null,
    prevHref: side > 1 ? withQuery(path, { vis, q }) : null,
  }
}

const plural2 = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`

const nothingText = ({ counts }: Outcome): string =>
  counts.rejected > 0
    ? 'Ingen af rækkerne kan indlæses, som de er.'
    : 'Alt i filen er registreret i forvejen. Der er intet at indlæse.'
