import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event, type NewEvent } from '../../../database/events.ts'
import { type Tx, write } from '../../../database/write.ts'
import { type Day, dayInRow, longDay, yearOf } from '../../../kernel/days.ts'
import { isOn } from '../../../kernel/periods.ts'
import { brokenRule, Conflict, notFound, refuseAll } from '../../../kernel/refusal.ts'
import { type IncomingFile, storeDocument } from '../../ground/documents/index.ts'
import { listNames } from './labels.ts'
import { entryObjections, listObjections, ruleKeyFor } from './list-rules.ts'
import type { Figures } from './rules/judge-area.ts'
import type { CriterionKey, ListKind, ReferenceKey } from './rules/statutory-rules.ts'

export interface ListFacts {
  issuer: string
  /** Null: the rules of the day it was issued. Empty: none that the portal knows. */
  rule: string | null
  source: string
  note: string
  files: readonly IncomingFile[]
}

export interface EntryDraft {
  areaId: number
  name: string
  residents: number | null
  figures: Figures
  met: readonly CriterionKey[] | null
}

/** R35: a list as an authority issued it, with the areas on it; the portal holds it against its rules and changes nothing. */
export const recordList = (
  actor: Actor,
  input: ListFacts & { kind: ListKind; issuedOn: Day; entries: readonly EntryDraft[] },
): Promise<{ slug: string }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepLists')
    const { kind, issuedOn, issuer, source, note } = input
    const rule = input.rule ?? ruleKeyFor(kind, issuedOn)
    const twin = await tx.publicList.findFirst({ where: { kind, issuedOn } })
    refuseAll([
      ...listObjections({ kind, issuedOn, rule }, actor.today),
      twin
        ? { sentence: `${listNames[kind].name} fra den ${longDay(issuedOn)} er registreret.`, field: 'issuedOn' }
        : null,
    ])
    const slug = await freeSlug(tx, `${listNames[kind].slug}-${yearOf(issuedOn)}`)
    const list = await tx.publicList.create({
      data: {
        ...{ slug, kind, issuer, issuedOn, rule, source, note, recordedById: personIdOf(actor), recordedAt: at },
        ...(await storedFile(tx, actor, input.files)),
      },
    })
    for (const entry of input.entries) await storeEntry(tx, actor, { id: list.id, issuedOn }, entry)
    const after = { kind, issuedOn, issuer, rule, source, entries: input.entries.length }
    return { result: { slug }, events: [event('listRecorded', 'publicList', list.id, { after })] }
  })

/** What was recorded of the list itself is put right; its kind and its day are what it is. */
export const correctList = (actor: Actor, input: ListFacts & { slug: string; version: number }): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'keepLists')
    const list = await findList(tx, input.slug)
    const { issuer, source, note } = input
    const issuedOn = dayInRow(list.issuedOn)
    const rule = input.rule ?? ruleKeyFor(list.kind, issuedOn)
    const before = { issuer: list.issuer, rule: list.rule, source: list.source, note: list.note }
    if (list.version !== input.version) throw new Conflict(before, list.version)
    refuseAll(listObjections({ kind: list.kind, issuedOn, rule }, actor.today))
    const after = { issuer, rule, source, note }
    const file = await storedFile(tx, actor, input.files)
    await tx.publicList.update({ where: { id: list.id }, data: { ...after, ...file, version: { increment: 1 } } })
    return { result: undefined, events: [event('listCorrected', 'publicList', list.id, { before, after })] }
  })

export const recordEntry = (actor: Actor, slug: string, draft: EntryDraft): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'keepLists')
    const list = await findList(tx, slug)
    await storeEntry(tx, actor, { id: list.id, issuedOn: dayInRow(list.issuedOn) }, draft)
    const after = { area: draft.areaId, name: draft.name, residents: draft.residents, figures: draft.figures }
    return { result: undefined, events: [event('entryRecorded', 'publicList', list.id, { after })] }
  })

