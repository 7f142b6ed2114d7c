import { stepsPage } from '../../../kernel/steps/steps-page.ts'
import { outwardEvents } from './event-kinds.ts'
import { outwardWay } from './outward-steps.ts'

/** docs/outward-steps.md as the table has it; a test keeps the file the same. */
export const outwardStepsPage = (): string =>
  stepsPage(outwardWay, {
    title: 'The way of a statement to somebody outside',
    source: 'src/features/strategy/outward/outward-steps.ts',
    pages: 'a statement’s page',
    test: 'tests/outward/outward-steps.rules.test.ts',
    before: [
      'Its text has a way of its own ([text-steps.md](text-steps.md)): a statement is adopted when exactly the newest draft is in',
      'force by the joint group’s decision, and that is stored nowhere.',
    ].join('\n'),
    after: [
      'The internal days are planned backwards from the addressee’s last day around the joint group’s meetings',
      '(`plan/plan-rules.ts`), whenever they are read: a meeting that is moved or cancelled moves them.',
    ].join('\n'),
    history: {
      of: 'a statement’s',
      labels: Object.fromEntries(Object.entries(outwardEvents).map(([kind, { said }]) => [kind, said])),
    },
  })
