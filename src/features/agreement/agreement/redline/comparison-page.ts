import type { Actor } from '../../../../access/actor.ts'
import type { Database } from '../../../../database/database.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Instant } from '../../../../kernel/days.ts'
import { changesText, changeTags, isSameThroughout, redlineRows, redlineSection } from '../../../ground/sealed/index.ts'
import { roundPath } from '../../revision/paths.ts'
import { sideHeading } from '../labels.ts'
import { agreementsPath, comparisonPath, versionPath } from '../paths.ts'
import { findVersion, readSignatures, type SignatureRow, textOfVersion } from '../queries.ts'
import type { AgreementText, Origin, TextSection } from '../version/agreement-text.ts'
import { sealedText } from '../version/agreement-text.ts'
import { readableDrafts } from '../version/draft-openness.ts'
import { type AgreedSection, agreedBetween, type Redline, redline } from './redline.ts'
import { type SignatureChange, signatureChanges } from './signature-redline.ts'

/** What can be compared: a version, or a draft of a revision round. */
export interface Comparable {
  name: string
  href: string
  /** Its word in an address: »2008«, »udkast-2026-3«. */
  address: string
  text: AgreementText
  hash: string
  /** Null: it has not been signed. */
  signatures: SignatureRow[] | null
  /** It is our summary of a text that is not in the portal. */
  summaryOnly: boolean
  /** A revision in the portal wrote it, upon what stood there then. */
  byRevision: boolean
  enteredAt: Instant
}

export function comparableVersion(db: Database, year: number): Comparable | null {
  const version = findVersion(db, year)
  if (!version) return null
  const name = `Aftalen fra ${version.year}`
  return {
    name,
    href: versionPath(year),
    address: String(year),
    text: textOfVersion(db, version),
    hash: version.textHash,
    signatures: readSignatures(db, version.id),
    summaryOnly: version.textKind === 'SUMMARY',
    byRevision: version.roundId !== null,
    enteredAt: version.enteredAt,
  }
}

const draftRow = rowsOf({
  content: column.text,
  hash: column.text,
  createdAt: column.moment,
})

/**
 * A draft is the two secretariats' own until both have signed it off; then everyone reads it. Null: there is none, or
 * none to read.
 */
export function comparableDraft(actor: Actor, round: number, number: number): Comparable | null {
  const draft = actor.database.sql.get(
    draftRow,
    `SELECT d.content, d.hash, d.createdAt FROM ConsolidatedDraft d JOIN RevisionRound r ON r.id = d.roundId
     WHERE r.year = ? AND d.number = ? AND ${readableDrafts(actor, 'd')}`,
    round,
    number,
  )
  if (!draft) return null
  return {
    name: `Udkast ${number} ved revisionen i ${round}`,
    href: roundPath(round),
    address: `udkast-${round}-${number}`,
    text: sealedText.thaw(draft.content),
    hash: draft.hash,
    signatures: null,
    summaryOnly: false,
    byRevision: true,
    enteredAt: draft.createdAt,
  }
}

const redlines = new Map<string, Redline>()
const mostKept = 20

/** Texts that have been sealed or drafted do not change: what stands between two of them is worked out once. */
function keptRedline(old: Comparable, now: Comparable): Redline {
  const key = [old.address, old.hash, now.address, now.hash].join(' ')
  const found = redlines.get(key) ?? redline(old.text, now.text)
  redlines.delete(key)
  redlines.set(key, found)
  const oldest = redlines.keys().next()
  if (redlines.size > mostKept && !oldest.done) redlines.delete(oldest.value)
  return found
}
/** »aftalen fra 2008« */
const inText = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

export type ComparisonView = 'linje' | 'side'

export function comparisonPage(db: Database, old: Comparable, now: Comparable, view: ComparisonView) {
  const found = keptRedline(old, now)
  const path = comparisonPath(Number(old.address), now.address)
  return {
    title: `Sammenligning: ${inText(old.name)} og ${inText(now.name)}`,
    active: 'aftalen',
    crumbs: [
      { text: 'Samarbejdsaftalen', href: agreementsPath },
      { text: old.name, href: old.href },
      { text: 'Sammenligning' },
    ],
    old: { name: old.name, href: old.href },
    now: { name: now.name, href: now.href },
    views: [
      { text: 'I én tekst', href: path, current: view === 'linje' },
      { text: 'Side om side', href: `${path}?vis=side`, current: view === 'side' },
    ],
    sideBySide: view === 'side',
    summary: summaryOf(found),
    notes: notesOn(old, now),
    signatureSides: old.signatures && now.signatures ? signatureSides(db, old.signatures, now.signatures) : [],
    ...redlineModel(found),
  }
}

/** What one must know to read the comparison right. */
function notesOn(old: Comparable, now: Comparable): string[] {
  const summaries = [old, now]
    .filter(({ summaryOnly }) => summaryOnly)
    .map(({ name }) => `${name} er her et resumé med portalens egne ord. Aftalens egne ord kan ikke sammenlignes.`)
  const late = now.byRevision && !old.byRevision && !old.summaryOnly && old.enteredAt > now.enteredAt
  return late
    ? [
        ...summaries,
        `${now.name} blev skrevet ud fra portalens resumé, før ordene i ${inText(old.name)} blev indlæst. Sammenligningen viser derfor også forskellen mellem resuméet og aftalens egne ord.`,
      ]
    : summaries
}

/** The two sides' lists of signatures; none where neither version has any. */
function signatureSides(db: Database, old: SignatureRow[], now: SignatureRow[]) {
  const changes = signatureChanges(old, now)
  return (['HOUSING', 'MUNICIPALITY'] as const).flatMap(side => {
    const rows = changes.filter(change => change.side === side)
    return rows.length === 0 ? [] : [{ heading: sideHeading(db, side), rows: rows.map(signatureModel) }]
  })
}

const signatureModel = ({ kind, organisation, signatory, associations }: SignatureChange) => ({
  organisation,
  signatory,
  associations: associations.map(one => [one]),
  tag: kind === 'same' ? null : changeTags[kind],
})

/** What the template of a redline prints: also a page of a revision round may show it. */
export function redlineModel(found: Redline) {
  return {
    front: { changed: found.front.some(({ kind }) => kind !== 'same'), rows: redlineRows(found.front) },
    sections: found.sections.map(section => sectionModel(section)),
    appendices: found.appendices.map(section => sectionModel(section, 'Bilag')),
  }
}

/** One section as it stands and as it would stand, for whoever shows a change by itself; null: it is not there. */
export const sectionRedline = (old: TextSection | null, now: TextSection | null) =>
  agreedBetween(old ? [old] : [], now ? [now] : []).map(section => sectionModel(section))

const sectionModel = (found: AgreedSection, unnumbered = '') => ({
  ...redlineSection(found, unnumbered),
  origins: found.origins.map(originText),
})

const originText = ({ round, proposal, organisation }: Origin): string =>
  `Forslag ${proposal} fra ${organisation} ved revisionen i ${round}`

function summaryOf({ front, sections, appendices }: Redline): string {
  const others = [
    ...(front.some(({ kind }) => kind !== 'same') ? ['Forsiden er ændret'] : []),
    ...(appendices.some(({ kind }) => kind !== 'same') ? ['Bilagene er ændret'] : []),
  ]
  if (others.length === 0 && isSameThroughout(sections)) return 'De to tekster er ens.'
  return `${[...changesText(sections, 'bestemmelse', 'bestemmelser'), ...others].join('. ')}.`
}
