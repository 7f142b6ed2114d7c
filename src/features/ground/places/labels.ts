import type { Actor } from '../../../access/actor.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { counted, plural } from '../../../kernel/text.ts'
import { type Homes, type HomeType, homeTypes } from './estates/estate-rules.ts'
import { areasPath, districtsPath, estatesPath, mapPath } from './paths.ts'
import type { HomesOf } from './places-on.ts'

/** The types of homes by the law on social housing. */
export const homeTypeNames: Record<HomeType, { one: string; many: string; heading: string }> = {
  family: { one: 'familiebolig', many: 'familieboliger', heading: 'Familieboliger' },
  youth: { one: 'ungdomsbolig', many: 'ungdomsboliger', heading: 'Ungdomsboliger' },
  elderly: { one: 'ældrebolig', many: 'ældreboliger', heading: 'Ældreboliger' },
  other: { one: 'anden bolig', many: 'andre boliger', heading: 'Andre boliger' },
}

/** »120 familieboliger, 12 ungdomsboliger«; nothing is said of what there is none of. */
export function homesText(homes: Homes): string {
  const told = homeTypes
    .filter(type => homes[type] > 0)
    .map(type => counted(homes[type], homeTypeNames[type].one, homeTypeNames[type].many))
  return told.length === 0 ? 'Ingen boliger' : told.join(', ')
}

export const homeCount = (count: number): string => counted(count, 'bolig', 'boliger')
export const estateCount = (count: number): string => plural(count, 'afdeling', 'afdelinger')
export const areaCount = (count: number): string => plural(count, 'boligområde', 'boligområder')

/** What a sum of homes leaves out. */
export const missingText = ({ missing }: HomesOf): string =>
  missing === 0
    ? ''
    : missing === 1
      ? 'Antallet af boliger er ikke oplyst for 1 afdeling, som ikke er talt med.'
      : `Antallet af boliger er ikke oplyst for ${missing} afdelinger, som ikke er talt med.`

/** The day that a page shows, where it is another than today. */
export const shownDay = (on: Day, today: Day): string | null =>
  on === today ? null : `Siden viser, hvad der var registreret for den ${longDay(on)}.`

/** The pages on the town's places, beside each other. */
export const placeTabs = (current: 'areas' | 'estates' | 'districts' | 'map') => ({
  label: 'Steder',
  tabs: [
    { text: 'Boligområder', href: areasPath, current: current === 'areas' },
    { text: 'Afdelinger', href: estatesPath, current: current === 'estates' },
    { text: 'Bydele', href: districtsPath, current: current === 'districts' },
    { text: 'Kort', href: mapPath, current: current === 'map' },
  ],
})

/** The page of a day, and what it needs to be asked of another. */
export const dayFacts = (actor: Actor, dag: Day | null, path: string) => {
  const on = dag ?? actor.today
  return { on, day: on, dayAction: path, shownDay: shownDay(on, actor.today), asOf: on === actor.today ? null : on }
}
