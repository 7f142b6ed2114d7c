import type { Tx } from '../../../../database/write.ts'
import { longDay } from '../../../../kernel/days.ts'
import { sentence } from '../../../../kernel/text.ts'
import { referralOf } from './stored-rows.ts'

/** Who said no, when and why, in a sentence. */
export async function declinedText(tx: Tx, referralId: number): Promise<string> {
  const { number, answeredOn, reason, body, organisation } = referralOf(
    await tx.referral.findUniqueOrThrow({ where: { id: referralId }, include: { body: true, organisation: true } }),
  )
  const who = body?.name ?? `Det besluttende organ for ${organisation.name}`
  const when = answeredOn === null ? '' : ` den ${longDay(answeredOn)}`
  return `${who} har${when} afslået forelæggelse ${number}. ${sentence(`Begrundelse: ${reason ?? ''}`)}`
}
