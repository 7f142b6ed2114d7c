import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { longDay } from '../../../../kernel/days.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { sentence } from '../../../../kernel/text.ts'
import { jointMeeting } from '../../../decisions/adoption/index.ts'
import { addItemIn } from '../../../meetings/meetings/index.ts'
import { coversText, rangeText, yearsText } from '../estimates/estimate-lines.ts'
import { type NeedContent, needContent } from '../estimates/need-content.ts'
import { versionPath } from '../paths.ts'
import { citableDecisions } from './read-citations.ts'

interface VersionAddress {
  number: string
  version: number
}

/** A decision builds on a version: that very one, whatever is published later. */
export const citeVersion = (
  actor: Actor,
  { decisionId, ...address }: VersionAddress & { decisionId: number },
): Promise<{ decision: string }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepNeed')
    const { row } = await versionIn(tx, address)
    const decision = citableDecisions(actor).find(({ id }) => id === decisionId)
    if (!decision) throw brokenRule('Vælg en beslutning fra listen.', 'decisionId')
    const twin = await tx.needCitation.findFirst({ where: { versionId: row.id, decisionId } })
    if (twin) throw brokenRule(`Beslutning ${decision.number} henviser allerede til versionen.`, 'decisionId')
    await tx.needCitation.create({ data: { versionId: row.id, decisionId, byId: personIdOf(actor), at } })
    const after = { version: address.version, decision: decisionId }
    return {
      result: { decision: decision.number },
      events: [event('needCited', 'needEstimate', row.estimateId, { after })],
    }
  })

/** The version that counts is laid before the joint group; what is decided under the item cites it by itself. */
export const putNeedOnAgenda = (
  actor: Actor,
  { meetingId, kind, ...address }: VersionAddress & { meetingId: number; kind: 'DISCUSSION' | 'DECISION' },
): Promise<{ position: number; notice: string | null }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepNeed')
    const { row, newest, withdrawn, organisation } = await versionIn(tx, address)
    if (withdrawn) throw brokenRule('Behovsvurderingen er trukket tilbage. Offentliggør en ny.')
    if (newest !== address.version)
      throw brokenRule(`Versionen er afløst af version ${newest}. Sæt den på dagsordenen i stedet.`)
    const meeting = await jointMeeting(tx, meetingId)
    const known = await tx.needCitation.findFirst({
      where: { versionId: row.id, item: { meetingId, removedAt: null } },
      include: { item: true },
    })
    if (known) throw brokenRule(`Versionen står på dagsordenen som punkt ${known.item?.position}.`, 'meetingId')
    const added = await addItemIn(tx, actor, {
      ...{ meetingId: meeting.id, kind, strategy: true, caseId: null },
      ...itemOf(needContent.thaw(row.content), organisation, address),
    })
    const { id: itemId, position, notice } = added.result
    await tx.needCitation.create({ data: { versionId: row.id, itemId, byId: personIdOf(actor), at } })
    const told = event('needPutOnAgenda', 'needEstimate', row.estimateId, { after: { ...address, item: itemId } })
    return { result: { position, notice }, events: [...added.events, told] }
  })

async function versionIn(tx: Tx, { number, version }: VersionAddress) {
  const estimate = await tx.needEstimate.findUnique({
    where: { number },
    include: { organisation: true, versions: { orderBy: { number: 'desc' } } },
  })
  const row = estimate?.versions.find(one => one.number === version)
  if (!estimate || !row) throw notFound('Versionen findes ikke.')
  return {
    ...{ row, newest: estimate.versions[0]?.number ?? version, withdrawn: estimate.withdrawn !== null },
    organisation: estimate.organisation.name,
  }
}

/** So many lines stand on the agenda; the rest is read on the version's own page. */
const mostLines = 12

/** What the agenda says of it: the secretariats write on from there. */
function itemOf(content: NeedContent, organisation: string, { number, version }: VersionAddress) {
  const { title, method, source, calculatedOn, lines } = content
  const shown = lines.filter(({ districtId }) => districtId === null).slice(0, mostLines)
  return {
    title: `Behovet for almene boliger: ${title}`.slice(0, 200),
    summary: `${organisation} har vurderet behovet for almene boliger (${coversText(lines).toLowerCase()}, ${yearsText(lines)}). Gruppen skal tage stilling til vurderingen.`,
    recommendation:
      'Sekretariaterne indstiller, at gruppen drøfter vurderingen af behovet og tager den til efterretning.',
    presentation: [
      sentence(method),
      `Opgjort den ${longDay(calculatedOn)}. Kilde: ${sentence(source)}`,
      ...(shown.length > 0
        ? [
            shown
              .map(line => `- Ved udgangen af ${line.year} er der brug for ${rangeText(line)} almene boliger i byen`)
              .join('\n'),
          ]
        : []),
      `[Behovsvurdering ${number}, version ${version}](${versionPath(number, version)})`,
    ].join('\n\n'),
    economy: 'Ingen økonomiske konsekvenser.',
    plannedMinutes: 20,
  }
}
