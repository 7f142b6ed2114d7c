import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { parameterFacts } from '../../ground/bodies/index.ts'
import type { TextViews } from '../adoption/index.ts'
import { procedureDraftPath } from './paths.ts'
import { jointBody, type ProcedureContent } from './procedure-content.ts'

/** Rules of procedure as they are read: what they set for the meetings, and their sections. */
export const procedureViews: TextViews<ProcedureContent> = {
  facts: () => [],
  version: { view: 'procedure/show', model: (_, { draft }) => procedureBody(draft.content) },
  draft: {
    view: 'procedure/draft',
    model: (_, { text, edits }) => {
      const path = procedureDraftPath(text.slug)
      const { parameters, sections } = procedureBody(text.newest.content)
      return {
        parameters,
        sections: sections.map((section, at) => ({
          ...section,
          version: text.newest.number,
          editHref: edits ? `${path}/afsnit/${section.anchor}` : null,
          upAction: edits && at > 0 ? `${path}/afsnit/${section.anchor}/flyt` : null,
          downAction: edits && at < sections.length - 1 ? `${path}/afsnit/${section.anchor}/flyt` : null,
          removeHref: edits ? `${path}/afsnit/${section.anchor}/fjern` : null,
        })),
        parametersHref: edits ? `${path}/frister` : null,
        addHref: edits ? `${path}/afsnit/nyt` : null,
      }
    },
  },
}

export const procedureBody = ({ sections, parameters }: ProcedureContent) => ({
  parameters: parameterFacts(parameters, jointBody),
  sections: sections.map(({ key, heading, text }, at) => ({
    anchor: key,
    number: at + 1,
    heading,
    html: text ? renderMarkdown(text) : null,
  })),
})
