import type { TextViews } from '../../../decisions/adoption/index.ts'
import { sectionsModel } from '../pages/sections-model.ts'
import { letterHeadPath, letterSectionPath, letterSectionsPath, outwardPath } from '../paths.ts'
import { type LetterContent, outwardKinds } from './letter-content.ts'

/** The letter as its draft and its versions are read. The statement’s own page has all that is around it. */
export const letterViews: TextViews<LetterContent> = {
  ownPage: true,
  facts: ({ kind, addressee, reference }) => [
    { term: 'Type', text: outwardKinds[kind] },
    { term: 'Modtager', text: addressee },
    ...(reference ? [{ term: 'Modtagerens journalnummer', text: reference }] : []),
  ],
  version: {
    view: 'outward/version',
    model: (_, { text, draft }) => ({ sections: sectionsModel(draft.content), statementHref: outwardPath(text.slug) }),
  },
  draft: {
    view: 'outward/draft',
    model: (_, { text, edits }) => {
      const sections = sectionsModel(text.newest.content)
      return {
        statementHref: outwardPath(text.slug),
        version: text.newest.number,
        headHref: edits ? letterHeadPath(text.slug) : null,
        addHref: edits ? `${letterSectionsPath(text.slug)}/nyt` : null,
        sections: sections.map((section, at) => {
          const path = letterSectionPath(text.slug, section.anchor)
          return {
            ...section,
            editHref: edits ? path : null,
            upAction: edits && at > 0 ? `${path}/flyt` : null,
            downAction: edits && at < sections.length - 1 ? `${path}/flyt` : null,
            removeHref: edits ? `${path}/fjern` : null,
          }
        }),
      }
    },
  },
}
