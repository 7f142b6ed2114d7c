import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { hashBytes } from '../../../../kernel/hash.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { beginNoLaterThan } from '../../../ground/cooperation/index.ts'
import { readKnownOrganisations } from '../queries.ts'
import type { SealedSignature, WrittenDate } from '../version/agreement-text.ts'
import { enterVersion } from '../version/enter-version.ts'
import { rhythmIn, wholeRhythm } from './found-rhythm.ts'
import { type KnownOrganisation, matchOrganisations, maySign } from './match-organisations.ts'
import type { ParsedAgreement } from './parse-agreement.ts'
import { understandText } from './understand.ts'

export interface AgreementImport {
  /** The document as Markdown. */
  source: string
  name: string
  /** For each signature, in order, the portal's organisation; left out: the one of that name. */
  organisations?: (number | null)[]
}

/**
 * Takes in a version that was signed outside the portal. Its words are kept to the letter, its signatures as printed.
 * @throws Refusal when something that an agreement must have is missing, or a version of its year stands already
 */
export async function importAgreement(
  actor: Actor,
  { source: given, name, organisations }: AgreementImport,
): Promise<{ id: number; year: number }> {
  requireRight(actor, 'manageOwnSide')
  const { parsed, source } = await understandText(actor, given)
  if (!parsed.date || parsed.missing.length > 0)
    throw brokenRule(`Dokumentet er ikke en hel aftale. ${parsed.missing.join(' ')}`)
  const { text, date } = parsed
  const known = readKnownOrganisations(actor.database)
  const linked = organisations ?? matchOrganisations(parsed.signatures, known).map(({ id }) => id)
  refuseStrangers(parsed, linked, known)
  return write(actor, async (tx, at) => {
    const ofRounds = await tx.agreementVersion.findFirst({
      where: { roundId: { not: null } },
      orderBy: { date: 'asc' },
    })
    refuseUntimely(date, actor.today, ofRounds?.date ?? null)
    const year = yearOf(date.day)
    await refuseUnderRevision(tx, year)
    const { id, events } = await enterVersion(tx, at, {
      year,
      text,
      date,
      inForceFrom: date.day,
      signatures: sealedSignatures(parsed, linked),
      roundId: null,
      enteredById: actor.personId,
      source: { text: source, name, hash: hashBytes(source) },
      rhythm: wholeRhythm(rhythmIn(text.sections)),
    })
    return { result: { id, year }, events: [...events, ...(await beginNoLaterThan(tx, date))] }
  })
}

/** A signature is linked to an organisation of its own side that can sign. */
function refuseStrangers({ signatures }: ParsedAgreement, linked: (number | null)[], known: KnownOrganisation[]): void {
  signatures.forEach(({ side, organisationName }, at) => {
    const id = linked[at] ?? null
    if (id !== null && !known.some(one => one.id === id && maySign(one, side)))
      throw brokenRule(`${organisationName} kan ikke være den valgte organisation.`, `organisations[${at}]`)
  })
}

/** What is agreed from now on is agreed by a revision in the portal, not by a document that someone brings. */
function refuseUntimely(date: WrittenDate, today: string, firstOfRounds: string | null): void {
  if (date.day > today) throw brokenRule('Aftalens dato kan ikke ligge efter i dag.')
  if (firstOfRounds !== null && date.day >= firstOfRounds)
    throw brokenRule('Portalen har en nyere version, som er underskrevet her. En ny version laves ved en revision.')
}

/** Proposals and drafts that are still to be settled are about the words of our summary. */
async function refuseUnderRevision(tx: Tx, year: number): Promise<void> {
  const rounds = await tx.revisionRound.findMany({
    where: { basis: { year }, OR: [{ proposals: { some: {} } }, { drafts: { some: {} } }] },
    include: { steps: { orderBy: { id: 'desc' }, take: 1 } },
  })
  const underWay = rounds.find(({ steps: [latest] }) => !finished.includes(latest?.kind ?? ''))
  if (underWay)
    throw brokenRule(
      `Revisionen i ${underWay.year} er i gang ud fra portalens resumé. Aftalens tekst kan indlæses, når den er afsluttet.`,
    )
}

const finished = ['ENTERED_INTO_FORCE', 'CLOSED_WITHOUT_CHANGES']

/** The signatures of a document as they are sealed, each linked to an organisation of the portal, or to none. */
export const sealedSignatures = (
  { signatures }: ParsedAgreement,
  organisations: (number | null)[],
): SealedSignature[] =>
  signatures.map(({ line: _line, ...signature }, at) => ({
    ...signature,
    organisationId: organisations[at] ?? null,
    // R99: an agreement says whom a signatory administers, not whether they are bound.
    onBehalf: null,
    capacity: '',
    signedAt: null,
  }))
