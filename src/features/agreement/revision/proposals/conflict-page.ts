import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { phrase, sentence } from '../../../../kernel/text.ts'
import { sideOf } from '../../../ground/sealed/index.ts'
import { amendmentKinds, conflictOutcomes, proposalStates, secretariatNames } from '../labels.ts'
import { proposalPath, roundPath } from '../paths.ts'
import { amendmentOf, openConflicts, type RoundProposal } from '../rounds/load-round.ts'
import { isSettledInReadable, readableRound } from '../rounds/readable-round.ts'
import { roundCrumbs } from '../rounds/round-page.ts'
import { wordsOfBoth } from './proposal-rules.ts'
import { standingAnswers } from './settle-amendment.ts'

/** Two proposals on the same words, side by side, with what each secretariat says should come of them. */
export async function conflictPage(actor: Actor, year: number, numbers: [number, number], form?: FormState) {
  const round = await readableRound(actor, year)
  const [first, second] = numbers.map(number => round.proposals.find(found => found.number === number))
  if (!first || !second) throw notFound()
  const open = openConflicts(round).some(pair => pair.firstId === first.id && pair.secondId === second.id)
  const answers = standingAnswers(round, first.id, second.id)
  if (!open && answers.length === 0) throw notFound()
  const clause = round.basis.sections.find(({ key }) => key === first.section?.key)
  const both = clause ? wordsOfBoth(clause, amendmentOf(first), amendmentOf(second)) : ''
  const mine = sideOf(actor, { side: null })
  const runs = mayDo(actor, 'runRevision')
  const other = answers.find(({ side }) => side !== mine)
  return {
    title: `Ændringsforslag ${first.number} og ${second.number} er i modstrid`,
    active: 'aftalen',
    crumbs: roundCrumbs(year, 'Modstrid'),
    path: `${roundPath(year)}/modstrid/${first.number}/${second.number}`,
    clause: clause ? `§ ${clause.number}. ${clause.heading}` : '',
    words: both || (clause ? 'Hele bestemmelsen' : ''),
    sides: [first, second].map(proposal => sideOfConflict(year, proposal)),
    answers: answers.map(answer => ({
      who: secretariatNames[answer.side],
      ...(runs || isSettledInReadable(round, answer.at) ? wordsOf(answer) : notYetTold),
      when: longMoment(answer.at),
    })),
    open,
    mayAnswer: open && round.state === 'DRAFTING' && runs && mine !== null,
    notYet:
      open && round.state !== 'DRAFTING' ? 'Modstriden afgøres, når fristen for ændringsforslag er udløbet.' : null,
    outcomes: Object.entries(conflictOutcomes).map(([value, text]) => ({ value, text })),
    labels: { outcome: 'Afgørelse', text: 'Fælles tekst', reason: 'Begrundelse' },
    form:
      form ??
      formOf(runs && other ? { outcome: other.outcome, text: other.text, reason: other.reason } : { text: both }),
  }
}

const wordsOf = ({ outcome, text, reason }: ReturnType<typeof standingAnswers>[number]) => ({
  outcome: conflictOutcomes[outcome],
  text: phrase(text),
  reason: sentence(reason),
})

/** How a conflict is resolved is in a draft, and is read when that one is. */
const notYetTold = {
  outcome: 'Har svaret',
  text: '',
  reason: 'Svaret vises, når begge sekretariater har godkendt udkastet.',
}

const sideOfConflict = (year: number, proposal: RoundProposal) => ({
  heading: `Nr. ${proposal.number}: ${proposal.organisation.name}`,
  href: proposalPath(year, proposal.number),
  state: proposalStates[proposal.state],
  kind: proposal.kind === 'ADD' ? 'Tilføj efter disse ord:' : amendmentKinds[proposal.kind],
  gone: proposal.kind !== 'ADD',
  words: proposal.words || (proposal.kind === 'ADD' ? 'Sidst i bestemmelsen' : 'Hele bestemmelsen'),
  text: proposal.kind === 'DELETE' ? null : proposal.text,
  reasons: proposal.reasons,
})
