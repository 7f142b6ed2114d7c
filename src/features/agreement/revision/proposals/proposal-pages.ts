import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay, longMoment } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { renderDocument } from '../../../../kernel/markdown/document-markdown.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { byAndWhen, capitalised } from '../../../../kernel/text.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import { sectionRedline } from '../../agreement/index.ts'
import { amendmentKinds, clausePath, proposalStates, settlementNames } from '../labels.ts'
import { proposalPath, roundPath } from '../paths.ts'
import { proposingOrganisations } from '../rounds/choices.ts'
import { keptRound } from '../rounds/kept-round.ts'
import { amendmentOf, basisText, openConflicts, type Round, type RoundProposal } from '../rounds/load-round.ts'
import { isSettledInReadable, readableRound } from '../rounds/readable-round.ts'
import { roundCrumbs } from '../rounds/round-page.ts'
import { applyAmendment, isNewSection } from './proposal-rules.ts'

const notYetTold = 'Ordene og begrundelsen vises, når begge sekretariater har godkendt udkastet.'

/** The form for an organisation's proposal, beside the section that it is about. */
export async function newProposalPage(actor: Actor, year: number, chosen: string | undefined, form?: FormState) {
  const round = (await keptRound(actor.database, year)).round
  const organisations = await proposingOrganisations(actor)
  const open = round.state === 'PROPOSALS' && !isPast(round.proposalsUntil, actor.today)
  const typed = form?.values.section
  const key = typeof typed === 'string' ? typed : chosen
  const clause = round.basis.sections.find(section => section.key === key)
  return {
    title: 'Stil et ændringsforslag',
    active: 'aftalen',
    crumbs: roundCrumbs(year, 'Ændringsforslag'),
    action: `${roundPath(year)}/forslag`,
    chooseAction: `${roundPath(year)}/forslag/ny`,
    back: roundPath(year),
    until: longDay(round.proposalsUntil),
    inTheWay: open
      ? organisations.length === 0
        ? 'Forslag stilles af organisationernes medlemmer af grupperne, deres sekretærer og deres underskrivere.'
        : null
      : 'Revisionen er ikke åben for ændringsforslag.',
    organisations,
    sections: [
      ...round.basis.sections.map(section => ({ value: section.key, text: `§ ${section.number}. ${section.heading}` })),
      { value: 'nyt', text: 'En ny bestemmelse' },
    ],
    chosen: key ?? '',
    clause: clause ? { heading: `§ ${clause.number}. ${clause.heading}`, html: renderDocument(clause.body) } : null,
    newSection: key === 'nyt',
    kinds: Object.entries(amendmentKinds).map(([value, text]) => ({ value, text })),
    labels,
    form:
      form ??
      formOf({
        section: key ?? '',
        kind: key === 'nyt' ? 'ADD' : 'REPLACE',
        organisationId: organisations[0]?.value ?? '',
      }),
  }
}

const labels = {
  organisationId: 'Organisation',
  section: 'Bestemmelse',
  kind: 'Hvad går forslaget ud på?',
  heading: 'Overskrift',
  words: 'Ord i aftalen',
  text: 'Ny tekst',
  reasons: 'Begrundelse',
}

interface Forms {
  support?: FormState
  comment?: FormState
  withdraw?: FormState
  settle?: FormState
}

/** A proposal with its reasons, who supports it, its discussion and its answer. */
export async function proposalPage(actor: Actor, year: number, number: number, forms: Forms = {}) {
  const round = await readableRound(actor, year)
  const proposal = round.proposals.find(found => found.number === number)
  if (!proposal) throw notFound()
  const path = proposalPath(year, number)
  const open = proposal.state === 'OPEN'
  const conflict = conflictOf(round, proposal)
  const mine = await proposingOrganisations(actor)
  const others = mine.filter(({ value }) => Number(value) !== proposal.organisationId)
  const supporting = proposal.support.map(({ organisationId }) => organisationId)
  const discussable = ['PROPOSALS', 'DRAFTING', 'HEARING', 'ENDORSEMENT'].includes(round.state)
  const changeable = open && ['PROPOSALS', 'DRAFTING'].includes(round.state)
  return {
    title: `Ændringsforslag ${number} i ${year}`,
    active: 'aftalen',
    crumbs: roundCrumbs(year, `Ændringsforslag ${number}`),
    path,
    heading: `Ændringsforslag ${number}`,
    state: proposalStates[proposal.state],
    facts: factsOf(round, proposal, proposerOf(actor, proposal)),
    change: changeOf(round, proposal),
    // The words of a proposal upon our summary are not in the text that has taken its place.
    words: { old: proposal.words, now: proposal.text },
    reasonsHtml: renderMarkdown(proposal.reasons),
    support: proposal.support.map(({ organisation }) => organisation.name),
    supportChoices: changeable ? others.filter(({ value }) => !supporting.includes(Number(value))) : [],
    takeBackChoices: changeable ? others.filter(({ value }) => supporting.includes(Number(value))) : [],
    comments: commentsOn(actor, proposal.id),
    mayComment: discussable && mayDo(actor, 'discussAmendment'),
    mayWithdraw: changeable && mine.some(({ value }) => Number(value) === proposal.organisationId),
    conflict,
    answer: answerOf(round, proposal),
    maySettle: open && round.state === 'DRAFTING' && conflict === null && mayDo(actor, 'runRevision'),
    outcomes: Object.entries(settlementNames).map(([value, text]) => ({ value, text })),
    supportForm: forms.support ?? formOf(),
    commentForm: forms.comment ?? formOf(),
    withdrawForm: forms.withdraw ?? formOf(),
    settleForm: forms.settle ?? formOf({ text: proposal.text }, proposal.version),
    settleLabels: {
      outcome: 'Hvad skal der ske med forslaget?',
      text: 'Tekst, der indarbejdes',
      reason: 'Begrundelse',
    },
  }
}

