import { stepsPage } from '../../../kernel/steps/steps-page.ts'
import { textEvents } from './event-kinds.ts'
import { textWay } from './text-steps.ts'

/** docs/text-steps.md as the table has it; a test keeps the file the same. */
export const textStepsPage = (): string =>
  stepsPage(textWay, {
    title: 'The way of a text that the parties adopt',
    source: 'src/features/decisions/adoption/text-steps.ts',
    pages: 'a text’s pages',
    test: 'tests/adoption/text-steps.rules.test.ts',
    before: [
      'A standard today; strategies, action plans and what else is adopted stand on the same. A text is in force with a',
      'decision of the joint group that is in effect, and never without: the states that follow from the decision are',
      'stored nowhere (`src/features/decisions/adoption/text-states.ts`), so they change with it in the same transaction.',
    ].join('\n'),
    after: [
      'Adopted subject to approval it waits. Lapsed, withdrawn, reversed or replaced, the decision takes its text along,',
      'and the version before stands again. Decided with changes is another text than the one put forward: the changes',
      'are written in, signed off and put on an agenda.',
      '',
      'A hearing is about exactly one draft, and over with its last day or when it is closed; while it runs nothing is put',
      'on an agenda. What is edited meanwhile is another draft: those who are asked answer about the one they were sent.',
    ].join('\n'),
    history: {
      of: 'a text’s',
      labels: Object.fromEntries(Object.entries(textEvents).map(([kind, { said }]) => [kind, said])),
    },
  })
