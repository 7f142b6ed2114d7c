import type { Instant } from '../kernel/days.ts'
import type { Cast } from './cast.ts'
import type { Timeline } from './timeline.ts'

/** How far a meeting that has been called has come. */
export type MeetingStop = 'inSession' | 'minutesInPreparation' | 'minutesOut' | 'approved'

/** Where the scenes play: the cast, the time line, and what has come to be under the content's keys. */
export class Stage {
  readonly cast: Cast
  readonly timeline: Timeline
  readonly now: Instant
  readonly meetings = new Map<string, number>()
  readonly items = new Map<string, number>()
  readonly cases = new Map<string, number>()
  readonly questions = new Map<string, number>()
  readonly decisions = new Map<string, number>()
  readonly objections = new Map<string, number>()

  constructor(cast: Cast, timeline: Timeline, now: Instant) {
    this.cast = cast
    this.timeline = timeline
    this.now = now
  }

  meeting = (key: string): number => idOf(this.meetings, key)
  item = (key: string): number => idOf(this.items, key)
  caseOf = (key: string): number => idOf(this.cases, key)
  decision = (key: string): number => idOf(this.decisions, key)
  question = (key: string): number => idOf(this.questions, key)

  /** What a later meeting asks of the past cannot lie in the future: it has just been done. */
  notAfterNow = (at: Instant): Instant => (at < this.now ? at : this.now)
}

function idOf(map: Map<string, number>, key: string): number {
  const id = map.get(key)
  if (id === undefined) throw new Error(`»${key}« has not come to be yet.`)
  return id
}
