import { type Instant, momentInRow } from '../kernel/days.ts'
import { sealChange } from './chain/record-rows.ts'
import { committed } from './commits.ts'
import { type Database, withWriter } from './database.ts'
import { eventText, type NewEvent } from './events.ts'
import type { Prisma } from './generated/client.ts'
import { missingReference } from './missing-reference.ts'
import { patiently } from './patiently.ts'
import { NotWritable } from './storage-faults.ts'

export type Tx = Prisma.TransactionClient

/** Who writes, and when. The moment is the request's: nothing in the domain asks a clock. */
export interface Writer {
  database: Database
  at: Instant
  name: string
  personId: number | null
  requestId?: string | undefined
  /** The form that the change was sent by: the same content of it takes effect once. */
  sending?: Sending | undefined
  /** The address that the request came from. */
  place?: string | undefined
  /** How long a busy database is waited for: an operator's command waits longer than a person. */
  patienceMs?: number | undefined
}

export interface Change<T> {
  result: T
  events: NewEvent[]
}

/** One sending of a form: which form, by whom and where (as one hash), and what it says (as another). */
export interface Sending {
  form: string
  content: string
  /** Another content of the same form is judged like any other; otherwise the person is asked before it takes effect. */
  repeatable: boolean
}

/** This form has taken effect before, with the very same content. */
export class AlreadyDone extends Error {
  readonly at: Instant
  constructor(at: Instant) {
    super('The form has been sent before.')
    this.at = at
  }
}

/** This form has taken effect before, with other content: to let it do so again would make a second thing in silence. */
export class SentBefore extends Error {
  readonly at: Instant
  constructor(at: Instant) {
    super('The form has been sent before, with other content.')
    this.at = at
  }
}

/**
 * The one way to change anything. Runs the change, records its events and seals the rows it wrote, in one transaction;
 * when the change throws, nothing of it stays. Transactions queue, one at a time. Where another process holds the lock,
 * it is tried again.
 * @throws AlreadyDone and SentBefore when the writer's form took effect before; Refusal and Conflict as the change throws them;
 *   StorageFault where the database is busy for too long, the disk is full or the file cannot be written
 */
export async function write<T>(writer: Writer, change: (tx: Tx, at: Instant) => Promise<Change<T>>): Promise<T> {
  try {
    return await patiently(() => once(writer, change), writer.patienceMs)
  } catch (fault) {
    throw missingReference(fault) ?? fault
  }
}

async function once<T>(writer: Writer, change: (tx: Tx, at: Instant) => Promise<Change<T>>): Promise<T> {
  if (!writer.database.isInPlace()) throw new NotWritable()
  let told: readonly NewEvent[] = []
  const written = await withWriter(writer.database, client =>
    client.$transaction(
      async tx => {
        if (writer.sending) await claim(tx, writer, writer.sending)
        const { result, events } = await change(tx, writer.at)
        await record(tx, writer, events)
        await sealChange(tx, writer.database, writer.at)
        told = events
        return result
      },
      { maxWait: 20_000, timeout: 20_000 },
    ),
  )
  writer.database.sql.release()
  committed(writer.database, told, writer.personId)
  return written
}

/** Claimed with the change and rolled back with it: a form that was refused may be sent again as it is. */
async function claim(tx: Tx, writer: Writer, { form, content, repeatable }: Sending): Promise<void> {
  const requestId = writer.requestId ?? ''
  const earlier = await tx.submission.findMany({ where: { form }, orderBy: { at: 'asc' } })
  const same = earlier.find(sent => sent.content === content)
  // One request may write twice (a form that opens a case and puts an item under it): its own claim stands.
  if (same && same.requestId !== requestId) throw new AlreadyDone(momentInRow(same.at))
  if (same) return
  const last = earlier.at(-1)
  if (last && !repeatable) throw new SentBefore(momentInRow(last.at))
  await tx.submission.create({ data: { form, content, personId: writer.personId, at: writer.at, requestId } })
}

async function record(tx: Tx, writer: Writer, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx.event.createMany({
    data: events.map(event => ({
      at: writer.at,
      personId: writer.personId,
      actor: writer.name,
      kind: event.kind,
      subject: event.subject,
      subjectId: event.subjectId,
      before: eventText(event.before),
      after: eventText(event.after),
      requestId: writer.requestId ?? null,
    })),
  })
}

/** The next number of a series, drawn in the transaction that needs it: unique, never reused. */
export async function nextNumber(tx: Tx, series: string, year: number): Promise<number> {
  const name = `${series}/${year}`
  const row = await tx.numberSeries.upsert({
    where: { series: name },
    create: { series: name, last: 1 },
    update: { last: { increment: 1 } },
  })
  return row.last
}
