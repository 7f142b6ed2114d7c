import type { Actor } from '../../../../access/actor.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type Day, yearOf } from '../../../../kernel/days.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { type RecordedDecision, recordDecision, type StanceDraft } from '../../../decisions/decisions/index.ts'
import { type ConsequenceRow, checkDecision, type MandateCheck } from '../../../decisions/mandates/index.ts'
import { requiredToSign } from '../signing/signing-rules.ts'
import { allOrganisations, foundRound, latestDraft, type Round, type RoundReads } from './load-round.ts'

export interface RoundDecisionDraft {
  year: number
  itemId: number
  stances: StanceDraft[]
  subjectToApproval: boolean
}

/**
 * Enters the joint group's decision about a round under its agenda item. An endorsement binds everyone who must sign,
 * legally, so that the mandate check asks each of them (§7, R97); closing without changes binds nobody.
 */
export async function recordRoundDecision(actor: Actor, input: RoundDecisionDraft): Promise<RecordedDecision> {
  const round = await foundRound(actor.database.prisma, input.year)
  const row = itemOfRound(round, input.itemId)
  const endorses = row.purpose === 'ENDORSE'
  if (endorses && row.draftId !== latestDraft(round)?.id) {
    throw brokenRule('Udkastet er ændret, siden punktet blev sat på dagsordenen.')
  }
  const on = row.item.meeting.day
  return recordDecision(actor, {
    meetingId: row.item.meeting.id,
    itemId: row.itemId,
    ...(endorses ? endorsementTexts(round) : closingTexts(round)),
    publicTitle: null,
    publicText: null,
    sharedPosition: false,
    withChanges: false,
    subjectToApproval: input.subjectToApproval,
    tasks: noTasks,
    consequences: endorses ? await bindingRows(actor.database.prisma, round, on) : [],
    stances: input.stances,
    followUps: [],
    noFollowUp: true,
    besides: [],
  })
}

const noTasks = { strategy: false, professionalDevelopment: false, coordination: false }

export function itemOfRound(round: Round, itemId: number): Round['items'][number] {
  const row = round.items.find(found => found.itemId === itemId)
  if (!row) throw notFound()
  return row
}

export function endorsementTexts(round: Round) {
  const draft = latestDraft(round)
  return {
    title: `Revideret samarbejdsaftale ${round.year}`,
    text: [
      `Fælles boligstrategisk gruppe tiltræder udkast ${draft?.number ?? ''} til revideret samarbejdsaftale`,
      `(kontrolsum ${draft?.hash ?? ''}). Aftalen sendes til underskrift hos alle organisationer.`,
    ].join(' '),
  }
}

export const closingTexts = (round: Round) => ({
  title: `Revisionen af samarbejdsaftalen i ${round.year} lukkes uden ændringer`,
  text: `Samarbejdsaftalen fra ${yearOf(round.basis.date)} har været taget op til revision og fortsætter uændret.`,
})

async function bindingRows(reads: RoundReads, round: Round, on: Day) {
  const required = requiredToSign(await allOrganisations(reads), on)
  return required.map(({ id }) => ({
    organisationId: id,
    amount: null,
    legal: `Underskriver den reviderede samarbejdsaftale ${round.year}`,
    organisational: null,
  }))
}

/** The mandate check of an endorsement as it would be on the meeting's day. Nothing is stored. */
export async function checkEndorsement(actor: Actor, round: Round, on: Day): Promise<MandateCheck> {
  const rows: ConsequenceRow[] = await bindingRows(actor.database.prisma, round, on)
  return checkDecision(rowReader(actor.database), rows, { tasks: noTasks }, on)
}
