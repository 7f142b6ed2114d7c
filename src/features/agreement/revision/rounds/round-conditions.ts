import type { Day } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { condition as conditionOf } from '../../../../kernel/steps/steps.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { type HearingFacts, hearingOver } from '../../../ground/hearing/index.ts'
import type { RoundState } from '../../agreement/index.ts'

/** What the steps' conditions are asked about. A fact that does not matter to a step may have its empty value. */
export interface RoundFacts extends HearingFacts {
  state: RoundState
  proposalsUntil: Day
  reason: string
  /** Numbers of the proposals that have not been answered. */
  openProposals: number[]
  conflicts: number
  draftDiffers: boolean
  /** Names of the secretariats whose sign-off of the draft as it stands is missing. */
  draftUnsignedBy: string[]
  /** The state of the joint group's decision to endorse this very draft; null: none is taken. */
  endorsement: 'EFFECTIVE' | 'CONDITIONAL' | null
  /** Names of organisations that must sign and that the decision does not bind. */
  unboundOrganisations: string[]
  /** Names of those who must sign and have not. */
  unsignedBy: string[]
  /** The state of the joint group's decision to close without changes; null: none is taken. */
  closing: 'EFFECTIVE' | 'CONDITIONAL' | null
}

const condition = conditionOf<RoundFacts>

export const proposalsOver = condition('proposalsOver', 'Fristen for ændringsforslag er udløbet.', facts =>
  isPast(facts.proposalsUntil, facts.today) ? null : 'Fristen for ændringsforslag er ikke udløbet.',
)

export const proposalsAnswered = condition('proposalsAnswered', 'Alle ændringsforslag er besvaret.', facts =>
  facts.openProposals.length === 0
    ? null
    : `Ændringsforslag ${listDanish(facts.openProposals.map(String))} mangler svar.`,
)

export const noConflicts = condition('noConflicts', 'Ingen ændringsforslag er i modstrid med hinanden.', facts =>
  facts.conflicts === 0 ? null : `${facts.conflicts} par modstridende ændringsforslag er ikke afgjort.`,
)

export const draftDiffers = condition('draftDiffers', 'Udkastet ændrer aftalen.', facts =>
  facts.draftDiffers ? null : 'Udkastet er det samme som den gældende aftale. Luk revisionen uden ændringer i stedet.',
)

export const draftSignedOff = condition('draftSignedOff', 'Begge sekretariater har godkendt samme udkast.', facts =>
  facts.draftUnsignedBy.length === 0
    ? null
    : facts.draftUnsignedBy.length > 1
      ? 'Begge sekretariater mangler at godkende udkastet.'
      : `Udkastet mangler godkendelse fra ${listDanish(facts.draftUnsignedBy)}.`,
)

export const groupsHeard = hearingOver('Begge strategigrupper')

export const endorsed = condition(
  'endorsed',
  'Fælles boligstrategisk gruppe har tiltrådt netop dette udkast, og beslutningen er trådt i kraft.',
  facts =>
    facts.endorsement === 'EFFECTIVE'
      ? null
      : facts.endorsement === 'CONDITIONAL'
        ? 'Beslutningen er betinget. Underskrivningen kan åbnes, når alle forelæggelser er godkendt.'
        : 'Fælles boligstrategisk gruppe har endnu ikke tiltrådt udkastet.',
)

export const bindsAll = condition('bindsAll', 'Beslutningen binder alle, der skal underskrive.', facts =>
  facts.unboundOrganisations.length === 0
    ? null
    : `Beslutningen binder ikke ${listDanish(facts.unboundOrganisations)}, som skal underskrive.`,
)

export const notEndorsed = condition('notEndorsed', 'Udkastet er ikke tiltrådt.', facts =>
  facts.endorsement === null
    ? null
    : 'Fælles boligstrategisk gruppe har tiltrådt udkastet. Beslutningen skal først omgøres.',
)

export const allSigned = condition('allSigned', 'Alle, der skal, har underskrevet.', facts =>
  facts.unsignedBy.length === 0 ? null : `Der mangler underskrift fra ${listDanish(facts.unsignedBy)}.`,
)

export const closingDecided = condition(
  'closingDecided',
  'Fælles boligstrategisk gruppe har besluttet at lukke revisionen uden ændringer.',
  facts =>
    facts.closing === 'EFFECTIVE'
      ? null
      : 'Fælles boligstrategisk gruppe har endnu ikke besluttet at lukke revisionen uden ændringer.',
)

export const reasonGiven = condition(
  'reasonGiven',
  'Begrundelsen er skrevet.',
  facts => (facts.reason.trim() === '' ? 'Feltet »Begrundelse« skal udfyldes.' : null),
  'reason',
)
