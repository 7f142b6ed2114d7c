import type { Actor } from '../../../../access/actor.ts'
import { formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { addDays, longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { readOrganisations } from '../../../ground/parties/index.ts'
import type { LoadedText } from '../load-text.ts'
import { textCrumbs } from '../pages/find-text.ts'
import { draftPathOf, hearingPathOf, newHearingPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'
import { textWay } from '../text-steps.ts'
import { askableOn, audienceNames } from './hearing-rules.ts'
import type { LoadedHearing } from './load-hearing.ts'

/** Days that organisations are given where the secretariats choose no other: a board has met meanwhile. */
const usualDays = 42

/** Where the secretariats send a draft to the organisations. */
export function openHearingPage<Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  form?: FormState,
) {
  const path = kind.path(text.slug)
  const until = addDays(actor.today, usualDays)
  const verdict = textWay.judge('OPEN_HEARING', { ...text.facts, newDeadline: until })
  const title = kind.titleOf(text.newest.content)
  return {
    title: `Send i høring: ${title}`,
    active: kind.list.menu,
    crumbs: textCrumbs(kind, text, { text: 'Udkast', href: draftPathOf(path) }, { text: 'Send i høring' }),
    heading: 'Send i høring',
    lead: `Organisationerne spørges om præcis udkast ${text.newest.number} til »${title}«. Alle hos parterne kan læse det udkast, der er i høring, og svarene på det. Rettes teksten imens, svarer organisationerne stadig på det udkast, de er spurgt om.`,
    warning: verdict.allowed ? null : verdict.objections.map(({ sentence }) => sentence).join(' '),
    action: newHearingPathOf(path),
    back: draftPathOf(path),
    audiences: Object.entries(audienceNames).map(([value, name]) => ({ value, text: name })),
    organisations: askableOn(readOrganisations(actor.database, actor.today), actor.today).map(({ id, name }) => ({
      value: String(id),
      text: name,
    })),
    form: form ?? formOf({ audience: 'ALL', until, asked: [], question: '' }, text.newest.number),
  }
}

export const extendHearingPage = <Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  hearing: LoadedHearing,
  form?: FormState,
) =>
  formPage({
    ...around(kind, text, hearing, 'Forlæng høringen'),
    lead:
      hearing.over === null
        ? `Høringsfristen er den ${longDay(hearing.until)}.`
        : `Høringsfristen udløb den ${longDay(hearing.until)}. Forlænges den, kan organisationerne svare igen.`,
    submit: 'Forlæng høringen',
    fields: [
      {
        kind: 'date',
        name: 'until',
        label: 'Ny høringsfrist',
        required: true,
        hint: 'Den sidste dag, der kan svares.',
      },
    ],
    form: form ?? formOf({ until: addDays(isPast(hearing.until, actor.today) ? actor.today : hearing.until, 14) }),
  })

export const closeHearingPage = <Content extends object>(
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  hearing: LoadedHearing,
  form?: FormState,
) => {
  const silent = hearing.groups.silent.map(id => hearing.organisations.get(id)?.name ?? '')
  return formPage({
    ...around(kind, text, hearing, 'Luk høringen'),
    lead:
      silent.length === 0
        ? 'Alle, der er spurgt, har svaret. Når høringen er lukket, kan svarene ikke ændres.'
        : `Høringsfristen er den ${longDay(hearing.until)}, og ${listDanish(silent)} har ikke svaret. Når høringen er lukket, kan der ikke svares mere.`,
    submit: 'Luk høringen',
    danger: true,
    fields: [
      {
        kind: 'textarea',
        name: 'reason',
        label: 'Begrundelse',
        rows: 3,
        ...(silent.length === 0 ? { optional: true } : { required: true }),
      },
    ],
    form: form ?? formOf(),
  })
}

function around<Content extends object>(
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  { number }: LoadedHearing,
  name: string,
) {
  const path = hearingPathOf(kind.path(text.slug), number)
  return {
    title: name,
    active: kind.list.menu,
    crumbs: textCrumbs(kind, text, { text: 'Høring', href: path }, { text: name }),
    heading: name,
    action: `${path}/${name === 'Luk høringen' ? 'luk' : 'frist'}`,
    back: path,
  }
}
