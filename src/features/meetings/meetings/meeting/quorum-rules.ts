import { listDanish, plural } from '../../../../kernel/text.ts'

type Side = 'HOUSING' | 'MUNICIPALITY'

/** One person at the meeting, as far as quorum is concerned. Items are told by their position on the agenda. */
export interface Attender {
  id: number
  personId: number
  role: 'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | 'SUBSTITUTE' | 'SECRETARY'
  side: Side | null
  status: 'PRESENT' | 'APOLOGIES' | 'ABSENT' | null
  /** Left out or true: sits in the body on the meeting's day. */
  seated?: boolean
  /** The row of the one whose place a stand-in takes. */
  standsInForId: number | null
  /** First item attended, when late. */
  arrivedAtItem: number | null
  /** Last item attended, when early away. */
  leftAfterItem: number | null
}

/** How many members a side the rules of procedure ask for on the meeting's day. */
export interface QuorumRules {
  quorumHousing: number
  quorumMunicipality: number
  /** In a secretariat's own meetings its secretaries are the members. */
  secretariesSit?: boolean
}

/** What quorum is asked about: one item with those recused from it, or (position null) the meeting as a whole. */
export interface QuorumQuestion {
  position: number | null
  recusedPersonIds: readonly number[]
}

export interface SideQuorum {
  present: number
  needed: number
  missing: number
}

export interface Quorum {
  quorate: boolean
  bySide: Record<Side, SideQuorum>
  /** In Danish: »Mødet er ikke beslutningsdygtigt: Der mangler 2 medlemmer fra boligorganisationerne.« */
  sentence: string
}

const sideNames: Record<Side, string> = { HOUSING: 'boligorganisationerne', MUNICIPALITY: 'kommunen' }
const sides = ['HOUSING', 'MUNICIPALITY'] as const

/** What the rules in force on the meeting's day ask of a body (R62); without rules nothing. A secretariat's secretaries are its members. */
export const quorumRulesFor = (body: { kind: string }, rules: QuorumRules | null): QuorumRules => ({
  quorumHousing: rules?.quorumHousing ?? 0,
  quorumMunicipality: rules?.quorumMunicipality ?? 0,
  secretariesSit: body.kind === 'SECRETARIAT',
})

/** One item, without those who are recused from it. */
export const underItem = (
  { id, position }: { id: number; position: number },
  recusals: readonly { itemId: number; personId: number }[],
): QuorumQuestion => ({
  position,
  recusedPersonIds: recusals.filter(({ itemId }) => itemId === id).map(({ personId }) => personId),
})

export const wholeMeeting: QuorumQuestion = { position: null, recusedPersonIds: [] }

/**
 * §7, R62: enough members of each side take part. A secretary has no vote; a seat counts once, whoever fills it; whoever
 * has no seat on the meeting's day is not counted, though called.
 */
export function quorumOf(
  rows: readonly Attender[],
  rules: QuorumRules,
  question: QuorumQuestion = wholeMeeting,
): Quorum {
  const sitting = rows.filter(row => row.seated !== false)
  const members = rules.secretariesSit ? sitting : sitting.filter(row => row.role !== 'SECRETARY')
  const counted = seatsFilled(members, question)
  const bySide = {
    HOUSING: sideQuorum(counted, 'HOUSING', rules.quorumHousing),
    MUNICIPALITY: sideQuorum(counted, 'MUNICIPALITY', rules.quorumMunicipality),
  }
  const quorate = sides.every(side => bySide[side].missing === 0)
  return { quorate, bySide, sentence: sentenceOf(bySide, question.position) }
}

/** Whether the person is in the room for the item: not before arrival, not after departure. */
export const attends = (row: Omit<Attender, 'id' | 'personId' | 'role' | 'side'>, position: number | null): boolean => {
  if (row.status !== 'PRESENT') return false
  if (position === null) return row.leftAfterItem === null
  return (
    (row.arrivedAtItem === null || row.arrivedAtItem <= position) &&
    (row.leftAfterItem === null || position <= row.leftAfterItem)
  )
}

function seatsFilled(rows: readonly Attender[], question: QuorumQuestion): Attender[] {
  const taking = rows.filter(
    row => attends(row, question.position) && !question.recusedPersonIds.includes(row.personId),
  )
  const filled = new Set<number>()
  // Those who sit for themselves come first: a stand-in gives way to the member who arrives after all.
  return [...taking].sort(ownSeatFirst).filter(row => {
    const seat = row.standsInForId ?? row.id
    return !filled.has(seat) && filled.add(seat)
  })
}

const ownSeatFirst = (one: Attender, other: Attender): number =>
  Number(one.standsInForId !== null) - Number(other.standsInForId !== null)

function sideQuorum(rows: readonly Attender[], side: Side, needed: number): SideQuorum {
  const present = rows.filter(row => row.side === side).length
  return { present, needed, missing: Math.max(0, needed - present) }
}

function sentenceOf(bySide: Record<Side, SideQuorum>, position: number | null): string {
  const under = position === null ? '' : ` under punkt ${position}`
  const missing = sides.filter(side => bySide[side].missing > 0)
  if (missing.length === 0) return `Mødet er beslutningsdygtigt${under}.`
  const told = missing.map(side => `${plural(bySide[side].missing, 'medlem', 'medlemmer')} fra ${sideNames[side]}`)
  return `Mødet er ikke beslutningsdygtigt${under}: Der mangler ${listDanish(told)}.`
}
