import type { Actor } from '../../../../access/actor.ts'
import { requireStep } from '../../../../access/steps.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { dayInRow, longDay } from '../../../../kernel/days.ts'
import { sentence } from '../../../../kernel/text.ts'
import { jointMeeting } from '../../../decisions/adoption/index.ts'
import { readPlacesIn } from '../../../ground/places/index.ts'
import { openCaseIn } from '../../../meetings/cases/index.ts'
import { addItemIn } from '../../../meetings/meetings/index.ts'
import { flagWay } from '../flag-steps.ts'
import { type FlagTheme, sourceNames, themeNames } from '../labels.ts'
import { type LoadedFlag, loadFlag } from '../load-flag.ts'
import { flagPath } from '../paths.ts'
import { placeNamed, placeOf } from '../place-ref.ts'
import { refuseStale, storeStep } from './take-step.ts'

export interface FlagOnAgenda {
  number: string
  version: number
  meetingId: number
  kind: 'DISCUSSION' | 'DECISION'
  caseId: number | 'NEW' | null
}

/** R39: the flag becomes an item of the joint group's, with what was written in it; what comes of it is registered after. */
export const putFlagOnAgenda = (
  actor: Actor,
  input: FlagOnAgenda,
): Promise<{ itemId: number; position: number; notice: string | null }> =>
  write(actor, async (tx, at) => {
    const flag = await loadFlag(tx, actor, input.number)
    requireStep(flagWay, actor, 'PUT_ON_AGENDA', flag.facts)
    refuseStale(flag, input.version)
    const meeting = await jointMeeting(tx, input.meetingId)
    const place = placeNamed(await readPlacesIn(tx), placeOf(flag))?.label ?? ''
    const gathered = await caseOf(tx, actor, flag, { bodyId: meeting.bodyId, place, choice: input.caseId })
    const added = await addItemIn(tx, actor, {
      ...{ meetingId: input.meetingId, kind: input.kind, strategy: true, caseId: gathered.id },
      ...itemOf(flag, place),
    })
    const { id: itemId, position, notice } = added.result
    await storeStep(tx, actor, at, { flagId: flag.id, kind: 'PUT_ON_AGENDA', text: '', itemId })
    const told = event('flagPutOnAgenda', 'flag', flag.id, { after: { item: itemId } })
    return { result: { itemId, position, notice }, events: [...gathered.events, ...added.events, told] }
  })

/** What the agenda says of it: the secretariats write on from there. */
function itemOf(flag: LoadedFlag, place: string) {
  const theme = themeNames[flag.theme as FlagTheme]
  return {
    title: `Påpegning af ${place}: ${theme}`.slice(0, 200),
    summary: `Et sted er påpeget: ${place}. Gruppen skal tage stilling til, hvad der skal ske.`,
    recommendation:
      'Sekretariaterne indstiller, at gruppen drøfter påpegningen og beslutter, om stedet skal vurderes, om der skal aftales en indsats, eller om stedet skal følges til en bestemt dag.',
    presentation: [
      sentence(flag.reason),
      `Set den ${longDay(dayInRow(flag.seenOn))}. Kilde: ${sourceNames[flag.source]}.`,
      `[Påpegning ${flag.number}](${flagPath(flag.number)})`,
    ].join('\n\n'),
    economy: 'Ingen økonomiske konsekvenser.',
    plannedMinutes: 15,
  }
}

/** The case that it is gathered under: the one it has, or what was chosen when it first came on an agenda. */
async function caseOf(
  tx: Tx,
  actor: Actor,
  flag: LoadedFlag,
  { bodyId, place, choice }: { bodyId: number; place: string; choice: FlagOnAgenda['caseId'] },
): Promise<{ id: number | null; events: NewEvent[] }> {
  const keep = async (id: number, events: NewEvent[] = []) => {
    await tx.flag.update({ where: { id: flag.id }, data: { caseId: id } })
    return { id, events }
  }
  if (choice === null) return { id: null, events: [] }
  if (choice !== 'NEW') return keep(choice)
  const { result, events } = await openCaseIn(tx, actor, {
    bodyId,
    title: `${place}: ${themeNames[flag.theme as FlagTheme]}`.slice(0, 200),
  })
  return keep(result.id, events)
}
