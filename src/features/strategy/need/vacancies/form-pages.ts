import type { Actor } from '../../../../access/actor.ts'
import { moneyText } from '../../../../http/forms/fields.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { compareDanish, counted } from '../../../../kernel/text.ts'
import { homeTypeNames, homeTypes, placesOn, readPlaces } from '../../../ground/places/index.ts'
import { optionsOf } from '../labels.ts'
import { newVacancyPath, vacanciesPath, vacancyImportPath, vacancyPath } from '../paths.ts'
import { active } from '../tabs.ts'
import { causeNames } from './labels.ts'
import { foundVacancy } from './read-vacancies.ts'

const countFields: FormField[] = [
  {
    ...{ kind: 'text', name: 'vacant', label: 'Ledige boliger', required: true },
    hint: 'Antal på opgørelsesdagen. Skriv 0, hvis ingen er ledige.',
  },
  {
    ...{ kind: 'text', name: 'rentLoss', label: 'Huslejetab i året', optional: true },
    hint: 'I kroner. Lad feltet være tomt, hvis det ikke er oplyst.',
  },
  {
    ...{ kind: 'select', name: 'cause', label: 'Hvorfor er boligerne ledige?', optional: true },
    options: [{ value: '', text: 'Ingen er ledige' }, ...optionsOf(causeNames)],
  },
  {
    ...{ kind: 'textarea', name: 'measures', label: 'Hvad gøres der ved det?', rows: 3, optional: true },
    hint: 'Skriv ikke navne på beboere eller ansøgere.',
  },
  { kind: 'text', name: 'origin', label: 'Kilde', required: true, hint: 'Fx »Indberetning pr. 1. januar«.' },
]

export function newVacancyPage(actor: Actor, form?: FormState) {
  const estates = [...placesOn(readPlaces(actor.database), actor.today).estates.values()]
    .filter(({ isThere }) => isThere)
    .map(({ id, name, number, owner }) => ({
      value: String(id),
      text: `${name} (afdeling ${number}${owner ? `, ${owner.name}` : ''})`,
    }))
    .sort((one, other) => compareDanish(one.text, other.text))
  return formPage({
    title: 'Registrér ledige boliger',
    active,
    crumbs: [{ text: 'Ledige boliger', href: vacanciesPath }, { text: 'Registrér' }],
    heading: 'Registrér ledige boliger',
    lead: 'Opgørelsen er årlig: én afdeling og én boligtype ad gangen. Mange på én gang indlæses fra et regneark.',
    action: newVacancyPath,
    submit: 'Gem tallet',
    back: vacanciesPath,
    more: { text: 'Indlæs ledige boliger fra en fil', href: vacancyImportPath },
    fields: [
      { kind: 'select', name: 'estateId', label: 'Afdeling', required: true, options: estates },
      { kind: 'text', name: 'year', label: 'År', required: true },
      {
        ...{ kind: 'select', name: 'type', label: 'Boligtype', required: true },
        options: homeTypes.map(value => ({ value, text: homeTypeNames[value].heading })),
      },
      ...countFields,
    ],
    form: form ?? formOf({ year: String(yearOf(actor.today)), type: 'family' }),
  })
}

export function correctVacancyPage(actor: Actor, id: number, form?: FormState) {
  const row = foundVacancy(actor, id)
  const { one, many } = homeTypeNames[row.type]
  const values = {
    ...{ vacant: String(row.vacant), rentLoss: moneyText(row.rentLoss), cause: row.cause },
    ...{ measures: row.measures, origin: row.source },
  }
  const there = row.homes === null ? '' : ` Afdelingen har ${counted(row.homes, one, many)}.`
  return formPage({
    title: `Ret ledige boliger: ${row.estate}, ${row.year}`,
    active,
    crumbs: [{ text: 'Ledige boliger', href: vacanciesPath }, { text: `${row.estate}, ${row.year}` }],
    eventsHref: ownEvents(actor, 'ledige-boliger', id),
    heading: `Ledige ${many} i ${row.estate}, ${row.year}`,
    lead: `Det, der stod før, bliver stående i hændelsesloggen.${there}`,
    action: vacancyPath(id),
    submit: 'Gem rettelsen',
    back: vacanciesPath,
    fields: countFields,
    form: form ?? formOf(values, row.version),
  })
}
