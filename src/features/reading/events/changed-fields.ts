import type { Subject } from '../../../access/event-subjects.ts'
import type { Changed } from './event-queries.ts'

/** The facts that an event changed, by name and never by value. */
export function changedFields({ fields = {} }: Subject, { before, after }: Changed): string[] {
  const [was, is] = [factsIn(before), factsIn(after)]
  return Object.entries(fields).flatMap(([key, name]) =>
    key in was && key in is && JSON.stringify(was[key]) !== JSON.stringify(is[key]) ? [name] : [],
  )
}

function factsIn(text: string | null): Record<string, unknown> {
  const found: unknown = text ? JSON.parse(text) : null
  return found !== null && typeof found === 'object' && !Array.isArray(found) ? (found as Record<string, unknown>) : {}
}
