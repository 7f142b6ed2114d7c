import type { Actor } from '../../../../access/actor.ts'
import { mayDo, policy } from '../../../../access/policy.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { shortMoment } from '../../../../kernel/days.ts'
import { plural } from '../../../../kernel/text.ts'
import { indicatorsFor } from '../indicators/found.ts'
import { deliveriesPath, discretionPath, editDiscretionPath } from '../paths.ts'
import { knowledgeTabs } from '../tabs.ts'
import { limitsSql, type StatedRow, statedRow } from './read-tied.ts'
import { usualLimits } from './small-rules.ts'

const toldRow = rowsOf({
  residents: column.number,
  households: column.number,
  cell: column.number,
  reason: column.text,
  by: column.text,
  at: column.moment,
})

const crumbs = [{ text: 'Leveringer', href: deliveriesPath }]
const usual: StatedRow = { id: 0, ...usualLimits, residentsId: null, householdsId: null }
const standing = ({ database }: Actor): StatedRow => database.sql.get(statedRow, limitsSql) ?? usual

/** What is hidden, by which limits, and who set them. */
export function discretionPage(actor: Actor) {
  const now = standing(actor)
  const names = new Map(indicatorsFor(actor).map(({ id, name }) => [id, name]))
  const named = (id: number | null) => (id === null ? 'Ingen er valgt' : (names.get(id) ?? 'Kun for parterne'))
  const before = actor.database.sql.all(
    toldRow,
    `SELECT l.residents, l.households, l.cell, l.reason, p.name AS "by", l.at FROM DiscretionLimits l
     JOIN Person p ON p.id = l.byId ORDER BY l.id DESC LIMIT 50`,
  )
  return {
    title: 'Diskretion',
    active: 'indikatorer',
    crumbs: [...crumbs, { text: 'Diskretion' }],
    tabs: knowledgeTabs(actor, 'deliveries'),
    limits: [
      {
        term: 'Steder',
        text: `Intet vises om et sted med færre end ${plural(now.residents, 'beboer', 'beboere')} eller ${plural(now.households, 'husstand', 'husstande')}.`,
      },
      { term: 'Antal', text: `Et antal under ${now.cell} vises ikke, heller ikke 0.` },
      { term: 'Beboere læses af', text: named(now.residentsId) },
      {
        term: 'Husstande læses af',
        text: now.householdsId === null ? 'Antallet af boliger på afdelingerne' : named(now.householdsId),
      },
    ],
    editHref: mayDo(actor, 'keepIndicators') ? editDiscretionPath : null,
    others: `Grænserne sættes af ${policy.keepIndicators.who}.`,
    rows: before.map(row => ({
      at: shortMoment(row.at),
      by: row.by,
      limits: `${row.residents} beboere, ${row.households} husstande, antal under ${row.cell}`,
      reason: row.reason,
    })),
  }
}

export function editLimitsPage(actor: Actor, form?: FormState) {
  const now = standing(actor)
  const options = [
    { value: '', text: 'Ingen' },
    ...indicatorsFor(actor).map(({ id, name }) => ({ value: String(id), text: name })),
  ]
  const fields: FormField[] = [
    { kind: 'text', name: 'residents', label: 'Mindste antal beboere', required: true },
    { kind: 'text', name: 'households', label: 'Mindste antal husstande', required: true },
    {
      kind: 'text',
      name: 'cell',
      label: 'Mindste antal, der vises',
      required: true,
      hint: 'Fx 5: antal under 5 skjules.',
    },
    { kind: 'select', name: 'residentsId', label: 'Indikator for antal beboere', options },
    {
      ...{ kind: 'select' as const, name: 'householdsId', label: 'Indikator for antal husstande', options },
      hint: 'Uden den bruges antallet af boliger på afdelingerne.',
    },
    { kind: 'textarea', name: 'reason', label: 'Begrundelse', rows: 3, required: true },
  ]
  const values = {
    ...{ residents: String(now.residents), households: String(now.households), cell: String(now.cell) },
    ...{ residentsId: String(now.residentsId ?? ''), householdsId: String(now.householdsId ?? '') },
  }
  return formPage({
    title: 'Ret grænserne',
    active: 'indikatorer',
    crumbs: [...crumbs, { text: 'Diskretion', href: discretionPath }, { text: 'Ret grænserne' }],
    heading: 'Ret grænserne for, hvad der vises',
    lead: 'Grænserne gælder for de leveringer, der kommer. Det, der er afgjort om tidligere tal, ændres ikke.',
    action: editDiscretionPath,
    submit: 'Gem grænserne',
    back: discretionPath,
    fields,
    form: form ?? formOf(values, now.id),
  })
}
