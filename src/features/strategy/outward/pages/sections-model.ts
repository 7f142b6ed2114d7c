import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import type { LetterContent } from '../letter/letter-content.ts'

/** A letter's sections as they are read. */
export const sectionsModel = ({ sections }: Pick<LetterContent, 'sections'>) =>
  sections.map(({ key, heading, text }, at) => ({
    anchor: key,
    number: at + 1,
    heading,
    html: renderMarkdown(text),
  }))
