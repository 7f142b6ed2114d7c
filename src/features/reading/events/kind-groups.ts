import type { Actor } from '../../../access/actor.ts'
import type { EventGroup } from '../../../access/event-subjects.ts'
import { inSecretariat } from '../../../access/policy.ts'
import type { EventKind } from '../../../database/events.ts'
import { inOrder } from '../../../kernel/placed.ts'
import { capitalised } from '../../../kernel/text.ts'
import { type EventLog, kindNames, subjectNames } from './event-log.ts'

export interface KindGroup {
  name: string
  options: { value: string; text: string }[]
}

/** What can be chosen, by what it is about; without the kinds of which this person reads nothing, whatever happens. */
export function kindGroups(log: EventLog, actor: Actor): KindGroup[] {
  return groupsOf(log).flatMap(group => {
    const found = kindsIn(log, group).filter(kind => canRead(log, actor, kind))
    if (found.length === 0) return []
    const { slug, name } = group
    const options = found.map(kind => ({ value: kind as string, text: capitalised(log.kinds[kind].said) }))
    return [
      { name, options: [{ value: slug, text: `Alt om ${name.charAt(0).toLowerCase()}${name.slice(1)}` }, ...options] },
    ]
  })
}

function canRead(log: EventLog, actor: Actor, kind: EventKind): boolean {
  const { readers, subject } = log.kinds[kind]
  if (readers === 'administering') return actor.administrator
  if (readers !== 'preparing') return true
  return log.subjects[subject].isPreparing?.(actor) ?? inSecretariat(actor, null)
}

/** The kinds that a choice stands for: one, or all of a group; undefined: nothing was chosen. */
export function chosenKinds(log: EventLog, choice: string | undefined): readonly string[] | undefined {
  if (!choice) return undefined
  const group = groupsOf(log).find(({ slug }) => slug === choice)
  return group ? kindsIn(log, group) : kindNames(log).filter(kind => kind === choice)
}

/** Several features may have a group in common: it stands once. */
const groupsOf = (log: EventLog): EventGroup[] =>
  inOrder([
    ...new Map(subjectNames(log).map(name => [log.subjects[name].group.slug, log.subjects[name].group])).values(),
  ])

const kindsIn = (log: EventLog, group: EventGroup): EventKind[] =>
  kindNames(log).filter(kind => log.subjects[log.kinds[kind].subject].group.slug === group.slug)
