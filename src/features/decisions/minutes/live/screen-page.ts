import type { Actor } from '../../../../access/actor.ts'
import { hasBegun } from '../../../../access/meeting-states.ts'
import { isClosed } from '../../../../access/openness.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { kindLabels, meetingTitle } from '../../../meetings/meetings/index.ts'
import { readPrepared } from '../../coverage/index.ts'
import { decisionTextFrom } from '../../decisions/index.ts'
import { matrixOf } from '../../mandates/index.ts'
import { itemNow } from '../changes/time-rules.ts'
import { closedTitle } from '../document/minutes-content.ts'
import { outcomeText } from '../labels.ts'
import { linePath, screenPath } from '../paths.ts'
import { mayReadSessionItem } from '../session/session-page.ts'
import { readSession, type Session, type SessionItem } from '../session/session-queries.ts'

/** The item that is treated, for a whole room to read; `chosen`: an item that somebody holds on to. */
export async function screenPage(actor: Actor, meetingId: number, chosen: number | null) {
  const session = await readSession(actor.database, meetingId)
  const { meeting, items } = session
  if (!hasBegun(meeting.state)) throw notFound('Mødet er ikke åbnet endnu.')
  const at = chosen ?? itemNow(session.spells)
  const item = items.find(({ id }) => id === at) ?? treatedNow(items)
  const query = chosen === null ? '' : `?punkt=${chosen}`
  return {
    title: `Storskærm: ${meetingTitle(meeting)}`,
    meetingText: meetingTitle(meeting),
    partHref: `${screenPath(meeting.id)}/live${query}`,
    line: linePath(meeting.id),
    item: item ? itemModel(actor, session, item) : null,
  }
}

/** Where nobody has said which item the meeting is at: the first that nothing has come of, and when all is done the last. */
const treatedNow = (items: readonly SessionItem[]): SessionItem | undefined =>
  items.find(({ outcome }) => outcome === null) ?? items.at(-1)

/**
 * What a room may read of it: the words, the decision and its matrix, and neither who has stepped out nor what material
 * there is. Of a closed item whoever may not read it sees that it is treated.
 */
function itemModel(actor: Actor, session: Session, item: SessionItem) {
  const head = { number: item.position, kind: kindLabels[item.kindChangedTo ?? item.kind], closed: isClosed(item) }
  if (!mayReadSessionItem(actor, session, item))
    return {
      ...head,
      heading: closedTitle(item),
      withheld: true,
      html: null,
      outcome: null,
      decisions: [],
      proposed: null,
    }
  const decisions = session.decisions.filter(one => one.itemId === item.id)
  return {
    ...head,
    heading: item.title,
    withheld: false,
    html: item.text?.trim() ? renderMarkdown(item.text) : null,
    outcome: item.outcome ? outcomeText(item.outcome, item.outcomeNote ?? '') : null,
    decisions: decisions.map(({ number, title, text, check }) => ({
      heading: `Beslutning ${number}: ${title}`,
      html: renderMarkdown(text),
      matrix: matrixOf(check),
    })),
    proposed: decisions.length === 0 ? proposedFor(actor, item) : null,
  }
}

/** What is recommended, in the words of a decision, with the check that was made of it before the meeting. */
function proposedFor(actor: Actor, item: SessionItem) {
  const prepared = readPrepared(actor, { itemId: item.id }).at(-1)
  const text = decisionTextFrom(item.recommendation)
  if (!prepared && text.trim() === '') return null
  return {
    html: text.trim() === '' ? null : renderMarkdown(text),
    matrix: prepared ? matrixOf(prepared.check) : null,
  }
}
