import { type Objection, objection } from '../../../../kernel/objection.ts'
import type { LetterContent, LetterSection } from './letter-content.ts'

/** Sections that a reader keeps in view. */
export const mostSections = 30

/** What a letter must say to be signed off and adopted (R24). */
export function lackingIn({ kind, reference, sections }: LetterContent): Objection[] {
  const lacking: Objection[] = []
  if (kind === 'RESPONSE' && reference.trim() === '')
    lacking.push(objection('Modtagerens journalnummer mangler i brevets hoved.'))
  if (sections.length === 0) lacking.push(objection('Brevet har ingen afsnit. Tilføj mindst ét.'))
  sections.forEach(({ text }, at) => {
    if (text.trim() === '') lacking.push(objection(`Afsnit ${at + 1} har ingen tekst.`))
  })
  return lacking
}

/** A new section stands last, under a key that no section of the letter has had. */
export function withSection(
  content: LetterContent,
  said: Omit<LetterSection, 'key'>,
  everKeys: readonly string[],
): LetterContent {
  const key = `s${Math.max(0, ...everKeys.map(known => Number(known.slice(1)) || 0)) + 1}`
  return { ...content, sections: [...content.sections, { key, ...said }] }
}

/** @returns null when the section is not there */
export function withSectionEdited(
  content: LetterContent,
  key: string,
  said: Omit<LetterSection, 'key'>,
): LetterContent | null {
  if (!content.sections.some(section => section.key === key)) return null
  return { ...content, sections: content.sections.map(one => (one.key === key ? { key, ...said } : one)) }
}

/** @returns null when the section is not there */
export function withoutSection(content: LetterContent, key: string): LetterContent | null {
  const sections = content.sections.filter(section => section.key !== key)
  return sections.length === content.sections.length ? null : { ...content, sections }
}

/** One place up or down. @returns null when the section is not there or stands there already */
export function withSectionMoved(content: LetterContent, key: string, direction: 'UP' | 'DOWN'): LetterContent | null {
  const from = content.sections.findIndex(section => section.key === key)
  const [section] = from < 0 ? [] : content.sections.slice(from, from + 1)
  const to = direction === 'UP' ? from - 1 : from + 1
  if (!section || to < 0 || to >= content.sections.length) return null
  return { ...content, sections: content.sections.toSpliced(from, 1).toSpliced(to, 0, section) }
}
