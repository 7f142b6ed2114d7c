import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import type { TextViews } from '../../../decisions/adoption/index.ts'
import { assessmentsPath, methodDraftPath, methodEffectPath, methodLevelsPath, methodTermPath } from '../paths.ts'
import { bandsText, type MethodContent, yardstickText } from './method-content.ts'

/** A method as it is read: what counts, against what, and from how many points each level is. */
export const methodViews: TextViews<MethodContent> = {
  facts: ({ reviewMonths }) => [{ term: 'Tages op igen', text: `Efter ${reviewMonths} måneder` }],
  version: {
    view: 'assessments/method',
    model: (_, { draft }) => ({ ...bodyOf(draft.content), assessmentsHref: assessmentsPath }),
  },
  draft: {
    view: 'assessments/method-draft',
    model: (_, { text, edits }) => {
      const path = methodDraftPath(text.slug)
      const { terms, ...body } = bodyOf(text.newest.content)
      return {
        ...body,
        terms: terms.map(term => ({
          ...term,
          editHref: edits ? methodTermPath(text.slug, term.key) : '',
          removeHref: edits ? `${methodTermPath(text.slug, term.key)}/fjern` : '',
        })),
        editHref: edits ? `${path}/ret` : null,
        addHref: edits ? methodTermPath(text.slug, 'ny') : null,
        levelsHref: edits ? methodLevelsPath(text.slug) : null,
        effectHref: methodEffectPath(text.slug),
      }
    },
  },
}

const bodyOf = ({ purpose, terms, levels }: MethodContent) => ({
  purposeHtml: renderMarkdown(purpose),
  terms: terms.map(term => ({
    key: term.key,
    name: term.indicator,
    worse: term.worse === 'HIGHER' ? 'Højere er værst' : 'Lavere er værst',
    yardstick: yardstickText(term),
    bands: bandsText(term.bands),
    floor: term.floor
      ? `Fra ${term.floor.points} point mindst ${levels.find(({ key }) => key === term.floor?.level)?.name ?? ''}`
      : '',
    about: term.indicator,
  })),
  levels: levels.map(({ name, from, worrying }) => ({
    ...{ name, from: `Fra ${from} point` },
    worrying: worrying ? 'Ja' : 'Nej',
  })),
})
