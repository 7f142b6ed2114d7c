import type { Day } from '../../../kernel/days.ts'
import { hasEnded, isOn, type Period } from '../../../kernel/periods.ts'
import { compareDanish } from '../../../kernel/text.ts'
import type { Places } from './read-places.ts'

export const anyChoice = { value: '', text: 'Alle' }

export const shownChoices = [
  { value: '', text: 'Dagens' },
  { value: 'lukkede', text: 'Lukkede og ophørte' },
  { value: 'alle', text: 'Alle' },
]

export type Shown = '' | 'lukkede' | 'alle'

/** Whether a place is on the list of those that are there on the day, of those that have ended by it, or of all. */
export function isShown(place: Period, shown: Shown, on: Day): boolean {
  if (shown === 'alle') return true
  return shown === 'lukkede' ? hasEnded(place, on) : isOn(place, on)
}

export const byName = (one: { name: string }, other: { name: string }): number => compareDanish(one.name, other.name)

/** The districts that there have been, by name, with what tells two of one name apart. */
export const districtChoices = (places: Places, on: Day): { value: string; text: string }[] =>
  places.districts
    .filter(row => !hasEnded(row, on))
    .sort(byName)
    .map(row => {
      const twin = places.districts.some(other => other.id !== row.id && other.name === row.name)
      return { value: row.slug, text: twin && row.definition ? `${row.name} (${row.definition})` : row.name }
    })

/** The same for a form, by number. @param kept one that is chosen already */
export const districtOptions = (
  places: Places,
  on: Day,
  kept: number | null = null,
): { value: string; text: string }[] =>
  places.districts
    .filter(row => !hasEnded(row, on) || row.id === kept)
    .sort(byName)
    .map(row => ({ value: String(row.id), text: row.definition ? `${row.name} (${row.definition})` : row.name }))
