import { stateLabels } from './meeting-states.ts'
import { stepLabels, transitions } from './meeting-steps.ts'

/** docs/meeting-states.md as the transition table has it; a test keeps the file the same. */
export function statesPage(): string {
  const rows = transitions.map(({ step, from, to, who, label, conditions }) =>
    [
      `»${label}«`,
      from.map(state => stateLabels[state]).join(', '),
      stateLabels[to],
      who,
      conditions.map(({ text }) => text).join(' ') || '–',
      `\`${step}\``,
    ].join(' | '),
  )
  return `# The way of a meeting

Generated from \`src/features/meetings/meetings/steps/meeting-steps.ts\`, the only source for the buttons on a meeting's pages and for
the server's check. \`npx vitest run tests/meetings/meeting-states.test.ts\` fails when the two differ, and writes this
page anew when told \`-u\`.

| Button | From | To | Who | What must hold | Step |
|---|---|---|---|---|---|
${rows.map(row => `| ${row} |`).join('\n')}

Minutes that are out are approved by the calendar alone when their objection period has run out and every objection has
been answered: \`stateOnDay\`.

What the steps are called in a meeting's history:

${Object.entries(stepLabels)
  .map(([step, label]) => `- \`${step}\`: ${label}`)
  .join('\n')}
`
}
