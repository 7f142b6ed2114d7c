import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { answersAs } from '../../../../access/represented.ts'
import { longDay, longMoment, shortMoment } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { byAndWhen, plural } from '../../../../kernel/text.ts'
import { readAdministrationsOn, readOrganisations } from '../../../ground/parties/index.ts'
import { organisationPath } from '../../../ground/parties/paths.ts'
import type { LoadedText } from '../load-text.ts'
import { textCrumbs } from '../pages/find-text.ts'
import { comparisonPathOf, draftPathOf, hearingAnswerPathOf, hearingPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'
import { textWay } from '../text-steps.ts'
import { askableOn, stanceNames } from './hearing-rules.ts'
import { type LoadedAnswer, type LoadedHearing, remarksTo, replyTo } from './load-hearing.ts'
import { remarkedSections } from './reply-to-remarks.ts'

/** A hearing: who was asked and what they answered in its three groups, and what the secretariats say to the remarks. */
export function hearingPage<Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  hearing: LoadedHearing,
) {
  const path = kind.path(text.slug)
  const own = hearingPathOf(path, hearing.number)
  const title = hearing.draft.title
  const writes = mayDo(actor, 'prepareTexts')
  const last = text.hearings.at(-1)?.number === hearing.number
  const may = (step: 'EXTEND_HEARING' | 'CLOSE_HEARING') =>
    writes && last && textWay.transitionOf(step, text.state) !== undefined
  const remarked = remarkedSections(hearing)
  return {
    title: `Høring: ${title}`,
    active: kind.list.menu,
    crumbs: textCrumbs(kind, text, { text: `Høring over udkast ${hearing.draft.number}` }),
    number: `Høring over udkast ${hearing.draft.number} til version ${hearing.draft.version}`,
    heading: title,
    tag: hearing.over === null ? { text: 'I høring', kind: 'info' } : { text: 'Høringen er slut', kind: 'neutral' },
    summary: summaryOf(hearing),
    facts: [
      { term: 'Høringsfrist', text: longDay(hearing.until) },
      { term: 'Sendt i høring', text: byAndWhen(hearing.openedBy.name, hearing.openedAt) },
      { term: 'Spurgt', text: plural(hearing.asked.length, 'organisation', 'organisationer') },
      ...(hearing.closedAt
        ? [
            {
              term: 'Lukket før fristen',
              text: `${byAndWhen(hearing.closedBy?.name ?? '', hearing.closedAt)}${hearing.closedReason ? `: ${hearing.closedReason}` : ''}`,
            },
          ]
        : []),
    ],
    questionHtml: hearing.question === '' ? null : renderMarkdown(hearing.question),
    newer: newerDraft(text, hearing, path),
    answering: answeringOf(actor, hearing, path),
    extendHref: may('EXTEND_HEARING') && !hearing.isClosed ? `${own}/frist` : null,
    closeHref: may('CLOSE_HEARING') && hearing.over === null ? `${own}/luk` : null,
    noteHref: writes && hearing.over !== null && remarked.length > 0 ? `${own}/notat` : null,
    csvHref: `${own}/svar.csv`,
    groups: groupModels(hearing),
    remarks: remarked.map(({ key, heading }) => ({
      heading,
      anchor: key === null ? 'helhed' : `bemaerkning-${key}`,
      textHtml: key === null ? null : renderMarkdown(hearing.sections.find(one => one.key === key)?.text ?? ''),
      said: remarksTo(hearing, key).map(({ answer, text: words }) => ({
        organisation: answer.organisation.name,
        html: renderMarkdown(words),
      })),
      reply: replyModel(hearing, key),
    })),
    sections: hearing.sections.map(({ key, heading, text: words }) => ({
      anchor: key,
      heading,
      html: renderMarkdown(words),
    })),
  }
}

