import { revokeMandate } from '../../src/features/decisions/index.ts'
import { registerMandate } from '../../src/features/mandates/index.ts'
import { addDays, addWorkdays, type Day, day, type Instant, longDay, momentOf, yearOf } from '../../src/kernel/days.ts'
import { kroner } from '../../src/kernel/money.ts'
import { type DemoMandate, single, yearly } from './content/mandates.ts'
import { smallPdf } from './pdf.ts'
import { filledIn, firstDayOf, lastDayOf } from './schedule.ts'
import type { Stage } from './stage.ts'

/** Who enters an organisation's mandates; the others' are entered by the operator when the portal is set up. */
const keepers: Record<string, string> = {
  'odense-kommune': 'mandat.byraad',
  hoejstrup: 'mandat.hoejstrup',
  kristiansdal: 'mandat.kristiansdal',
}

/** The yearly mandates from the first year of the story on, and those given once. */
export function playMandates(stage: Stage, first: Day, today: Day): void {
  for (let year = yearOf(first); year <= yearOf(today) + 1; year += 1) {
    for (const mandate of yearly) {
      // The deciding body's meeting in December before; in the story's first year, some weeks before its first meeting.
      const held = addWorkdays(day(`${year - 1}-12-16`), -yearly.indexOf(mandate))
      const begins = year === yearOf(first) && held < addDays(first, -40)
      const decided = begins ? addWorkdays(first, -20) : held
      const period = { from: begins ? decided : firstDayOf(year), to: lastDayOf(year) }
      playOne(stage, mandate, decided, period)
    }
  }
  for (const mandate of single) {
    const from = addDays(today, mandate.fromDays)
    const id = playOne(stage, mandate, addWorkdays(from, -8), {
      from,
      to: mandate.toDays === undefined ? null : addDays(today, mandate.toDays),
    })
    const { revoked } = mandate
    if (!revoked) continue
    const on = addDays(today, revoked.days)
    stage.timeline.at(momentOf(addDays(on, -4), '13:00'), `revoke ${mandate.title}`, async at => {
      await revokeMandate(keeper(stage, mandate, at), { mandateId: id(), version: 1, from: on, reason: revoked.reason })
    })
  }
}

function playOne(
  stage: Stage,
  mandate: DemoMandate,
  decided: Day,
  period: { from: Day; to: Day | null },
): () => number {
  let id = 0
  const text = (value: string) => filledIn(value, period.from, longDay)
  const entered = momentOf(addWorkdays(decided, 2), '10:00')
  stage.timeline.at(entered, `register ${mandate.title} of ${mandate.org}`, async at => {
    const registered = await registerMandate(keeper(stage, mandate, at), {
      organisationId: stage.cast.organisation(mandate.org),
      bodyId: stage.cast.decidingBody(mandate.org),
      title: text(mandate.title),
      economic: mandate.limit !== undefined || mandate.total !== undefined,
      limitPerDecision: mandate.limit === undefined ? null : kroner(mandate.limit),
      total: mandate.total === undefined ? null : kroner(mandate.total),
      legal: mandate.legal ?? false,
      organisational: mandate.organisational ?? false,
      strategy: mandate.strategy ?? false,
      professionalDevelopment: mandate.professionalDevelopment ?? false,
      coordination: mandate.coordination ?? false,
      ...period,
      sourceDay: decided,
      sourceItem: mandate.sourceItem,
      sourceNote: text(mandate.sourceNote ?? ''),
      sourceDocument: protocol(text(mandate.title), mandate, decided),
    })
    id = registered.id
  })
  return () => id
}

/** The deciding body's own minutes, as a file. */
function protocol(title: string, mandate: DemoMandate, decided: Day): { name: string; buffer: Buffer } {
  const lines = [
    'Opdigtet udskrift til demoen.',
    '',
    `Møde den ${longDay(decided)}, punkt ${mandate.sourceItem}`,
    'Indstillingen blev tiltrådt.',
  ]
  return { name: 'udskrift.pdf', buffer: smallPdf(title, lines) }
}

function keeper(stage: Stage, mandate: DemoMandate, at: Instant) {
  const key = keepers[mandate.org]
  return key ? stage.cast.actor(key, at) : stage.cast.system(at)
}
