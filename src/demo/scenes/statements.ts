import { giveAnswers } from '../../features/ground/answers/index.ts'
import {
  askForStatements,
  lastOf,
  loadOpen,
  rowName,
  statementSource,
} from '../../features/strategy/standards/index.ts'
import { addDays, type Day, dayOf, momentOf, yearOf } from '../../kernel/days.ts'
import { periodOf } from '../../kernel/periods.ts'
import { slugOf } from '../../kernel/text.ts'
import { standards } from '../content/standards.ts'
import { type DemoRound, type DemoStatement, rounds } from '../content/statements.ts'
import { meetingDay } from '../schedule.ts'
import type { Stage } from '../stage.ts'

/** Days that the organisations are given. */
const daysToAnswer = 42

/** Two years' statements on the standards: asked for by the secretariats, answered by the organisations' own people. */
export function playStatements(stage: Stage, today: Day): void {
  const latest = yearOf(meetingDay(today, Math.max(...rounds.map(({ days }) => days))))
  for (const round of rounds) playRound(stage, round, latest, today)
}

function playRound({ timeline, cast }: Stage, round: DemoRound, latest: number, today: Day): void {
  const standard = standards.find(({ key }) => key === round.standard)
  const slug = slugOf(standard?.title ?? '')
  const openedOn = meetingDay(today, round.days)
  const year = latest + round.year
  timeline.at(momentOf(openedOn, '09:10'), `ask for the statements of ${year} on ${round.standard}`, async at => {
    const deadline = addDays(openedOn, daysToAnswer)
    await askForStatements(cast.actor('sekretariat.bolig', at), { slug, year, deadline })
  })
  round.statements.forEach((statement, index) => {
    const at = momentOf(addDays(openedOn, statement.after), `1${index % 6}:${10 + index}`)
    timeline.at(at, `${statement.organisation} answers ${round.standard}`, now =>
      answer({ cast }, slug, statement, now),
    )
  })
}

async function answer(
  { cast }: Pick<Stage, 'cast'>,
  slug: string,
  { organisation, by, answers }: DemoStatement,
  at: Parameters<typeof cast.actor>[1],
): Promise<void> {
  const { prisma } = cast.database
  const found = await prisma.organisation.findUniqueOrThrow({ where: { slug: organisation } })
  const open = await loadOpen(prisma, { ...found, ...periodOf(found) }, dayOf(at))
  const statement = open.find(one => one.slug === slug)
  if (!statement) throw new Error(`${organisation} is not asked about ${slug}.`)
  const rows = statement.points.flatMap(({ key }, index) => {
    const said = answers[index]
    if (!said) return []
    const given = said === 'asLastYear' ? lastOf(statement.before?.rows ?? [], key) : said
    const { state = null, reason = '', evidence = '' } = given ?? {}
    const seen = lastOf(statement.rows, key)?.id ?? null
    return [[rowName(statement.roundId, key), { state, reason, evidence, seen }] as const]
  })
  await giveAnswers(cast.actor(by, at), [statementSource], { organisation, rows: Object.fromEntries(rows) })
}
