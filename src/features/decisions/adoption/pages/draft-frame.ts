import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import type { LoadedText } from '../load-text.ts'
import { draftPathOf, newHearingPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'
import { textWay } from '../text-steps.ts'
import { comparisonHref } from './comparison-page.ts'
import { textCrumbs } from './find-text.ts'
import { caseFact, draftHistory, draftSignOffs, type Fact, fatesOfDraft, hearingLines, stateTag } from './text-page.ts'

/** Whether this person may edit the draft as it stands. */
export const mayEdit = <Content extends object>(actor: Actor, { state }: LoadedText<Content>): boolean =>
  mayDo(actor, 'prepareTexts') && textWay.transitionOf('EDIT', state) !== undefined

/** What stands around the draft of any text, with everything that can be done with it. */
export function draftFrame<Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  facts: readonly Fact[],
) {
  const { newest, state, standing } = text
  const path = kind.path(text.slug)
  const title = kind.titleOf(newest.content)
  const writes = mayDo(actor, 'prepareTexts')
  const edits = mayEdit(actor, text)
  const next = state === 'IN_FORCE' || state === 'FALLEN' ? newest.version + 1 : newest.version
  return {
    title: `Udkast: ${title}`,
    active: kind.list.menu,
    crumbs: textCrumbs(kind, text, { text: 'Udkast' }),
    frame: {
      heading: title,
      about: state === 'IN_FORCE' ? `Version ${newest.version}, som gælder` : `Udkast til version ${newest.version}`,
      tag: stateTag(state),
      begins:
        edits && next !== newest.version
          ? `Når du retter noget, begynder du på version ${next}. Den version, der gælder, bliver ikke ændret.`
          : null,
      locked: writes && !edits ? textWay.wrongState('EDIT', state) : null,
      standing: standing && standing.number !== newest.number ? { version: standing.version, href: path } : null,
      facts: [...facts, ...caseFact(text)],
      box: state === 'IN_FORCE' || state === 'COMING' ? null : draftSignOffs(actor, kind, text),
      compareHref: comparisonHref(kind, text, newest),
      agendaHref: step(actor, text, 'PUT_ON_AGENDA') ? `${draftPathOf(path)}/dagsorden` : null,
      hearingHref:
        writes && !kind.withoutHearing && textWay.transitionOf('OPEN_HEARING', state) ? newHearingPathOf(path) : null,
      hearings: hearingLines(kind, text),
      takeOffHref: step(actor, text, 'TAKE_OFF_AGENDA') ? `${draftPathOf(path)}/tag-af` : null,
      fates: fatesOfDraft(newest),
      history: writes ? draftHistory(kind, text) : [],
    },
  }
}

const step = <Content extends object>(
  actor: Actor,
  { facts }: LoadedText<Content>,
  named: 'PUT_ON_AGENDA' | 'TAKE_OFF_AGENDA',
): boolean => mayDo(actor, 'prepareTexts') && textWay.judge(named, facts).allowed
