import type { Actor } from '../../../../access/actor.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { districtOptions, homeTypeNames, homeTypes, placesOn, readPlaces } from '../../../ground/places/index.ts'
import { optionsOf } from '../labels.ts'
import { changePath, changesPath, newChangePath } from '../paths.ts'
import { active } from '../tabs.ts'
import { changeKinds, changeStates } from './labels.ts'
import { foundChange } from './read-changes.ts'

function fieldsOf(actor: Actor, kept: { districtId: number; estateId: number | null } | null): FormField[] {
  const places = readPlaces(actor.database)
  const estates = [...placesOn(places, actor.today).estates.values()]
    .filter(({ isThere, id }) => isThere || id === kept?.estateId)
    .map(({ id, name, number, district }) => ({
      value: String(id),
      text: `${name} (afdeling ${number}${district ? `, ${district.name}` : ''})`,
    }))
    .sort((one, other) => compareDanish(one.text, other.text))
  return [
    { kind: 'text', name: 'name', label: 'Navn', required: true, hint: 'Fx »Nybyggeri ved stationen, etape 2«.' },
    { kind: 'select', name: 'kind', label: 'Hvad sker der?', required: true, options: optionsOf(changeKinds) },
    {
      ...{ kind: 'select', name: 'districtId', label: 'Bydel', required: true },
      options: districtOptions(places, actor.today, kept?.districtId ?? null),
    },
    {
      ...{ kind: 'select', name: 'estateId', label: 'Afdeling', optional: true },
      options: [{ value: '', text: 'Ingen afdeling endnu' }, ...estates],
    },
    {
      ...{ kind: 'text', name: 'year', label: 'År', required: true },
      hint: 'Det år, boligerne tages i brug eller forsvinder.',
    },
    {
      ...{ kind: 'select', name: 'state', label: 'Status', required: true },
      hint: 'Det planlagte og besluttede tæller med i årene fremover. Når det er gennemført, tæller afdelingens egne boliger: Ret dem på afdelingens side.',
      options: optionsOf(changeStates),
    },
    ...homeTypes.map(
      (type): FormField => ({ kind: 'text', name: type, label: homeTypeNames[type].heading, optional: true }),
    ),
    {
      kind: 'text',
      name: 'origin',
      label: 'Kilde',
      required: true,
      hint: 'Fx lokalplanens eller ansøgningens nummer og dato.',
    },
  ]
}

export const newChangePage = (actor: Actor, form?: FormState) =>
  formPage({
    title: 'Ny ændring i boligerne',
    active,
    crumbs: [{ text: 'Planlagt og nedrevet', href: changesPath }, { text: 'Ny ændring' }],
    heading: 'Ny ændring i boligerne',
    lead: 'Boliger, der er på vej, og boliger, der rives ned, sælges eller falder bort. Antallet regnes med i behov og balance.',
    action: newChangePath,
    submit: 'Gem ændringen',
    back: changesPath,
    fields: fieldsOf(actor, null),
    form: form ?? formOf({ year: String(yearOf(actor.today) + 1), state: 'PLANNED' }),
  })

export function correctChangePage(actor: Actor, id: number, form?: FormState) {
  const row = foundChange(actor.database, id)
  const { name, kind, districtId, estateId, year, state, homes, source, version } = row
  const values = {
    name,
    kind,
    districtId,
    estateId: estateId ?? '',
    year: String(year),
    state,
    ...homes,
    origin: source,
  }
  return formPage({
    title: `Ret: ${name}`,
    active,
    crumbs: [{ text: 'Planlagt og nedrevet', href: changesPath }, { text: name }],
    eventsHref: ownEvents(actor, 'boligaendring', id),
    heading: `Ret »${name}«`,
    lead: 'Det, der stod før, bliver stående i hændelsesloggen.',
    action: changePath(id),
    submit: 'Gem rettelsen',
    back: changesPath,
    fields: fieldsOf(actor, row),
    form: form ?? formOf(values, version),
  })
}
