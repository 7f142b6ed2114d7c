import { stepsPage } from '../../../../kernel/steps/steps-page.ts'
import { takenLabels } from '../../agreement/index.ts'
import { roundWay } from './round-steps.ts'

const rhythm = 'src/features/agreement/agreement/rhythm/revision-rhythm.ts'

/** docs/revision-steps.md as the table has it; a test keeps the file the same. */
export const roundStepsPage = (): string =>
  stepsPage(roundWay, {
    title: 'The way of a revision round',
    source: 'src/features/agreement/revision/rounds/round-steps.ts',
    pages: 'a round’s pages',
    test: 'tests/revision/round.rules.test.ts',
    before: [
      `Rounds are due as the agreement in force says: \`${rhythm}\`. A round that was not`,
      'opened is no row: that it is overdue follows from the rule and the day, and a late round does not move the rhythm.',
    ].join('\n'),
    after: [
      'A version is in force when all have signed, or from the day agreed upon when that is later; the one before is then',
      'superseded.',
    ].join('\n'),
    history: { of: 'a round’s', labels: takenLabels },
  })
