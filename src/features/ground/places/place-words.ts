import { type Day, longDay } from '../../../kernel/days.ts'
import type { Period } from '../../../kernel/periods.ts'

/** Why a place is not there on a day: »Lukket den 1. november 2018«, »Begynder den 1. januar 2027«. */
export const longPlace = ({ from, to }: Period, on: Day, ended = 'Lukket'): string =>
  to !== null && to < on ? `${ended} den ${longDay(to)}` : `Begynder den ${longDay(from)}`
