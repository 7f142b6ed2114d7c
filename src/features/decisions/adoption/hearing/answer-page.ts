import type { Actor } from '../../../../access/actor.ts'
import { answersAs } from '../../../../access/represented.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { byAndWhen } from '../../../../kernel/text.ts'
import { foundOrganisation, readAdministrationsOn } from '../../../ground/parties/index.ts'
import type { LoadedText } from '../load-text.ts'
import { textCrumbs } from '../pages/find-text.ts'
import { hearingAnswerPathOf, hearingPathOf } from '../paths.ts'
import type { TextKind } from '../text-kind.ts'
import { answeredBy } from './hearing-page.ts'
import { stanceNames } from './hearing-rules.ts'
import type { LoadedHearing } from './load-hearing.ts'
import { remarkedSections, repliesOf } from './reply-to-remarks.ts'

/** Where an organisation answers a hearing, with the draft that it is asked about beside its remarks. */
export function hearingAnswerPage<Content extends object>(
  actor: Actor,
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  { hearing, organisation: slug, form }: { hearing: LoadedHearing; organisation: string; form: FormState | undefined },
) {
  const found = foundOrganisation(actor.database, slug)
  const administrators = readAdministrationsOn(actor.database, actor.today)
    .filter(({ associationId }) => associationId === found.id)
    .map(({ administratorId }) => administratorId)
  const as = answersAs(actor, { id: found.id, administrators })
  const standing = hearing.answers.find(({ organisationId }) => organisationId === found.id) ?? null
  const asked = hearing.asked.some(({ id }) => id === found.id)
  const path = hearingPathOf(kind.path(text.slug), hearing.number)
  const remarkTo = (key: string | null) => standing?.remarks.find(({ sectionKey }) => sectionKey === key)?.text ?? ''
  return {
    title: `Høringssvar fra ${found.name}`,
    active: kind.list.menu,
    crumbs: textCrumbs(kind, text, { text: 'Høring', href: path }, { text: `Svar fra ${found.name}` }),
    number: `Høring over udkast ${hearing.draft.number}`,
    heading: `Høringssvar fra ${found.name}`,
    lead: `Om »${hearing.draft.title}«. ${hearing.over ?? `Høringsfristen er den ${longDay(hearing.until)}. Svaret kan ændres indtil da.`}`,
    notes: [
      asked ? '' : `${found.name} er ikke blandt de spurgte. Svaret modtages og vises for sig.`,
      typeof as === 'number'
        ? `Du svarer for ${found.name} som administrator. Det fremgår af svaret. Foreningen kan selv svare i stedet.`
        : '',
      standing
        ? `Der er allerede svaret ${byAndWhen(answeredBy(standing), standing.at)}. Gemmer du, afløser dit svar det.`
        : '',
    ].filter(Boolean),
    questionHtml: hearing.question === '' ? null : renderMarkdown(hearing.question),
    over: hearing.over !== null,
    action: hearingAnswerPathOf(kind.path(text.slug), hearing.number, slug),
    back: path,
    stances: Object.entries(stanceNames).map(([value, name]) => ({ value, text: name })),
    sections: hearing.sections.map(({ key, heading, text: words }) => ({
      name: `sections[${key}]`,
      anchor: key,
      heading,
      html: renderMarkdown(words),
    })),
    form:
      form ??
      formOf(
        {
          stance: standing?.stance ?? '',
          whole: remarkTo(null),
          sections: Object.fromEntries(hearing.sections.map(({ key }) => [key, remarkTo(key)])),
        },
        standing?.id ?? 0,
      ),
  }
}

/** Where the secretariats answer the remarks. */
export function hearingNotePage<Content extends object>(
  kind: TextKind<Content>,
  text: LoadedText<Content>,
  hearing: LoadedHearing,
  form?: FormState,
) {
  const path = hearingPathOf(kind.path(text.slug), hearing.number)
  const known = repliesOf(hearing)
  return {
    title: 'Høringsnotat',
    active: kind.list.menu,
    crumbs: textCrumbs(kind, text, { text: 'Høring', href: path }, { text: 'Høringsnotat' }),
    heading: 'Høringsnotat',
    lead:
      hearing.over === null
        ? 'Høringen er ikke slut. Notatet kan skrives, når fristen er udløbet, eller når høringen er lukket.'
        : 'Skriv, hvad bemærkningerne giver anledning til. Svarene vises under bemærkningerne og kan læses af alle hos parterne.',
    action: `${path}/notat`,
    back: path,
    sections: remarkedSections(hearing).map(({ key, heading }) => ({
      name: key === null ? 'whole' : `sections[${key}]`,
      heading,
      said: hearing.answers.flatMap(({ organisation, remarks }) =>
        remarks
          .filter(({ sectionKey }) => sectionKey === key)
          .map(({ text: words }) => ({ organisation: organisation.name, html: renderMarkdown(words) })),
      ),
    })),
    form:
      form ??
      formOf(
        {
          whole: known.whole ?? '',
          sections: Object.fromEntries(hearing.sections.map(({ key }) => [key, known[`sections[${key}]`] ?? ''])),
        },
        hearing.replies.at(-1)?.id ?? 0,
      ),
  }
}
