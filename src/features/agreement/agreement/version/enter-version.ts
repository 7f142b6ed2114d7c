import { event, type NewEvent } from '../../../../database/events.ts'
import type { Tx } from '../../../../database/write.ts'
import type { Day, Instant } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import type { Rhythm } from '../rhythm/revision-rhythm.ts'
import { storeRhythm } from '../rhythm/state-rhythm.ts'
import {
  type AgreementText,
  type SealedSignature,
  sealedText,
  signatureSeal,
  versionSeal,
  type WrittenDate,
} from './agreement-text.ts'

export interface NewVersion {
  /** Its address: the year of the agreement, or of the round that made it. */
  year: number
  text: AgreementText
  date: WrittenDate
  inForceFrom: Day
  signatures: SealedSignature[]
  /** The revision round that made it; null for a version that was signed outside the portal. */
  roundId: number | null
  enteredById: number | null
  /** Our own plain words, by the section's key. */
  summaries?: Record<string, string>
  /** What stands is our summary of a text that is not in the portal, and an import may put the text in its place. */
  summaryOnly?: boolean
  source?: { text: string; name: string; hash: string }
  /** When it is taken up for revision, where its words say so. */
  rhythm?: Rhythm | null
}

/**
 * Stores a version with its signatures and seals it; afterwards the database refuses any change of it. A version of the
 * same year that was only a summary gets its text.
 * @throws Refusal when there is a version of that year in its own words
 */
export async function enterVersion(
  tx: Tx,
  at: Instant,
  version: NewVersion,
): Promise<{ id: number; events: NewEvent[] }> {
  const known = await tx.agreementVersion.findUnique({ where: { year: version.year } })
  if (known?.textKind === 'FULL')
    throw brokenRule(`Aftalen fra ${version.year} er allerede i portalen. Den kan ikke ændres.`)
  const hash = sealedText.hash(version.text)
  const signatures = version.signatures.map(signature => ({ ...signature, seal: signatureSeal(hash, signature) }))
  const number = known?.number ?? (await nextVersionNumber(tx))
  const data = {
    year: version.year,
    number,
    title: version.text.title.join('\n'),
    parties: version.text.parties,
    dateText: version.text.dateText,
    date: version.date.day,
    datePrecision: version.date.precision,
    inForceFrom: version.inForceFrom,
    textHash: hash,
    seal: versionSeal({
      year: version.year,
      number,
      textHash: hash,
      date: version.date.day,
      datePrecision: version.date.precision,
      inForceFrom: version.inForceFrom,
      signatures: signatures.map(({ seal }) => seal),
    }),
    roundId: version.roundId,
    source: version.source?.text ?? null,
    sourceName: version.source?.name ?? null,
    sourceHash: version.source?.hash ?? null,
    enteredById: version.enteredById,
    enteredAt: at,
  }
  const { id } = known
    ? await tx.agreementVersion.update({ where: { id: known.id }, data })
    : await tx.agreementVersion.create({ data })
  await storeSections(tx, id, version)
  await storeAppendices(tx, id, version)
  await storeSignatures(tx, id, signatures)
  if (!version.summaryOnly) await tx.agreementVersion.update({ where: { id }, data: { textKind: 'FULL' } })
  const { year } = version
  const after = { year, number, textHash: hash, seal: data.seal, signatures: signatures.length }
  const entered = event(known ? 'agreementTextEntered' : 'agreementEntered', 'agreement', id, { after })
  const stated = await statedRhythm(tx, at, id, version)
  return { id, events: stated ? [entered, stated] : [entered] }
}

/** What was stated of a summary stays: somebody has read the agreement for it. */
async function statedRhythm(tx: Tx, at: Instant, versionId: number, { rhythm, enteredById }: NewVersion) {
  if (!rhythm || (await tx.revisionRhythm.findFirst({ where: { versionId } }))) return null
  return storeRhythm(tx, { personId: enteredById, at }, versionId, rhythm)
}

async function nextVersionNumber(tx: Tx): Promise<number> {
  const { _max } = await tx.agreementVersion.aggregate({ _max: { number: true } })
  return (_max.number ?? 0) + 1
}

/** Sections that a summary had keep their rows: proposals of a revision may be about them. */
async function storeSections(tx: Tx, versionId: number, { text, summaries = {} }: NewVersion): Promise<void> {
  const known = await tx.agreementSection.findMany({ where: { versionId } })
  const left = known.find(({ key }) => !text.sections.some(section => section.key === key))
  if (left)
    throw brokenRule(
      `Portalens resumé har en bestemmelse, »${left.heading}«, som dokumentet ikke har. Resuméet og dokumentet hører ikke sammen.`,
    )
  for (const [at, section] of text.sections.entries()) {
    const data = {
      position: at + 1,
      number: section.number,
      heading: section.heading,
      body: section.body,
      origins: JSON.stringify(section.origins ?? []),
    }
    const row = known.find(({ key }) => key === section.key)
    if (row) await tx.agreementSection.update({ where: { id: row.id }, data })
    else {
      const summary = summaries[section.key] ?? ''
      await tx.agreementSection.create({ data: { ...data, versionId, key: section.key, summary } })
    }
  }
}

async function storeAppendices(tx: Tx, versionId: number, { text }: NewVersion): Promise<void> {
  await tx.agreementAppendix.deleteMany({ where: { versionId } })
  await tx.agreementAppendix.createMany({
    data: text.appendices.map(({ heading, dateText, body }, at) => ({
      versionId,
      position: at + 1,
      heading,
      dateText,
      body,
    })),
  })
}

async function storeSignatures(tx: Tx, versionId: number, signatures: (SealedSignature & { seal: string })[]) {
  await tx.agreementSignature.deleteMany({ where: { versionId } })
  await tx.agreementSignature.createMany({
    data: signatures.map((signature, at) => ({
      ...signature,
      versionId,
      position: at + 1,
      administers: JSON.stringify(signature.administers),
    })),
  })
}
