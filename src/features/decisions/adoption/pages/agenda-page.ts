import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { casesForItems } from '../../../meetings/cases/index.ts'
import { openMeetings } from '../../../meetings/meetings/index.ts'
import type { LoadedText } from '../load-text.ts'
import { draftPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'
import { textWay } from '../text-steps.ts'
import { comparisonHref } from './comparison-page.ts'

/** The joint group's meetings whose agenda is still open, to choose among. */
export function jointMeetings(actor: Actor): { value: string; text: string }[] {
  const group = jointGroup(actor.database)
  if (!group) return []
  return openMeetings(actor.database, group.body.id, actor.today).map(({ id, number, day }) => ({
    value: String(id),
    text: `${longDay(day)} (${number})`,
  }))
}

/** A case is read by both parties at once, so that nobody's draft is told of by one that opens itself. */
const caseField = (actor: Actor, title: string): FormField => ({
  kind: 'select',
  name: 'caseId',
  label: 'Sag',
  optional: true,
  hint: 'Sagens titel kan læses af begge parter, også før dagsordenen er udsendt.',
  options: [
    { value: '', text: 'Ingen sag' },
    { value: 'ny', text: `Opret en ny sag: ${title}` },
    ...casesForItems(actor.database, actor, null).map(({ id, number, title: name }) => ({
      value: String(id),
      text: `${number} ${name}`,
    })),
  ],
})

interface Around {
  active: string
  crumbs: { text: string; href?: string }[]
}

/** Where a draft is put on an agenda: the nearest meeting is chosen already. */
export function putOnAgendaPage<Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  around: Around,
  form?: FormState,
) {
  const meetings = jointMeetings(actor)
  const verdict = textWay.judge('PUT_ON_AGENDA', text.facts)
  const told = [
    ...(verdict.allowed ? [] : verdict.objections.map(({ sentence }) => sentence)),
    ...changedSinceHearing(text),
  ]
  const compare = comparisonHref(kind, text, text.newest)
  const drawn = formPage({
    title: 'Sæt på dagsordenen',
    ...around,
    heading: 'Sæt på dagsordenen',
    lead: [
      `»${kind.titleOf(text.newest.content)}« kommer på som et beslutningspunkt. Teksten gælder først, når beslutningen er trådt i kraft.`,
      meetings.length === 0 ? 'Der er ingen kommende møder med åben dagsorden. Opret et møde først.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    ...(told.length > 0 ? { warning: told.join(' ') } : {}),
    action: `${draftPathOf(kind.path(text.slug))}/dagsorden`,
    submit: 'Sæt på dagsordenen',
    back: draftPathOf(kind.path(text.slug)),
    fields: [
      {
        kind: 'select',
        name: 'meetingId',
        label: 'Møde i fælles boligstrategisk gruppe',
        hint: 'Her vises de møder, hvor dagsordenen stadig kan ændres.',
        required: true,
        options: meetings,
      },
      {
        kind: 'date',
        name: 'fromDay',
        label: 'Gælder tidligst fra',
        optional: true,
        hint: 'Lad feltet være tomt, hvis teksten gælder, så snart beslutningen er trådt i kraft.',
      },
      ...(text.case ? [] : [caseField(actor, kind.caseTitle(kind.titleOf(text.newest.content)))]),
    ],
    form: form ?? formOf({ meetingId: meetings[0]?.value ?? '' }),
  })
  return compare ? { ...drawn, more: { href: compare, text: 'Vis, hvad der er ændret' } } : drawn
}

/** What goes on the agenda is not the draft that the organisations were asked about. */
function changedSinceHearing<Content extends object>({ hearings, drafts, newest }: LoadedText<Content>): string[] {
  const heard = drafts.find(({ number }) => number === hearings.at(-1)?.draft)
  return heard && heard.number < newest.number && heard.version === newest.version
    ? [`Udkast ${heard.number} var i høring. Teksten er ændret siden.`]
    : []
}

/** Where it is taken off again, with why. */
export const takeOffAgendaPage = <Content extends object>(
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  around: Around,
  form?: FormState,
) =>
  formPage({
    title: 'Tag af dagsordenen',
    ...around,
    heading: 'Tag af dagsordenen',
    lead: 'Udkastet kan derefter rettes. Er dagsordenen ikke lukket, udgår punktet.',
    action: `${draftPathOf(kind.path(text.slug))}/tag-af`,
    submit: 'Tag af dagsordenen',
    danger: true,
    back: draftPathOf(kind.path(text.slug)),
    fields: [{ kind: 'textarea', name: 'reason', label: 'Begrundelse', rows: 4, required: true }],
    form: form ?? formOf(),
  })
