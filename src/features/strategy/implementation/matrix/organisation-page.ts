import type { Actor } from '../../../../access/actor.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { answeredText } from '../../../ground/answers/index.ts'
import { answersPath } from '../../../ground/answers/paths.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { strategyVersionPath } from '../../strategies/paths.ts'
import { type HalfYear, halfText } from '../half-year.ts'
import { stateKinds, stateNames } from '../labels.ts'
import { roundCrumbs } from './matrix-page.ts'
import { isLate, readMatrix } from './read-matrix.ts'

/** What one organisation has answered in a half-year, strategy by strategy. */
export function organisationPage(actor: Actor, half: HalfYear, slug: string) {
  const { round, rows } = readMatrix(actor, half)
  const row = rows.find(({ organisation }) => organisation.slug === slug)
  if (!row) throw notFound('Organisationen er ikke spurgt i det halvår.')
  const { organisation, own, cells, missing } = row
  return {
    title: `${organisation.name}: gennemførelse, ${halfText(half)}`,
    active: 'strategier',
    crumbs: roundCrumbs(half, { text: organisation.name }),
    kind: `Gennemførelse af fælles strategier, ${halfText(half)}`,
    heading: organisation.name,
    tag:
      missing === 0
        ? { text: 'Besvaret', kind: 'success' }
        : {
            text: missing === 1 ? '1 svar mangler' : `${missing} svar mangler`,
            kind: isLate(round, missing, actor.today) ? 'danger' : 'warning',
          },
    facts: [{ term: 'Organisation', text: organisation.name, href: organisationPath(slug) }],
    answerHref: own && round.open ? answersPath(slug) : null,
    strategies: cells.map(({ subject, answers }) => ({
      title: subject.title,
      href: strategyVersionPath(subject.slug, subject.version),
      version: `version ${subject.version}`,
      rows: answers.map(({ question, answer }) => ({
        goal: `${question.short}: ${question.title}`,
        tag: answer
          ? { text: stateNames[answer.state], kind: stateKinds[answer.state] }
          : { text: 'Ikke besvaret', kind: 'warning' },
        reason: answer?.reason ?? '',
        evidence: evidenceCell(answer?.evidence ?? ''),
        told: answer ? `${answeredText(answer)}.` : '',
      })),
    })),
  }
}

/** Evidence that is an address leads there. */
const evidenceCell = (text: string) => (/^https?:\/\/\S+$/.test(text) ? { text, href: text } : text)
