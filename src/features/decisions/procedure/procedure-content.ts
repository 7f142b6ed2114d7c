import type { RuleParameters } from '../../ground/bodies/index.ts'

export interface ProcedureSection {
  /** Lasting: the same section in every draft. */
  key: string
  heading: string
  /** Markdown. */
  text: string
}

/** R62: the joint group's rules of procedure: what they say in words, and what the portal counts by. */
export interface ProcedureContent {
  title: string
  sections: ProcedureSection[]
  parameters: RuleParameters
}

/** Whose they are. */
export const jointBody = { kind: 'JOINT_GROUP', side: null } as const
