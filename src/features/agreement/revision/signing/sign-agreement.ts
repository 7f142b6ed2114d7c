import type { Actor } from '../../../../access/actor.ts'
import { isOwnPassword } from '../../../../access/credentials.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { dayOf } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { changedMeanwhile } from '../../../ground/sealed/index.ts'
import {
  type AgreementText,
  enterVersion,
  type SealedSignature,
  sealedText,
  signatureSeal,
} from '../../agreement/index.ts'
import { standingDraft } from '../drafts/draft.ts'
import { actingFor, personOf } from '../rounds/acting-for.ts'
import { foundRound, latestSigning, type Round, type RoundSigning } from '../rounds/load-round.ts'
import { judgeInTransaction, takeRoundStep } from '../rounds/take-round-step.ts'
import { requiredIn } from './open-signing.ts'
import { refusePassword } from './refuse-password.ts'
import { inForceFrom } from './signing-rules.ts'
import { isWaitedFor } from './signing-state.ts'

export interface SigningDraft {
  year: number
  organisationId: number
  /** Of the text that was shown. */
  hash: string
  password: string
  /** Names of the associations that the organisation declares to sign for. */
  onBehalfOf: string[]
}

/**
 * §7, R97–R99: the organisation's named signatory signs exactly the text that was shown, with the password given again.
 * What is signed, by whom, in which capacity and for whom is sealed; the last signature makes the version.
 * @returns whether all have now signed
 */
export async function signAgreement(
  actor: Actor,
  input: SigningDraft,
  { demo }: { demo: boolean },
): Promise<{ complete: boolean }> {
  const person = personOf(actor)
  const given = await isOwnPassword(actor, input.password, { demo, detail: 'underskrift af aftalen' })
  refusePassword(given, 'Intet er underskrevet.')
  return write(actor, async (tx, at) => {
    const organisation = await actingFor(tx, actor, input.organisationId, 'signAgreement')
    const round = await foundRound(tx, input.year)
    await judgeInTransaction(tx, actor, round, 'SIGN', { rightChecked: true })
    const { signing, required } = requiredIn(round, organisation.id)
    if (required.signedAt) throw brokenRule(`${required.organisationName} har allerede underskrevet.`)
    if (required.releasedAt) throw brokenRule(`Der ventes ikke på underskrift fra ${required.organisationName}.`)
    refuseOtherText(round, signing, input.hash)
    const { administers } = required
    const foreign = input.onBehalfOf.find(name => !administers.includes(name))
    if (foreign) throw brokenRule(`${required.organisationName} administrerer ikke ${foreign}.`, 'onBehalfOf')
    const signed = {
      onBehalfOf: JSON.stringify(input.onBehalfOf),
      personId: person.id,
      signatory: person.name,
      title: person.title,
      capacity: await capacityOf(tx, required.organisationName, organisation.parentId),
      textHash: signing.textHash,
      signedAt: at,
    }
    const seal = signatureSeal(signing.textHash, sealedOf({ ...required, ...signed, onBehalfOf: input.onBehalfOf }))
    await tx.requiredSignature.update({
      where: { id: required.id },
      data: { ...signed, seal, version: { increment: 1 } },
    })
    const after = { year: round.year, organisation: required.organisationName, ...signed, seal }
    const events = [event('agreementSigned', 'signing', signing.id, { after })]
    const waiting = signing.required.filter(row => row.id !== required.id && isWaitedFor(row))
    if (waiting.length === 0) events.push(...(await complete(tx, actor, input.year)))
    return { result: { complete: waiting.length === 0 }, events }
  })
}

/** R98: a department signs for its municipality. */
async function capacityOf(tx: Tx, name: string, parentId: number | null): Promise<string> {
  const parent = parentId === null ? null : await tx.organisation.findUnique({ where: { id: parentId } })
  return parent ? `Underskriver i ${name} for ${parent.name}` : `Underskriver for ${name}`
}

function refuseOtherText(round: Round, signing: RoundSigning, shown: string): void {
  const draft = standingDraft(round)
  if (shown !== signing.textHash || draft.id !== signing.draftId || sealedText.hash(draft.text) !== signing.textHash) {
    throw brokenRule(changedMeanwhile.replace('Din godkendelse er ikke gemt.', 'Intet er underskrevet.'))
  }
}

