import type { Side } from '../../../access/actor.ts'
import type { Day } from '../../../kernel/days.ts'

/** Somebody or something as the plan names it: the name stays when it is called something else later. */
export interface Named {
  id: number
  name: string
}

export interface PlannedAction {
  /** Lasting: »h1«. States, notes and follow-ups name the action by it. */
  key: string
  title: string
  text: string
  /** The goal of the strategy that it serves; null: the one that it served is not there any more. */
  goal: { key: string; name: string } | null
  /** The responsible organisation's. */
  side: Side | null
  organisation: Named | null
  person: Named | null
  partners: string
  area: Named | null
  deadline: Day | null
  /** The action of an earlier plan that it goes on from. */
  from: { plan: number; key: string; year: number } | null
  /** The follow-up that it was made from. */
  followUpId: number | null
}

export interface PlanContent {
  title: string
  year: number
  /** The strategy, in the version that the goals are named from. */
  strategy: { textId: number; draftId: number; slug: string; title: string; version: number }
  intro: string
  actions: PlannedAction[]
}
