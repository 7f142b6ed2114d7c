import type { Actor } from '../../access/actor.ts'
import { mayDo } from '../../access/policy.ts'
import { type Day, dayOf, type Instant, longDay, longMoment, shortDay } from '../../kernel/days.ts'
import { renderMarkdown } from '../../kernel/markdown.ts'
import { plural } from '../../kernel/text.ts'
import { decisionStates } from '../decisions/index.ts'
import { proposingOrganisations } from './choices.ts'
import {
  amendmentKinds,
  comparePath,
  proposalPath,
  proposalStates,
  roundPath,
  secretariatNames,
  sideNames,
  slugOfStep,
  strategyGroupNames,
} from './labels.ts'
import {
  allOrganisations,
  decisionsOf,
  draftSignedBy,
  foundRound,
  isWaitedFor,
  latestDraft,
  latestSigning,
  openConflicts,
  type Round,
  type RoundDecision,
  roundFacts,
} from './load-round.ts'
import type { RoundFacts } from './round-conditions.ts'
import { isFinished, road, roundStateKinds, roundStateLabels, type TakenKind, takenLabels } from './round-states.ts'
import { roundTransitionsFrom } from './round-steps.ts'
import { standingAnswers } from './settle-amendment.ts'
import { releaseOf, releaseSentence } from './signing-rules.ts'
import { inTheWayOf, stepOnward, waitingFor } from './waiting.ts'

export const roundCrumbs = (year: number, last?: string) => [
  { text: 'Aftalen', href: '/aftalen' },
  { text: 'Revisioner', href: '/aftalen/revision' },
  last ? { text: String(year), href: roundPath(year) } : { text: String(year) },
  ...(last ? [{ text: last }] : []),
]

/** Everything about a round on one page: where it stands, who is waited for, and what has happened. */
export async function roundPage(actor: Actor, year: number) {
  const db = actor.database
  const round = await foundRound(db.prisma, year)
  const facts = await roundFacts(db.prisma, round, actor.today)
  const decisions = await decisionsOf(db.prisma, round)
  const path = roundPath(year)
  const waiting = round.result
    ? `Alle har underskrevet. Den nye udgave gælder fra den ${longDay(round.result.inForceFrom as Day)}.`
    : waitingFor(facts)
  const mayPropose =
    round.state === 'PROPOSALS' &&
    facts.proposalsUntil >= actor.today &&
    (await proposingOrganisations(actor)).length > 0
  return {
    title: `Revision af aftalen i ${year}`,
    active: 'aftalen',
    crumbs: roundCrumbs(year),
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
    draft: draftBox(round),
    hearing: hearingBox(round, facts),
    items: round.items.map(row => itemLine(actor, round.year, row, decisions)),
    signing: signingBox(actor, round, await releases(actor, round)),
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
    { term: 'Reviderer', text: `Aftalen fra ${round.basis.year}`, href: `/aftalen/${round.basis.year}` },
    { term: 'Frist for ændringsforslag', text: longDay(round.proposalsUntil as Day) },
  ]
  if (round.hearingUntil) facts.push({ term: 'Høringsfrist', text: longDay(round.hearingUntil as Day) })
  if (round.case) facts.push({ term: 'Sag', text: round.case.number, href: `/sager/${round.case.number}` })
  if (decision) facts.push({ term: 'Beslutning', text: decision.number, href: `/beslutninger/${decision.number}` })
  if (round.result) {
    const text = `Aftalen fra ${year}, gælder fra den ${longDay(round.result.inForceFrom as Day)}`
    facts.push({ term: 'Ny udgave', text, href: `/aftalen/${round.result.year}` })
  }
  return facts
}

/** Steps with a page of their own, for those who may take them; what stands in the way is said, not hidden. */
function stepsFor(actor: Actor, round: Round, facts: RoundFacts, waiting: string) {
  return roundTransitionsFrom(round.state).flatMap(({ step, right, label }) => {
    const slug = slugOfStep(step)
    if (!slug || !mayDo(actor, right)) return []
    const waits = inTheWayOf(step, facts)
    const onward = step === stepOnward[round.state]
    // A way out that nobody is on is not shown as waiting, and what is waited for is not said twice.
    if (waits.length > 0 && (!onward || waiting.includes(waits.join(' ')))) return []
    return [
      {
        label,
        href: `${roundPath(round.year)}/skridt/${slug}`,
        kind: onward ? ('primary' as const) : ('secondary' as const),
        waits: waits.length > 0 ? waits.join(' ') : null,
      },
    ]
  })
}

