import type { Actor } from '../../../access/actor.ts'
import { inSecretariat } from '../../../access/policy.ts'
import type { NewEvent } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import type { Instant } from '../../../kernel/days.ts'
import { type HandedOver, type NewCode, newCode } from '../accounts/index.ts'
import { readAppointingMeetings } from '../bodies/index.ts'
import { type Judgement as JudgementOf, judgementOf, judgeTable, refuseOther, takeRows } from '../table-import/index.ts'
import type { Column } from './columns.ts'
import { courseOf, type JudgedRow, type Made } from './judged-row.ts'
import { NamedWorld } from './named-world.ts'
import type { Taking } from './part.ts'
import type { FileRow, PeopleFile } from './read-file.ts'
import { type RowValues, valuesOf } from './row-values.ts'
import { takeRow } from './take-row.ts'

export type Judgement = JudgementOf<Column, Made>

/** What would happen if the file were saved now (docs/decisions/0032). */
export const judgeFile = (actor: Actor, file: PeopleFile): Promise<Judgement> =>
  judgeTable(actor, file, (tx, at) => takeFile(tx, at, actor, file, () => unusedCode(at)))

/** Opens nothing: it is in no hash that a password could have. */
const unusedCode = (at: Instant): NewCode['columns'] => ({
  passwordHash: '',
  codeExpiresAt: at,
  codeUsedAt: null,
  codeById: null,
})

export interface SavedFile extends Judgement {
  /** Who got an account, each with a code that is told this once. */
  handed: (HandedOver & { name: string; email: string })[]
}

/**
 * Saves what the file's rows do, but for the rejected ones: all of it or nothing.
 * @param shown the hash of the judgement that was confirmed
 * @throws Refusal where it would be another one by now
 */
export async function saveFile(actor: Actor, file: PeopleFile, shown: string): Promise<SavedFile> {
  const judged = await judgeFile(actor, file)
  refuseOther(judged, shown)
  const accounts = judged.rows.flatMap(({ done }) => done).filter(({ made }) => made === 'account').length
  const codes = await codesFor(actor, accounts)
  return write(actor, async (tx, at) => {
    // A row that is rejected in the end may ask for a code beyond those that are needed: it is taken back.
    const taken = await takeFile(tx, at, actor, file, index => codes[index]?.columns ?? unusedCode(at))
    const saved = judgementOf(file, taken.rows)
    refuseOther(saved, shown)
    return { result: { ...saved, handed: handedOver(taken, codes) }, events: taken.events }
  })
}

/** One at a time: each takes the memory that it takes so that nobody can guess at it. */
async function codesFor(actor: Actor, count: number): Promise<NewCode[]> {
  const codes: NewCode[] = []
  for (let made = 0; made < count; made += 1) codes.push(await newCode(actor))
  return codes
}

function handedOver({ accounts }: TakenFile, codes: readonly NewCode[]) {
  return accounts.map(({ name, email }, index) => {
    const given = codes[index]
    if (!given) throw new Error('An account was saved without a code of its own')
    return { name, email, code: given.code, expiresAt: given.expiresAt }
  })
}

interface TakenFile {
  rows: JudgedRow[]
  events: NewEvent[]
  /** In the order in which they took their codes. */
  accounts: { name: string; email: string }[]
}

async function takeFile(
  tx: Tx,
  at: Instant,
  actor: Actor,
  file: PeopleFile,
  codeOf: Taking['codeOf'],
): Promise<TakenFile> {
  const world = await NamedWorld.of(tx, actor.today)
  const accounts: TakenFile['accounts'] = []
  const taking: Taking = { tx, actor, at, world, accounts, codeOf, meetings: meetingsFor(actor), said: new Map() }
  const { judged, events } = await takeRows(
    tx,
    inOrder(file),
    ({ row, faults }) => {
      const course = courseOf(row)
      for (const { column, reason } of faults) course.fault(column, reason)
      return course
    },
    ({ row, values }, course) => takeRow(taking, values, row.line, course),
  )
  return { rows: file.rows.flatMap(row => judged.get(row) ?? []), events, accounts }
}

/** A substitute comes after the one who is substituted, wherever the two rows stand in the file. */
function inOrder(
  file: PeopleFile,
): { row: FileRow; values: RowValues; faults: ReturnType<typeof valuesOf>['faults'] }[] {
  const read = file.rows.map(row => ({ row, ...valuesOf(row) }))
  const isLast = ({ values }: (typeof read)[number]) => Number(values.substituteFor !== '')
  return read.toSorted((one, other) => isLast(one) - isLast(other))
}

function meetingsFor(actor: Actor): Map<string, number> {
  const sides = (['HOUSING', 'MUNICIPALITY'] as const).filter(side => inSecretariat(actor, side))
  return new Map(readAppointingMeetings(actor, sides).map(({ number, id }) => [number, id]))
}
