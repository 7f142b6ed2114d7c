import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import { type FormPage, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { longDay } from '../../../kernel/days.ts'
import { hasEnded } from '../../../kernel/periods.ts'
import { brokenRule, notFound } from '../../../kernel/refusal.ts'
import { mandatesPath } from '../../decisions/mandates/paths.ts'
import { organisationPath } from '../parties/paths.ts'
import { subjectAreasPath } from './paths.ts'
import { readDepartments, readSubjectAreas, type SubjectAreaRow } from './queries.ts'

/** The subject areas in use, by department, and apart from them those that are closed. */
export function subjectAreasPage(actor: Actor) {
  const all = readSubjectAreas(actor.database)
  const mayKeep = mayDo(actor, 'manageOwnSide')
  const ended = (area: SubjectAreaRow) => area.to !== null && hasEnded({ from: area.to, to: area.to }, actor.today)
  const line = (area: SubjectAreaRow) => ({
    name: area.name,
    department: area.department,
    departmentHref: organisationPath(area.departmentSlug),
    closes: area.to ? `Lukket den ${longDay(area.to)}` : null,
    changePath: mayKeep && area.to === null ? `${subjectAreasPath}/${area.id}/ret` : null,
    closePath: mayKeep && area.to === null ? `${subjectAreasPath}/${area.id}/luk` : null,
    reopenPath: mayKeep && area.to !== null ? `${subjectAreasPath}/${area.id}/genaabn` : null,
  })
  return {
    title: 'Sagsområder',
    active: 'mandater',
    crumbs: [{ text: 'Mandater', href: mandatesPath }, { text: 'Sagsområder' }],
    open: all.filter(area => !ended(area)).map(line),
    closed: all.filter(ended).map(line),
    newPath: mayKeep ? `${subjectAreasPath}/nyt` : null,
  }
}

type Page = FormPage & Record<string, unknown>

const frame = (title: string, tail: string) => ({
  title,
  heading: title,
  active: 'mandater',
  crumbs: [{ text: 'Mandater', href: mandatesPath }, { text: 'Sagsområder', href: subjectAreasPath }, { text: title }],
  action: `${subjectAreasPath}/${tail}`,
  back: subjectAreasPath,
})

const fields = (actor: Actor): FormPage['fields'] => [
  { kind: 'text', name: 'name', label: 'Navn', required: true },
  {
    kind: 'select',
    name: 'departmentId',
    label: 'Forvaltning',
    required: true,
    options: readDepartments(actor.database, actor.today).map(({ id, name }) => ({ value: String(id), text: name })),
  },
]

export const newSubjectAreaPage = (actor: Actor, form?: FormState): Page =>
  formPage({
    ...frame('Tilføj sagsområde', 'nyt'),
    lead: 'Et punkt, et mandat og en beslutning kan høre til et sagsområde. Forvaltningen er den, der spørges om det.',
    submit: 'Tilføj sagsområde',
    form: form ?? formOf(),
    fields: fields(actor),
  })

export function changeSubjectAreaPage(actor: Actor, id: number, form?: FormState): Page {
  const area = openArea(actor, id)
  return formPage({
    ...frame(`Ret ${area.name}`, `${id}/ret`),
    lead: 'Mandater og beslutninger følger med: Sagsområdet er det samme, også når det flytter til en anden forvaltning.',
    submit: 'Gem',
    form: form ?? formOf({ name: area.name, departmentId: area.departmentId }, area.version),
    fields: fields(actor),
  })
}

export function closeSubjectAreaPage(actor: Actor, id: number, form?: FormState): Page {
  const area = openArea(actor, id)
  return formPage({
    ...frame(`Luk ${area.name}`, `${id}/luk`),
    lead: 'Sagsområdet kan ikke vælges efter sin sidste dag. Mandater, der er givet til det, og beslutninger om det bliver stående, som de er.',
    submit: 'Luk sagsområdet',
    form: form ?? formOf({ to: actor.today }, area.version),
    fields: [{ kind: 'date', name: 'to', label: 'Sidste dag', required: true }],
  })
}

export function reopenSubjectAreaPage(actor: Actor, id: number, form?: FormState): Page {
  const area = readSubjectAreas(actor.database).find(one => one.id === id)
  if (!area) throw notFound()
  if (area.to === null) throw brokenRule(`${area.name} er ikke lukket.`)
  return formPage({
    ...frame(`Genåbn ${area.name}`, `${id}/genaabn`),
    lead: `Sagsområdets sidste dag er den ${longDay(area.to)}. Når det genåbnes, kan det vælges igen. Mandater og beslutninger om det er dem, der hele tiden har stået der.`,
    submit: 'Genåbn sagsområdet',
    form: form ?? formOf({}, area.version),
    fields: [],
  })
}

function openArea(actor: Actor, id: number): SubjectAreaRow {
  const area = readSubjectAreas(actor.database).find(one => one.id === id)
  if (!area) throw notFound()
  if (area.to !== null) throw brokenRule(`${area.name} er lukket og kan ikke ændres.`)
  return area
}
