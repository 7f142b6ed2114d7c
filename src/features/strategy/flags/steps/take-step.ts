import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireStep } from '../../../../access/steps.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { type Day, dayInRow, type Instant } from '../../../../kernel/days.ts'
import { Conflict, refuseAll } from '../../../../kernel/refusal.ts'
import type { flagEvents } from '../event-kinds.ts'
import { whyNotJoinable } from '../flag-rules.ts'
import { type FlagStepKind, flagState, isOpenFlag } from '../flag-states.ts'
import { flagWay } from '../flag-steps.ts'
import { guardIn } from '../guarded-text.ts'
import { type LoadedFlag, loadFlag } from '../load-flag.ts'
import { placeKey, placeOf } from '../place-ref.ts'

/** Every step but the agenda's, whose item is made with it. */
export type PlainStep = Exclude<FlagStepKind, 'PUT_ON_AGENDA'>

export interface StepDraft {
  number: string
  step: PlainStep
  /** The flag's last step as the form was made from it; 0: it had none. */
  version: number
  text: string
  namesArePlaces: boolean
  until?: Day | null
  /** The number of the flag that this one is joined to. */
  joinedTo?: string
}

const told: Record<PlainStep, keyof typeof flagEvents> = {
  ACKNOWLEDGE: 'flagAcknowledged',
  FOLLOW: 'flagFollowed',
  ASSESS: 'flagAssessed',
  START_INITIATIVE: 'flagLedToInitiative',
  DECLINE: 'flagDeclined',
  JOIN: 'flagJoined',
  REOPEN: 'flagReopened',
}

/** R39: acknowledged, followed until a day, or with its outcome: by its table of steps, and read by both sides at once. */
export const takeFlagStep = (actor: Actor, draft: StepDraft): Promise<void> =>
  write(actor, async (tx, at) => {
    const flag = await loadFlag(tx, actor, draft.number)
    const main = draft.step === 'JOIN' ? await mainFlag(tx, actor, draft.joinedTo ?? '') : null
    const facts = {
      ...flag.facts,
      until: draft.until ?? null,
      notJoinable: draft.step === 'JOIN' ? whyNotJoinable(subjectOf(flag), main) : null,
    }
    requireStep(flagWay, actor, draft.step, facts, { organisation: flag.organisation })
    refuseStale(flag, draft.version)
    refuseAll((await guardIn(tx, { field: 'text', ...draft })).objections)
    const until = draft.step === 'FOLLOW' ? (draft.until ?? null) : null
    await storeStep(tx, actor, at, { flagId: flag.id, kind: draft.step, text: draft.text, until, joinedToId: main?.id })
    const after = { text: draft.text, until, joinedTo: main?.number ?? null }
    return { result: undefined, events: [event(told[draft.step], 'flag', flag.id, { after })] }
  })

/** Somebody has taken a step with it since the form was drawn: their words are shown beside these. */
export function refuseStale(flag: LoadedFlag, version: number): void {
  if ((flag.last?.id ?? 0) === version) return
  throw new Conflict(
    { text: flag.last?.text ?? '', until: flag.last?.until ?? '' },
    flag.last?.id ?? 0,
    'En anden har behandlet påpegningen, mens du skrev. Se, hvad der er sket, før du gemmer.',
  )
}

export const storeStep = (
  tx: Tx,
  actor: Actor,
  at: Instant,
  step: {
    flagId: number
    kind: FlagStepKind
    text: string
    until?: Day | null
    itemId?: number
    joinedToId?: number | undefined
  },
) => {
  const { until = null, itemId = null, joinedToId = null, ...rest } = step
  return tx.flagStep.create({ data: { ...rest, until, itemId, joinedToId, byId: personIdOf(actor), at } })
}

const subjectOf = (flag: Pick<LoadedFlag, 'id' | 'theme' | 'areaId' | 'estateId' | 'districtId'>) => ({
  ...{ id: flag.id, theme: flag.theme, place: placeKey(placeOf(flag)) },
})

async function mainFlag(tx: Tx, actor: Actor, number: string) {
  const found = await tx.flag.findUnique({
    where: { number },
    include: { steps: { orderBy: { id: 'desc' }, take: 1 } },
  })
  if (!found) return null
  const last = found.steps[0] ?? null
  const state = flagState(last && { kind: last.kind, until: dayInRow(last.until) }, actor.today)
  return { ...subjectOf(found), number, isOpen: isOpenFlag(state) }
}
