import { listDanish, plural } from '../../../../kernel/text.ts'
import { amendmentKinds, proposalStates, secretariatNames } from '../labels.ts'
import { proposalPath, roundPath } from '../paths.ts'
import { standingAnswers } from '../proposals/settle-amendment.ts'
import { openConflicts, type Round } from './load-round.ts'

/** A proposal in the round's table. */
export function proposalLine(round: Round, proposal: Round['proposals'][number]) {
  const conflicts = openConflicts(round).flatMap(({ firstId, secondId }) =>
    firstId === proposal.id ? [secondId] : secondId === proposal.id ? [firstId] : [],
  )
  const others = round.proposals.filter(({ id }) => conflicts.includes(id)).map(({ number }) => number)
  return {
    name: `Forslag ${proposal.number}`,
    href: proposalPath(round.year, proposal.number),
    clause: proposal.section ? `§ ${proposal.section.number}. ${proposal.section.heading}` : `Ny: ${proposal.heading}`,
    kind: amendmentKinds[proposal.kind],
    organisation: proposal.organisation.name,
    state: proposalStates[proposal.state],
    support: proposal.support.length === 0 ? '' : plural(proposal.support.length, 'organisation', 'organisationer'),
    conflict: others.length > 0 ? `I modstrid med nr. ${listDanish(others.map(String))}` : '',
  }
}

/** Two proposals on the same words, and who has answered. */
export function conflictLine(round: Round, pair: ReturnType<typeof openConflicts>[number]) {
  const first = round.proposals.find(({ id }) => id === pair.firstId)
  const second = round.proposals.find(({ id }) => id === pair.secondId)
  const clause = round.basis.sections.find(({ key }) => key === pair.sectionKey)
  const answered = standingAnswers(round, pair.firstId, pair.secondId).map(({ side }) => secretariatNames[side])
  return {
    text: `Nr. ${first?.number} (${first?.organisation.shortName}) og nr. ${second?.number} (${second?.organisation.shortName}) ændrer de samme ord i § ${clause?.number}`,
    words: pair.words,
    href: `${roundPath(round.year)}/modstrid/${first?.number}/${second?.number}`,
    answered: answered.length > 0 ? `${listDanish(answered)} har svaret.` : 'Ingen af sekretariaterne har svaret.',
  }
}
