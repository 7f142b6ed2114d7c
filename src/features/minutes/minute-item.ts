import type { Actor } from '../../access/actor.ts'
import { event } from '../../database/events.ts'
import { type Tx, write } from '../../database/write.ts'
import { brokenRule, Conflict } from '../../kernel/refusal.ts'
import { type MeetingRow, refuseWithheld } from '../meetings/index.ts'
import { otherMinuteTaker } from './labels.ts'
import {
  kindOf,
  loadTreatedItem,
  openForMinutes,
  type TreatedItem,
  treatmentFactsOf,
  voidMinutes,
  whyNotQuorate,
} from './session-facts.ts'
import { isDecided, judgeTreatment, type Objection, type Outcome } from './session-rules.ts'

export interface MinuteInput {
  itemId: number
  /** Version of the treatment that the text was written upon; 0: none was saved. Left out by whoever has no form. */
  version?: number
  text: string
  outcome: Outcome | null
  outcomeNote: string
  /** Saved of itself while someone writes: the text is kept also when the outcome does not hold yet. */
  whileWriting?: boolean
}

export interface Minuted {
  version: number
  /** The outcome as it stands after the saving. */
  outcome: Outcome | null
  /** Why the outcome was not taken, when only the text was. */
  objection: string | null
  notice: string | null
}

/**
 * What is minuted under an item, and its outcome (R57). Two secretaries never overwrite each other in silence.
 * @throws Conflict with the texts as they stand when somebody else saved first
 */
export const minuteItem = (actor: Actor, input: MinuteInput): Promise<Minuted> =>
  write(actor, async tx => {
    const item = await loadTreatedItem(tx, input.itemId)
    const meeting = await openForMinutes(tx, actor, item.meetingId)
    await refuseWithheld(tx, actor, item.id)
    const before = textsOf(item)
    const version = item.treatment?.version ?? 0
    if (input.version !== undefined && input.version !== version) throw new Conflict(before, version, otherMinuteTaker)
    const objection = await objectionTo(tx, meeting, item, input)
    if (objection && !input.whileWriting) throw brokenRule(objection.sentence, objection.field)
    const outcome = objection ? (item.treatment?.outcome ?? null) : input.outcome
    const { text, outcomeNote } = input
    const saved = await saveTreatment(tx, actor, item, { text, outcome, outcomeNote })
    return {
      result: {
        version: saved,
        outcome,
        objection: objection?.sentence ?? null,
        notice: await voidMinutes(tx, actor, meeting, `punkt ${item.position} er ændret`),
      },
      events: [event('itemMinuted', 'item', item.id, { before, after: { text, outcome, outcomeNote } })],
    }
  })

async function objectionTo(
  tx: Tx,
  meeting: MeetingRow,
  item: TreatedItem,
  input: MinuteInput,
): Promise<Objection | null> {
  const { text, outcome, outcomeNote: note } = input
  const objection = judgeTreatment({ ...treatmentFactsOf(item), kind: kindOf(item), text, outcome, note })
  if (objection) return objection
  if (outcome === null && meeting.state !== 'IN_SESSION') {
    return { field: 'outcome', sentence: 'Mødet er lukket, og punktet skal have et resultat.' }
  }
  if (!isDecided(outcome) || outcome === item.treatment?.outcome) return null
  const sentence = await whyNotQuorate(tx, meeting, item)
  return sentence ? { field: 'outcome', sentence } : null
}

/** Returns the treatment's new version. */
export async function saveTreatment(
  tx: Tx,
  actor: Actor,
  item: TreatedItem,
  data: Partial<Pick<NonNullable<TreatedItem['treatment']>, TreatmentField>>,
): Promise<number> {
  const by = { updatedById: actor.personId ?? 0, updatedAt: actor.at }
  const saved = await tx.treatment.upsert({
    where: { itemId: item.id },
    create: { itemId: item.id, ...data, ...by },
    update: { ...data, ...by, version: { increment: 1 } },
  })
  return saved.version
}

type TreatmentField = 'text' | 'outcome' | 'outcomeNote' | 'kindChangedTo' | 'openedInstead' | 'closedInstead'

const textsOf = ({ treatment }: TreatedItem): Record<'text' | 'outcome' | 'outcomeNote', string> => ({
  text: treatment?.text ?? '',
  outcome: treatment?.outcome ?? '',
  outcomeNote: treatment?.outcomeNote ?? '',
})
