import type { Actor } from '../../access/actor.ts'
import { inSecretariat, prepares } from '../../access/policy.ts'
import { bodiesOf, viewOf } from '../../access/visibility.ts'
import { type FormState, formOf } from '../../http/forms.ts'
import { takePage, withQuery } from '../../http/paging.ts'
import { dayOf, longDay, shortDay } from '../../kernel/days.ts'
import { renderMarkdown } from '../../kernel/markdown.ts'
import { sentence } from '../../kernel/text.ts'
import { caseBody } from './change-case.ts'
import type { CasesQuery } from './forms.ts'
import { casePath, ownerText } from './labels.ts'
import { type CaseRow, caseTimeline, listCases } from './queries.ts'
import { timelineEntries } from './timeline.ts'

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

export function casesPage(actor: Actor, { q, vis, hvis, efter }: CasesQuery) {
  const view = viewOf(actor)
  const found = takePage(listCases(actor.database, view, { q, state: vis, scope: hvis, after: efter }), row => ({
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
      opened: shortDay(dayOf(row.openedAt)),
      closed: row.closedAt ? shortDay(dayOf(row.closedAt)) : '',
    })),
    nextHref: found.next ? withQuery('/sager', { q, vis, hvis, efter: found.next }) : null,
    continued: efter !== null,
  }
}

const crumbsOf = (row: CaseRow, ...after: { text: string }[]) => [
  { text: 'Sager', href: '/sager' },
  after.length > 0 ? { text: row.number, href: casePath(row.number) } : { text: row.number },
  ...after,
]

export function casePage(actor: Actor, row: CaseRow, form: FormState = formOf()) {
  const own = prepares(actor, subjectOf(row))
  const open = own && !row.closedAt
  const path = casePath(row.number)
  return {
    title: `Sag ${row.number}: ${row.title}`,
    active: 'sager',
    crumbs: crumbsOf(row),
    heading: row.title,
    number: row.number,
    owner: ownerText(row.sideInternal),
    internal: row.sideInternal !== null,
    closed:
      row.closedAt && `Sagen er afsluttet den ${longDay(dayOf(row.closedAt))}. ${sentence(row.closedReason ?? '')}`,
    facts: [
      { term: 'Sagsnr.', text: row.number },
      ...(row.journalNumber ? [{ term: 'Journalnr.', text: row.journalNumber }] : []),
      { term: 'Oprettet i', text: row.bodyName },
      { term: 'Oprettet den', text: longDay(dayOf(row.openedAt)) },
    ],
    summaryHtml: row.summary ? renderMarkdown(row.summary) : null,
    entries: timelineEntries(caseTimeline(actor.database, actor, row.id), row.bodyName),
    form,
    editHref: open ? `${path}/rediger` : null,
    closeAction: open ? `${path}/afslut` : null,
    forwardAction: open && row.sideInternal ? `${path}/oversend` : null,
  }
}

export function newCasePage(actor: Actor, form?: FormState) {
  const bodies = actor.database.sql
    .all<{ id: number; name: string }>(
      `SELECT id, name FROM Body WHERE kind <> 'DECIDING_BODY'
       ORDER BY CASE kind WHEN 'JOINT_GROUP' THEN 1 WHEN 'STRATEGY_GROUP' THEN 2 ELSE 3 END, id`,
    )
    .filter(body => bodiesOf(actor.database).some(subject => subject.id === body.id && prepares(actor, subject)))
  return {
    title: 'Opret sag',
    active: 'sager',
    crumbs: [{ text: 'Sager', href: '/sager' }, { text: 'Opret sag' }],
    form: form ?? formOf({ bodyId: bodies[0]?.id ?? '' }),
    bodies: bodies.map(body => ({ value: String(body.id), text: body.name })),
    action: '/sager',
    cancelHref: '/sager',
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

export const subjectOf = (row: CaseRow) => caseBody(row, { id: row.bodyId, kind: row.bodyKind, side: row.bodySide })

const labels = { title: 'Titel', summary: 'Resumé', journalNumber: 'Journalnummer' }

const valuesOf = ({ title, summary, journalNumber }: CaseRow) => ({
  title,
  summary,
  journalNumber: journalNumber ?? '',
})
