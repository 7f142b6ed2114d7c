import { event } from '../../database/events.ts'
import { write } from '../../database/write.ts'
import { dueYears } from '../../features/agreement/agreement/index.ts'
import { openAddendum } from '../../features/agreement/revision/index.ts'
import { addDays, addWorkdays, type Day, day, momentOf } from '../../kernel/days.ts'
import { agreementRhythm } from '../agreement.ts'
import { currentConflict, currentRound, paperRounds, purposes } from '../content/revisions.ts'
import type { Stage } from '../stage.ts'
import { playDraft, playProposals, workday } from './revision-draft.ts'
import { playSignedRound } from './signed-revision.ts'

/** Of the rounds that are due on the day: the last is under way, the one before made the version in force. */
export function playRevisions(stage: Stage, today: Day): void {
  const due = dueYears(agreementRhythm, today)
  const [signed, underWay] = due.slice(-2)
  for (const year of due.slice(0, -2)) playPaperRound(stage, year, today)
  if (signed) playSignedRound(stage, signed, today)
  if (underWay) playCurrentRound(stage, underWay, today)
  playAddendum(stage, today)
}

/** R4: an organisation leaves between two revisions; the addendum waits for its signatures. */
function playAddendum(stage: Stage, today: Day): void {
  stage.timeline.at(momentOf(addWorkdays(today, -6), '10:50'), 'write an addendum', async at => {
    await openAddendum(stage.cast.actor('sekretariat.bolig', at), {
      kind: 'WITHDRAWAL',
      organisationId: stage.cast.organisation('kollegieboligselskabet'),
      inForceFrom: addDays(today, 120),
      text: 'Kollegieboligselskabet udtræder af samarbejdet, fordi selskabet ikke har boliger i de områder, samarbejdet handler om. Igangværende indsatser føres til ende.',
    })
  })
}

/** Before the portal: entered when it was set up, by nobody in particular. */
function playPaperRound(stage: Stage, year: number, today: Day): void {
  const entered = momentOf(addDays(today, -5 * 365), '10:00')
  stage.timeline.at(entered, `enter the revision of ${year}`, async at => {
    await write(stage.cast.system(at), async tx => {
      const basis = await tx.agreementVersion.findUniqueOrThrow({ where: { year: 2008 }, include: { sections: true } })
      const opened = momentOf(day(`${year}-02-15`), '10:00')
      const closed = momentOf(day(`${year}-11-20`), '14:00')
      const round = await tx.revisionRound.create({
        data: { year, basisId: basis.id, proposalsUntil: `${year}-05-15`, openedAt: opened, openedById: 0 },
      })
      const reason = 'Behandlet på papir, før portalen blev taget i brug. Aftalen fortsatte uændret.'
      await tx.revisionStep.create({ data: { roundId: round.id, kind: 'OPENED', at: opened } })
      await tx.revisionStep.create({
        data: { roundId: round.id, kind: 'CLOSED_WITHOUT_CHANGES', at: closed, reason },
      })
      const proposal = paperRounds.find(({ since }) => since === year)?.proposal
      if (proposal) {
        await tx.amendmentProposal.create({
          data: {
            roundId: round.id,
            number: 1,
            organisationId: stage.cast.organisation(proposal.org),
            kind: 'REPLACE',
            sectionId: basis.sections.find(({ key }) => key === proposal.section)?.id ?? null,
            words: proposal.words,
            text: proposal.text,
            reasons: proposal.reasons,
            proposedById: 0,
            proposedAt: momentOf(day(`${year}-04-10`), '11:00'),
            state: 'DECLINED',
            settledReason: proposal.answer,
            settledAt: closed,
            settledById: 0,
          },
        })
      }
      const after = { year, reason }
      return { result: undefined, events: [event('revisionEntered', 'revision', round.id, { after })] }
    })
  })
}

/** Opened some ten weeks ago, or when its year began: the draft is being written, and a conflict waits for an answer. */
function playCurrentRound(stage: Stage, year: number, today: Day): void {
  const first = workday(day(`${year}-01-02`))
  const opened = workday(addDays(today, -75))
  const on = [opened, first].sort().at(-1) ?? opened
  playProposals(stage, year, currentRound, purposes.underWay, on, addDays(on, 45))
  playDraft(stage, year, currentRound, currentConflict, addDays(on, 48))
}
