import { stepsPage } from '../../../../kernel/steps/steps-page.ts'
import { meetingWay, stepLabels } from './meeting-steps.ts'

/** docs/meeting-states.md as the table has it; a test keeps the file the same. */
export const statesPage = (): string =>
  stepsPage(meetingWay, {
    title: 'The way of a meeting',
    source: 'src/features/meetings/meetings/steps/meeting-steps.ts',
    pages: 'a meeting’s pages',
    test: 'tests/meetings/meeting-states.test.ts',
    after:
      'Minutes that are out are approved by the calendar alone when their objection period has run out and every objection has\nbeen answered: `stateOnDay`.',
    history: { of: 'a meeting’s', labels: stepLabels },
  })
