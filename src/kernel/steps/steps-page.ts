import type { StepTable } from './steps.ts'

export interface StepsPage {
  title: string
  /** The file that the table stands in. */
  source: string
  /** Where its buttons are: »a meeting's pages«. */
  pages: string
  /** The test that holds the page to the table. */
  test: string
  /** What is told before and after the table. */
  before?: string
  after?: string
  /** What the steps are called when they have been taken, and whose history tells so. */
  history: { of: string; labels: Readonly<Record<string, string>> }
}

/** A page of docs/ in Markdown, made of a table of steps. */
export function stepsPage<Step extends string, State extends string, Facts, Right extends string>(
  { transitions, states }: StepTable<Step, State, Facts, Right>,
  page: StepsPage,
): string {
  const rows = transitions.map(({ step, from, to, who, label, conditions }) =>
    [
      `»${label}«`,
      from.map(state => states[state]).join(', '),
      states[to],
      who,
      conditions.map(({ text }) => text).join(' ') || '–',
      `\`${step}\``,
    ].join(' | '),
  )
  const table = [
    '| Button | From | To | Who | What must hold | Step |',
    '|---|---|---|---|---|---|',
    ...rows.map(row => `| ${row} |`),
  ]
  const taken = Object.entries(page.history.labels).map(([step, label]) => `- \`${step}\`: ${label}`)
  const parts = [
    `# ${page.title}`,
    [
      `Generated from \`${page.source}\`, the only source for the buttons on ${page.pages} and for the server's check.`,
      `\`npx vitest run ${page.test}\` fails when the two differ, and writes this page anew when told \`-u\`.`,
    ].join('\n'),
    page.before,
    table.join('\n'),
    page.after,
    `What the steps are called in ${page.history.of} history:`,
    taken.join('\n'),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