function factsOf(round: Round, proposal: RoundProposal, proposer: string) {
  const { section, kind } = proposal
  return [
    { term: 'Stillet af', text: proposal.organisation.name, href: organisationPath(proposal.organisation.slug) },
    { term: 'Indsendt', text: capitalised(byAndWhen(proposer, proposal.proposedAt)) },
    section
      ? {
          term: 'Bestemmelse',
          text: `§ ${section.number}. ${section.heading}`,
          href: clausePath(round.basis.year, section.number),
        }
      : { term: 'Bestemmelse', text: `Ny bestemmelse: ${proposal.heading}` },
    {
      term: 'Type',
      text: `${amendmentKinds[kind]}${proposal.editorial ? ' (redaktionel ændring, meningen er den samme)' : ''}`,
    },
  ]
}

const nameRow = rowsOf({
  name: column.text,
})

const proposerOf = (actor: Actor, proposal: RoundProposal): string =>
  actor.database.sql.get(nameRow, 'SELECT name FROM Person WHERE id = ?', proposal.proposedById)?.name ?? ''

/** The section as it stands and as the proposal would have it, word for word. */
function changeOf(round: Round, proposal: RoundProposal) {
  const amendment = amendmentOf(proposal)
  const { sections } = basisText(round)
  const applied = applyAmendment(sections, amendment, (heading, body) => ({ key: 'ny', number: '', heading, body }))
  if ('objection' in applied) return []
  const key = isNewSection(amendment) ? 'ny' : amendment.sectionKey
  const [before, after] = [sections, applied.clauses].map(list => list.find(section => section.key === key) ?? null)
  return sectionRedline(before ?? null, after && before ? { ...after, number: before.number } : (after ?? null))
}

const commentRow = rowsOf({
  name: column.text,
  organisation: column.text,
  text: column.text,
  at: column.moment,
})

const commentsOn = (actor: Actor, proposalId: number) =>
  actor.database.sql
    .all(
      commentRow,
      `SELECT c.name, o.name AS organisation, c.text, c.at FROM ProposalComment c
       JOIN Organisation o ON o.id = c.organisationId WHERE c.proposalId = ? ORDER BY c.id`,
      proposalId,
    )
    .map(({ name, organisation, text, at }) => ({ who: `${name}, ${organisation}`, when: longMoment(at), text }))

function conflictOf(round: Round, proposal: RoundProposal) {
  const pair = openConflicts(round).find(({ firstId, secondId }) => [firstId, secondId].includes(proposal.id))
  if (!pair) return null
  const numberOf = (id: number) => round.proposals.find(found => found.id === id)?.number ?? 0
  const [first, second] = [numberOf(pair.firstId), numberOf(pair.secondId)]
  return {
    text: `Forslaget ændrer de samme ord som ændringsforslag ${first === proposal.number ? second : first}. Sekretariaterne afgør modstriden i fællesskab.`,
    href: `${roundPath(round.year)}/modstrid/${first}/${second}`,
  }
}

function answerOf(round: Round, proposal: RoundProposal) {
  if (proposal.state === 'OPEN' || !proposal.settledAt) return null
  const told = proposal.state === 'WITHDRAWN' || isSettledInReadable(round, proposal.settledAt)
  if (!told)
    return {
      text: proposalStates[proposal.state].text,
      when: longMoment(proposal.settledAt),
      words: null,
      reason: notYetTold,
    }
  return {
    text: proposalStates[proposal.state].text,
    when: longMoment(proposal.settledAt),
    words: proposal.settledText,
    reason: proposal.settledReason ?? '',
  }
}