function summaryOf({ over, groups, asked }: LoadedHearing): string {
  const { withRemarks, withoutRemarks, silent, unasked } = groups
  const parts = [
    `${withRemarks.length + withoutRemarks.length} af ${plural(asked.length, 'spurgt organisation', 'spurgte organisationer')} har svaret: ${withRemarks.length} med og ${withoutRemarks.length} uden bemærkninger.`,
    silent.length > 0
      ? `${plural(silent.length, 'organisation', 'organisationer')} ${over === null ? 'har ikke svaret endnu' : 'svarede ikke'}.`
      : '',
    unasked.length > 0
      ? `${plural(unasked.length, 'organisation', 'organisationer')} har svaret uden at være spurgt.`
      : '',
  ]
  return parts.filter(Boolean).join(' ')
}

/** The draft that was heard about is not the newest: what was changed since is read in the comparison. */
function newerDraft<Content extends object>(text: LoadedText<Content>, { draft }: LoadedHearing, path: string) {
  if (text.newest.number <= draft.number) return null
  return {
    text: `Teksten er ændret, siden udkast ${draft.number} blev sendt i høring. Høringen handler om udkast ${draft.number}.`,
    href: comparisonPathOf(path, draft.number, text.newest.number),
    draftHref: draftPathOf(path),
  }
}

/** Those that the reader answers for: who was asked first. An association is answered for by its administrator too. */
function answeringOf(actor: Actor, hearing: LoadedHearing, path: string) {
  if (hearing.over !== null) return []
  const administrations = readAdministrationsOn(actor.database, actor.today)
  const askedIds = new Set(hearing.asked.map(({ id }) => id))
  return askableOn(readOrganisations(actor.database, actor.today), actor.today).flatMap(({ id, slug, name }) => {
    const administrators = administrations.filter(one => one.associationId === id).map(one => one.administratorId)
    const as = answersAs(actor, { id, administrators })
    const asked = askedIds.has(id)
    if (as === null || (!asked && as !== 'own')) return []
    const answered = hearing.answers.some(({ organisationId }) => organisationId === id)
    return [
      {
        href: hearingAnswerPathOf(path, hearing.number, slug),
        text: answered ? `Ret høringssvaret fra ${name}` : `Afgiv høringssvar fra ${name}`,
        primary: asked && !answered,
      },
    ]
  })
}

function groupModels(hearing: LoadedHearing) {
  const { withRemarks, withoutRemarks, silent, unasked } = hearing.groups
  const silence = hearing.over === null ? 'Har ikke svaret endnu' : 'Svarede ikke'
  return [
    { heading: 'Med bemærkninger', ids: withRemarks },
    { heading: 'Uden bemærkninger', ids: withoutRemarks },
    { heading: silence, ids: silent },
    { heading: 'Svarede uden at være spurgt', ids: unasked },
  ]
    .filter(({ ids }, at) => at < 3 || ids.length > 0)
    .map(({ heading, ids }) => ({
      heading: `${heading} (${ids.length})`,
      // Of those who said nothing there is nothing to tell but who they are.
      names: heading === silence && ids.length > 0,
      rows: ids.map(id => rowModel(hearing, id)),
    }))
}

function rowModel(hearing: LoadedHearing, id: number) {
  const organisation = hearing.organisations.get(id)
  const answer = hearing.answers.find(({ organisationId }) => organisationId === id)
  return {
    organisation: organisation?.name ?? '',
    href: organisation ? organisationPath(organisation.slug) : null,
    answer: answer
      ? { text: stanceNames[answer.stance], kind: answer.stance === 'SUPPORTS' ? 'success' : 'warning' }
      : { text: 'Intet svar', kind: hearing.over === null ? 'neutral' : 'danger' },
    by: answer ? answeredBy(answer) : '',
    when: answer ? shortMoment(answer.at) : '',
  }
}

/** »Anna Holm, Bo og Hjem, som administrator« */
export const answeredBy = ({ by, as }: Pick<LoadedAnswer, 'by' | 'as'>): string =>
  as ? `${by.name}, ${as.name}, som administrator` : by.name

function replyModel(hearing: LoadedHearing, key: string | null) {
  const reply = replyTo(hearing, key)
  return reply && reply.text !== ''
    ? { html: renderMarkdown(reply.text), told: `Skrevet af ${reply.by.name} den ${longMoment(reply.at as never)}` }
    : null
}
