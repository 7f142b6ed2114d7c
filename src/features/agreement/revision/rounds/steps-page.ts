import { roundStateLabels, takenLabels } from '../../agreement/index.ts'
import { roundTransitions } from './round-steps.ts'

/** docs/revision-steps.md as the table of steps has it; a test keeps the file the same. */
export function stepsPage(): string {
  const rows = roundTransitions.map(({ step, from, to, who, label, conditions }) =>
    [
      `»${label}«`,
      from.map(state => roundStateLabels[state]).join(', '),
      roundStateLabels[to],
      who,
      conditions.map(({ text }) => text).join(' ') || '–',
      `\`${step}\``,
    ].join(' | '),
  )
  return `# The way of a revision round

Generated from \`src/features/agreement/revision/rounds/round-steps.ts\`, the only source for the buttons on a round's pages and for the
server's check. \`npx vitest run tests/revision/round.rules.test.ts\` fails when the two differ, and writes this page anew
when told \`-u\`.

Rounds are due as the agreement in force says: \`src/features/agreement/agreement/rhythm/revision-rhythm.ts\`. A round that was not
opened is no row: that it is overdue follows from the rule and the day, and a late round does not move the rhythm.

| Button | From | To | Who | What must hold | Step |
|---|---|---|---|---|---|
${rows.map(row => `| ${row} |`).join('\n')}

A version is in force when all have signed, or from the day agreed upon when that is later; the one before is then
superseded.

What the steps are called in a round's history:

${Object.entries(takenLabels)
  .map(([kind, label]) => `- \`${kind}\`: ${label}`)
  .join('\n')}
`
}
