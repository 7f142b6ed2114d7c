import type { Actor } from '../../access/actor.ts'
import {
  adjustTotal,
  registerMandate,
  revokeMandate,
  supersedeMandate,
} from '../../features/decisions/decisions/index.ts'
import { recordCondition } from '../../features/ground/parties/index.ts'
import { addDays, addWorkdays, type Day, day, type Instant, longDay, momentOf, yearOf } from '../../kernel/days.ts'
import { kroner } from '../../kernel/money.ts'
import { conditions, type DemoMandate, single, yearly } from '../content/mandates.ts'
import { smallPdf } from '../pdf.ts'
import { filledIn, firstDayOf, lastDayOf } from '../schedule.ts'
import type { Stage } from '../stage.ts'

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
  const known = new Map<string, () => number>()
  for (const mandate of single) {
    const from = addDays(today, mandate.fromDays)
    const period = { from, to: mandate.toDays === undefined ? null : addDays(today, mandate.toDays) }
    const old = mandate.supersedes === undefined ? undefined : known.get(mandate.supersedes)
    const id = playOne(stage, mandate, addWorkdays(from, -8), period, old)
    known.set(mandate.title, id)
    playRevocation(stage, mandate, today, id)
    playAdjustment(stage, mandate, today, id)
  }
  playConditions(stage, today)
}

type Single = (typeof single)[number]

function playRevocation(stage: Stage, mandate: Single, today: Day, id: () => number): void {
  const { revoked } = mandate
  if (!revoked) return
  const on = addDays(today, revoked.days)
  stage.timeline.at(momentOf(on, '13:00'), `revoke ${mandate.title}`, async at => {
    await revokeMandate(keeperOf(stage, mandate.org, at), {
      mandateId: id(),
      version: 1,
      from: on,
      reason: revoked.reason,
    })
  })
}

function playAdjustment(stage: Stage, mandate: Single, today: Day, id: () => number): void {
  const { adjusted } = mandate
  if (!adjusted) return
  const on = addDays(today, adjusted.days)
  stage.timeline.at(momentOf(on, '13:30'), `adjust ${mandate.title}`, async at => {
    const decided = addWorkdays(on, -3)
    await adjustTotal(keeperOf(stage, mandate.org, at), {
      mandateId: id(),
      version: 1,
      kind: adjusted.by > 0 ? 'RAISE' : 'LOWER',
      amount: kroner(Math.abs(adjusted.by)),
      sourceDay: decided,
      sourceItem: adjusted.sourceItem,
      protocol: protocol(`Ændret ramme: ${mandate.title}`, adjusted, decided),
      reason: adjusted.reason,
    })
  })
}

function playConditions(stage: Stage, today: Day): void {
  for (const { org, fromDays, toDays, ...condition } of conditions) {
    const from = addDays(today, fromDays)
    stage.timeline.at(momentOf(addDays(from, -5), '09:30'), `condition of ${org}`, async at => {
      await recordCondition(stage.cast.system(at), {
        ...condition,
        organisation: org,
        from,
        to: toDays === undefined ? null : addDays(today, toDays),
      })
    })
  }
}

function playOne(
  stage: Stage,
  mandate: DemoMandate,
  decided: Day,
  period: { from: Day; to: Day | null },
  supersedes?: () => number,
): () => number {
  let id = 0
  const text = (value: string) => filledIn(value, period.from, longDay)
  const entered = momentOf(addWorkdays(decided, 2), '10:00')
  stage.timeline.at(entered, `register ${mandate.title} of ${mandate.org}`, async at => {
    const actor = keeperOf(stage, mandate.org, at)
    const terms = {
      bodyId: stage.cast.decidingBody(mandate.org),
      template: mandate.template ?? ('FREE' as const),
      title: text(mandate.title),
      economic: mandate.limit !== undefined || mandate.total !== undefined,
      limitPerDecision: mandate.limit === undefined ? null : kroner(mandate.limit),
      total: mandate.total === undefined ? null : kroner(mandate.total),
      partialCover: mandate.partial ?? false,
      legal: mandate.legal ?? false,
      organisational: mandate.organisational ?? false,
      strategy: mandate.strategy ?? false,
      professionalDevelopment: mandate.professionalDevelopment ?? false,
      coordination: mandate.coordination ?? false,
      subjectAreaIds: (mandate.subjectAreas ?? []).map(stage.cast.subjectArea),
      areaIds: (mandate.areas ?? []).map(stage.cast.area),
      caseId: mandate.case === undefined ? null : stage.caseOf(mandate.case),
      ...period,
      sourceDay: decided,
      sourceItem: mandate.sourceItem,
      sourceNote: text(mandate.sourceNote ?? ''),
      sourceDocument: mandate.draft ? null : protocol(text(mandate.title), mandate, decided),
    }
    const registered = supersedes
      ? await supersedeMandate(actor, { ...terms, mandateId: supersedes(), version: 1 })
      : await registerMandate(actor, { ...terms, organisationId: stage.cast.organisation(mandate.org) })
    id = registered.id
  })
  return () => id
}

/** The deciding body's own minutes, as a file. */
function protocol(
  title: string,
  { sourceItem }: { sourceItem: string },
  decided: Day,
): { name: string; buffer: Buffer } {
  const lines = [
    'Opdigtet udskrift til demoen.',
    '',
    `Møde den ${longDay(decided)}, punkt ${sourceItem}`,
    'Indstillingen blev tiltrådt.',
  ]
  return { name: 'udskrift.pdf', buffer: smallPdf(title, lines) }
}

/** Who enters what an organisation's deciding body has decided. */
export function keeperOf(stage: Stage, organisation: string, at: Instant): Actor {
  const key = keepers[organisation]
  return key ? stage.cast.actor(key, at) : stage.cast.system(at)
}
