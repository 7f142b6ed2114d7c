import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { longDay } from '../../../kernel/days.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { plural } from '../../../kernel/text.ts'
import type { TextViews } from '../../decisions/adoption/index.ts'
import { askStatementsPath, standardDraftPath, statementsPath } from './paths.ts'
import { audiences, type StandardContent } from './standard-content.ts'
import { readYears } from './statements/queries.ts'

/** A standard as it is read: its purpose and its points, and beside a version the years that were asked about. */
export const standardViews: TextViews<StandardContent> = {
  facts: ({ appliesTo }) => [{ term: 'Gælder for', text: audiences[appliesTo] }],
  version: {
    view: 'standards/show',
    queries: 1,
    model: (actor, { text, draft }) => ({
      ...bodyOf(draft.content),
      statements: yearsOf(actor, text.slug),
      askHref:
        draft.number === text.standing?.number && mayDo(actor, 'prepareTexts') ? askStatementsPath(text.slug) : null,
    }),
  },
  draft: {
    view: 'standards/draft',
    model: (_, { text, edits }) => {
      const path = standardDraftPath(text.slug)
      const { purposeHtml, points } = bodyOf(text.newest.content)
      return {
        purposeHtml,
        points: points.map((point, at) => ({
          ...point,
          version: text.newest.number,
          editHref: edits ? `${path}/punkter/${point.anchor}` : null,
          upAction: edits && at > 0 ? `${path}/punkter/${point.anchor}/flyt` : null,
          downAction: edits && at < points.length - 1 ? `${path}/punkter/${point.anchor}/flyt` : null,
          removeHref: edits ? `${path}/punkter/${point.anchor}/fjern` : null,
        })),
        editHref: edits ? `${path}/ret` : null,
        addHref: edits ? `${path}/punkter/nyt` : null,
      }
    },
  },
}

const bodyOf = (content: StandardContent) => ({
  purposeHtml: renderMarkdown(content.purpose),
  points: content.points.map(({ key, text, evidence }, at) => ({
    anchor: key,
    number: at + 1,
    textHtml: renderMarkdown(text),
    evidenceHtml: evidence ? renderMarkdown(evidence) : null,
  })),
})

const yearsOf = (actor: Actor, slug: string) =>
  readYears(actor.database, slug).map(({ year, asked, given, deadline }) => ({
    text: `Redegørelser for ${year}`,
    href: statementsPath(slug, year),
    about: `${given} af ${plural(asked, 'organisation', 'organisationer')} har afgivet redegørelse. Frist: ${longDay(deadline)}.`,
  }))
