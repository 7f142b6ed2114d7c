import { type Objection, objection } from '../../../kernel/objection.ts'
import { freeKey, withEdited, withMoved, without } from '../../../kernel/placed.ts'
import { parameterFaults } from '../../ground/bodies/index.ts'
import { jointBody, type ProcedureContent, type ProcedureSection } from './procedure-content.ts'

/** Sections that one can keep in view. */
export const mostSections = 40

/** What rules of procedure must say to be signed off and adopted (R62). */
export function lackingIn({ sections, parameters }: ProcedureContent): Objection[] {
  const lacking: Objection[] = parameterFaults(jointBody, parameters).map(({ sentence }) => objection(sentence))
  if (sections.length === 0) lacking.push(objection('Forretningsordenen har ingen afsnit. Tilføj mindst ét.'))
  for (const { heading, text } of sections)
    if (text.trim() === '') lacking.push(objection(`Afsnittet »${heading}« har ingen tekst.`))
  return lacking
}

type Said = Omit<ProcedureSection, 'key'>

const withSections = (content: ProcedureContent, sections: ProcedureSection[] | null): ProcedureContent | null =>
  sections && { ...content, sections }

/** A new section stands last, under a key that no section has had. */
export const withSection = (content: ProcedureContent, said: Said, ever: readonly string[]): ProcedureContent => ({
  ...content,
  sections: [...content.sections, { key: freeKey('a', ever), ...said }],
})

export const withSectionEdited = (content: ProcedureContent, key: string, said: Said) =>
  withSections(content, withEdited(content.sections, key, said))

export const withoutSection = (content: ProcedureContent, key: string) =>
  withSections(content, without(content.sections, key))

export const withSectionMoved = (content: ProcedureContent, key: string, direction: 'UP' | 'DOWN') =>
  withSections(content, withMoved(content.sections, key, direction))
