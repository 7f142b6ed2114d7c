import { type Day, dayInRow, daysBetween } from '../../../kernel/days.ts'

/** The wheel in its own units: drawn as wide as it is high. */
const size = 720
const middle = size / 2
const monthRing = { from: 316, to: 344 }
const dutyRing = { from: 254, lane: 12, lanes: 5 }
const bodyRing = { outer: 232, step: 30 }
const hub = 74

export interface WheelMeeting {
  day: Day
  /** Which of the rings it stands on, from outside in. */
  ring: number
  cancelled: boolean
}

export interface WheelDuty {
  day: Day
  to: Day
  number: number
}

export interface Shape {
  x: number
  y: number
  /** Path data around 0,0: each body has a figure of its own, so that no colour is needed. */
  d: string
  ring: number
  cancelled: boolean
  /** The day of the month, and where it stands. */
  label: string
  labelX: number
  labelY: number
}

export interface WheelDrawing {
  size: number
  months: { x: number; y: number; text: string; line: string }[]
  rings: { radius: number }[]
  circles: { radius: number }[]
  duties: { path: string; number: string; x: number; y: number }[]
  meetings: Shape[]
  today: string | null
}

const monthNames = ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.']

/** Circle, square, triangle, diamond, cross: what a body's meetings are marked by. */
export const figures = [
  'M0-7A7 7 0 1 1 0 7A7 7 0 1 1 0-7Z',
  'M-6-6H6V6H-6Z',
  'M0-8L8 6H-8Z',
  'M0-9L8 0L0 9L-8 0Z',
  'M-3-8H3V-3H8V3H3V8H-3V3H-8V-3H-3Z',
] as const

/** A whole turn is a year, from New Year's Day at the top and on with the clock. In degrees. */
export function angleOf(day: Day): number {
  const year = day.slice(0, 4)
  const length = daysBetween(dayInRow(`${year}-01-01`), dayInRow(`${Number(year) + 1}-01-01`))
  return (daysBetween(dayInRow(`${year}-01-01`), day) / length) * 360
}

const at = (degrees: number, radius: number): { x: number; y: number } => {
  const turn = (degrees / 180) * Math.PI
  return { x: round(middle + Math.sin(turn) * radius), y: round(middle - Math.cos(turn) * radius) }
}
const round = (value: number): number => Math.round(value * 10) / 10

/** The year drawn: months outside, duties as arcs with numbers below them, and a ring for each body's meetings. */
export function drawWheel(
  year: number,
  given: { rings: number; meetings: readonly WheelMeeting[]; duties: readonly WheelDuty[]; today: Day },
): WheelDrawing {
  const radiusOf = (ring: number) => bodyRing.outer - ring * bodyRing.step
  const hand = given.today.startsWith(`${year}-`) ? angleOf(given.today) : null
  return {
    size,
    months: monthNames.map((text, month) => monthOf(year, month, text)),
    rings: Array.from({ length: given.rings }, (_, ring) => ({ radius: radiusOf(ring) })),
    circles: [monthRing.to, monthRing.from, dutyRing.from - 6, hub].map(radius => ({ radius })),
    duties: dutiesOf(year, given.duties),
    meetings: given.meetings.map(meeting => {
      const angle = angleOf(meeting.day)
      const place = at(angle, radiusOf(meeting.ring))
      const label = at(angle, radiusOf(meeting.ring) - 15)
      return {
        ...place,
        d: figures[meeting.ring % figures.length] ?? figures[0],
        ring: meeting.ring,
        cancelled: meeting.cancelled,
        label: String(Number(meeting.day.slice(8))),
        labelX: label.x,
        labelY: label.y,
      }
    }),
    today: hand === null ? null : line(hand, hub, monthRing.from),
  }
}

function monthOf(year: number, month: number, text: string) {
  const first = dayInRow(`${year}-${String(month + 1).padStart(2, '0')}-01`)
  const next = month === 11 ? 360 : angleOf(dayInRow(`${year}-${String(month + 2).padStart(2, '0')}-01`))
  const begin = angleOf(first)
  return { ...at((begin + next) / 2, (monthRing.from + monthRing.to) / 2), text, line: line(begin, hub, monthRing.to) }
}

function line(degrees: number, from: number, to: number): string {
  const [begin, end] = [at(degrees, from), at(degrees, to)]
  return `M${begin.x} ${begin.y}L${end.x} ${end.y}`
}

/** Arcs that overlap lie in lanes beside each other; a duty of one day is as wide as can be seen. */
function dutiesOf(year: number, duties: readonly WheelDuty[]) {
  const lanes: number[] = []
  return duties.map(({ day, to, number }) => {
    const begin = day.startsWith(`${year}-`) ? angleOf(day) : 0
    const end = Math.max(to.startsWith(`${year}-`) ? angleOf(to) : 359.9, begin + 1.6)
    const free = lanes.findIndex(until => until + 3 < begin)
    const lane = (free < 0 ? lanes.length : free) % dutyRing.lanes
    lanes[lane] = Math.max(lanes[lane] ?? 0, end)
    const radius = dutyRing.from + lane * dutyRing.lane
    const [from, last] = [at(begin, radius), at(Math.min(end, 359.9), radius)]
    const mark = at((begin + Math.min(end, 359.9)) / 2, radius)
    const large = end - begin > 180 ? 1 : 0
    return {
      path: `M${from.x} ${from.y}A${radius} ${radius} 0 ${large} 1 ${last.x} ${last.y}`,
      number: String(number),
      ...mark,
    }
  })
}
