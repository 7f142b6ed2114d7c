import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { type FormPage, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { longDay } from '../../../kernel/days.ts'
import { hasEnded, periodText } from '../../../kernel/periods.ts'
import { brokenRule, notFound } from '../../../kernel/refusal.ts'
import { plural } from '../../../kernel/text.ts'
import { decisionsPath } from '../../decisions/decisions/paths.ts'
import { mandatesPath } from '../../decisions/mandates/paths.ts'
import type { AreasQuery } from './forms.ts'
import { areasPath } from './paths.ts'
import { type AreaRow, findArea, readAreas } from './queries.ts'

const path = areasPath

/** The housing areas in use, by district, and apart from them those that are closed. */
export function areasPage(actor: Actor, query: AreasQuery) {
  const words = (query.q ?? '').trim()
  const sought = words.toLocaleLowerCase('da')
  const all = readAreas(actor.database)
  const found = all.filter(({ name, district }) => `${name} ${district}`.toLocaleLowerCase('da').includes(sought))
  const mayKeep = mayDo(actor, 'manageOwnSide')
  const line = (area: AreaRow) => lineOf(area, mayKeep)
  return {
    title: 'Boligområder',
    active: 'mandater',
    crumbs: [{ text: 'Mandater', href: mandatesPath }, { text: 'Boligområder' }],
    words,
    none: all.length === 0,
    open: found.filter(area => !hasEnded(area, actor.today)).map(line),
    closed: found.filter(area => hasEnded(area, actor.today)).map(line),
    newPath: mayKeep ? `${path}/nyt` : null,
  }
}

const lineOf = (area: AreaRow, mayKeep: boolean) => ({
  name: area.name,
  district: area.district,
  period: periodText(area),
  mandates: area.mandates === 0 ? 'Ingen' : plural(area.mandates, 'mandat', 'mandater'),
  // An empty day: of every day.
  mandatesHref: area.mandates === 0 ? null : `${mandatesPath}?omraade=${area.id}&dag=`,
  decisionsHref: `${decisionsPath}?omraade=${area.id}`,
  about: `om ${area.name}`,
  renamePath: mayKeep && area.to === null ? `${path}/${area.id}/ret` : null,
  closePath: mayKeep && area.to === null ? `${path}/${area.id}/luk` : null,
  reopenPath: mayKeep && area.to !== null ? `${path}/${area.id}/genaabn` : null,
})

type Page = FormPage & Record<string, unknown>

const frame = (title: string, tail: string) => ({
  title,
  heading: title,
  active: 'mandater',
  crumbs: [{ text: 'Mandater', href: mandatesPath }, { text: 'Boligområder', href: path }, { text: title }],
  action: `${path}/${tail}`,
  back: path,
})

const nameFields: FormPage['fields'] = [
  { kind: 'text', name: 'name', label: 'Navn', required: true },
  { kind: 'text', name: 'district', label: 'Bydel', hint: 'Lad feltet være tomt, hvis bydelen ikke er kendt.' },
]

export const newAreaPage = (actor: Actor, form?: FormState): Page =>
  formPage({
    ...frame('Tilføj boligområde', 'nyt'),
    lead: 'Et mandat kan gives til et boligområde alene, og en beslutning kan handle om det.',
    submit: 'Tilføj boligområde',
    form: form ?? formOf({ from: actor.today }),
    fields: [...nameFields, { kind: 'date', name: 'from', label: 'Bruges fra', required: true }],
  })

export function renamePage(actor: Actor, id: number, form?: FormState): Page {
  const area = openArea(actor, id)
  return formPage({
    ...frame(`Ret ${area.name}`, `${id}/ret`),
    lead: 'Mandater og beslutninger følger med: Området er det samme. Mandatkontroller, der er gemt, beholder det gamle navn.',
    submit: 'Gem',
    form: form ?? formOf({ name: area.name, district: area.district }, area.version),
    fields: nameFields,
  })
}

export function closePage(actor: Actor, id: number, form?: FormState): Page {
  const area = openArea(actor, id)
  return formPage({
    ...frame(`Luk ${area.name}`, `${id}/luk`),
    lead: 'Området kan ikke vælges efter sin sidste dag. Mandater, der er givet til det, og beslutninger om det bliver stående, som de er.',
    submit: 'Luk boligområdet',
    form: form ?? formOf({ to: actor.today }, area.version),
    fields: [{ kind: 'date', name: 'to', label: 'Sidste dag', required: true }],
  })
}

export function reopenPage(actor: Actor, id: number, form?: FormState): Page {
  const area = findArea(actor.database, id)
  if (!area) throw notFound()
  if (area.to === null) throw brokenRule(`${area.name} er ikke lukket.`)
  return formPage({
    ...frame(`Genåbn ${area.name}`, `${id}/genaabn`),
    lead: `Boligområdets sidste dag er den ${longDay(area.to)}. Når det genåbnes, kan det vælges igen. Mandater og beslutninger om det er dem, der hele tiden har stået der.`,
    submit: 'Genåbn boligområdet',
    form: form ?? formOf({}, area.version),
    fields: [],
  })
}

function openArea(actor: Actor, id: number): AreaRow {
  const area = findArea(actor.database, id)
  if (!area) throw notFound()
  if (area.to !== null) throw brokenRule(`${area.name} er lukket og kan ikke ændres.`)
  return area
}
