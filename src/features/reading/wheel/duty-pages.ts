import type { Actor } from '../../../access/actor.ts'
import { type FormField, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { ownEvents } from '../../../http/own-events.ts'
import { yearOf } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { type Duty, givenDuties } from './given-duties.ts'
import { dutyTexts } from './keep-duty.ts'
import { dutiesPath, dutyPath, newDutyPath, yearPath } from './paths.ts'
import { readDuties } from './queries.ts'

const active = 'aarshjul'
const crumbs = (text: string) => [
  { text: 'Årshjul', href: yearPath },
  { text: 'Årlige opgaver', href: dutiesPath },
  { text },
]

const often = (years: number): string => (years === 1 ? 'Hvert år' : `Hvert ${years}. år`)

const fields: FormField[] = [
  { kind: 'text', name: 'title', label: 'Opgave', required: true },
  { kind: 'textarea', name: 'note', label: 'Bemærkning', rows: 3, optional: true },
  { kind: 'text', name: 'from', label: 'Fra dag', hint: 'Dag og måned, fx 30.06.', required: true },
  {
    kind: 'text',
    name: 'to',
    label: 'Til og med dag',
    hint: 'Lad feltet være tomt, hvis opgaven kun har én dag.',
    optional: true,
  },
  {
    kind: 'select',
    name: 'everyYears',
    label: 'Hvor ofte?',
    required: true,
    options: [1, 2, 3, 4, 5].map(years => ({ value: String(years), text: often(years) })),
  },
  { kind: 'text', name: 'firstYear', label: 'Første år', required: true },
  {
    kind: 'text',
    name: 'lastYear',
    label: 'Sidste år',
    hint: 'Lad feltet være tomt, hvis opgaven bliver ved. Med et sidste år er opgaven ude af senere årshjul.',
    optional: true,
  },
]

/** What every cooperation has, and what the secretariats have added. */
export function dutiesPage(actor: Actor) {
  const own = readDuties(actor.database)
  return {
    title: 'Årlige opgaver',
    active,
    crumbs: [{ text: 'Årshjul', href: yearPath }, { text: 'Årlige opgaver' }],
    heading: 'Årlige opgaver',
    newHref: newDutyPath,
    own: own.map(duty => ({
      ...line(duty),
      href: dutyPath(duty.id),
      addedBy: duty.addedBy,
      state:
        duty.lastYear !== null && duty.lastYear < yearOf(actor.today)
          ? { text: 'Ophørt', kind: 'neutral' }
          : { text: 'Gælder', kind: 'success' },
    })),
    given: givenDuties.map(line),
  }
}

const monthDay = (text: string): string => `${Number(text.slice(3))}.${Number(text.slice(0, 2))}.`

const line = ({ title, note, fromDay, toDay, everyYears, lastYear }: Duty) => ({
  title,
  note,
  when: fromDay === toDay ? monthDay(fromDay) : `${monthDay(fromDay)}–${monthDay(toDay)}`,
  often: lastYear === null ? often(everyYears) : `${often(everyYears)}, til og med ${lastYear}`,
})

export const newDutyPage = (actor: Actor, form?: FormState) =>
  formPage({
    title: 'Ny årlig opgave',
    active,
    crumbs: crumbs('Ny årlig opgave'),
    heading: 'Ny årlig opgave',
    lead: 'Opgaven kommer på årshjulet for alle i samarbejdet.',
    action: newDutyPath,
    submit: 'Tilføj opgaven',
    back: dutiesPath,
    fields,
    form: form ?? formOf({ everyYears: '1', firstYear: String(yearOf(actor.today)) }),
  })

export function dutyPage(actor: Actor, id: number, form?: FormState) {
  const duty = readDuties(actor.database).find(one => one.id === id)
  if (!duty) throw notFound()
  return formPage({
    title: duty.title,
    active,
    crumbs: crumbs(duty.title),
    eventsHref: ownEvents(actor, 'aarlig-opgave', id),
    heading: 'Ret den årlige opgave',
    action: dutyPath(id),
    submit: 'Gem opgaven',
    back: dutiesPath,
    fields,
    form: form ?? formOf(dutyTexts(duty), duty.version),
  })
}
