import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import { longDay } from '../../../kernel/days.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { plural } from '../../../kernel/text.ts'
import {
  caseFact,
  fatesOfDraft,
  type LoadedText,
  loadText,
  readsDraft,
  stateTag,
  textWay,
  versionsOf,
} from '../../decisions/adoption/index.ts'
import { askStatementsPath, standardDraftPath, standardPath, standardsPath, statementsPath } from './paths.ts'
import { audiences, type StandardContent } from './standard-content.ts'
import { standardKind } from './standard-kind.ts'
import { readYears } from './statements/queries.ts'

export type LoadedStandard = LoadedText<StandardContent>

/** What a person may not see does not exist: a draft is the secretariats' until it has been put on an agenda. */
export async function findStandard(actor: Actor, slug: string): Promise<LoadedStandard> {
  const text = await loadText(actor.database.prisma, standardKind, slug, actor.today, viewOf(actor))
  if (!text.standing && versionsOf(standardKind, text).length === 0 && !readsDraft(actor, text)) throw notFound()
  return text
}

export const crumbsOf = ({ slug, standing, newest }: LoadedStandard, ...after: { text: string }[]) => [
  { text: 'Fælles standarder', href: standardsPath },
  {
    text: (standing ?? newest).content.title,
    ...(after.length > 0 && { href: standing ? standardPath(slug) : standardDraftPath(slug) }),
  },
  ...after,
]

/** A standard's text as it is read: its purpose and its points. */
export const bodyOf = (content: StandardContent) => ({
  purposeHtml: renderMarkdown(content.purpose),
  points: content.points.map(({ key, text, evidence }, at) => ({
    anchor: key,
    number: at + 1,
    textHtml: renderMarkdown(text),
    evidenceHtml: evidence ? renderMarkdown(evidence) : null,
  })),
})

/** The version in force; null: none is. */
export async function showPage(actor: Actor, slug: string) {
  const text = await findStandard(actor, slug)
  return text.standing ? versionModel(actor, text, text.standing) : null
}

/** A version that has been decided upon, whatever became of it. */
export async function versionPage(actor: Actor, slug: string, version: number) {
  const text = await findStandard(actor, slug)
  const draft = text.drafts.findLast(
    one => one.version === version && one.adoptions.some(({ decision }) => decision !== null),
  )
  if (!draft) throw notFound()
  return versionModel(actor, text, draft)
}

function versionModel(actor: Actor, text: LoadedStandard, draft: LoadedStandard['newest']) {
  const { slug } = text
  const stands = draft.number === text.standing?.number
  const worked = text.newest.number !== draft.number && readsDraft(actor, text) && stands
  const mayChange = stands && !worked && mayDo(actor, 'prepareTexts') && textWay.transitionOf('EDIT', text.state)
  return {
    title: draft.content.title,
    active: 'standarder',
    crumbs: stands ? crumbsOf(text) : crumbsOf(text, { text: `Version ${draft.version}` }),
    heading: draft.content.title,
    tag: stands ? stateTag('IN_FORCE') : { text: 'Gælder ikke', kind: 'neutral' },
    superseded: stands
      ? null
      : text.standing
        ? { text: `Version ${text.standing.version} gælder nu.`, href: standardPath(slug), link: 'Læs den, der gælder' }
        : { text: 'Ingen version af standarden gælder nu.', href: standardsPath, link: 'Fælles standarder' },
    facts: [
      { term: 'Version', text: String(draft.version) },
      ...(stands && text.standingFrom ? [{ term: 'Gælder fra', text: longDay(text.standingFrom) }] : []),
      { term: 'Gælder for', text: audiences[draft.content.appliesTo] },
      ...caseFact(text),
    ],
    ...bodyOf(draft.content),
    fates: fatesOfDraft(draft),
    versions: versionsOf(standardKind, text),
    statements: readYears(actor.database, slug).map(({ year, asked, given, deadline }) => ({
      text: `Redegørelser for ${year}`,
      href: statementsPath(slug, year),
      about: `${given} af ${plural(asked, 'organisation', 'organisationer')} har afgivet redegørelse. Frist: ${longDay(deadline)}.`,
    })),
    askHref: stands && mayDo(actor, 'prepareTexts') ? askStatementsPath(slug) : null,
    draft: worked ? { href: standardDraftPath(slug), text: `Udkast til version ${text.newest.version}` } : null,
    changeHref: mayChange ? standardDraftPath(slug) : null,
  }
}
