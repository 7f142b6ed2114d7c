import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { Conflict, refuseAll } from '../../../../kernel/refusal.ts'
import { type MeetingRow, refuseWithheld } from '../../../meetings/meetings/index.ts'
import { otherMinuteTaker, outcomeSentence, outcomeWords } from '../labels.ts'
import {
  kindOf,
  loadTreatedItem,
  openForMinutes,
  quorumObjection,
  type TreatedItem,
  treatmentFactsOf,
  voidMinutes,
} from './session-facts.ts'
import { isDecided, type Outcome, treatmentObjections } from './session-rules.ts'

export interface MinuteInput {
  itemId: number
  /** Version of the treatment that the text was written upon; 0: none was saved. Left out by whoever has no form. */
  version?: number
  text: string
  outcome: Outcome | null
  outcomeNote: string
  /** Adopted without a decision: the secretary states that nothing follows that would need a mandate. */
  withoutConsequences?: boolean
  /** Fields in which another's saving is to stand, as it was shown beside one's own. */
  keep?: readonly (keyof MinutedTexts)[]
  /** Saved of itself while someone writes: the text is kept also when the outcome does not hold yet. */
  whileWriting?: boolean
}

export interface Minuted {
  version: number
  /** The item's number. */
  position: number
  /** What stands after the saving, by the form's fields. */
  stored: MinutedTexts
  /** Why the outcome was not taken, when only the text was. */
  objection: string | null
  notice: string | null
}

/**
 * What is minuted under an item, and its outcome (R57). Two secretaries never overwrite each other in silence.
 * @throws Conflict with the texts as they stand when somebody else saved first
 */
export const minuteItem = (actor: Actor, typed: MinuteInput): Promise<Minuted> =>
  write(actor, async tx => {
    const item = await loadTreatedItem(tx, typed.itemId)
    const input = withKept(typed, textsOf(item))
    const meeting = await openForMinutes(tx, actor, item.meetingId)
    await refuseWithheld(tx, actor, item.id)
    const before = textsOf(item)
    const version = item.treatment?.version ?? 0
    const given = textsIn(input)
    if (input.version !== undefined && input.version !== version) {
      // An answer that was lost on its way is no conflict: the very same is stored already.
      if (!isSame(before, asKept(input))) throw new Conflict({ ...before }, version, otherMinuteTaker)
      return { result: { version, position: item.position, stored: before, objection: null, notice: null }, events: [] }
    }
    const objections = await objectionsTo(tx, meeting, item, input)
    if (!input.whileWriting) refuseAll(objections)
    const first = objections[0] ?? null
    const outcome = first ? (item.treatment?.outcome ?? null) : input.outcome
    const { text, withoutConsequences = false } = input
    const outcomeNote = outcomeSentence(outcome, input.outcomeNote)
    const saved = await saveTreatment(tx, actor, item, { text, outcome, outcomeNote, withoutConsequences })
    const stored = { ...given, outcome: outcome ?? '' }
    return {
      result: {
        version: saved,
        position: item.position,
        stored,
        objection: first?.sentence ?? null,
        notice: await voidMinutes(tx, actor, meeting, `punkt ${item.position} er ændret`),
      },
      events: [event('itemMinuted', 'item', item.id, { before, after: stored })],
    }
  })

function withKept(input: MinuteInput, stored: MinutedTexts): MinuteInput {
  const kept = { ...input }
  for (const name of input.keep ?? []) {
    if (name === 'outcome') kept.outcome = (stored.outcome || null) as Outcome | null
    else if (name === 'withoutConsequences') kept.withoutConsequences = stored.withoutConsequences !== ''
    else kept[name] = stored[name]
  }
  return kept
}

async function objectionsTo(tx: Tx, meeting: MeetingRow, item: TreatedItem, input: MinuteInput): Promise<Objection[]> {
  const { text, outcome, withoutConsequences = false } = input
  const note = outcomeWords(outcome, input.outcomeNote)
  const given = { text, outcome, note, withoutConsequences }
  const objections = treatmentObjections({ ...treatmentFactsOf(item), kind: kindOf(item), ...given })
  if (outcome === null && meeting.state !== 'IN_SESSION' && objections.length === 0)
    return [objection('Mødet er lukket, og punktet skal have et resultat. Vælg et resultat.', 'outcome')]
  if (!isDecided(outcome) || outcome === item.treatment?.outcome) return objections
  const no = await quorumObjection(tx, meeting, item)
  return no ? [...objections, no] : objections
}

/** Returns the treatment's new version. */
export async function saveTreatment(
  tx: Tx,
  actor: Actor,
  item: TreatedItem,
  data: Partial<Pick<NonNullable<TreatedItem['treatment']>, TreatmentField>>,
): Promise<number> {
  const by = { updatedById: personIdOf(actor), updatedAt: actor.at }
  const saved = await tx.treatment.upsert({
    where: { itemId: item.id },
    create: { itemId: item.id, ...data, ...by },
    update: { ...data, ...by, version: { increment: 1 } },
  })
  return saved.version
}

type TreatmentField =
  | 'text'
  | 'outcome'
  | 'outcomeNote'
  | 'withoutConsequences'
  | 'kindChangedTo'
  | 'openedInstead'
  | 'closedInstead'

export type MinutedTexts = Record<'text' | 'outcome' | 'outcomeNote' | 'withoutConsequences', string>

const textsOf = ({ treatment }: TreatedItem): MinutedTexts => ({
  text: treatment?.text ?? '',
  outcome: treatment?.outcome ?? '',
  outcomeNote: outcomeWords(treatment?.outcome ?? null, treatment?.outcomeNote ?? ''),
  withoutConsequences: treatment?.withoutConsequences ? '1' : '',
})

const textsIn = ({ text, outcome, outcomeNote, withoutConsequences }: MinuteInput): MinutedTexts => ({
  text,
  outcome: outcome ?? '',
  outcomeNote,
  withoutConsequences: withoutConsequences ? '1' : '',
})

/** The words of an outcome's sentence are the same, whether or not its opening and its full stop were typed. */
const asKept = (input: MinuteInput): MinutedTexts => ({
  ...textsIn(input),
  outcomeNote: outcomeWords(input.outcome, outcomeSentence(input.outcome, input.outcomeNote)),
})

const isSame = (one: MinutedTexts, other: MinutedTexts): boolean =>
  (Object.keys(one) as (keyof MinutedTexts)[]).every(name => one[name] === other[name])