function proposalLine(round: Round, proposal: Round['proposals'][number]) {
  const conflicts = openConflicts(round).flatMap(({ firstId, secondId }) =>
    firstId === proposal.id ? [secondId] : secondId === proposal.id ? [firstId] : [],
  )
  const others = round.proposals.filter(({ id }) => conflicts.includes(id)).map(({ number }) => number)
  return {
    number: proposal.number,
    href: proposalPath(round.year, proposal.number),
    clause: proposal.section ? `§ ${proposal.section.number}. ${proposal.section.heading}` : `Ny: ${proposal.heading}`,
    kind: amendmentKinds[proposal.kind],
    organisation: proposal.organisation.name,
    state: proposalStates[proposal.state],
    support: proposal.support.length === 0 ? '' : plural(proposal.support.length, 'organisation', 'organisationer'),
    conflict: others.length > 0 ? `I modstrid med nr. ${others.join(' og ')}` : '',
  }
}

function conflictLine(round: Round, pair: ReturnType<typeof openConflicts>[number]) {
  const first = round.proposals.find(({ id }) => id === pair.firstId)
  const second = round.proposals.find(({ id }) => id === pair.secondId)
  const clause = round.basis.sections.find(({ key }) => key === pair.sectionKey)
  const answered = standingAnswers(round, pair.firstId, pair.secondId).map(({ side }) => secretariatNames[side])
  return {
    text: `Nr. ${first?.number} (${first?.organisation.shortName}) og nr. ${second?.number} (${second?.organisation.shortName}) ændrer de samme ord i § ${clause?.number}`,
    words: pair.words,
    href: `${roundPath(round.year)}/modstrid/${first?.number}/${second?.number}`,
    answered: answered.length > 0 ? `${answered.join(' og ')} har svaret.` : 'Ingen af sekretariaterne har svaret.',
  }
}

function draftBox(round: Round) {
  const draft = latestDraft(round)
  if (!draft) return null
  const signed = draftSignedBy(round)
  const missing = (['HOUSING', 'MUNICIPALITY'] as const).filter(side => !signed.includes(side))
  return {
    text: `Udkast ${draft.number} af ${longMoment(draft.createdAt as Instant)}`,
    note: draft.note,
    href: `${roundPath(round.year)}/udkast`,
    compareHref: comparePath(round.basis.year, round.year, draft.number),
    signed:
      missing.length === 0
        ? 'Begge sekretariater har godkendt udkastet.'
        : `Mangler godkendelse fra ${missing.map(side => secretariatNames[side].toLowerCase()).join(' og ')}.`,
    complete: missing.length === 0,
  }
}

function hearingBox(round: Round, facts: RoundFacts) {
  if (round.hearingUntil === null) return null
  const draft = latestDraft(round)
  return {
    href: `${roundPath(round.year)}/hoering`,
    open: round.state === 'HEARING' && facts.hearingUntil !== null && facts.hearingUntil >= facts.today,
    groups: (['HOUSING', 'MUNICIPALITY'] as const).map(side => {
      const answers = round.answers.filter(answer => answer.side === side && answer.draftId === draft?.id)
      const whole = answers.some(({ sectionKey }) => sectionKey === null)
      return {
        name: strategyGroupNames[side],
        text: whole ? 'Har svaret' : 'Har ikke svaret',
        kind: whole ? ('success' as const) : ('info' as const),
        count: plural(answers.length, 'svar', 'svar'),
      }
    }),
  }
}

function itemLine(actor: Actor, year: number, row: Round['items'][number], decisions: readonly RoundDecision[]) {
  const { item, purpose } = row
  const decision = decisions.find(({ itemId }) => itemId === item.id)
  return {
    text: `${item.meeting.number}, ${longDay(item.meeting.day as Day)}, punkt ${item.position}: ${item.title}`,
    href: `/moeder/${item.meeting.id}/punkter/${item.id}`,
    purpose: purpose === 'ENDORSE' ? 'Tiltrædelse' : 'Lukning uden ændringer',
    removed: item.removedAt !== null || item.meeting.state === 'CANCELLED',
    decideHref:
      item.meeting.state === 'IN_SESSION' && !decision && mayDo(actor, 'runRevision')
        ? `${roundPath(year)}/beslutning/${item.id}`
        : null,
    decision: decision
      ? {
          text: `Beslutning ${decision.number}`,
          href: `/beslutninger/${decision.number}`,
          state: decisionStates[decision.state],
        }
      : null,
  }
}

