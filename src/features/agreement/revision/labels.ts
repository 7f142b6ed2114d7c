import { capitalised } from '../../../kernel/text.ts'
import { secretariatNames as inSentence } from '../../ground/sealed/index.ts'
import { sectionAnchor } from '../agreement/index.ts'
import { versionPath } from '../agreement/paths.ts'
import type { AmendmentKind, ProposalState } from './proposals/proposal-rules.ts'
import type { RoundStep } from './rounds/round-steps.ts'

/** The clause in the version that is revised. */
export const clausePath = (year: number, number: string): string => `${versionPath(year)}#${sectionAnchor(number)}`

export const amendmentKinds: Record<AmendmentKind, string> = {
  REPLACE: 'Erstat tekst',
  ADD: 'Tilføj tekst',
  DELETE: 'Slet tekst',
}

export const proposalStates: Record<ProposalState, { text: string; kind: 'info' | 'success' | 'danger' | 'neutral' }> =
  {
    OPEN: { text: 'Ikke besvaret', kind: 'info' },
    TAKEN_IN: { text: 'Indarbejdet', kind: 'success' },
    ADAPTED: { text: 'Indarbejdet i tilpasset form', kind: 'success' },
    DECLINED: { text: 'Ikke imødekommet', kind: 'danger' },
    WITHDRAWN: { text: 'Trukket tilbage', kind: 'neutral' },
  }

export const settlementNames = {
  TAKEN_IN: 'Indarbejd forslaget uændret',
  ADAPTED: 'Indarbejd det i tilpasset form',
  DECLINED: 'Forslaget imødekommes ikke',
} as const

export const conflictOutcomes = {
  FIRST: 'Det første forslag går videre',
  SECOND: 'Det andet forslag går videre',
  BOTH_ADAPTED: 'De to forslag skrives sammen til en fælles tekst',
  NEITHER: 'Ingen af de to forslag imødekommes',
} as const

export const secretariatNames = {
  HOUSING: capitalised(inSentence.HOUSING),
  MUNICIPALITY: capitalised(inSentence.MUNICIPALITY),
} as const
export const strategyGroupNames = {
  HOUSING: 'Boligorganisationernes strategigruppe',
  MUNICIPALITY: 'Kommunens strategigruppe',
} as const

/** Steps that have a page of their own, by its address. */
export const stepSlugs = {
  forlaeng: 'EXTEND',
  sammenskriv: 'CLOSE_PROPOSALS',
  'send-i-hoering': 'SEND_TO_HEARING',
  dagsorden: 'TO_ENDORSEMENT',
  'tag-tilbage': 'TAKE_BACK',
  'aabn-underskrivning': 'OPEN_SIGNING',
  'genaabn-underskrivning': 'REOPEN_SIGNING',
  'afslut-underskrivning': 'COMPLETE',
  'foreslaa-lukning': 'PROPOSE_CLOSING',
  luk: 'CLOSE',
} as const satisfies Record<string, RoundStep>
export type StepSlug = keyof typeof stepSlugs

export const slugOfStep = (step: RoundStep): StepSlug | null =>
  (Object.keys(stepSlugs) as StepSlug[]).find(slug => stepSlugs[slug] === step) ?? null
