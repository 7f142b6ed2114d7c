import { holdsCpr, noCpr } from '../../../kernel/cpr.ts'
import { addDays, addWorkdays, type Day, longDay } from '../../../kernel/days.ts'
import { residentNamed, residentNamesIn } from '../../../kernel/names/resident-names.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { hasEnded } from '../../../kernel/periods.ts'
import type { NamedPlace } from './place-ref.ts'

/** The other side acknowledges within so many workdays after the day a place was pointed out. */
const acknowledgedWithin = 5

export const acknowledgeBy = (raisedOn: Day): Day => addWorkdays(raisedOn, acknowledgedWithin)

/** Those raised on this day or before should have been acknowledged by now: their last day has passed. */
export function lastOverdue(today: Day): Day {
  let found = addDays(today, -1)
  while (acknowledgeBy(found) >= today) found = addDays(found, -1)
  return found
}

/** How long ago a place may have been seen: what is older is told under another heading. */
const mostYearsBack = 5

/** Why the place cannot be pointed out so; all of it at once. */
export function flagObjections(
  { place, seenOn }: { place: NamedPlace | undefined; seenOn: Day },
  today: Day,
): Objection[] {
  const told: Objection[] = []
  if (!place) told.push(objection('Vælg stedet fra listen.', 'place'))
  else if (hasEnded(place, today))
    told.push(objection(`${place.name} er ikke længere i brug. Vælg det sted, det er nu.`, 'place'))
  if (seenOn > today) told.push(objection('Skriv den dag, det blev set. Den kan ikke ligge efter i dag.', 'seenOn'))
  const oldest = addDays(today, -365 * mostYearsBack)
  if (seenOn < oldest)
    told.push(
      objection(`Skriv en dag efter den ${longDay(oldest)}. Det, der er set før, er ikke længere nyt.`, 'seenOn'),
    )
  return told
}

export interface GuardedText {
  field: string
  text: string
  /** The writer says that the names are those of places or organisations. */
  namesArePlaces: boolean
}

export interface Guarded {
  objections: Objection[]
  /** What looks like names, and was said to be none of people. */
  names: string[]
}

/**
 * No resident can be recognised in what everybody reads: CPR numbers are refused, and what looks like a resident's name
 * stops the writer, who takes it out or says that it is a place's or an organisation's.
 * @param known names of places and organisations
 */
export function guard({ field, text, namesArePlaces }: GuardedText, known: readonly string[]): Guarded {
  if (holdsCpr(text)) return { objections: [objection(noCpr, field)], names: [] }
  const names = residentNamesIn(text, known)
  if (names.length === 0 || namesArePlaces) return { objections: [], names }
  return { objections: [objection(`${residentNamed(names)} ${wayOn}`, field)], names }
}

const wayOn = 'Er det navnet på et sted eller en organisation, så sæt kryds ved det nedenfor.'

/** What one reads who asks why two flags are not one; null: they can be joined. */
export function whyNotJoinable(
  one: { id: number; place: string; theme: string },
  other: { id: number; place: string; theme: string; isOpen: boolean } | null,
): string | null {
  if (!other) return 'Vælg den påpegning, den skal samles med.'
  if (other.id === one.id) return 'En påpegning kan ikke samles med sig selv.'
  if (other.place !== one.place || other.theme !== one.theme)
    return 'Påpegninger kan kun samles, når de handler om samme sted og samme tema.'
  return other.isOpen ? null : 'Den anden påpegning er afsluttet. Vælg en, der er åben.'
}
