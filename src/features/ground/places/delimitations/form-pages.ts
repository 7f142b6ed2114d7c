import type { Actor } from '../../../../access/actor.ts'
import { formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { type Day, longDay } from '../../../../kernel/days.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { mergeable } from '../areas/area-page.ts'
import { areaFrame, open } from '../areas/form-pages.ts'
import { estateCount } from '../labels.ts'
import { type EstateOn, placesOn } from '../places-on.ts'
import { type AreaRow, type DelimitationRow, type Places, readPlaces } from '../read-places.ts'
import { periodsOf } from './delimitation-rules.ts'
import { mostParts } from './forms.ts'

/** Which estates an area consists of from a day on. */
export function delimitPage(actor: Actor, area: AreaRow, form?: FormState) {
  const places = readPlaces(actor.database)
  const now = periodsOf(open(area), places.delimitations).at(-1)?.row
  return {
    ...areaFrame(area, now ? `Ny afgrænsning af ${area.name}` : `Afgræns ${area.name}`, 'afgraens'),
    lead: now
      ? `Den nuværende afgrænsning gælder fra den ${longDay(now.from)}. Den bliver stående og slutter dagen før den nye. Er den forkert, så ret den i stedet.`
      : 'Vælg de afdelinger, området består af. En afdeling kan højst indgå i ét boligområde ad gangen.',
    submit: 'Gem afgrænsningen',
    groups: groupsOf(places, actor.today, area, now),
    form: form ?? formOf({ from: now ? actor.today : area.from, estates: (now?.estates ?? []).map(String) }),
  }
}

/** One that was mistaken, in another form: what stood stays readable. */
export function correctPage(actor: Actor, area: AreaRow, id: number, form?: FormState) {
  const places = readPlaces(actor.database)
  const found = periodsOf(open(area), places.delimitations).find(({ row }) => row.id === id)?.row
  if (!found) throw notFound('Afgrænsningen findes ikke, eller den er rettet i forvejen.')
  return {
    ...areaFrame(area, `Ret afgrænsningen fra den ${longDay(found.from)}`, `afgraensninger/${id}/ret`),
    lead: 'Ret kun, hvad der blev registreret forkert. Er området blevet et andet, så registrér en ny afgrænsning. Den forkerte bliver stående blandt de rettede.',
    submit: 'Gem rettelsen',
    groups: groupsOf(places, found.from, area, found),
    form: form ?? formOf({ from: found.from, estates: found.estates.map(String) }),
  }
}

/** The estates to choose among, by district: the area's own first, and those that it has already. */
function groupsOf(places: Places, on: Day, area: AreaRow, chosen: DelimitationRow | undefined) {
  const there = placesOn(places, on)
  const own = new Set(chosen?.estates ?? [])
  const home = there.areas.get(area.id)?.district?.id
  const groups = new Map<number, EstateOn[]>()
  for (const estate of there.estates.values()) {
    if (hasEnded(estate, on) && !own.has(estate.id)) continue
    const id = estate.district?.id ?? 0
    groups.set(id, [...(groups.get(id) ?? []), estate])
  }
  return [...groups]
    .map(([id, estates]) => {
      const name = there.districts.get(id)?.name ?? 'Uden bydel'
      const isOpen = id === home || estates.some(estate => own.has(estate.id))
      return {
        ...{ id, isOpen, name, heading: `${name} (${estateCount(estates.length)})` },
        options: estates.sort((one, other) => compareDanish(one.number, other.number)).map(choiceOf(area)),
      }
    })
    .sort((one, other) => Number(other.isOpen) - Number(one.isOpen) || compareDanish(one.name, other.name))
}

const choiceOf = (area: AreaRow) => (estate: EstateOn) => {
  const about = [
    estate.owner?.name,
    estate.area && estate.area.id !== area.id ? `indgår i ${estate.area.name}` : '',
  ].filter(Boolean)
  return { value: String(estate.id), text: [estate.label, ...about].join(', ') }
}

/** Where each of the area's estates goes. */
export function splitPage(actor: Actor, area: AreaRow, form?: FormState) {
  const places = readPlaces(actor.database)
  const now = periodsOf(open(area), places.delimitations).at(-1)?.row
  if (!now) throw brokenRule(`${area.name} er ikke afgrænset endnu. Afgræns området, før det deles.`)
  const { estates } = placesOn(places, actor.today)
  const rows = now.estates.flatMap(id => estates.get(id) ?? [])
  const parts = Array.from({ length: mostParts }, (_, at) => at)
  return {
    ...areaFrame(area, `Del ${area.name}`, 'del'),
    lead: `De nye områder udgår af afgrænsningen fra den ${longDay(now.from)}. Bliver ingen afdelinger tilbage, lukkes ${area.name} dagen før. Mandater og beslutninger, der nævner ${area.name}, bliver stående ved det.`,
    submit: 'Del området',
    parts: parts.map(at => ({ name: `parts[${at}][name]`, label: `Navn på nyt område ${at + 1}`, required: at === 0 })),
    rows: rows
      .sort((one, other) => compareDanish(one.number, other.number))
      .map(({ id, label, owner }) => ({ name: `goes[e${id}]`, label: owner ? `${label}, ${owner.name}` : label })),
    choices: [
      { value: 'stay', text: `Bliver i ${area.name}` },
      ...parts.map(at => ({ value: String(at), text: `Nyt område ${at + 1}` })),
      { value: 'out', text: 'Indgår ikke i noget område' },
    ],
    labels: Object.fromEntries(parts.map(at => [`parts[${at}][name]`, `Navn på nyt område ${at + 1}`])),
    form: form ?? formOf({ from: actor.today, goes: Object.fromEntries(now.estates.map(id => [`e${id}`, 'stay'])) }),
  }
}

export function mergePage(actor: Actor, area: AreaRow, form?: FormState) {
  const places = readPlaces(actor.database)
  const others = mergeable(places, open(area).id).sort((one, other) => compareDanish(one.name, other.name))
  if (others.length === 0) throw brokenRule('Der er ingen andre afgrænsede boligområder at sammenlægge med.')
  return formPage({
    ...areaFrame(area, `Sammenlæg andre områder med ${area.name}`, 'sammenlaeg'),
    lead: `${area.name} består herefter også af de valgte områders afdelinger. De valgte områder lukkes dagen før. Mandater og beslutninger, der nævner dem, bliver stående ved dem.`,
    submit: 'Sammenlæg områderne',
    form: form ?? formOf({ from: actor.today }),
    fields: [
      {
        ...{ kind: 'checkboxes', name: 'others', label: 'Boligområder, der sammenlægges med området', required: true },
        options: others.map(({ id, name }) => ({ value: String(id), text: name })),
      },
      { kind: 'date', name: 'from', label: 'Gælder fra', required: true },
      { kind: 'textarea', name: 'reason', label: 'Begrundelse', required: true, rows: 3 },
    ],
  })
}
