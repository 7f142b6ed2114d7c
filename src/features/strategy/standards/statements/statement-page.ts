import type { Actor } from '../../../../access/actor.ts'
import { dayOf, daysBetween, longMoment } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { ageText, answeredText } from '../../../ground/answers/index.ts'
import { answersPath } from '../../../ground/answers/paths.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { stateKinds, stateNames } from './labels.ts'
import { roundCrumbs } from './matrix-page.ts'
import type { GivenAnswer } from './queries.ts'
import { readMatrix } from './read-matrix.ts'

/** One organisation's statement, point by point, with the answers that stood before: others see it when it is given. */
export function statementPage(actor: Actor, slug: string, year: number, organisation: string) {
  const { round, statements } = readMatrix(actor, slug, year)
  const statement = statements.find(one => one.organisation.slug === organisation)
  if (!statement || (statement.given === null && !statement.own)) throw notFound('Redegørelsen er ikke afgivet.')
  const { name } = statement.organisation
  return {
    title: `${name}: ${round.title}, ${year}`,
    active: 'standarder',
    crumbs: roundCrumbs(round, { text: name }),
    kind: `Redegørelse for ${year}: ${round.title}`,
    heading: name,
    tag:
      statement.given === null
        ? { text: 'Ikke afgivet', kind: 'warning' }
        : statement.late
          ? { text: 'Afgivet efter fristen', kind: 'warning' }
          : { text: 'Afgivet', kind: 'success' },
    draft:
      statement.given === null
        ? 'Svarene kan kun læses af organisationen selv, indtil alle punkter er besvaret.'
        : null,
    facts: [
      { term: 'Organisation', text: name, href: organisationPath(organisation) },
      ...(statement.given === null ? [] : [{ term: 'Afgivet', text: longMoment(statement.given) }]),
    ],
    answerHref: statement.own && round.open ? answersPath(organisation) : null,
    points: round.points.map(({ key, text }, index) => {
      const rows = statement.rows.filter(row => row.point === key)
      const last = rows.at(-1)
      return {
        anchor: key,
        number: index + 1,
        textHtml: renderMarkdown(text),
        answer: last ? { ...answerModel(last), age: ageText(daysBetween(dayOf(last.at), actor.today)) } : null,
        before: rows.slice(0, -1).toReversed().map(answerModel),
      }
    }),
  }
}

const answerModel = (answer: GivenAnswer) => ({
  tag: { text: stateNames[answer.state], kind: stateKinds[answer.state] },
  reasonHtml: answer.reason ? renderMarkdown(answer.reason) : null,
  evidence: evidenceModel(answer.evidence),
  told: `${answeredText(answer)}.`,
})

/** Evidence that is an address leads there. */
const evidenceModel = (text: string) =>
  text === ''
    ? null
    : /^https?:\/\/\S+$/.test(text)
      ? { href: text, text, html: null }
      : { href: null, text, html: renderMarkdown(text) }