export const correctEntry = (
  actor: Actor,
  input: { slug: string; entry: number; version: number; draft: EntryDraft },
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'keepLists')
    const list = await findList(tx, input.slug)
    const entry = await standingEntry(tx, list.id, input.entry)
    if (entry.version !== input.version) throw new Conflict({}, entry.version)
    await refuseEntry(tx, { id: list.id, issuedOn: dayInRow(list.issuedOn) }, input.draft, entry.id)
    const before = { area: entry.areaId, name: entry.name, residents: entry.residents, figures: entry.figures }
    const columns = columnsOf(input.draft)
    await tx.listEntry.update({ where: { id: entry.id }, data: { ...columns, version: { increment: 1 } } })
    const after = { ...columns, entry: entry.id }
    return { result: undefined, events: [event('entryCorrected', 'publicList', list.id, { before, after })] }
  })

/** It was entered by mistake: the list never had it. */
export const withdrawEntry = (
  actor: Actor,
  { slug, entry: id, reason }: { slug: string; entry: number; reason: string },
): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'keepLists')
    const list = await findList(tx, slug)
    const entry = await standingEntry(tx, list.id, id)
    await tx.listEntry.update({ where: { id: entry.id }, data: { withdrawn: reason, version: { increment: 1 } } })
    const after = { entry: entry.id, area: entry.areaId, reason }
    return { result: undefined, events: [event('entryWithdrawn', 'publicList', list.id, { after })] }
  })

/** What limits ride on in a year; one that is entered again counts instead, and the one before stays readable. */
export const enterReferences = (
  actor: Actor,
  rows: readonly { key: ReferenceKey; year: number; value: number; source: string }[],
): Promise<void> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepLists')
    const events: NewEvent[] = []
    for (const row of rows) {
      const { id } = await tx.listReference.create({ data: { ...row, byId: personIdOf(actor), at } })
      events.push(event('listReferenceEntered', 'listReference', id, { after: row }))
    }
    return { result: undefined, events }
  })

async function findList(tx: Tx, slug: string) {
  const list = await tx.publicList.findUnique({ where: { slug } })
  if (!list) throw notFound('Listen findes ikke.')
  return list
}

async function standingEntry(tx: Tx, listId: number, id: number) {
  const entry = await tx.listEntry.findFirst({ where: { id, listId } })
  if (!entry) throw notFound('Området står ikke på listen.')
  if (entry.withdrawn !== null) throw brokenRule('Området er allerede markeret som registreret ved en fejl.')
  return entry
}

async function storeEntry(tx: Tx, actor: Actor, list: { id: number; issuedOn: Day }, draft: EntryDraft): Promise<void> {
  await refuseEntry(tx, list, draft, null)
  await tx.listEntry.create({
    data: { listId: list.id, ...columnsOf(draft), byId: personIdOf(actor), at: actor.at },
  })
}

async function refuseEntry(
  tx: Tx,
  list: { id: number; issuedOn: Day },
  draft: EntryDraft,
  own: number | null,
): Promise<void> {
  const area = await tx.housingArea.findUnique({ where: { id: draft.areaId } })
  const twin = await tx.listEntry.findFirst({ where: { listId: list.id, areaId: draft.areaId, withdrawn: null } })
  refuseAll([
    area ? null : { sentence: 'Vælg boligområdet fra listen.', field: 'areaId' },
    area && !isOn({ from: dayInRow(area.from), to: dayInRow(area.to) }, list.issuedOn)
      ? { sentence: `${area.name} var ikke i brug, da listen blev udstedt.`, field: 'areaId' }
      : null,
    twin && twin.id !== own ? { sentence: 'Området står allerede på listen.', field: 'areaId' } : null,
    ...entryObjections(draft),
  ])
}

const columnsOf = ({ areaId, name, residents, figures, met }: EntryDraft) => ({
  ...{ areaId, name, residents, figures: JSON.stringify(figures), met: met === null ? null : JSON.stringify(met) },
})

async function storedFile(tx: Tx, actor: Actor, [file]: readonly IncomingFile[]) {
  if (!file) return {}
  const document = await storeDocument(tx, actor, file)
  return { documentId: document.id, documentName: file.name }
}

async function freeSlug(tx: Tx, wanted: string): Promise<string> {
  let slug = wanted
  for (let next = 2; await tx.publicList.findUnique({ where: { slug } }); next += 1) slug = `${wanted}-${next}`
  return slug
}
