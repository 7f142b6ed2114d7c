import type { BodyKind, SeatRole } from '../../../access/actor.ts'

export const bodyKindNames: Record<BodyKind, string> = {
  JOINT_GROUP: 'Fælles boligstrategisk gruppe',
  STRATEGY_GROUP: 'Strategigruppe',
  SECRETARIAT: 'Sekretariat',
  DECIDING_BODY: 'Besluttende organ',
}

/** The order in which a body's seats stand. */
export const roleOrder: readonly SeatRole[] = ['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SUBSTITUTE', 'SECRETARY']
