import type { Actor } from '../../../access/actor.ts'
import { inSecretariat, prepares } from '../../../access/policy.ts'
import { bodiesOf, viewOf } from '../../../access/visibility.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import { formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { ownEvents } from '../../../http/own-events.ts'
import { type Cursor, cursorText, pageSize, takePage, withQuery } from '../../../http/pages/paging.ts'
import { dayOf, longDay, shortDay } from '../../../kernel/days.ts'
import { renderMarkdown } from '../../../kernel/markdown/markdown.ts'
import { sentence } from '../../../kernel/text.ts'
import type { CasesQuery } from './forms.ts'
import { ownerText } from './labels.ts'
import { momentsAfter } from './moments.ts'
import { casePath, casesPath } from './paths.ts'
import { type CaseRow, listCases } from './queries.ts'
import { caseBody } from './readable-case.ts'
import { timelineEntries } from './timeline.ts'
import { caseMoments, caseTimeline } from './timeline-queries.ts'

const states = [
  { value: 'aabne', text: 'Åbne' },
  { value: 'afsluttede', text: 'Afsluttede' },
  { value: 'alle', text: 'Alle' },
]
const scopes = [
  { value: 'alle', text: 'Alle' },
  { value: 'faelles', text: 'Det fælles samarbejde' },
  { value: 'egne', text: 'Din egen part' },
]

export async function casesPage(actor: Actor, { q, vis, hvis, efter }: CasesQuery) {
  const view = viewOf(actor)
  const found = takePage(await listCases(actor.database, view, { q, state: vis, scope: hvis, after: efter }), row => ({
    key: row.openedAt,
    id: row.id,
  }))
  return {
    title: 'Sager',
    active: 'sager',
    crumbs: [{ text: 'Sager' }],
    filters: { q, vis, hvis, states, scopes },
    filtered: q !== '' || vis !== 'aabne' || hvis !== 'alle',
    mayOpen: inSecretariat(actor, null),
    rows: found.rows.map(row => ({
      href: casePath(row.number),
      number: row.number,
      title: row.title,
      journalNumber: row.journalNumber ?? '',
      body: row.bodyName,
      owner: row.sideInternal ? ownerText(row.sideInternal) : '',
      withheld: row.withheld,
      opened: shortDay(dayOf(row.openedAt)),
      closed: row.closedAt ? shortDay(dayOf(row.closedAt)) : '',
    })),
    nextHref: found.next ? withQuery(casesPath, { q, vis, hvis, efter: found.next }) : null,
    continued: efter !== null,
  }
}

const crumbsOf = (row: CaseRow, ...after: { text: string }[]) => [
  { text: 'Sager', href: casesPath },
  after.length > 0 ? { text: row.number, href: casePath(row.number) } : { text: row.number },
  ...after,
]

export function casePage(actor: Actor, row: CaseRow, form: FormState = formOf(), after: Cursor | null = null) {
  const own = prepares(actor, subjectOf(row)) && row.inside
  const open = own && !row.closedAt
  const path = casePath(row.number)
  return {
    title: `Sag ${row.number}: ${row.title}`,
    active: 'sager',
    crumbs: crumbsOf(row),
    eventsHref: ownEvents(actor, 'sag', row.id),
    heading: row.title,
    number: row.number,
    owner: ownerText(row.sideInternal),
    internal: row.sideInternal !== null,
    withheld: row.withheld,
    withheldText: row.withheld ? withheldText(row) : null,
    closed:
      row.closedAt &&
      `Sagen er afsluttet den ${longDay(dayOf(row.closedAt))}. ${sentence(row.closedReason ?? '')}`.trim(),
    facts: [
      { term: 'Sagsnr.', text: row.number },
      ...(row.journalNumber ? [{ term: 'Journalnr.', text: row.journalNumber }] : []),
      { term: 'Oprettet i', text: row.bodyName },
      { term: 'Oprettet den', text: longDay(dayOf(row.openedAt)) },
    ],
    summaryHtml: row.summary ? renderMarkdown(row.summary) : null,
    ...timelineOf(actor, row, after),
    form,
    editHref: open ? `${path}/rediger` : null,
    withholdHref: own ? `${path}/luk` : null,
    unveilAction: own && row.withheld ? `${path}/aabn` : null,
    closeAction: open ? `${path}/afslut` : null,
    forwardAction: open && row.sideInternal ? `${path}/oversend` : null,
  }
}

