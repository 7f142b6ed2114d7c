import type { Actor } from '../../../../access/actor.ts'
import { type FormField, type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { districtPath, districtsPath, newDistrictPath, partOf } from '../paths.ts'
import type { DistrictRow } from '../read-places.ts'

type Page = FormPage & Record<string, unknown>

const home = { text: 'Bydele', href: districtsPath }

const frame = (district: DistrictRow, title: string, part: string) => ({
  title,
  heading: title,
  active: 'boligomraader',
  crumbs: [home, { text: district.name, href: districtPath(district.slug) }, { text: title }],
  action: partOf(districtPath(district.slug), part),
  back: districtPath(district.slug),
})

const termFields: FormField[] = [
  { kind: 'text', name: 'name', label: 'Navn', required: true },
  {
    ...{ kind: 'text', name: 'definition', label: 'Inddeling', required: true },
    hint: 'Den inddeling af byen, bydelen hører til, fx kvarternavne eller skoledistrikter. Skriv det samme for alle bydele i samme inddeling.',
  },
  {
    ...{ kind: 'text', name: 'source', label: 'Kilde', optional: true },
    hint: 'Hvor bydelens grænser står, fx kommuneplanen og dens år.',
  },
]

export const newDistrictPage = (actor: Actor, form?: FormState): Page =>
  formPage({
    title: 'Tilføj bydel',
    heading: 'Tilføj bydel',
    active: 'boligomraader',
    crumbs: [home, { text: 'Tilføj bydel' }],
    action: newDistrictPath,
    back: districtsPath,
    lead: 'Boligområder og afdelinger ligger i en bydel. Byen kan være inddelt på flere måder, og derfor siger hver bydel, hvilken inddeling den hører til.',
    submit: 'Tilføj bydel',
    form: form ?? formOf({ from: actor.today }),
    fields: [...termFields, { kind: 'date', name: 'from', label: 'Bruges fra', required: true }],
  })

export const editDistrictPage = (district: DistrictRow, form?: FormState): Page => {
  const { name, definition, source, version } = open(district)
  return formPage({
    ...frame(district, `Ret ${district.name}`, 'ret'),
    lead: 'Boligområder og afdelinger i bydelen følger med: Bydelen er den samme. Ændres dens grænser, så luk den, og tilføj en ny.',
    submit: 'Gem',
    form: form ?? formOf({ name, definition, source }, version),
    fields: termFields,
  })
}

export const closeDistrictPage = (actor: Actor, district: DistrictRow, form?: FormState): Page =>
  formPage({
    ...frame(open(district), `Luk ${district.name}`, 'luk'),
    lead: 'Bydelen kan ikke vælges efter sin sidste dag. Boligområder og afdelinger bliver stående i den, indtil en anden bydel registreres for dem.',
    submit: 'Luk bydelen',
    form: form ?? formOf({ to: actor.today }, district.version),
    fields: [{ kind: 'date', name: 'to', label: 'Sidste dag', required: true }],
  })

export function reopenDistrictPage(district: DistrictRow, form?: FormState): Page {
  if (district.to === null) throw brokenRule(`${district.name} er ikke lukket.`)
  return formPage({
    ...frame(district, `Genåbn ${district.name}`, 'genaabn'),
    lead: `Bydelens sidste dag er den ${longDay(district.to)}. Når den genåbnes, kan den vælges igen.`,
    submit: 'Genåbn bydelen',
    form: form ?? formOf({}, district.version),
    fields: [],
  })
}

function open(district: DistrictRow): DistrictRow {
  if (district.to !== null) throw brokenRule(`${district.name} er lukket og kan ikke ændres.`)
  return district
}
