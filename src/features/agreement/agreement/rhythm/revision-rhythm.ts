import { type Day, yearOf } from '../../../../kernel/days.ts'
import type { Objection } from '../../../../kernel/objection.ts'

/** R81: when the agreement is taken up for revision, as a version of it says: »hver andet år, første gang i 2010«. */
export interface Rhythm {
  firstYear: number
  everyYears: number
  /** The number of the section that says so, as printed; empty where it has none. */
  section: string
}

/** A version with the rhythm that it states, or goes on with from the one before it. */
export interface GoverningRhythm {
  inForceFrom: Day
  rhythm: Rhythm
}

export interface RhythmFacts {
  /** In the order in which the versions came into force; none where no version states one. */
  rhythms: readonly GoverningRhythm[]
  /** The day from which the portal tells what happened: of revisions before it nothing is claimed. */
  recordedFrom: Day
}

/** A version's own rhythm, or the latest before it. The versions come in the order in which they came into force. */
export function governingRhythms(versions: readonly { inForceFrom: Day; rhythm: Rhythm | null }[]): GoverningRhythm[] {
  let latest: Rhythm | null = null
  return versions.flatMap(({ inForceFrom, rhythm }) => {
    latest = rhythm ?? latest
    return latest ? [{ inForceFrom, rhythm: latest }] : []
  })
}

const isIn = ({ firstYear, everyYears }: Rhythm, year: number): boolean =>
  year >= firstYear && (year - firstYear) % everyYears === 0

/** The year in which a version came into force is its predecessor's still: the revision that made it was due then. */
function governing({ rhythms }: RhythmFacts, year: number): Rhythm | null {
  const earlier = rhythms.filter(({ inForceFrom }, at) =>
    at === 0 ? yearOf(inForceFrom) <= year : yearOf(inForceFrom) < year,
  )
  return earlier.at(-1)?.rhythm ?? null
}

export function isDueYear(facts: RhythmFacts, year: number): boolean {
  const rhythm = governing(facts, year)
  return rhythm !== null && year >= yearOf(facts.recordedFrom) && isIn(rhythm, year)
}

/** Every year, up to and with the day's, in which the agreement was to be taken up for revision. */
export function dueYears(facts: RhythmFacts, on: Day): number[] {
  const [first] = facts.rhythms
  if (!first) return []
  const years: number[] = []
  for (let year = Math.max(yearOf(first.inForceFrom), yearOf(facts.recordedFrom)); year <= yearOf(on); year += 1)
    if (isDueYear(facts, year)) years.push(year)
  return years
}

/** The next year due after the day's own: it follows from the rule, however late the last round was. */
export function nextDueYear({ rhythms }: RhythmFacts, on: Day): number | null {
  const rhythm = rhythms.at(-1)?.rhythm
  if (!rhythm) return null
  const { firstYear, everyYears } = rhythm
  const year = yearOf(on)
  return year < firstYear ? firstYear : firstYear + (Math.floor((year - firstYear) / everyYears) + 1) * everyYears
}

export interface DueFacts extends RhythmFacts {
  today: Day
  /** Years that have a round, whatever became of it. */
  opened: readonly number[]
}

export interface DueStatus {
  /** The running year's own round is not opened yet. */
  due: number | null
  /** Rounds of years gone by that were never opened, the oldest first. */
  overdue: number[]
  /** Null: the agreement does not say. */
  next: number | null
  /** As the latest version has it. */
  rhythm: Rhythm | null
}

/** What is missing today. A late round does not move the rhythm, and a missing one stays missing for all to see. */
export function dueStatus(facts: DueFacts): DueStatus {
  const { today, opened } = facts
  const missing = dueYears(facts, today).filter(year => !opened.includes(year))
  const running = yearOf(today)
  return {
    due: missing.includes(running) ? running : null,
    overdue: missing.filter(year => year < running),
    next: nextDueYear(facts, today),
    rhythm: facts.rhythms.at(-1)?.rhythm ?? null,
  }
}

/** Sentences for the pages: what is missing, the latest first; none when nothing is. */
export function dueSentences({ due, overdue, rhythm }: DueStatus): string[] {
  const told = (year: number) => `Revisionen i ${year} er ikke åbnet. Den er påkrævet efter ${clauseText(rhythm)}.`
  return [...(due === null ? [] : [due]), ...overdue.toReversed()].map(told)
}

/** »aftalens § 7«; »aftalen« where the section has no number. */
const clauseText = (rhythm: Rhythm | null): string => (rhythm?.section ? `aftalens § ${rhythm.section}` : 'aftalen')

const ordinals = [
  '',
  '',
  'andet ',
  'tredje ',
  'fjerde ',
  'femte ',
  'sjette ',
  'syvende ',
  'ottende ',
  'niende ',
  'tiende ',
]

/** »hvert år«, »hvert andet år«, »hvert 12. år« */
export const everyText = (everyYears: number): string => `hvert ${ordinals[everyYears] ?? `${everyYears}. `}år`

/** »Aftalen tages op til revision hvert andet år, første gang i 2010 (§ 7). Den næste revision er i 2028.« */
export function rhythmSentences({ rhythm, next }: DueStatus): string {
  if (!rhythm || next === null) return 'Det er ikke registreret, hvornår aftalen skal tages op til revision.'
  const clause = rhythm.section ? ` (§ ${rhythm.section})` : ''
  const first = `Aftalen tages op til revision ${everyText(rhythm.everyYears)}, første gang i ${rhythm.firstYear}${clause}.`
  return next === rhythm.firstYear ? first : `${first} Den næste revision er i ${next}.`
}

/** What is wrong with a rhythm, for the form that states it. */
export function rhythmFaults({ firstYear, everyYears }: Rhythm, yearOfVersion: number): Objection[] {
  return [
    ...(firstYear < yearOfVersion
      ? [
          {
            sentence: `Den første revision kan ikke ligge før aftalen, som er fra ${yearOfVersion}.`,
            field: 'firstYear',
          },
        ]
      : []),
    ...(everyYears < 1 || everyYears > 20
      ? [{ sentence: 'Skriv, hvor mange år der går mellem to revisioner: fra 1 til 20.', field: 'everyYears' }]
      : []),
  ]
}

/** As the form has them. */
export const rhythmTexts = ({ firstYear, everyYears, section }: Rhythm): Record<string, string> => ({
  firstYear: String(firstYear),
  everyYears: String(everyYears),
  section,
})