function timelineOf(actor: Actor, row: CaseRow, after: Cursor | null) {
  const path = casePath(row.number)
  const { database } = actor
  const { rows, next } = takePage(
    momentsAfter(caseMoments(database, actor, row.id), after, pageSize + 1),
    moment => moment,
  )
  const shown = new Set(rows.map(cursorText))
  return {
    entries: timelineEntries(caseTimeline(database, actor, rows), row.bodyName, place => shown.has(cursorText(place))),
    nextHref: next ? withQuery(path, { efter: next }) : null,
    prevHref: after ? path : null,
  }
}

/** To those who read it, what the others are shown; to the others, why they see no more. */
export const withheldText = ({
  inside,
  withheldReason,
  publicTitle,
}: Pick<CaseRow, 'inside' | 'withheldReason' | 'publicTitle'>): string => {
  const reason = withheldReason ? ` ${sentence(`Begrundelse: ${withheldReason}`)}` : ''
  return inside ? `Lukket sag. Andre ser titlen »${publicTitle ?? ''}«.${reason}` : `Lukket sag.${reason}`
}

const newCasePageRow = rowsOf({ id: column.number, name: column.text })

export function newCasePage(actor: Actor, form?: FormState) {
  const bodies = actor.database.sql
    .all(
      newCasePageRow,
      `SELECT id, name FROM Body WHERE kind <> 'DECIDING_BODY'
       ORDER BY CASE kind WHEN 'JOINT_GROUP' THEN 1 WHEN 'STRATEGY_GROUP' THEN 2 ELSE 3 END, id`,
    )
    .filter(body => bodiesOf(actor.database).some(subject => subject.id === body.id && prepares(actor, subject)))
  return {
    title: 'Opret sag',
    active: 'sager',
    crumbs: [{ text: 'Sager', href: casesPath }, { text: 'Opret sag' }],
    form: form ?? formOf({ bodyId: bodies[0]?.id ?? '' }),
    bodies: bodies.map(body => ({ value: String(body.id), text: body.name })),
    action: casesPath,
    cancelHref: casesPath,
    submit: 'Opret sag',
    labels,
  }
}

export const editCasePage = (row: CaseRow, form: FormState = formOf(valuesOf(row), row.version)) => ({
  title: `Ret sag ${row.number}`,
  active: 'sager',
  crumbs: crumbsOf(row, { text: 'Ret' }),
  form,
  bodies: null,
  action: `${casePath(row.number)}/rediger`,
  cancelHref: casePath(row.number),
  submit: 'Gem',
  labels,
})

/** Closes the case, or changes what was said when it was closed. */
export const withholdCasePage = (row: CaseRow, form?: FormState) => {
  const heading = row.withheld ? `Ret lukningen af sag ${row.number}` : `Luk sag ${row.number}`
  return formPage({
    title: heading,
    active: 'sager',
    crumbs: crumbsOf(row, { text: row.withheld ? 'Ret lukningen' : 'Luk sagen' }),
    heading,
    lead: 'Når sagen er lukket, kan dens titel, resumé og journalnummer kun læses af dem, der læser organets lukkede punkter, og som ikke er inhabile i et af sagens punkter. Andre ser den offentlige titel, også i dagsordener og referater, der er sendt. Sagens åbne punkter forbliver åbne.',
    action: `${casePath(row.number)}/luk`,
    back: casePath(row.number),
    submit: row.withheld ? 'Gem' : 'Luk sagen',
    fields: [
      { kind: 'text', name: 'withheldReason', label: 'Lukkegrund', required: true },
      {
        kind: 'text',
        name: 'publicTitle',
        label: 'Offentlig titel',
        hint: 'Vises i stedet for titlen for alle, der ikke må læse sagen.',
        required: true,
      },
    ],
    form: form ?? formOf({ withheldReason: row.withheldReason ?? '', publicTitle: row.publicTitle ?? '' }, row.version),
  })
}

export const subjectOf = (row: CaseRow) => caseBody(row, { id: row.bodyId, kind: row.bodyKind, side: row.bodySide })

const labels = { title: 'Titel', summary: 'Resumé', journalNumber: 'Journalnummer' }

const valuesOf = ({ title, summary, journalNumber }: CaseRow) => ({
  title,
  summary,
  journalNumber: journalNumber ?? '',
})
