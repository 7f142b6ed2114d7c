import type { Actor } from '../access/actor.ts'
import { mayDo } from '../access/policy.ts'

/** Where the events of one thing are listed, named as their log names it: »moede«, 17; null for whoever may not read the log. */
export const ownEvents = (actor: Actor, kind: string, id: number): string | null =>
  mayDo(actor, 'followEvents') ? `/haendelser?om=${kind}-${id}` : null
