import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { cooperationOf } from '../../../../access/cooperation.ts'
import { requireStep } from '../../../../access/steps.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { type Day, dayInRow, longDay } from '../../../../kernel/days.ts'
import { brokenRule, refuseAll } from '../../../../kernel/refusal.ts'
import type { Means } from '../labels.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import { type LoadedOutward, loadOutward } from '../load-outward.ts'
import { outwardWay } from '../outward-steps.ts'
import { readAsked, readStances } from '../stances/stance-queries.ts'
import { groupsOf } from '../stances/stance-rules.ts'
import { sendingObjections } from './send-rules.ts'
import { freezeLetter, type SentLetter } from './sent-letter.ts'

export interface Sending {
  slug: string
  /** The hash of the text that was shown. */
  shownHash: string
  means: Means
  sentOn: Day
  note: string
}

/** R24: the adopted text goes to its addressee word for word, once, with the organisations by their stance. */
export const sendLetter = (actor: Actor, { slug, shownHash, means, sentOn, note }: Sending): Promise<void> =>
  write(actor, async (tx, at) => {
    const outward = await loadOutward(tx, actor, slug)
    const { sending, text, facts } = outward
    if (sending)
      throw brokenRule(`Brevet er allerede sendt den ${longDay(dayInRow(sending.sentOn))} af ${sending.by.name}.`)
    requireStep(outwardWay, actor, 'SEND', facts)
    const { standing, standingFrom } = text
    if (!standing || !standingFrom) throw brokenRule('Brevet er ikke vedtaget.')
    if (standing.hash !== shownHash)
      throw brokenRule('Teksten er en anden end den, siden viste. Gennemse brevet, og send det igen.')
    refuseAll(sendingObjections({ sentOn, adoptedFrom: standingFrom, today: actor.today }))
    const letter = await letterOf(tx, actor, outward, standing.content, sentOn)
    const row = await tx.outwardSending.create({
      data: {
        statementId: outward.id,
        draftId: standing.id,
        hash: standing.hash,
        ...freezeLetter(letter),
        means,
        sentOn,
        note,
        byId: personIdOf(actor),
        at,
      },
    })
    const after = { sentOn, means, draft: standing.number, hash: standing.hash, letterHash: row.letterHash, note }
    return { result: undefined, events: [event('outwardSent', 'outward', outward.id, { after })] }
  })

async function letterOf(
  tx: Tx,
  actor: Actor,
  { id, hearing }: LoadedOutward,
  content: LetterContent,
  sentOn: Day,
): Promise<SentLetter> {
  const group = await tx.body.findFirstOrThrow({ where: { kind: 'JOINT_GROUP' } })
  const read = rowReaderIn(tx)
  const asked = hearing ? await readAsked(read, hearing.id) : []
  const groups = groupsOf(asked, await readStances(read, id))
  return { ...content, sentOn, place: cooperationOf(actor.database).town, from: group.name, groups }
}