/** What became of organisations of the set that have ended since. */
async function releases(actor: Actor, round: Round): Promise<Map<number, string>> {
  const signing = latestSigning(round)
  if (!signing || round.state !== 'SIGNING') return new Map()
  const organisations = await allOrganisations(actor.database.prisma)
  return new Map(
    signing.required.filter(isWaitedFor).flatMap(row => {
      const release = releaseOf(row.organisationId, organisations, actor.today)
      return release ? [[row.organisationId, releaseSentence(release)] as const] : []
    }),
  )
}

function signingBox(actor: Actor, round: Round, released: ReadonlyMap<number, string>) {
  const signing = latestSigning(round)
  if (!signing) return null
  const path = roundPath(round.year)
  const open = round.state === 'SIGNING'
  const asked = signing.required.filter(({ releasedAt }) => releasedAt === null)
  const signed = asked.filter(({ signedAt }) => signedAt !== null)
  const slugs = slugsOf(actor)
  return {
    hash: signing.textHash,
    opened: `Åbnet den ${longDay(dayOf(signing.openedAt as Instant))}`,
    from: `Kan tidligst træde i kraft den ${longDay(signing.inForceFrom as Day)}.`,
    summary: `${signed.length} af ${plural(asked.length, 'organisation', 'organisationer')} har underskrevet.`,
    rows: signing.required.map(row => {
      const slug = slugs.get(row.organisationId) ?? ''
      const waited = open && isWaitedFor(row)
      const subject = { id: row.organisationId, side: row.side, kind: '', parentId: null }
      return {
        side: sideNames[row.side],
        organisation: row.organisationName,
        href: slug ? `/parter/${slug}` : null,
        status: statusOf(row),
        detail: detailOf(row),
        ended: released.get(row.organisationId) ?? null,
        signHref:
          waited && mayDo(actor, 'signAgreement', { organisation: subject }) ? `${path}/underskriv/${slug}` : null,
        releaseAction:
          waited && released.has(row.organisationId) && mayDo(actor, 'runRevision')
            ? `${path}/underskriv/${slug}/fritag`
            : null,
      }
    }),
  }
}

type Required = NonNullable<ReturnType<typeof latestSigning>>['required'][number]

function statusOf(row: Required): { text: string; kind: 'success' | 'danger' | 'neutral' | 'info' } {
  if (row.signedAt) return { text: 'Underskrevet', kind: 'success' }
  if (row.declinedAt) return { text: 'Afvist', kind: 'danger' }
  return row.releasedAt ? { text: 'Fritaget', kind: 'neutral' } : { text: 'Mangler', kind: 'info' }
}

function detailOf(row: Required): string {
  if (row.signedAt) {
    const who = row.title ? `${row.signatory}, ${row.title}` : row.signatory
    const declared = JSON.parse(row.onBehalfOf ?? '[]') as string[]
    const behalf = declared.length > 0 ? ` Også for ${declared.join(', ')}.` : ''
    return `${who}, den ${longDay(dayOf(row.signedAt as Instant))}.${behalf}`
  }
  if (row.declinedAt)
    return `${row.signatory ?? ''}, den ${longDay(dayOf(row.declinedAt as Instant))}: ${row.declineReason ?? ''}`
  return row.releaseReason ?? ''
}

const slugsOf = (actor: Actor): Map<number, string> =>
  new Map(
    actor.database.sql
      .all<{ id: number; slug: string }>('SELECT id, slug FROM Organisation WHERE side IS NOT NULL')
      .map(({ id, slug }) => [id, slug]),
  )

function historyOf(actor: Actor, round: Round) {
  const names = new Map(
    actor.database.sql
      .all<{ id: number; name: string }>(
        `SELECT DISTINCT p.id, p.name FROM RevisionStep s JOIN Person p ON p.id = s.personId WHERE s.roundId = ?`,
        round.id,
      )
      .map(({ id, name }) => [id, name]),
  )
  return round.steps.toReversed().map(({ kind, at, personId, reason }) => ({
    what: takenLabels[kind as TakenKind],
    when: shortDay(dayOf(at as Instant)),
    who: (personId === null ? null : names.get(personId)) ?? 'Systemet',
    reason: reason ?? '',
  }))
}
