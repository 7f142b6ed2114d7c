import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { brokenRule, Conflict, notFound } from '../../../../kernel/refusal.ts'
import { sealedText } from '../../agreement/index.ts'
import { numbered } from '../proposals/proposal-rules.ts'
import { requireState } from '../rounds/acting-for.ts'
import { basisText, foundRound } from '../rounds/load-round.ts'
import { takeRoundStep } from '../rounds/take-round-step.ts'
import { nextDraft, revisedDateText, standingDraft, uniqueKey } from './draft.ts'

/** The proposals' deadline is out: the secretariats begin upon the text in force. */
export const closeProposals = (actor: Actor, input: { year: number }): Promise<void> =>
  write(actor, async tx => {
    const round = await foundRound(tx, input.year)
    const taken = await takeRoundStep(tx, actor, round, 'CLOSE_PROPOSALS', { kind: 'PROPOSALS_CLOSED' })
    const basis = basisText(round)
    const text = { ...basis, dateText: revisedDateText(basis.dateText, round.year) }
    const draft = await nextDraft(tx, actor, round, text, 'Den gældende tekst.')
    return { result: undefined, events: [taken, draft.event] }
  })

export interface SectionEdit {
  year: number
  key: string
  /** The number of the draft that the form was made from. */
  version: number
  heading: string
  body: string
  note: string
}

/** The secretariats write a section of the draft themselves. @throws Conflict when the draft has moved on meanwhile */
export const editDraftSection = (actor: Actor, input: SectionEdit): Promise<{ number: number }> =>
  write(actor, async tx => {
    requireRight(actor, 'runRevision')
    const round = await foundRound(tx, input.year)
    requireState(round, ['DRAFTING'])
    const draft = standingDraft(round)
    const section = draft.text.sections.find(({ key }) => key === input.key)
    if (!section) throw notFound('Bestemmelsen står ikke i udkastet.')
    if (draft.number !== input.version) {
      throw new Conflict({ heading: section.heading, body: section.body }, draft.number)
    }
    const edited = { ...section, heading: input.heading, body: input.body }
    const text = {
      ...draft.text,
      sections: draft.text.sections.map(other => (other.key === input.key ? edited : other)),
    }
    if (sealedText.hash(text) === draft.hash) throw brokenRule('Teksten er uændret. Ret teksten, før du gemmer.')
    const next = await nextDraft(tx, actor, round, text, input.note || `§ ${section.number} er rettet.`)
    return { result: { number: next.number }, events: [next.event] }
  })

export interface SectionMove {
  year: number
  key: string
  /** The number of the draft that was shown. */
  version: number
  direction: 'UP' | 'DOWN'
}

/** A section changes places with its neighbour; all are numbered as they then stand. */
export const moveDraftSection = (actor: Actor, input: SectionMove): Promise<{ number: number; place: string }> =>
  write(actor, async tx => {
    const { round, draft } = await draftInHand(tx, actor, input)
    const from = draft.text.sections.findIndex(({ key }) => key === input.key)
    const [section] = draft.text.sections.slice(from, from + 1)
    if (!section) throw notFound('Bestemmelsen står ikke i udkastet.')
    const to = input.direction === 'UP' ? from - 1 : from + 1
    if (to < 0 || to >= draft.text.sections.length) throw brokenRule(`»${section.heading}« kan ikke flyttes længere.`)
    const sections = numbered(draft.text.sections.toSpliced(from, 1).toSpliced(to, 0, section))
    const place = `§ ${to + 1}`
    const next = await nextDraft(tx, actor, round, { ...draft.text, sections }, `»${section.heading}« er nu ${place}.`)
    return { result: { number: next.number, place }, events: [next.event] }
  })

export interface NewSection {
  year: number
  /** The number of the draft that the form was made from. */
  version: number
  heading: string
  body: string
  /** The key of the section that it follows; null: it stands first. */
  after: string | null
  note: string
}

/** The secretariats write a section of their own, and place it. */
export const addDraftSection = (actor: Actor, input: NewSection): Promise<{ number: number }> =>
  write(actor, async tx => {
    const { round, draft } = await draftInHand(tx, actor, input)
    const { sections } = draft.text
    const before = input.after === null ? -1 : sections.findIndex(({ key }) => key === input.after)
    if (input.after !== null && before === -1) throw brokenRule('Vælg, hvor bestemmelsen skal stå.', 'place')
    const section = { key: uniqueKey(sections, input.heading), number: '', heading: input.heading, body: input.body }
    const placed = numbered(sections.toSpliced(before + 1, 0, section))
    const note = input.note || `Ny § ${before + 2}: ${input.heading}.`
    const next = await nextDraft(tx, actor, round, { ...draft.text, sections: placed }, note)
    return { result: { number: next.number }, events: [next.event] }
  })

/** The draft that a secretariat has before it. @throws Refusal when it has moved on, or drafting is not going on */
async function draftInHand(tx: Tx, actor: Actor, { year, version }: { year: number; version: number }) {
  requireRight(actor, 'runRevision')
  const round = await foundRound(tx, year)
  requireState(round, ['DRAFTING'])
  const draft = standingDraft(round)
  if (draft.number !== version)
    throw brokenRule('Udkastet er ændret, siden du åbnede siden. Intet er gemt. Genindlæs siden, og læs udkastet igen.')
  return { round, draft }
}

/** A hearing, the joint group or a decline asks for changes: back to the draft, with why. */
export const takeBackDraft = (actor: Actor, input: { year: number; reason: string }): Promise<void> =>
  write(actor, async tx => {
    const round = await foundRound(tx, input.year)
    const taken = await takeRoundStep(tx, actor, round, 'TAKE_BACK', { kind: 'SENT_BACK', reason: input.reason })
    // The same text again would carry the sign-offs and answers of before: the next number asks for them anew.
    const again = await nextDraft(tx, actor, round, standingDraft(round).text, input.reason)
    return { result: undefined, events: [taken, again.event] }
  })
