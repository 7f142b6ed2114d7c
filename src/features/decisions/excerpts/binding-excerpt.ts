import type { Actor } from '../../../access/actor.ts'
import { type Cursor, withQuery } from '../../../http/pages/paging.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { formatKroner } from '../../../kernel/money.ts'
import { bodyInSentence } from '../../../kernel/text.ts'
import { organisationPath, partiesPath } from '../../ground/parties/paths.ts'
import { decisionStates } from '../decisions/index.ts'
import { decisionPath } from '../decisions/paths.ts'
import { kindNames, verdictText } from '../mandates/index.ts'
import { type BindingQuery, periodOf } from './forms.ts'
import { printedText, standingText } from './labels.ts'
import { type BindingFilter, type BindingRow, type Recipient, readBinding } from './queries.ts'

/** All that binds an organisation in a period, as one document for its board and archive. */
export function bindingExcerpt(actor: Actor, recipient: Recipient, query: BindingQuery) {
  const { filter, form } = periodOf(query)
  const wrong = Object.keys(form.errors).length > 0
  const publicOnly = query.tekst === 'offentlig'
  const { rows, next } = wrong ? { rows: [], next: null } : readBinding(actor, recipient, filter, query.efter ?? null)
  const path = `${organisationPath(recipient.slug)}/udskrift`
  const { fra, til, omfang, tekst } = query
  return {
    title: `Beslutninger, der binder ${recipient.name}`,
    active: 'parter',
    crumbs: [
      { text: 'Parter', href: partiesPath },
      { text: recipient.name, href: organisationPath(recipient.slug) },
      { text: 'Udskrift' },
    ],
    path,
    recipient: recipient.name,
    form,
    wrong,
    extents: [
      { value: '', text: 'Gældende og afventende' },
      { value: 'alle', text: 'Også bortfaldne, omgjorte, erstattede og annullerede' },
    ],
    wordings: [
      { value: '', text: 'Fuld tekst, så vidt du har adgang' },
      { value: 'offentlig', text: 'Kun det, der kan offentliggøres' },
    ],
    period: periodText(filter, actor.today),
    extent: filter.all
      ? 'Udskriften omfatter alle beslutninger, også dem, der er bortfaldet, omgjort, erstattet eller annulleret.'
      : 'Udskriften omfatter de beslutninger, der gælder eller afventer godkendelse.',
    // Said whether there are any or not, so that it tells nothing.
    leftOut: 'Beslutninger under lukkede punkter, som du ikke har adgang til, er ikke med.',
    confidential: !publicOnly && rows.some(row => row.closed),
    decisions: rows.map(row => decisionModel(row, recipient, publicOnly && row.closed)),
    continued: isCursor(query.efter),
    nextHref: next ? withQuery(path, { fra, til, omfang, tekst, efter: next }) : null,
    printed: printedText(actor.person?.name ?? 'portalen', actor.at),
  }
}

const isCursor = (cursor: Cursor | null | undefined): boolean => cursor !== null && cursor !== undefined

function periodText({ from, to }: BindingFilter, today: Day): string {
  if (from && to) return `Fra den ${longDay(from)} til den ${longDay(to)}`
  if (from) return `Fra den ${longDay(from)} til den ${longDay(today)}`
  return `Til og med den ${longDay(to ?? today)}`
}

function decisionModel(row: BindingRow, recipient: Recipient, publicOnly: boolean) {
  return {
    number: row.number,
    href: decisionPath(row.number),
    excerptHref: withQuery(`${decisionPath(row.number)}/udskrift`, {
      organisation: recipient.slug,
      tekst: publicOnly ? 'offentlig' : null,
    }),
    title: publicOnly ? (row.publicTitle ?? 'Lukket punkt') : row.title,
    closed: row.closed,
    state: decisionStates[row.state],
    about: `Truffet i ${bodyInSentence(row.bodyName)} den ${longDay(row.decidedOn)}, møde ${row.meetingNumber}, punkt ${row.itemPosition}`,
    standing: standingText(row, { number: row.supersededBy, how: row.supersededHow }),
    textHtml: renderMarkdown(publicOnly ? (row.publicText ?? '') : row.text),
    consequences: publicOnly ? [] : consequencesOf(row, recipient),
  }
}

/** What the decision means for the organisation, a line each; a municipality's departments by name. */
function consequencesOf(row: BindingRow, recipient: Recipient) {
  return row.check.rows
    .filter(({ organisationId }) => recipient.unitIds.includes(organisationId))
    .flatMap(own => {
      const who = own.organisationId === recipient.id ? '' : `${own.organisation}, `
      const line = (kind: keyof typeof kindNames, what: string | null, verdict: typeof own.economicVerdict) =>
        what
          ? [
              {
                kind: who ? who + kindNames[kind].toLowerCase() : kindNames[kind],
                what,
                verdict: verdictText(verdict, own.organisation),
              },
            ]
          : []
      return [
        ...line('economic', own.amount === null ? null : formatKroner(own.amount), own.economicVerdict),
        ...line('legal', own.legal, own.legalVerdict),
        ...line('organisational', own.organisational, own.organisationalVerdict),
      ]
    })
}
