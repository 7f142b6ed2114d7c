import type { Actor } from '../../../../access/actor.ts'
import { isOwnPassword } from '../../../../access/credentials.ts'
import { inSecretariat, requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { type Day, dayOf, momentInRow } from '../../../../kernel/days.ts'
import { brokenRule, forbidden } from '../../../../kernel/refusal.ts'
import {
  type AddendumCapacity,
  type AddendumKind,
  addendumCapacities,
  goesOver,
} from '../../../ground/parties/index.ts'
import { addendumHash, addendumSeal, type VersionRow, versionInForce } from '../../agreement/index.ts'
import { actingFor, personOf } from '../rounds/acting-for.ts'
import { refusePassword } from '../signing/refuse-password.ts'
import { underWayWhere } from '../signing/signing-state.ts'
import { addendumHoldsFrom } from './holds-from.ts'
import { loadAddendum, standingAddendum } from './standing-addendum.ts'

export interface AddendumDraft {
  kind: AddendumKind
  organisationId: number
  inForceFrom: Day
  text: string
}

/** R4: an organisation joins or leaves the version in force between two revisions. A secretariat writes the addendum. */
export async function openAddendum(actor: Actor, draft: AddendumDraft): Promise<{ year: number; number: number }> {
  requireRight(actor, 'runRevision')
  const person = personOf(actor)
  const version = versionInForce(actor.database, actor.today)
  if (!version) throw brokenRule('Der er ingen gældende aftale. Indlæs aftalen, før tillægget oprettes.')
  if (draft.inForceFrom < actor.today) throw brokenRule('Tillægget kan tidligst gælde fra i dag.', 'inForceFrom')
  return write(actor, async (tx, at) => {
    await refuseWhileSigning(tx)
    await refuseWrongParty(tx, version, draft)
    const number = (await tx.addendum.count({ where: { versionId: version.id } })) + 1
    const textHash = addendumHash({ ...draft, year: version.year, number })
    const { id } = await tx.addendum.create({
      data: { ...draft, versionId: version.id, number, textHash, openedById: person.id, openedAt: at },
    })
    const after = { year: version.year, number, ...draft, textHash }
    return { result: { year: version.year, number }, events: [event('addendumOpened', 'addendum', id, { after })] }
  })
}

/** Who must sign a new version is fixed: whoever joins or leaves waits for it. */
async function refuseWhileSigning(tx: Tx): Promise<void> {
  if (await tx.signing.findFirst({ where: underWayWhere }))
    throw brokenRule('En ny version af aftalen er ved at blive underskrevet. Vent, til den er underskrevet.')
}

async function refuseWrongParty(tx: Tx, version: VersionRow, { kind, organisationId }: AddendumDraft): Promise<void> {
  const organisation = await tx.organisation.findUnique({ where: { id: organisationId } })
  if (!organisation || !['HOUSING_ORGANISATION', 'ADMINISTRATOR', 'DEPARTMENT'].includes(organisation.kind))
    throw brokenRule('Vælg en boligorganisation eller en forvaltning.', 'organisationId')
  const addenda = await tx.addendum.findMany({
    where: { organisationId, droppedAt: null, declinedAt: null },
    include: { signatures: true },
    orderBy: { id: 'desc' },
  })
  const open = addenda.find(({ signatures }) => signatures.length < addendumCapacities.length)
  if (open)
    throw brokenRule(`Der er allerede et tillæg om ${organisation.name}: tillæg ${open.number}.`, 'organisationId')
  const signed = await tx.agreementSignature.count({
    where: {
      versionId: version.id,
      OR: [{ organisationId }, { organisationId: null, links: { some: { organisationId } } }],
    },
  })
  const fixedOn = await signersFixedOn(tx, version)
  const running = { droppedAt: null, declinedAt: null }
  const last = addenda.find(
    addendum =>
      addendum.versionId === version.id || goesOver({ ...running, from: addendumHoldsFrom(addendum) }, fixedOn),
  )
  const isParty = last ? last.kind === 'ACCESSION' : signed > 0
  if (kind === 'ACCESSION' && isParty)
    throw brokenRule(`${organisation.name} er allerede part i aftalen.`, 'organisationId')
  if (kind === 'WITHDRAWAL' && !isParty)
    throw brokenRule(`${organisation.name} er ikke part i aftalen.`, 'organisationId')
}

/** The day on which it was fixed who signs a version; one that was taken in from paper: the day it came into force. */
async function signersFixedOn(tx: Tx, { roundId, inForceFrom }: VersionRow): Promise<Day> {
  if (roundId === null) return inForceFrom
  const signing = await tx.signing.findFirst({
    where: { roundId, completedAt: { not: null } },
    orderBy: { id: 'desc' },
  })
  return signing ? dayOf(momentInRow(signing.openedAt)) : inForceFrom
}

export interface AddendumSigning {
  year: number
  number: number
  capacity: AddendumCapacity
  /** Of the text that was shown. */
  hash: string
  password: string
}

/** The organisation's signatory and one of each secretariat sign the same text, each with the password given again. */
export async function signAddendum(actor: Actor, input: AddendumSigning, { demo }: { demo: boolean }): Promise<void> {
  const person = personOf(actor)
  if (input.capacity !== 'ORGANISATION' && !inSecretariat(actor, input.capacity))
    throw forbidden('sekretariatets egne medarbejdere')
  const given = await isOwnPassword(actor, input.password, { demo, detail: 'underskrift af et tillæg' })
  return write(actor, async (tx, at) => {
    const addendum = await standingAddendum(tx, input)
    if (input.capacity === 'ORGANISATION') await actingFor(tx, actor, addendum.organisationId, 'signAgreement')
    refusePassword(given, 'Intet er underskrevet.')
    if (addendum.signatures.some(({ capacity }) => capacity === input.capacity))
      throw brokenRule('Der er allerede underskrevet for den part.')
    if (input.hash !== addendum.textHash)
      throw brokenRule('Teksten er en anden end den, du har set. Intet er underskrevet.')
    const signature = {
      capacity: input.capacity,
      signatory: person.name,
      title: person.title,
      textHash: addendum.textHash,
      signedAt: at,
    }
    const data = { ...signature, addendumId: addendum.id, personId: person.id, seal: addendumSeal(signature) }
    await tx.addendumSignature.create({ data })
    const after = { year: input.year, number: input.number, ...signature, seal: data.seal }
    return { result: undefined, events: [event('addendumSigned', 'addendum', addendum.id, { after })] }
  })
}

/** An addendum that not everyone has signed, or that was declined, is given up, with the reason; it stays to be read. */
export const dropAddendum = (actor: Actor, input: { year: number; number: number; reason: string }): Promise<void> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'runRevision')
    const addendum = await loadAddendum(tx, input)
    if (addendum.droppedAt !== null) throw brokenRule('Tillægget er annulleret.')
    if (addendum.signatures.length >= addendumCapacities.length)
      throw brokenRule('Tillægget er underskrevet af alle og kan ikke annulleres.')
    await tx.addendum.update({
      where: { id: addendum.id },
      data: { droppedAt: at, droppedWhy: input.reason, version: { increment: 1 } },
    })
    const after = { year: input.year, number: input.number, reason: input.reason }
    return { result: undefined, events: [event('addendumDropped', 'addendum', addendum.id, { after })] }
  })
