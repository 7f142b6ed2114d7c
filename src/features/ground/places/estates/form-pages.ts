import type { Actor } from '../../../../access/actor.ts'
import { type FormField, type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { heldOn, standing } from '../dated-rules.ts'
import { homeTypeNames } from '../labels.ts'
import { districtOptions } from '../list-parts.ts'
import { estatePath, estatesPath, newEstatePath, partOf, tellPath } from '../paths.ts'
import { labelOf } from '../places-on.ts'
import { type EstateRow, type FactRow, readPlaces } from '../read-places.ts'
import { chainOf, homeTypes } from './estate-rules.ts'

type Page = FormPage & Record<string, unknown>

const home = { text: 'Afdelinger', href: estatesPath }

const frame = (estate: EstateRow, title: string, action: string) => ({
  title,
  heading: title,
  active: 'boligomraader',
  crumbs: [home, { text: labelOf(estate), href: estatePath(estate.slug) }, { text: title }],
  action,
  back: estatePath(estate.slug),
})

const termFields: FormField[] = [
  { kind: 'text', name: 'number', label: 'Afdelingsnr.', required: true, hint: 'Ejerens eget nummer på afdelingen.' },
  { kind: 'text', name: 'name', label: 'Navn', required: true },
  { kind: 'text', name: 'built', label: 'Byggeår', hint: 'Lad feltet være tomt, hvis byggeåret ikke er kendt.' },
]

/** Who can own, and where it can lie. @param kept an owner and a district that are chosen already */
function factFields(actor: Actor, kept: { ownerId: number | null; districtId: number | null }): FormField[] {
  const places = readPlaces(actor.database)
  const owners = places.owners
    .filter(({ kind }) => kind === 'HOUSING_ORGANISATION' || kind === 'ASSOCIATION')
    .filter(owner => !hasEnded(owner, actor.today) || owner.id === kept.ownerId)
    .sort((one, other) => compareDanish(one.name, other.name))
  return [
    {
      ...{ kind: 'select', name: 'ownerId', label: 'Ejer' },
      options: [{ value: '', text: 'Vælg ejer' }, ...owners.map(({ id, name }) => ({ value: String(id), text: name }))],
    },
    {
      ...{ kind: 'select', name: 'districtId', label: 'Bydel' },
      options: [{ value: '', text: 'Ikke oplyst' }, ...districtOptions(places, actor.today, kept.districtId)],
    },
    ...homeTypes.map(
      (type): FormField => ({
        ...{ kind: 'text', name: type, label: `Antal ${homeTypeNames[type].many}` },
        ...(type === 'family' ? { hint: 'Lad alle fire felter være tomme, hvis antallet ikke er kendt.' } : {}),
      }),
    ),
  ]
}

const none = { ownerId: null, districtId: null }

export const newEstatePage = (actor: Actor, form?: FormState): Page =>
  formPage({
    title: 'Tilføj afdeling',
    heading: 'Tilføj afdeling',
    active: 'boligomraader',
    crumbs: [home, { text: 'Tilføj afdeling' }],
    action: newEstatePath,
    back: estatesPath,
    lead: 'En afdeling ejes af en boligorganisation eller en forening, også når andre administrerer den.',
    submit: 'Tilføj afdeling',
    form: form ?? formOf({ from: actor.today }),
    fields: [
      ...termFields,
      ...factFields(actor, none),
      { kind: 'date', name: 'from', label: 'Registreres fra', required: true },
      { kind: 'textarea', name: 'note', label: 'Kilde', rows: 2, optional: true },
    ],
  })

export const editEstatePage = (estate: EstateRow, form?: FormState): Page => {
  const { number, name, built, version } = open(estate)
  return formPage({
    ...frame(estate, `Ret stamdata for ${labelOf(estate)}`, partOf(estatePath(estate.slug), 'ret')),
    lead: 'Nummer, navn og byggeår rettes for alle dage. Ejer, bydel og boliger registreres fra den dag, de gælder.',
    submit: 'Gem',
    form: form ?? formOf({ number, name, built: built === null ? '' : String(built) }, version),
    fields: termFields,
  })
}

export function tellPage(actor: Actor, estate: EstateRow, form?: FormState): Page {
  const facts = readPlaces(actor.database).facts.filter(({ estateId }) => estateId === open(estate).id)
  const now = heldOn(chainOf(facts, 'ownerId'), actor.today)
  return formPage({
    ...frame(estate, `Nye oplysninger om ${labelOf(estate)}`, tellPath(estate.slug)),
    lead: 'Udfyld kun det, der bliver et andet: en ny ejer efter en fusion, en anden bydel, eller boliger, der er bygget, nedlagt eller talt op. Resten gælder fortsat, og det tidligere bliver stående.',
    submit: 'Gem oplysningerne',
    form: form ?? formOf({ from: actor.today }),
    fields: factForms(actor, { ownerId: now?.ownerId ?? null, districtId: null }),
  })
}

const factForms = (actor: Actor, kept: { ownerId: number | null; districtId: number | null }): FormField[] => [
  { kind: 'date', name: 'from', label: 'Gælder fra', required: true },
  ...factFields(actor, kept).map(field =>
    field.kind === 'select'
      ? {
          ...field,
          options: (field.options ?? []).map(one => (one.value === '' ? { value: '', text: 'Uændret' } : one)),
        }
      : field,
  ),
  { kind: 'textarea', name: 'note', label: 'Kilde eller begrundelse', rows: 2, required: true },
]

export function correctFactPage(actor: Actor, estate: EstateRow, id: number, form?: FormState): Page {
  const facts = readPlaces(actor.database).facts.filter(({ estateId }) => estateId === open(estate).id)
  const found = standing(facts).find(fact => fact.id === id)
  if (!found) throw notFound('Oplysningerne findes ikke, eller de er rettet i forvejen.')
  return formPage({
    ...frame(estate, `Ret oplysningerne fra den ${longDay(found.from)}`, `${tellPath(estate.slug)}/${id}/ret`),
    lead: 'Ret kun, hvad der blev registreret forkert. Det forkerte bliver stående blandt de rettede oplysninger.',
    submit: 'Gem rettelsen',
    form: form ?? formOf(valuesOf(found)),
    fields: factForms(actor, found),
  })
}

const valuesOf = ({ from, ownerId, districtId, homes, note }: FactRow) => ({
  from,
  ownerId: ownerId ?? '',
  districtId: districtId ?? '',
  ...Object.fromEntries(homeTypes.map(type => [type, homes ? String(homes[type]) : ''])),
  note,
})

export const closeEstatePage = (actor: Actor, estate: EstateRow, form?: FormState): Page =>
  formPage({
    ...frame(open(estate), `Registrér, at ${labelOf(estate)} er ophørt`, partOf(estatePath(estate.slug), 'ophoer')),
    lead: 'En afdeling ophører, når den er revet ned, solgt eller lagt ind under en anden. Indgår afdelingen i et boligområde, så afgræns først området uden den fra dagen efter.',
    submit: 'Registrér ophøret',
    form: form ?? formOf({ to: actor.today }, estate.version),
    fields: [{ kind: 'date', name: 'to', label: 'Sidste dag', required: true }],
  })

export function reopenEstatePage(estate: EstateRow, form?: FormState): Page {
  if (estate.to === null) throw brokenRule(`${labelOf(estate)} er ikke ophørt.`)
  return formPage({
    ...frame(estate, `Genåbn ${labelOf(estate)}`, partOf(estatePath(estate.slug), 'genaabn')),
    lead: `Afdelingens sidste dag er den ${longDay(estate.to)}. Når den genåbnes, kan den igen indgå i et boligområde.`,
    submit: 'Genåbn afdelingen',
    form: form ?? formOf({}, estate.version),
    fields: [],
  })
}

function open(estate: EstateRow): EstateRow {
  if (estate.to !== null) throw brokenRule(`${labelOf(estate)} er ophørt og kan ikke ændres.`)
  return estate
}
