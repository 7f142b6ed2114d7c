import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { AnswerSource, AskedRow, AskedThing } from '../../../../http/answer-source.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { answeredText, briefText, deadlineText } from '../../../ground/answers/index.ts'
import { standardPath, statementsPath } from '../paths.ts'
import type { StandardPoint } from '../standard-content.ts'
import { judgeStatements, rowName } from './judge-statements.ts'
import { stateNames } from './labels.ts'
import { lastOf, loadOpen, missingIn, type OpenStatement } from './load-open.ts'
import type { StatementState } from './statement-rules.ts'

/** The yearly statements on the standards, point by point, on the page of all that an organisation owes an answer to. */
export const statementSource: AnswerSource = {
  order: 20,
  prefix: 'r',
  async asked(actor, organisation) {
    const open = await loadOpen(actor.database.prisma, organisation, actor.today, viewOf(actor))
    return open.map(statement => thingModel(actor, statement))
  },
  judge: judgeStatements,
}

function thingModel(actor: Actor, statement: OpenStatement): AskedThing {
  const { roundId, slug, title, version, year, deadline, points, rows } = statement
  const missing = missingIn(statement)
  const late = isPast(deadline, actor.today)
  return {
    anchor: `redegoerelse-${roundId}`,
    heading: `${title}: ${year}`,
    why: 'Redegørelse om en fælles standard',
    tag:
      missing === 0
        ? { text: 'Afgivet', kind: 'success' }
        : late
          ? { text: 'Fristen er overskredet', kind: 'danger' }
          : { text: rows.length === 0 ? 'Ikke begyndt' : 'Kladde', kind: 'warning' },
    deadline: deadlineText({ deadline, today: actor.today, missing }, 'Redegørelsen kan stadig afgives.'),
    readers:
      missing === 0
        ? ''
        : 'Svarene kan kun læses af organisationen selv, indtil alle punkter er besvaret. Så er redegørelsen afgivet.',
    links: [
      { href: `${standardPath(slug)}/versioner/${version}`, text: `Læs standarden, version ${version}` },
      { href: statementsPath(slug, year), text: `Alle redegørelser for ${year}` },
    ],
    missing,
    rows: points.map((point, index) => rowModel(statement, point, index + 1)),
  }
}

const choices: StatementState[] = ['FULL', 'PARTLY', 'NOT', 'NOT_RELEVANT']

function rowModel({ roundId, title, rows, before }: OpenStatement, point: StandardPoint, number: number): AskedRow {
  const standing = lastOf(rows, point.key)
  const offered = standing ? null : lastOf(before?.rows ?? [], point.key)
  const shown = standing ?? offered
  const old = before?.points.find(({ key }) => key === point.key)
  return {
    name: rowName(roundId, point.key),
    heading: `Punkt ${number}`,
    brief: briefText(point.text),
    textHtml: renderMarkdown(point.text),
    aside: { label: 'Dokumenteres med:', html: renderMarkdown(point.evidence) },
    question: `Lever I op til punkt ${number} i »${title}«?`,
    options: choices.map(value => ({
      value,
      text: offered?.state === value ? `${stateNames[value]} (svaret i ${before?.year ?? ''})` : stateNames[value],
    })),
    reason: {
      label: `Begrundelse, punkt ${number} i »${title}«`,
      hint: 'Skal udfyldes, når svaret er et andet end »Lever op til«.',
    },
    evidence: {
      label: `Dokumentation, punkt ${number} i »${title}«`,
      hint: 'En kort tekst eller et link.',
    },
    offered: offered
      ? `I ${before?.year ?? ''} svarede I: ${stateNames[offered.state]}. Begrundelse og dokumentation er hentet fra dengang. Vælg et svar for at bekræfte dem, eller ret dem.`
      : null,
    changed:
      offered && old && (old.text !== point.text || old.evidence !== point.evidence)
        ? `Punktet er ændret, siden I svarede i ${before?.year ?? ''}. Dengang lød det: ${old.text}`
        : null,
    confirm: offered
      ? {
          answer: offered.id,
          when: String(before?.year ?? ''),
          state: stateNames[offered.state],
          words: [offered.reason, offered.evidence].filter(Boolean),
        }
      : null,
    standing: standing ? { state: stateNames[standing.state], by: `${answeredText(standing)}.` } : null,
    seen: standing?.id ?? '',
    values: { state: standing?.state ?? '', reason: shown?.reason ?? '', evidence: shown?.evidence ?? '' },
  }
}
