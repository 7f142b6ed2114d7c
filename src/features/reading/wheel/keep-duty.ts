import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import { Conflict, notFound, refuseAll } from '../../../kernel/refusal.ts'
import { dutyFaults } from './duty-rules.ts'
import type { TypedDuty } from './forms.ts'

/** What the row says of a duty, as it was typed: without a last day it is of one day. */
const rowOf = ({ from, to, ...typed }: TypedDuty) => ({ ...typed, fromDay: from, toDay: to ?? from })

/** A duty of the cooperation's own is added to the year's wheel by either secretariat. */
export const addDuty = (actor: Actor, input: TypedDuty): Promise<{ id: number }> =>
  write(actor, async tx => {
    requireRight(actor, 'prepareTexts')
    const row = rowOf(input)
    refuseAll(dutyFaults(row))
    const { id } = await tx.yearDuty.create({
      data: { ...row, createdById: personIdOf(actor), createdAt: actor.at },
    })
    return { result: { id }, events: [event('dutyAdded', 'duty', id, { after: row })] }
  })

/**
 * Either secretariat changes it, or ends it by its last year.
 * @throws Conflict with the duty as it stands when somebody else saved first
 */
export const editDuty = (actor: Actor, { id, version, ...input }: TypedDuty & { id: number; version: number }) =>
  write(actor, async tx => {
    requireRight(actor, 'prepareTexts')
    const duty = await tx.yearDuty.findUnique({ where: { id } })
    if (!duty) throw notFound()
    if (duty.version !== version) throw new Conflict(dutyTexts(duty), duty.version)
    const row = rowOf(input)
    refuseAll(dutyFaults(row))
    await tx.yearDuty.update({ where: { id }, data: { ...row, version: { increment: 1 } } })
    const { title, note, fromDay, toDay, firstYear, everyYears, lastYear } = duty
    const before = { title, note, fromDay, toDay, firstYear, everyYears, lastYear }
    return { result: undefined, events: [event('dutyChanged', 'duty', id, { before, after: row })] }
  })

const written = (monthDay: string): string => `${monthDay.slice(3)}.${monthDay.slice(0, 2)}.`

/** A duty as its form shows it, by its fields. */
export const dutyTexts = (duty: {
  title: string
  note: string
  fromDay: string
  toDay: string
  firstYear: number
  everyYears: number
  lastYear: number | null
}): Record<string, string> => ({
  title: duty.title,
  note: duty.note,
  from: written(duty.fromDay),
  to: duty.toDay === duty.fromDay ? '' : written(duty.toDay),
  everyYears: String(duty.everyYears),
  firstYear: String(duty.firstYear),
  lastYear: String(duty.lastYear ?? ''),
})
