import { rowReader } from '../../database/reader.ts'
import { giveAnswers } from '../../features/ground/answers/index.ts'
import {
  askImplementation,
  halfYearOf,
  implementationSource,
  openImplementation,
  rowName,
} from '../../features/strategy/implementation/index.ts'
import { addDays, type Day, dayOf, type Instant, momentOf } from '../../kernel/days.ts'
import { periodOf } from '../../kernel/periods.ts'
import { type DemoHalfYear, type DemoImplementation, halfYears } from '../content/plans/half-years.ts'
import { meetingDay } from '../schedule.ts'
import type { Stage } from '../stage.ts'

/** Days that the organisations are given. */
const daysToAnswer = 28

/** Two half-years: the first with gaps that stay, the second under way. */
export function playRounds(stage: Stage, today: Day): void {
  for (const half of halfYears) playHalf(stage, half, today)
}

function playHalf({ timeline, cast }: Stage, { days, answers }: DemoHalfYear, today: Day): void {
  const openedOn = meetingDay(today, days)
  timeline.at(momentOf(openedOn, '09:40'), 'ask how far the organisations are', async at => {
    const deadline = addDays(openedOn, daysToAnswer)
    await askImplementation(cast.actor('sekretariat.kommune', at), { half: halfYearOf(openedOn), deadline })
  })
  answers.forEach((said, index) => {
    const at = momentOf(addDays(openedOn, said.after), `1${index % 6}:${20 + index}`)
    timeline.at(at, `${said.organisation} tells how far it is`, now => answer(cast, said, now))
  })
}

async function answer(cast: Stage['cast'], said: DemoImplementation, at: Instant): Promise<void> {
  const { organisation, by, states, reasons = {}, evidence = '' } = said
  const found = await cast.database.prisma.organisation.findUniqueOrThrow({ where: { slug: organisation } })
  const asked = { ...found, ...periodOf(found) }
  const [subject] = await openImplementation(rowReader(cast.database), asked, dayOf(at))
  if (!subject) throw new Error(`${organisation} is not asked.`)
  const rows = subject.questions.flatMap(({ key }, index) => {
    const state = states[index]
    if (!state) return []
    const before = state === 'asBefore' ? subject.before.get(key) : null
    const given = before ?? { state, reason: reasons[index] ?? '', evidence }
    const row = { state: given.state, reason: given.reason, evidence: given.evidence, seen: null }
    return [[rowName(subject.subjectId, key), row] as const]
  })
  await giveAnswers(cast.actor(by, at), [implementationSource], { organisation, rows: Object.fromEntries(rows) })
}
