import { stepsPage } from '../../../kernel/steps/steps-page.ts'
import { flagEvents } from './event-kinds.ts'
import { flagWay } from './flag-steps.ts'

/** docs/flag-steps.md as the table has it; a test keeps the file the same. */
export const flagStepsPage = (): string =>
  stepsPage(flagWay, {
    title: 'The way of a flag on a place',
    source: 'src/features/strategy/flags/flag-steps.ts',
    pages: 'a flag’s page',
    test: 'tests/flags/flag-steps.rules.test.ts',
    before: [
      'Anyone of an organisation or a department points out a place (R39). Where a flag stands follows from its last step and',
      'from the day, and is stored nowhere: what is followed until a day has the status *Skal tages op igen* from that day.',
    ].join('\n'),
    after: [
      'The other side than the flagger’s acknowledges within five workdays. An assessment and an initiative come of an item that',
      'a meeting has treated; a secretariat may follow or decline with a reason by itself, and either of the two reopens it.',
    ].join('\n'),
    history: {
      of: 'a flag’s',
      labels: Object.fromEntries(Object.entries(flagEvents).map(([kind, { said }]) => [kind, said])),
    },
  })
