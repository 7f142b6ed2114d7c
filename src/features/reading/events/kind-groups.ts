import type { Actor } from '../../../access/actor.ts'
import { inSecretariat } from '../../../access/policy.ts'
import type { EventKind } from '../../../database/events.ts'
import { capitalised } from '../../../kernel/text.ts'
import { type EventSubject, kindNames, kinds } from './kinds.ts'

interface Group {
  slug: string
  name: string
  subjects: EventSubject[]
}

const groups: Group[] = [
  { slug: 'moeder', name: 'Møder og punkter', subjects: ['meeting', 'item', 'agendaItem', 'proposal'] },
  { slug: 'sager', name: 'Sager', subjects: ['case'] },
  { slug: 'beslutninger', name: 'Beslutninger og forelæggelser', subjects: ['decision', 'referral'] },
  { slug: 'opfoelgning', name: 'Opfølgning', subjects: ['followUp'] },
  { slug: 'mandater', name: 'Mandater', subjects: ['mandate'] },
  {
    slug: 'aftalen',
    name: 'Samarbejdsaftalen og revision',
    subjects: ['agreement', 'addendum', 'revision', 'amendment', 'hearingAnswer', 'signing'],
  },
  {
    slug: 'parter',
    name: 'Parter og personer',
    subjects: ['organisation', 'administration', 'authorisation', 'condition', 'person'],
  },
  { slug: 'foer-portalen', name: 'Dokumenter fra før portalen', subjects: ['earlierRecord'] },
  { slug: 'organer', name: 'Organer og udpegninger', subjects: ['body', 'seat'] },
  {
    slug: 'omraader',
    name: 'Boligområder, sagsområder og samarbejdet',
    subjects: ['housingArea', 'subjectArea', 'cooperation'],
  },
  { slug: 'konti', name: 'Konti', subjects: ['account'] },
]

/** Every subject stands in one group: what would be missing here could not be chosen. */
export const groupedSubjects = groups.flatMap(({ subjects }) => subjects)

export interface KindGroup {
  name: string
  options: { value: string; text: string }[]
}

/** What can be chosen, by what it is about; without the kinds of which this person reads nothing, whatever happens. */
export function kindGroups(actor: Actor): KindGroup[] {
  return groups.flatMap(({ slug, name, subjects }) => {
    const found = kindsIn(subjects).filter(kind => canRead(actor, kind))
    if (found.length === 0) return []
    const options = found.map(kind => ({ value: kind as string, text: capitalised(kinds[kind].said) }))
    return [
      { name, options: [{ value: slug, text: `Alt om ${name.charAt(0).toLowerCase()}${name.slice(1)}` }, ...options] },
    ]
  })
}

function canRead(actor: Actor, kind: EventKind): boolean {
  const { readers, subject } = kinds[kind]
  if (readers === 'administering') return actor.administrator
  if (readers !== 'preparing') return true
  return subject === 'mandate' ? actor.authorisations.length > 0 : inSecretariat(actor, null)
}

/** The kinds that a choice stands for: one, or all of a group; undefined: nothing was chosen. */
export function chosenKinds(choice: string | undefined): readonly string[] | undefined {
  if (!choice) return undefined
  const group = groups.find(({ slug }) => slug === choice)
  return group ? kindsIn(group.subjects) : kindNames.filter(kind => kind === choice)
}

const kindsIn = (subjects: readonly EventSubject[]): EventKind[] =>
  kindNames.filter(kind => subjects.includes(kinds[kind].subject))
