import { bodyInSentence, listDanish } from '../../../../kernel/text.ts'

/**
 * Skriftlig behandling (R64): the meeting's states without a meeting. Its day is the last day for answers; it has
 * neither a time of day nor a place.
 */
export const isWritten = (meeting: { form: string }): boolean => meeting.form === 'WRITTEN'

/** What stands in the columns of time and place: the whole day. */
export const writtenPlace = { startsAt: '00:00', endsAt: '23:59', place: 'Skriftligt' } as const

/** Why the form cannot be chosen, or where it can: names of bodies by what their rules of procedure say. */
export function writtenHint(bodies: readonly { name: string; allowed: boolean }[]): string {
  const allowing = bodies.filter(body => body.allowed).map(body => body.name)
  const others = bodies.filter(body => !body.allowed).map(body => body.name)
  const told = (names: string[]) => listDanish(names.map(bodyInSentence))
  if (allowing.length === 0)
    return `Skriftlig behandling kan ikke vælges, fordi forretningsordenen for ${told(others)} ikke tillader det.`
  const deadline = 'Ved skriftlig behandling er dagen svarfristen, og tid og sted skal ikke udfyldes.'
  if (others.length === 0) return deadline
  return `${deadline} Den kan kun vælges for ${told(allowing)}. Forretningsordenen for ${told(others)} tillader det ikke.`
}
