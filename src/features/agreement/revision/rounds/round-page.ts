import type { Actor } from '../../../../access/actor.ts'
import { possibleSteps } from '../../../../access/steps.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { type Day, dayOf, longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { sentencesOf } from '../../../../kernel/objection.ts'
import { decisionPath } from '../../../decisions/decisions/paths.ts'
import { casePath } from '../../../meetings/cases/paths.ts'
import { isFinished, road, roundStateKinds, roundStateLabels, takenLabels } from '../../agreement/index.ts'
import { agreementsPath, versionPath } from '../../agreement/paths.ts'
import { slugOfStep } from '../labels.ts'
import { revisionPath, roundPath } from '../paths.ts'
import { proposingOrganisations } from './choices.ts'
import { factsOfKept, keptRound } from './kept-round.ts'
import { latestSigning, openConflicts, type Round, type RoundDecision } from './load-round.ts'
import { readableDecisions, readableItems, withReadableDraft } from './readable-round.ts'
import type { RoundFacts } from './round-conditions.ts'
import { conflictLine, proposalLine } from './round-proposals.ts'
import { releases, signingBox } from './round-signing.ts'
import { draftBox, hearingBox, itemLine } from './round-stages.ts'
import { roundWay } from './round-steps.ts'
import { asIfTold, stepOnward, waitingFor } from './waiting.ts'

export const roundCrumbs = (year: number, last?: string) => [
  { text: 'Samarbejdsaftalen', href: agreementsPath },
  { text: 'Revisioner', href: revisionPath },
  last ? { text: String(year), href: roundPath(year) } : { text: String(year) },
  ...(last ? [{ text: last }] : []),
]

/** Everything about a round on one page: where it stands, who is waited for, and what has happened. */
export async function roundPage(actor: Actor, year: number) {
  const db = actor.database
  const kept = await keptRound(db, year)
  const { round } = kept
  const facts = factsOfKept(kept, actor.today)
  const decisions = readableDecisions(actor, kept.decisions)
  const readable = await withReadableDraft(actor, round)
  const items = readableItems(actor, round)
  const path = roundPath(year)
  const waiting = round.result
    ? `Alle har underskrevet. Den nye version gælder fra den ${longDay(round.result.inForceFrom)}.`
    : waitingFor(facts)
  const mayPropose =
    round.state === 'PROPOSALS' &&
    !isPast(facts.proposalsUntil, actor.today) &&
    (await proposingOrganisations(actor)).length > 0
  return {
    title: `Revision af aftalen i ${year}`,
    active: 'aftalen',
    crumbs: roundCrumbs(year),
    eventsHref: ownEvents(actor, 'revision', round.id),
    path,
    state: { text: stateText(round, actor.today), kind: roundStateKinds[round.state] },
    stopped: stoppedSentence(round),
    waiting,
    road: roadOf(round),
    purposeHtml: round.purpose ? renderMarkdown(round.purpose) : null,
    facts: factsOf(round, decisions, year),
    steps: stepsFor(actor, round, facts, waiting),
    proposals: round.proposals.map(proposal => proposalLine(round, proposal)),
    mayPropose,
    proposePath: `${path}/forslag/ny`,
    conflicts: openConflicts(round).map(pair => conflictLine(round, pair)),
    draft: draftBox(readable),
    hearing: hearingBox(readable, facts),
    items: round.items.map(row => itemLine(actor, round.year, { row, seen: items.get(row.itemId) }, decisions)),
    signing: signingBox(actor, round, releases(actor, kept)),
    history: historyOf(actor, round),
  }
}

const stateText = (round: Round, today: Day): string =>
  round.state === 'SIGNED' && round.result && round.result.inForceFrom <= today
    ? 'Trådt i kraft'
    : roundStateLabels[round.state]

const stoppedSentence = (round: Round): string | null =>
  round.state === 'STOPPED' ? (latestSigning(round)?.stoppedWhy ?? 'Revisionen er stoppet.') : null

function roadOf(round: Round) {
  const state = round.state === 'STOPPED' ? 'SIGNING' : round.state
  const at = road.indexOf(state)
  const finished = isFinished(round.state)
  return road.map((step, index) => ({
    text: roundStateLabels[step],
    status: at < 0 ? 'none' : index < at || (finished && index === at) ? 'done' : index === at ? 'now' : 'next',
  }))
}

function factsOf(round: Round, decisions: readonly RoundDecision[], year: number) {
  const decision = decisions.find(({ id }) => id === round.decisionId)
  const facts: { term: string; text: string; href?: string }[] = [
    { term: 'Reviderer', text: `Aftalen fra ${round.basis.year}`, href: versionPath(round.basis.year) },
    { term: 'Frist for ændringsforslag', text: longDay(round.proposalsUntil) },
  ]
  if (round.hearingUntil) facts.push({ term: 'Høringsfrist', text: longDay(round.hearingUntil) })
  if (round.case) facts.push({ term: 'Sag', text: round.case.number, href: casePath(round.case.number) })
  if (decision) facts.push({ term: 'Beslutning', text: decision.number, href: decisionPath(decision.number) })
  if (round.result) {
    const text = `Aftalen fra ${year}, gælder fra den ${longDay(round.result.inForceFrom)}`
    facts.push({ term: 'Ny version', text, href: versionPath(round.result.year) })
  }
  return facts
}

/** Steps with a page of their own, for those who may take them; what stands in the way is said, not hidden. */
function stepsFor(actor: Actor, round: Round, facts: RoundFacts, waiting: string) {
  return possibleSteps(roundWay, actor, asIfTold(facts)).flatMap(({ transition: { step, label }, objections }) => {
    const slug = slugOfStep(step)
    if (!slug) return []
    const waits = sentencesOf(objections)
    const onward = step === stepOnward[round.state]
    // A way out that nobody is on is not shown as waiting, and what is waited for is not said twice.
    if (waits && (!onward || waiting.includes(waits))) return []
    return [
      {
        label,
        href: `${roundPath(round.year)}/skridt/${slug}`,
        kind: onward ? ('primary' as const) : ('secondary' as const),
        waits: waits || null,
      },
    ]
  })
}

const personRow = rowsOf({
  id: column.number,
  name: column.text,
})

function historyOf(actor: Actor, round: Round) {
  const names = new Map(
    actor.database.sql
      .all(
        personRow,
        `SELECT DISTINCT p.id, p.name FROM RevisionStep s JOIN Person p ON p.id = s.personId WHERE s.roundId = ?`,
        round.id,
      )
      .map(({ id, name }) => [id, name]),
  )
  return round.steps.toReversed().map(({ kind, at, personId, reason }) => ({
    what: takenLabels[kind],
    when: longDay(dayOf(at)),
    who: (personId === null ? null : names.get(personId)) ?? 'Systemet',
    reason: reason ?? '',
  }))
}
