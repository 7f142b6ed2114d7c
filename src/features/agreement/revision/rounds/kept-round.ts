import { untilCommitLater } from '../../../../database/until-commit.ts'
import type { Day } from '../../../../kernel/days.ts'
import type { SigningOrganisation } from '../signing/signing-rules.ts'
import { allOrganisations, decisionsOf, factsFrom, foundRound, type Round, type RoundDecision } from './load-round.ts'
import type { RoundFacts } from './round-conditions.ts'

/** What everyone who reads a round reads alike. What of it a person may see is decided afterwards. */
export interface KeptRound {
  round: Round
  decisions: readonly RoundDecision[]
  organisations: readonly SigningOrganisation[]
}

/**
 * For pages alone: an act reads in its own transaction. Some twenty statements of the ORM, for what changes a few times
 * a week: read once after each commit.
 * @throws Refusal notFound
 */
export const keptRound = untilCommitLater(20, async ({ prisma }, year: number): Promise<KeptRound> => {
  const round = await foundRound(prisma, year)
  return { round, decisions: await decisionsOf(prisma, round), organisations: await allOrganisations(prisma) }
})

export const factsOfKept = ({ round, decisions, organisations }: KeptRound, today: Day): RoundFacts =>
  factsFrom(round, decisions, organisations, today)
