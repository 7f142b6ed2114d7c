import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import {
  caseFact,
  draftHistory,
  draftSignOffs,
  fatesOfDraft,
  readsDraft,
  stateTag,
  textWay,
} from '../../decisions/adoption/index.ts'
import { standardDraftPath, standardPath } from './paths.ts'
import { bodyOf, crumbsOf, findStandard } from './show-page.ts'
import { audiences } from './standard-content.ts'
import { standardKind } from './standard-kind.ts'

/** The draft that is worked on, with everything that can be done with it. Null: this reader sees what is in force alone. */
export async function draftPage(actor: Actor, slug: string) {
  const text = await findStandard(actor, slug)
  if (!readsDraft(actor, text)) return null
  const { newest, state, facts, standing } = text
  const path = standardDraftPath(slug)
  const writes = mayDo(actor, 'prepareTexts')
  const edits = writes && textWay.transitionOf('EDIT', state) !== undefined
  const next = state === 'IN_FORCE' || state === 'FALLEN' ? newest.version + 1 : newest.version
  const body = bodyOf(newest.content)
  return {
    title: `Udkast: ${newest.content.title}`,
    active: 'standarder',
    crumbs: crumbsOf(text, { text: 'Udkast' }),
    heading: newest.content.title,
    about: state === 'IN_FORCE' ? `Version ${newest.version}, som gælder` : `Udkast til version ${newest.version}`,
    tag: stateTag(state),
    begins:
      edits && next !== newest.version
        ? `Når du retter noget, begynder du på version ${next}. Den version, der gælder, bliver ikke ændret.`
        : null,
    locked: writes && !edits ? textWay.wrongState('EDIT', state) : null,
    standing:
      standing && standing.number !== newest.number ? { version: standing.version, href: standardPath(slug) } : null,
    facts: [{ term: 'Gælder for', text: audiences[newest.content.appliesTo] }, ...caseFact(text)],
    purposeHtml: body.purposeHtml,
    version: newest.number,
    points: body.points.map((point, at) => ({
      ...point,
      editHref: edits ? `${path}/punkter/${point.anchor}` : null,
      upAction: edits && at > 0 ? `${path}/punkter/${point.anchor}/flyt` : null,
      downAction: edits && at < body.points.length - 1 ? `${path}/punkter/${point.anchor}/flyt` : null,
      removeHref: edits ? `${path}/punkter/${point.anchor}/fjern` : null,
    })),
    editHref: edits ? `${path}/ret` : null,
    addHref: edits ? `${path}/punkter/nyt` : null,
    box: state === 'IN_FORCE' || state === 'COMING' ? null : draftSignOffs(actor, standardKind, text),
    agendaHref: writes && textWay.judge('PUT_ON_AGENDA', facts).allowed ? `${path}/dagsorden` : null,
    takeOffHref: writes && textWay.judge('TAKE_OFF_AGENDA', facts).allowed ? `${path}/tag-af` : null,
    fates: fatesOfDraft(newest),
    history: writes ? draftHistory(text) : [],
  }
}
