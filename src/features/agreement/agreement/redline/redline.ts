import type { PrintedLine } from '../../../../kernel/redline/printed-lines.ts'
import {
  type RedlineRow,
  type RedlineSection,
  rowsBetween,
  sectionsBetween,
} from '../../../../kernel/redline/sections-between.ts'
import { type Effort, effort } from '../../../../kernel/redline/word-diff.ts'
import type { AgreementText, Origin, TextSection } from '../version/agreement-text.ts'

/** With who proposed the change, as far as it came by a revision here. */
export type AgreedSection = RedlineSection<TextSection> & { origins: Origin[] }

export interface Redline {
  front: RedlineRow[]
  sections: AgreedSection[]
  appendices: AgreedSection[]
}

/** Everything between two texts of the agreement, section by section, in the new one's order. */
export function redline(old: AgreementText, now: AgreementText): Redline {
  const work = effort()
  return {
    front: rowsBetween(frontOf(old), frontOf(now), work),
    sections: agreedBetween(old.sections, now.sections, work),
    appendices: agreedBetween(appendicesOf(old), appendicesOf(now), work),
  }
}

const frontOf = ({ title, parties, dateText }: AgreementText): PrintedLine[] =>
  [...title, `mellem ${parties}`, dateText].map(text => ({ form: 'paragraph', number: '', text }))

const appendicesOf = ({ appendices }: AgreementText): TextSection[] =>
  appendices.map(({ heading, body }, at) => ({ key: `bilag-${at + 1}`, number: '', heading, body }))

export const agreedBetween = (old: TextSection[], now: TextSection[], work: Effort = effort()): AgreedSection[] =>
  sectionsBetween(old, now, work).map(found => ({
    ...found,
    origins: found.kind === 'changed' || found.kind === 'added' ? (found.section.origins ?? []) : [],
  }))