type SignedRow = Pick<
  RoundSigning['required'][number],
  | 'side'
  | 'organisationId'
  | 'organisationName'
  | 'signatory'
  | 'title'
  | 'administers'
  | 'onBehalfOf'
  | 'capacity'
  | 'signedAt'
>

/** R99: the associations stand with the signature as it declares: those it signs for, or those it only administers. */
export function sealedOf(row: SignedRow): SealedSignature {
  const { administers, onBehalfOf: declared } = row
  const named = declared.length > 0 ? declared : administers
  return {
    side: row.side,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    signatory: row.signatory ?? '',
    title: row.title,
    administers: named,
    administersText: '',
    onBehalf: administers.length === 0 ? null : declared.length > 0,
    capacity: row.capacity ?? '',
    signedAt: row.signedAt,
  }
}

/** The last signature, or the release of the last that was waited for: the version is entered, sealed, and supersedes. */
async function complete(tx: Tx, actor: Actor, year: number): Promise<NewEvent[]> {
  const round = await foundRound(tx, year)
  const signing = latestSigning(round)
  if (!signing) throw brokenRule('Underskrivningen er ikke åbnet.')
  const taken = await takeRoundStep(tx, actor, round, 'COMPLETE', { kind: 'ENTERED_INTO_FORCE', rightChecked: true })
  await tx.signing.update({ where: { id: signing.id }, data: { completedAt: actor.at, version: { increment: 1 } } })
  const signatures = signing.required.filter(({ signedAt }) => signedAt !== null)
  const last = signatures
    .map(({ signedAt }) => signedAt ?? '')
    .sort()
    .at(-1)
  const lastDay = last ? dayOf(last) : actor.today
  const { text } = standingDraft(round)
  const entered = await enterVersion(tx, actor.at, {
    year: round.year,
    text,
    summaries: summariesFor(round, text),
    date: { day: lastDay, precision: 'DAY' },
    inForceFrom: inForceFrom(signing.inForceFrom, lastDay),
    signatures: signatures.map(sealedOf),
    roundId: round.id,
    enteredById: actor.personId,
  })
  return [taken, ...entered.events]
}

/** Our plain words on a section stay with it for as long as its own words are the same. */
const summariesFor = ({ basis }: Round, text: AgreementText): Record<string, string> =>
  Object.fromEntries(
    basis.sections
      .filter(({ key, body }) => text.sections.some(section => section.key === key && section.body === body))
      .map(({ key, summary }) => [key, summary]),
  )

/** When the last that was waited for has left, the secretariats end the signing themselves. */
export const completeSigning = (actor: Actor, input: { year: number }): Promise<void> =>
  write(actor, async tx => {
    const round = await foundRound(tx, input.year)
    await judgeInTransaction(tx, actor, round, 'COMPLETE')
    return { result: undefined, events: await complete(tx, actor, input.year) }
  })

/** An organisation will not sign: the round stops, for all to see, and why is told. */
export const declineToSign = async (
  actor: Actor,
  input: { year: number; organisationId: number; reason: string; password: string },
  { demo }: { demo: boolean },
): Promise<void> => {
  const person = personOf(actor)
  const given = await isOwnPassword(actor, input.password, { demo, detail: 'afvisning af at underskrive' })
  return write(actor, async (tx, at) => {
    await actingFor(tx, actor, input.organisationId, 'signAgreement')
    refusePassword(given, 'Intet er afvist.', 'declinePassword')
    const round = await foundRound(tx, input.year)
    await judgeInTransaction(tx, actor, round, 'DECLINE', { reason: input.reason, rightChecked: true })
    const { signing, required } = requiredIn(round, input.organisationId)
    if (required.signedAt) throw brokenRule(`${required.organisationName} har allerede underskrevet.`)
    await tx.requiredSignature.update({
      where: { id: required.id },
      data: {
        declinedAt: at,
        declinedById: person.id,
        declineReason: input.reason,
        signatory: person.name,
        title: person.title,
        version: { increment: 1 },
      },
    })
    const why = `${required.organisationName}: ${input.reason}`
    await tx.signing.update({
      where: { id: signing.id },
      data: { stoppedAt: at, stoppedWhy: why, version: { increment: 1 } },
    })
    const taken = await takeRoundStep(tx, actor, round, 'DECLINE', {
      kind: 'SIGNING_STOPPED',
      reason: why,
      known: { reason: input.reason },
      rightChecked: true,
    })
    return { result: undefined, events: [taken] }
  })
}
