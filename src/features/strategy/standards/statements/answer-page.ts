import type { Actor } from '../../../../access/actor.ts'
import { answersAs } from '../../../../access/represented.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { daysBetween, longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { byAndWhen, plural } from '../../../../kernel/text.ts'
import { foundOrganisation, readAdministrationsOn } from '../../../ground/parties/index.ts'
import { organisationPath, partiesPath } from '../../../ground/parties/paths.ts'
import { answersPath, standardPath, statementsPath } from '../paths.ts'
import type { StandardPoint } from '../standard-content.ts'
import { rowName } from './answer-standards.ts'
import { stateNames } from './labels.ts'
import { type AnswerRow, lastOf, loadOpen, type OpenStatement } from './load-open.ts'
import type { StatementState } from './statement-rules.ts'

/** All that an organisation is asked to answer, on one page, with last year's answers offered row by row. */
export async function answerPage(actor: Actor, slug: string, form?: FormState) {
  const found = foundOrganisation(actor.database, slug)
  const open = await loadOpen(actor.database.prisma, found, actor.today, viewOf(actor))
  const administrators = readAdministrationsOn(actor.database, actor.today).filter(
    ({ associationId }) => associationId === found.id,
  )
  const as = answersAs(actor, { id: found.id, administrators: administrators.map(one => one.administratorId) })
  const missing = open.reduce((sum, statement) => sum + missingIn(statement), 0)
  return {
    title: `Redegørelser fra ${found.name}`,
    active: 'parter',
    crumbs: [
      { text: 'Parter', href: partiesPath },
      { text: found.name, href: organisationPath(slug) },
      { text: 'Redegørelser' },
    ],
    heading: `Redegørelser fra ${found.name}`,
    lead: leadOf(open.length, missing),
    asAdministrator:
      typeof as === 'number'
        ? `Du svarer for ${found.name} som administrator. Det fremgår af svaret. Foreningen kan selv svare i stedet.`
        : null,
    action: answersPath(slug),
    back: organisationPath(slug),
    form: form ?? formOf({ answers: Object.fromEntries(open.flatMap(valuesOf)) }),
    statements: open.map(statement => statementModel(actor, statement)),
  }
}

const missingIn = ({ points, rows }: OpenStatement): number =>
  points.filter(({ key }) => lastOf(rows, key) === null).length

function leadOf(statements: number, missing: number): string {
  if (statements === 0) return ''
  if (missing === 0)
    return 'Alle punkter er besvaret. Ret et svar, hvis noget har ændret sig. Det tidligere svar bevares.'
  return `${plural(missing, 'punkt', 'punkter')} mangler svar. Du kan gemme undervejs: Svarene kan kun læses af organisationen selv, indtil alle punkter i en redegørelse er besvaret. Så er redegørelsen afgivet.`
}

/** What the rows are filled in with: this year's answer, or last year's text without its choice. */
const valuesOf = ({ roundId, points, rows, before }: OpenStatement) =>
  points.map(({ key }) => {
    const standing = lastOf(rows, key)
    const shown = standing ?? lastOf(before?.rows ?? [], key)
    const values = {
      state: standing?.state ?? '',
      reason: shown?.reason ?? '',
      evidence: shown?.evidence ?? '',
    }
    return [rowName(roundId, key), values] as const
  })

function statementModel(actor: Actor, statement: OpenStatement) {
  const { roundId, slug, title, version, year, deadline, points, rows } = statement
  const missing = missingIn(statement)
  const late = isPast(deadline, actor.today)
  return {
    anchor: `redegoerelse-${roundId}`,
    title,
    textHref: `${standardPath(slug)}/versioner/${version}`,
    textLink: `Læs standarden, version ${version}`,
    matrixHref: statementsPath(slug, year),
    matrixLink: `Alle redegørelser for ${year}`,
    year,
    tag:
      missing === 0
        ? { text: 'Afgivet', kind: 'success' }
        : late
          ? { text: 'Fristen er overskredet', kind: 'danger' }
          : { text: rows.length === 0 ? 'Ikke begyndt' : 'Kladde', kind: 'warning' },
    deadline: deadlineText(daysBetween(actor.today, deadline), longDay(deadline), missing === 0),
    rows: points.map((point, index) => rowModel(statement, point, index)),
  }
}

function deadlineText(days: number, on: string, given: boolean): string {
  if (given) return `Fristen er den ${on}.`
  if (days < 0) return `Fristen var den ${on}. Redegørelsen kan stadig afgives.`
  return days === 0 ? `Fristen er i dag, den ${on}.` : `Fristen er den ${on}, om ${plural(days, 'dag', 'dage')}.`
}

const choices: StatementState[] = ['FULL', 'PARTLY', 'NOT', 'NOT_RELEVANT']

function rowModel({ roundId, rows, before }: OpenStatement, point: StandardPoint, index: number) {
  const standing = lastOf(rows, point.key)
  const offered = standing ? null : lastOf(before?.rows ?? [], point.key)
  const old = before?.points.find(({ key }) => key === point.key)
  return {
    name: `answers[${rowName(roundId, point.key)}]`,
    anchor: rowName(roundId, point.key),
    number: index + 1,
    textHtml: renderMarkdown(point.text),
    wantedHtml: renderMarkdown(point.evidence),
    seen: standing?.id ?? '',
    options: choices.map(value => ({
      value,
      text: offered?.state === value ? `${stateNames[value]} (svaret i ${before?.year ?? ''})` : stateNames[value],
    })),
    offered: offered
      ? `I ${before?.year ?? ''} svarede I: ${stateNames[offered.state]}. Begrundelse og dokumentation er hentet fra dengang. Vælg et svar for at bekræfte dem, eller ret dem.`
      : null,
    changed:
      offered && old && (old.text !== point.text || old.evidence !== point.evidence)
        ? `Punktet er ændret, siden I svarede i ${before?.year ?? ''}. Dengang lød det: ${old.text}`
        : null,
    standing: standing ? `${answeredText(standing)}.` : null,
  }
}

/** »Besvaret af Karen Holm den 7. december 2026 kl. 10.15« */
export const answeredText = ({ by, as, at, confirms }: Pick<AnswerRow, 'by' | 'as' | 'at' | 'confirms'>): string =>
  `${confirms ? 'Bekræftet uændret' : 'Besvaret'} ${byAndWhen(as ? `${by}, ${as}, som administrator` : by, at)}`
