import type { Actor } from '../../../access/actor.ts'
import { answersAs } from '../../../access/represented.ts'
import type { AskedRow, AskedThing, OwnPage } from '../../../http/answer-source.ts'
import type { Asking } from '../../../http/feature.ts'
import { type FormState, formOf, typed } from '../../../http/forms/forms.ts'
import { type Day, daysBetween } from '../../../kernel/days.ts'
import { plural } from '../../../kernel/text.ts'
import { foundOrganisation, readAdministrationsOn } from '../parties/index.ts'
import { organisationPath, partiesPath } from '../parties/paths.ts'
import { deadlineText } from './answer-text.ts'
import { answersPath } from './paths.ts'

/** All that an organisation owes an answer to, whoever asks it, with last time's answers offered row by row. */
export async function answerPage(actor: Actor, { sources, elsewhere }: Asking, slug: string, form?: FormState) {
  const found = foundOrganisation(actor.database, slug)
  const asked: AskedThing[] = []
  for (const source of sources) asked.push(...(await source.asked(actor, found)))
  const ownPages = elsewhere.flatMap(one => one.asked(actor, found))
  const administrators = readAdministrationsOn(actor.database, actor.today).filter(
    ({ associationId }) => associationId === found.id,
  )
  const as = answersAs(actor, { id: found.id, administrators: administrators.map(one => one.administratorId) })
  const rows = asked.flatMap(thing => thing.rows)
  const given = form ? withMeanwhile(form, rows) : formOf({ answers: Object.fromEntries(rows.map(valuesOf)) })
  const contents = [...ownPages.map(page => ownPageRow(page, actor.today)), ...asked.map(contentsRow)]
  return {
    title: `Svar fra ${found.name}`,
    active: 'parter',
    crumbs: [
      { text: 'Parter', href: partiesPath },
      { text: found.name, href: organisationPath(slug) },
      { text: 'Svar' },
    ],
    heading: `Svar fra ${found.name}`,
    lead: leadOf(asked, ownPages),
    asAdministrator:
      typeof as === 'number'
        ? `Du svarer for ${found.name} som administrator. Det fremgår af svaret. Foreningen kan selv svare i stedet.`
        : null,
    action: answersPath(slug),
    back: organisationPath(slug),
    form: given,
    things: asked.map(thing => ({ ...thing, rows: thing.rows.map(row => rowModel(row, given)) })),
    contents: ownPages.length > 0 || contents.length > 1 ? contents : [],
  }
}

function leadOf(asked: readonly AskedThing[], ownPages: readonly OwnPage[]): string {
  const missing = asked.reduce((sum, thing) => sum + thing.missing, 0)
  const unread = ownPages.filter(({ answered }) => !answered).length
  const parts: string[] = []
  if (missing > 0)
    parts.push(
      `${plural(missing, 'punkt', 'punkter')} mangler svar. Sæt kryds ved »Bekræft uændret« ved de svar fra sidst, der stadig passer, svar på de andre punkter, og gem.`,
    )
  else if (asked.length > 0)
    parts.push(
      `${unread > 0 ? 'Alle punkter' : 'Alt'} er besvaret. Ret et svar, hvis noget har ændret sig. Det tidligere svar bevares.`,
    )
  if (unread > 0)
    parts.push(
      `${plural(unread, 'høring eller udtalelse', 'høringer og udtalelser')} besvares på en side for sig. Følg linket i tabellen.`,
    )
  else if (asked.length === 0) parts.push('Alt er besvaret. Et svar kan ændres, så længe fristen løber.')
  return parts.join(' ')
}

const valuesOf = ({ name, values, confirm }: AskedRow) => [name, { ...values, offered: confirm?.answer ?? '' }] as const

/**
 * A form that comes back, where somebody else has answered some of its rows since it was opened: of a row in which nothing
 * was chosen, it shows what stands now, so that it can be sent on.
 */
function withMeanwhile(form: FormState, rows: readonly AskedRow[]): FormState {
  const answered = rows.filter(
    ({ name, seen }) =>
      seen !== '' &&
      String(typed(form, `answers[${name}][seen]`)) !== String(seen) &&
      typed(form, `answers[${name}][state]`) === '',
  )
  if (answered.length === 0) return form
  const answers = { ...(form.values.answers as object), ...Object.fromEntries(answered.map(valuesOf)) }
  return { ...form, values: { ...form.values, answers } }
}

/**
 * A row that needs no more than a look is one line, and opens into its form. One without any answer yet is open, and so
 * is one that comes back with something typed or wrong in it.
 */
const rowModel = (row: AskedRow, form: FormState) => ({
  ...row,
  isOpen: (row.confirm === null && row.standing === null) || isTouched(row, form),
  showsWords: ['reason', 'evidence'].some(
    name => typed(form, `answers[${row.name}][${name}]`) !== '' || `answers[${row.name}][${name}]` in form.errors,
  ),
})

const isTouched = ({ name, values }: AskedRow, form: FormState): boolean =>
  (['state', 'reason', 'evidence'] as const).some(
    field =>
      `answers[${name}][${field}]` in form.errors || typedText(form, `answers[${name}][${field}]`) !== values[field],
  )

/** A browser sends its own ends of lines. */
const typedText = (form: FormState, name: string): string => String(typed(form, name)).replaceAll('\r\n', '\n').trim()

const contentsRow = ({ anchor, heading, why, deadline, tag, missing }: AskedThing) => ({
  heading,
  href: `#${anchor}`,
  why,
  deadline,
  tag,
  missing: missing === 0 ? 'Ingen' : String(missing),
})

const ownPageRow = ({ heading, href, why, deadline, answered }: OwnPage, today: Day) => ({
  heading,
  href,
  why,
  deadline: deadlineText({ deadline, today, missing: answered ? 0 : 1 }, 'Der kan ikke længere svares.'),
  tag: answered
    ? { text: 'Besvaret', kind: 'success' }
    : { text: 'Ikke besvaret', kind: daysBetween(today, deadline) <= urgentDays ? 'danger' : 'warning' },
  missing: answered ? 'Ingen' : '1',
})

/** Days before the last one from which an answer is urgent. */
const urgentDays = 7
