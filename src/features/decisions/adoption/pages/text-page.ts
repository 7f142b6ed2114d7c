import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { longDay, shortMoment } from '../../../../kernel/days.ts'
import { shortHash } from '../../../../kernel/hash.ts'
import { signOffBox } from '../../../ground/sealed/index.ts'
import { casePath } from '../../../meetings/cases/paths.ts'
import { agendaPath } from '../../../meetings/meetings/paths.ts'
import { decisionPath } from '../../decisions/paths.ts'
import { type DraftHead, type LoadedText, ofBoth } from '../load-text.ts'
import { comparisonPathOf, draftPathOf, hearingPathOf, versionPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'
import { inForceFrom, textStateLabels } from '../text-states.ts'
import { textWay } from '../text-steps.ts'
import { textStateKinds } from './labels.ts'

/** A line among the facts of a page. */
export interface Fact {
  term: string
  text: string
  href?: string
}

export const stateTag = (state: keyof typeof textStateLabels) => ({
  text: textStateLabels[state],
  kind: textStateKinds[state],
})

/** Whether the newest draft that somebody sees of a text may be read by him or her: `findText` gives no other. */
export const readsDraft = <Content extends object>(actor: Actor, { newest, hearings }: LoadedText<Content>): boolean =>
  mayDo(actor, 'prepareTexts') || newest.adoptions.length > 0 || hearings.some(({ draft }) => draft === newest.number)

/** Where both secretariats' sign-offs of the draft stand, with the buttons that this person may press. */
export function draftSignOffs<Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
) {
  const { newest, facts } = text
  const box = signOffBox(actor, { of: ofBoth, what: 'udkastet', hash: newest.hash, signOffs: newest.signOffs })
  const path = draftPathOf(kind.path(text.slug))
  const may = (step: 'SIGN_OFF' | 'TAKE_BACK_SIGN_OFF') => textWay.transitionOf(step, facts.state) !== undefined
  return {
    ...box,
    gaps:
      (facts.state === 'DRAFT' || facts.state === 'IN_HEARING') && mayDo(actor, 'prepareTexts')
        ? facts.lacking.map(({ sentence }) => sentence)
        : [],
    signAction: box.maySign && may('SIGN_OFF') && facts.lacking.length === 0 ? `${path}/godkend` : null,
    withdrawAction: box.mayWithdraw && may('TAKE_BACK_SIGN_OFF') ? `${path}/traek-tilbage` : null,
  }
}

/** The text's case, when it has one, as a line among facts. Its title is the case's own page to tell. */
export const caseFact = <Content extends object>({ case: found }: LoadedText<Content>): Fact[] =>
  found ? [{ term: 'Sag', text: found.number, href: casePath(found.number) }] : []

/** The hearings about a text, the latest first. */
export const hearingLines = <Content extends object>(kind: TextKind<Content>, text: LoadedText<Content>) =>
  text.hearings.toReversed().map(({ number, draft, until, isOpen }) => ({
    href: hearingPathOf(kind.path(text.slug), number),
    text: `Høring over udkast ${draft}`,
    tag: isOpen ? { text: 'I høring', kind: 'info' } : { text: 'Høringen er slut', kind: 'neutral' },
    told: isOpen ? `Høringsfristen er den ${longDay(until)}.` : `Høringsfristen var den ${longDay(until)}.`,
    older: draft < text.newest.number ? `Teksten er ændret siden: det nyeste er udkast ${text.newest.number}.` : null,
    comparisonHref:
      draft < text.newest.number ? comparisonPathOf(kind.path(text.slug), draft, text.newest.number) : null,
  }))

/** What became of the draft on agendas, the latest first, each with its item and decision. */
export const fatesOfDraft = (draft: DraftHead) =>
  draft.adoptions.toReversed().map(row => ({
    when: shortMoment(row.createdAt as never),
    who: row.createdBy.name,
    itemText: `Punkt ${row.item.position} på mødet den ${longDay(row.item.meeting.day)}`,
    itemHref: row.itemRemoved ? null : `${agendaPath(row.item.meeting.id)}#punkt-${row.item.position}`,
    decisionText: row.decision ? `Beslutning ${row.decision.number}` : null,
    decisionHref: row.decision ? decisionPath(row.decision.number) : null,
    told: fateText(row),
  }))

function fateText(row: DraftHead['adoptions'][number]): string {
  if (row.takenBackAt !== null) return 'Taget af dagsordenen'
  const from = inForceFrom({ ...row, draftNumber: 0, takenBack: false, fromDay: row.fromDay as never })
  if (from !== null) return `Vedtaget. Gælder fra den ${longDay(from)}`
  if (row.outcome === 'DECIDED_WITH_CHANGES') return 'Besluttet med ændringer: Skriv dem ind, og sæt teksten på igen'
  switch (row.decision?.state) {
    case 'CONDITIONAL':
      return 'Vedtaget med forbehold: Afventer godkendelse'
    case 'LAPSED':
      return 'Beslutningen er bortfaldet'
    case 'SUPERSEDED':
      return 'Beslutningen er omgjort eller erstattet'
    case 'ANNULLED':
      return 'Beslutningen er trukket tilbage'
    default:
      break
  }
  if (row.itemRemoved) return 'Punktet er fjernet fra dagsordenen'
  if (row.meetingCancelled) return 'Mødet er aflyst'
  return row.outcome === null ? 'Afventer mødet' : 'Ikke vedtaget på mødet'
}

/** The versions that have been in force or are to be, the latest first. */
export function versionsOf<Content extends object>(kind: TextKind<Content>, text: LoadedText<Content>) {
  return text.drafts
    .flatMap(draft => draft.adoptions.map(row => ({ draft, row })))
    .filter(({ row }) => row.decision !== null && row.decision.effectiveOn !== null)
    .toReversed()
    .map(({ draft, row }) => {
      const standing = text.standing?.number === draft.number
      return {
        version: draft.version,
        number: draft.number,
        href: versionPathOf(kind.path(text.slug), draft.version),
        title: draft.title,
        told: fateText(row),
        decisionText: `Beslutning ${row.decision?.number ?? ''}`,
        decisionHref: decisionPath(row.decision?.number ?? ''),
        tag: standing ? stateTag('IN_FORCE') : null,
      }
    })
}

/** What was written, the latest first. */
export const draftHistory = <Content extends object>(kind: TextKind<Content>, text: LoadedText<Content>) =>
  text.drafts.toReversed().map(draft => ({
    number: draft.number,
    version: draft.version,
    when: shortMoment(draft.createdAt),
    who: draft.createdBy.name,
    note: draft.note || (draft.number === 1 ? 'Det første udkast.' : ''),
    shortHash: shortHash(draft.hash),
    changesHref: draft.number > 1 ? comparisonPathOf(kind.path(text.slug), draft.number - 1, draft.number) : null,
    about: `i udkast ${draft.number}`,
  }))
