import type { Actor } from '../../../../access/actor.ts'
import { type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { heldOn, standing } from '../dated-rules.ts'
import { districtOptions } from '../list-parts.ts'
import { areaPath, areasPath, newAreaPath, partOf } from '../paths.ts'
import { type AreaRow, readPlaces } from '../read-places.ts'

type Page = FormPage & Record<string, unknown>

const home = { text: 'Boligområder', href: areasPath }

/** Of a form about an area. */
export const areaFrame = (area: AreaRow, title: string, part: string) => ({
  title,
  heading: title,
  active: 'boligomraader',
  crumbs: [home, { text: area.name, href: areaPath(area.slug) }, { text: title }],
  action: partOf(areaPath(area.slug), part),
  back: areaPath(area.slug),
})

export const newAreaPage = (actor: Actor, form?: FormState): Page =>
  formPage({
    title: 'Tilføj boligområde',
    heading: 'Tilføj boligområde',
    active: 'boligomraader',
    crumbs: [home, { text: 'Tilføj boligområde' }],
    action: newAreaPath,
    back: areasPath,
    lead: 'Et mandat kan gives til et boligområde alene, og en beslutning kan handle om det. Når området er tilføjet, afgrænses det med de afdelinger, det består af.',
    submit: 'Tilføj boligområde',
    form: form ?? formOf({ from: actor.today }),
    fields: [
      { kind: 'text', name: 'name', label: 'Navn', required: true },
      {
        kind: 'select',
        name: 'districtId',
        label: 'Bydel',
        options: [{ value: '', text: 'Ikke oplyst' }, ...districtOptions(readPlaces(actor.database), actor.today)],
      },
      { kind: 'date', name: 'from', label: 'Bruges fra', required: true },
    ],
  })

export const renamePage = (area: AreaRow, form?: FormState): Page =>
  formPage({
    ...areaFrame(open(area), `Ret navnet på ${area.name}`, 'ret'),
    lead: 'Mandater og beslutninger følger med: Området er det samme. Mandatkontroller, der er gemt, beholder det gamle navn.',
    submit: 'Gem',
    form: form ?? formOf({ name: area.name }, area.version),
    fields: [{ kind: 'text', name: 'name', label: 'Navn', required: true }],
  })

export function placePage(actor: Actor, area: AreaRow, form?: FormState): Page {
  const places = readPlaces(actor.database)
  const own = standing(places.areaDistricts.filter(({ areaId }) => areaId === area.id))
  const now = heldOn(own, actor.today)
  const first = own.length === 0 ? area.from : actor.today
  return formPage({
    ...areaFrame(open(area), `Registrér bydelen for ${area.name}`, 'bydel'),
    lead: 'Et område skifter bydel, når byens inddeling ændres. Vælger du den dag, hvor den nuværende bydel begyndte at gælde, er det en rettelse. Det tidligere bliver stående i hændelserne.',
    submit: 'Gem bydelen',
    form: form ?? formOf({ districtId: String(now?.districtId ?? ''), from: first }),
    fields: [
      {
        kind: 'select',
        name: 'districtId',
        label: 'Bydel',
        required: true,
        options: districtOptions(places, actor.today, now?.districtId),
      },
      { kind: 'date', name: 'from', label: 'Ligger i bydelen fra', required: true },
    ],
  })
}

export const closePage = (actor: Actor, area: AreaRow, form?: FormState): Page =>
  formPage({
    ...areaFrame(open(area), `Luk ${area.name}`, 'luk'),
    lead: 'Området kan ikke vælges efter sin sidste dag. Mandater, der er givet til det, og beslutninger om det bliver stående, som de er.',
    submit: 'Luk boligområdet',
    form: form ?? formOf({ to: actor.today }, area.version),
    fields: [{ kind: 'date', name: 'to', label: 'Sidste dag', required: true }],
  })

export function reopenPage(area: AreaRow, form?: FormState): Page {
  if (area.to === null) throw brokenRule(`${area.name} er ikke lukket.`)
  return formPage({
    ...areaFrame(area, `Genåbn ${area.name}`, 'genaabn'),
    lead: `Boligområdets sidste dag er den ${longDay(area.to)}. Når det genåbnes, kan det vælges igen. Mandater og beslutninger om det er dem, der hele tiden har stået der.`,
    submit: 'Genåbn boligområdet',
    form: form ?? formOf({}, area.version),
    fields: [],
  })
}

/** @throws Refusal where it is closed */
export function open(area: AreaRow): AreaRow {
  if (area.to !== null) throw brokenRule(`${area.name} er lukket og kan ikke ændres.`)
  return area
}
