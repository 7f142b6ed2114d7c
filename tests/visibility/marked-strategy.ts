import { putTextOnAgenda, signOffText } from '../../src/features/decisions/adoption/index.ts'
import {
  deliverObservations,
  enterValue,
  readIndicators,
  setThreshold,
} from '../../src/features/strategy/knowledge/index.ts'
import { editStrategy } from '../../src/features/strategy/strategies/change-strategy.ts'
import { editPart, strategyKind } from '../../src/features/strategy/strategies/index.ts'
import { head, writtenStrategy } from '../strategies/given.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

/** A strategy that the secretariats write: it stands on an agenda that has not been sent. What it is measured by is everybody's. */
export async function markedStrategy(
  { db }: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  {
    all,
    secretaries,
    unsentMeeting,
  }: { all: readonly string[]; secretaries: readonly string[]; unsentMeeting: number },
  now: string,
): Promise<void> {
  const of = (what: string) => mark(secretaries, `strategi, ikke udsendt: ${what}`)
  const [housing, municipality] = ['sekretariat.bolig', 'sekretariat.kommune'].map(name => cooperation.actor(name, now))
  if (!housing || !municipality) return
  // The address keeps the first title: whoever asks for it has been told it.
  const { slug, version, indicator, indicatorId } = await writtenStrategy(cooperation, now.slice(0, 10), {
    title: 'strategi',
  })
  const source = mark(all, 'indikator: kilde til en værdi')
  await enterValue(housing, {
    ...{ indicator, place: { level: 'TOWN' }, year: 2025, value: 70 },
    ...{ source, corrects: null, reason: '' },
  })
  const told = (what: string) => mark(all, `indikator: ${what}`)
  await setThreshold(municipality, {
    ...{ indicator, name: told('grænseværdi'), side: 'BELOW', kind: 'NUMBER', amount: 80, reference: null },
    ...{ fromYear: 2020, toYear: null, source: told('kilde til en grænseværdi') },
  })
  const versionId = readIndicators(db).find(({ id }) => id === indicatorId)?.newest.id ?? 0
  const delivery = { name: told('levering'), fileHash: null, supplier: told('leverandør'), note: told('bemærkning') }
  await deliverObservations(housing, { ...delivery, source: told('kilde til en levering') }, [
    { versionId, place: { level: 'TOWN' }, year: 2024, value: 71 },
  ])
  const marked = { title: of('titel'), purpose: of('formål'), themes: [of('tema')], housingWho: of('ansvarlig') }
  await editStrategy(municipality, { slug, version, ...head(cooperation, marked) })
  const part = (what: string) => ({ title: of(`${what}: titel`), text: of(`${what}: tekst`) })
  const edit = (at: number, key: string, owner: string | null, said: Parameters<typeof editPart>[1]['said']) =>
    editPart(housing, { slug, version: version + at, key, owner, said })
  await edit(1, 'a1', null, part('afsnit'))
  await edit(2, 'p1', null, part('pejlemærke'))
  await edit(3, 'm1', 'p1', part('mål'))
  await edit(4, 'd1', 'm1', {
    ...part('delmål'),
    measure: 'INDICATOR',
    year: 2030,
    ownerId: cooperation.organisation('hoejstrup'),
    indicatorId,
    areaId: null,
    baselineValue: 70,
    baselineYear: 2025,
    baselineSource: of('delmål: kilde'),
    value: 80,
  })
  const { hash } = await db.prisma.textDraft.findFirstOrThrow({
    where: { text: { slug } },
    orderBy: { number: 'desc' },
  })
  for (const actor of [housing, municipality]) await signOffText(actor, strategyKind, { slug, shownHash: hash })
  await putTextOnAgenda(housing, strategyKind, { slug, meetingId: unsentMeeting, fromDay: null, caseId: null })
}
