import type { PersonKey } from '../types.ts'

type State = 'NOT_STARTED' | 'PLANNED' | 'IN_PROGRESS' | 'DONE' | 'OPTED_OUT'

/** What an organisation answers of each goal in their order; all of it is invented. */
export interface DemoImplementation {
  organisation: string
  by: PersonKey
  /** Days after the round was opened. */
  after: number
  /** By the goals' order; null: not answered. `asBefore` repeats the half-year before. */
  states: (State | 'asBefore' | null)[]
  reasons?: Record<number, string>
  evidence?: string
}

export interface DemoHalfYear {
  /** Opened so many days from the demo's day. */
  days: number
  answers: DemoImplementation[]
}

const S = 'NOT_STARTED'
const P = 'PLANNED'
const I = 'IN_PROGRESS'
const D = 'DONE'
const F = 'OPTED_OUT'

const row = (
  organisation: string,
  after: number,
  states: DemoImplementation['states'],
  more: Partial<DemoImplementation> = {},
): DemoImplementation => ({ organisation, by: `underskriver.${organisation}`, after, states, ...more })

const first: DemoHalfYear = {
  days: -215,
  answers: [
    row('hoejstrup', 3, [I, I, P, S, P, I, P, D, P, I], { evidence: 'Se referatet fra organisationsbestyrelsen.' }),
    row('kristiansdal', 5, [I, P, D, S, P, I, I, I, S, I]),
    row('fab', 6, [D, I, I, P, P, D, P, I, I, I], { evidence: 'Årsrapporten om det boligsociale arbejde.' }),
    row('odense-andelsboligforening', 9, [I, P, I, S, S, P, S, D, S, P]),
    row('arbejdernes-boligforening', 12, [P, P, I, S, S, P, S, I, S, S]),
    row('kollegieboligselskabet', 14, [P, I, D, F, F, P, S, I, F, P], {
      reasons: {
        3: 'Vores beboere er under uddannelse.',
        4: 'Vores beboere er under uddannelse.',
        8: 'Ungdomsboliger udlejes efter særlige regler.',
      },
    }),
    row('samvirke', 20, [P, S, P, S, S, S, S, I, S, S], { by: 'underskriver.boligkontoret-danmark' }),
    // The administrator answers for two of the associations that it administers.
    row('folkebo', 15, [P, S, I, F, S, S, S, I, S, S], {
      by: 'underskriver.domhusgaarden',
      reasons: { 3: 'Foreningen har kun seniorboliger.' },
    }),
    row('borgernes-boligselskab', 15, [P, S, I, S, S, S, S, I, S, S], { by: 'underskriver.domhusgaarden' }),
    row('by-og-kulturforvaltningen', 4, [I, P, I, P, P, P, I, I, I, D], { evidence: 'Udvalgets halvårsstatus.' }),
    row('boern-og-ungeforvaltningen', 8, [P, null, P, I, null, I, P, P, null, I]),
    row('social-og-arbejdsmarkedsforvaltningen', 11, [P, S, S, I, I, I, I, D, P, I]),
    row('borgmesterforvaltningen', 25, [S, S, S, S, S, S, P, S, P, I]),
  ],
}

const second: DemoHalfYear = {
  days: -20,
  answers: [
    row('fab', 2, [D, I, I, I, P, D, I, I, I, 'asBefore'], { evidence: 'Årsrapporten om det boligsociale arbejde.' }),
    row('kristiansdal', 4, [I, I, 'asBefore', P, P, D, I, I, P, 'asBefore']),
    row('odense-andelsboligforening', 6, [I, I, I, P, S, P, P, 'asBefore', S, I]),
    // Half of it: the rest is still owed.
    row('hoejstrup', 9, ['asBefore', 'asBefore', I, null, null, null, null, null, null, null], {
      by: 'medlem.hoejstrup',
    }),
    row('by-og-kulturforvaltningen', 5, [D, I, I, I, P, I, I, I, D, D], { evidence: 'Udvalgets halvårsstatus.' }),
    row('kollegieboligselskabet', 12, [I, I, 'asBefore', 'asBefore', 'asBefore', I, S, I, 'asBefore', P], {
      reasons: {},
    }),
  ],
}

export const halfYears: DemoHalfYear[] = [first, second]
