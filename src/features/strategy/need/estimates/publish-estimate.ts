import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { nextNumber, type Tx, write } from '../../../../database/write.ts'
import { holdsCpr, noCpr } from '../../../../kernel/cpr.ts'
import { type Day, dayInRow, yearOf } from '../../../../kernel/days.ts'
import { type Objection, objection } from '../../../../kernel/objection.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { brokenRule, Conflict, notFound, orTold, refuseAll } from '../../../../kernel/refusal.ts'
import { readPlacesIn } from '../../../ground/places/index.ts'
import { keepVersion } from '../../../ground/sealed/index.ts'
import { type NeedContent, type NeedStatus, needContent } from './need-content.ts'
import { readLines } from './read-lines.ts'

export interface NeedDraft {
  title: string
  status: NeedStatus
  method: string
  /** Where the figures stand. */
  origin: string
  calculatedOn: Day
  /** The figures as a table with headings. */
  source: string
}

/** R42: an estimate of the need is published whole, with its method and source; others of the same stand beside it. */
export const publishEstimate = (
  actor: Actor,
  { organisationId, ...draft }: NeedDraft & { organisationId: number },
): Promise<{ number: string }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepNeed')
    const owner = await tx.organisation.findUnique({ where: { id: organisationId } })
    const ended = owner && hasEnded({ from: dayInRow(owner.from), to: dayInRow(owner.to) }, actor.today)
    const content = await contentIn(tx, actor, { ...draft, changed: '' }, [
      owner && !ended ? null : objection('Vælg den organisation, der har lavet vurderingen.', 'organisationId'),
    ])
    const year = yearOf(actor.today)
    const number = `${year}-${await nextNumber(tx, 'need', year)}`
    const estimate = await tx.needEstimate.create({ data: { number, organisationId } })
    const version = await storeVersion(tx, { estimateId: estimate.id, byId: personIdOf(actor), at }, content)
    const after = { number, title: content.title, lines: content.lines.length, hash: version.hash }
    return { result: { number }, events: [event('needEstimated', 'needEstimate', estimate.id, { after })] }
  })

/** What was published stays as it was: a new version counts in its place from now on. */
export const supersedeEstimate = (
  actor: Actor,
  { number, version, changed, ...draft }: NeedDraft & { number: string; version: number; changed: string },
): Promise<{ version: number }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepNeed')
    const { estimate, last } = await standingIn(tx, number)
    const before = needContent.thaw(last.content)
    if (last.number !== version) throw new Conflict(shownOf(before), last.number)
    const content = await contentIn(tx, actor, { ...draft, changed }, [])
    if (needContent.hash({ ...content, changed: before.changed }) === last.hash)
      throw brokenRule('Intet er ændret siden den gældende version.', 'source')
    const stored = await storeVersion(tx, { estimateId: estimate.id, byId: personIdOf(actor), at }, content)
    const after = { version: stored.number, lines: content.lines.length, hash: stored.hash, changed }
    const told = event('needSuperseded', 'needEstimate', estimate.id, { before: { version, hash: last.hash }, after })
    return { result: { version: stored.number }, events: [told] }
  })

/** It was published by mistake, or nobody stands by it: it stays readable and counts no more. */
export const withdrawEstimate = (
  actor: Actor,
  { number, version, reason }: { number: string; version: number; reason: string },
): Promise<void> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepNeed')
    const { estimate, last } = await standingIn(tx, number)
    if (last.number !== version) throw new Conflict({}, last.number)
    refuseAll([holdsCpr(reason) ? objection(noCpr, 'reason') : null])
    const withdrawn = { withdrawn: reason, withdrawnById: personIdOf(actor), withdrawnAt: at }
    await tx.needEstimate.update({ where: { id: estimate.id }, data: withdrawn })
    const told = event('needWithdrawn', 'needEstimate', estimate.id, { after: { reason } })
    return { result: undefined, events: [told] }
  })

/** What another has published meanwhile, as the form shows it. */
const shownOf = ({ title, method, source }: NeedContent): Record<string, string> => ({ title, method, origin: source })

/** @throws Refusal when there is none, or it has been withdrawn */
export async function standingIn(tx: Tx, number: string) {
  const estimate = await tx.needEstimate.findUnique({
    where: { number },
    include: { versions: { orderBy: { number: 'desc' }, take: 1 } },
  })
  const last = estimate?.versions[0]
  if (!estimate || !last) throw notFound('Behovsvurderingen findes ikke.')
  if (estimate.withdrawn !== null) throw brokenRule('Behovsvurderingen er trukket tilbage. Offentliggør en ny.')
  return { estimate, last }
}

/** @throws Refusal with all that is wrong at once */
async function contentIn(
  tx: Tx,
  actor: Actor,
  { title, status, method, origin, calculatedOn, source, changed }: NeedDraft & { changed: string },
  others: readonly (Objection | null)[],
): Promise<NeedContent> {
  const places = await readPlacesIn(tx)
  const lines = await orTold(() => readLines(source, places, actor.today))
  const texts = { title, method, origin, changed }
  refuseAll([
    ...others,
    calculatedOn > actor.today
      ? objection('Skriv den dag, tallene er opgjort. Den kan ikke ligge efter i dag.', 'calculatedOn')
      : null,
    ...Object.entries(texts).map(([field, text]) => (holdsCpr(text) ? objection(noCpr, field) : null)),
    ...lines.told,
  ])
  return { title, status, method, source: origin, calculatedOn, changed, lines: lines.value ?? [] }
}

const storeVersion = (
  tx: Tx,
  { estimateId, ...told }: { estimateId: number; byId: number; at: string },
  content: NeedContent,
) =>
  keepVersion(needContent, content, {
    latest: async () =>
      (await tx.needVersion.findFirst({ where: { estimateId }, orderBy: { number: 'desc' } }))?.number ?? 0,
    store: version => tx.needVersion.create({ data: { estimateId, ...version, ...told } }),
  })
