import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { fold } from '../../../../kernel/fold.ts'
import { hasEnded } from '../../../../kernel/periods.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import { readIndicators } from '../../knowledge/index.ts'
import { countText, criterionKeys, criterionNames, listNames, percentText } from '../labels.ts'
import { areaListsPath, listsPath, warningCsvPath, warningPath, warningSourcesPath } from '../paths.ts'
import { readLists, referencesOf } from '../read-lists.ts'
import { type CategoryRule, ruleOn } from '../rules/statutory-rules.ts'
import { type MeasuredKey, measuredAreas, readSources } from './read-series.ts'
import {
  type AreaWarning,
  type CriterionWarning,
  effortSeen,
  mostYears,
  nextListAfter,
  type Silence,
  warnArea,
} from './warn.ts'

const silences: Record<Silence, string> = {
  NO_FIGURES: 'Ingen tal, der kan vises',
  OUTDATED: 'Tallet er for gammelt til at sige noget om udviklingen',
  TOO_FEW_YEARS: 'Færre end fire sammenlignelige år: ingen udvikling',
  NO_LIMIT: 'Årets referenceværdi er ikke registreret',
}

/** The references of the newest year for which there are any: next year's are not known before the list. */
function latestReferences(actor: Actor) {
  const all = readLists(actor.database)
  const year = Math.max(0, ...all.references.map(one => one.year))
  return { references: referencesOf(all, year), year }
}

interface Watched {
  area: { id: number; name: string; slug: string }
  rule: CategoryRule
  warning: AreaWarning
}

function watched(actor: Actor): Watched[] {
  const rule = ruleOn(actor.today)
  const measured = measuredAreas(actor)
  const { references } = latestReferences(actor)
  const next = nextListAfter(actor.today)
  const kinds = rule?.categories.filter(({ kind }) => kind !== 'PARALLEL') ?? []
  return readPlaces(actor.database)
    .areas.filter(area => !hasEnded(area, actor.today))
    .flatMap(area =>
      kinds.map(category => ({
        ...{ area, rule: category },
        warning: warnArea(category, measured(area.id), references, next),
      })),
    )
}

/** Soonest first; those of which nothing can be said last. */
const urgency = ({ warning }: Watched): number => warning.earliest ?? (warning.earliest === null ? 8000 : 9000)

/** R40: which areas come near a list, and what carries it: each criterion in points, in people and over time. */
export function warningPage(actor: Actor, { q, liste }: { q: string; liste: '' | 'VULNERABLE' | 'PREVENTION' }) {
  const filtered = q !== '' || liste !== ''
  const chosen = watched(actor)
    .filter(({ area, rule }) => fold(area.name).includes(fold(q)) && (liste === '' || rule.kind === liste))
    .sort((one, other) => urgency(one) - urgency(other) || compareDanish(one.area.name, other.area.name))
  const shown = chosen.filter(({ warning }) => warning.criteria.some(({ value }) => value !== null))
  // Whoever asks for an area by name reads all that is known of it.
  const near = q === '' ? shown.filter(({ warning }) => typeof warning.earliest === 'number') : shown
  const silent = [...new Set(chosen.filter(one => !shown.includes(one)).map(({ area }) => area.name))]
  const { year } = latestReferences(actor)
  return {
    title: 'Hvem nærmer sig?',
    active: 'lister',
    crumbs: [{ text: 'Statslige lister', href: listsPath }, { text: 'Hvem nærmer sig?' }],
    lead: `Grænserne er dem, der gælder i dag, med referenceværdien fra ${year || 'et år, der ikke er registreret'}. Udviklingen er en ret linje gennem mindst fire sammenlignelige år. Kan et område med 95 % sikkerhed ikke nå listen inden for ${mostYears} år, står der ikke noget år.`,
    effort: effortText(actor.today),
    sourcesHref: mayDo(actor, 'keepLists') ? warningSourcesPath : null,
    filtered,
    allHref: warningPath,
    filters: {
      action: warningPath,
      label: 'Søg i tidlig varsling',
      submit: 'Søg',
      clearHref: filtered ? warningPath : null,
      fields: [
        { kind: 'search', name: 'q', label: 'Søg i boligområder', value: q },
        {
          ...{ kind: 'select', name: 'liste', label: 'Liste', value: liste },
          options: [
            { value: '', text: 'Alle' },
            { value: 'VULNERABLE', text: listNames.VULNERABLE.name },
            { value: 'PREVENTION', text: listNames.PREVENTION.name },
          ],
        },
      ],
    },
    rows: near.map(lineOf),
    others: shown.filter(one => !near.includes(one)).map(lineOf),
    silent,
    csvHref: warningCsvPath,
  }
}

function effortText(today: string): string {
  const { first, whole } = effortSeen(today, 2)
  return `En indsats, der begynder nu, kan tidligst ses på listen den 1. december ${first}. For tal, der er et gennemsnit af to år, slår den først helt igennem den 1. december ${whole}.`
}

function lineOf({ area, rule, warning }: Watched) {
  const all = [...warning.criteria, ...warning.and]
  return {
    area: area.name,
    href: areaListsPath(area.slug),
    list: listNames[rule.kind].name,
    criteria: `${warning.met} af ${warning.needed}`,
    small: warning.tooFew ? 'Færre beboere, end reglerne kræver' : '',
    earliest: earliestText(warning),
    details: all.map(criterionText).join('\n'),
  }
}

function earliestText({ earliest, tooFew }: AreaWarning): string {
  if (tooFew) return 'Kan ikke komme på listen'
  if (earliest === undefined) return 'Kan ikke siges'
  return earliest === null ? `Ikke inden for ${mostYears} år` : `Tidligst på listen 1.12.${earliest}`
}

const fewest = 5

/** »Kun grundskole 2025: 58,20 %, grænse 60,00 %. 1,80 point og færre end 5 personer fra. Udvikling: …« */
function criterionText({
  criterion,
  value,
  limit,
  year,
  points,
  persons,
  met,
  trend,
  silence,
}: CriterionWarning): string {
  const { short } = criterionNames[criterion.key]
  if (value === null || limit === null) return `${short}: ${silences[silence ?? 'NO_FIGURES']}.`
  const people =
    persons === null
      ? ''
      : Math.abs(persons) < fewest
        ? ` og færre end ${fewest} personer`
        : ` og ${countText(Math.abs(persons))} personer`
  const side = met ? `${point(points)}${people} over grænsen` : `${point(points)}${people} fra grænsen`
  const going = trend
    ? `Udvikling om året: ${signed(trend.perYear)} point (mellem ${signed(trend.low)} og ${signed(trend.high)}, ${trend.points} år).`
    : `${silences[silence ?? 'TOO_FEW_YEARS']}.`
  return `${short} ${year ?? ''}: ${percentText(value)}, grænse ${percentText(limit)}: ${side}. ${going}`
}

const point = (points: number | null): string => `${(Math.abs(points ?? 0) / 100).toFixed(2).replace('.', ',')} point`
const signed = (hundredths: number): string =>
  `${hundredths > 0 ? '+' : hundredths < 0 ? '−' : ''}${(Math.abs(hundredths) / 100).toFixed(2).replace('.', ',')}`

export function warningCsv(actor: Actor): { name: string; content: Buffer } {
  const head = ['Boligområde', 'Liste', 'Opfyldte kriterier', 'Tidligste liste', 'Kriterier']
  const rows = watched(actor)
    .map(lineOf)
    .map(({ area, list, criteria, earliest, details }) => [area, list, criteria, earliest, details])
  return { name: `tidlig-varsling-${actor.today}.csv`, content: csvOf(head, rows) }
}

export const measuredKeys: readonly MeasuredKey[] = ['RESIDENTS', ...criterionKeys]

/** Which indicator measures which criterion. */
export function sourcesPage(actor: Actor, form?: FormState) {
  const sources = readSources(actor)
  const options = [
    { value: '', text: 'Ingen indikator' },
    ...readIndicators(actor.database).map(({ id, name, unit }) => ({ value: String(id), text: `${name} (${unit})` })),
  ]
  return formPage({
    title: 'Indikatorer bag tidlig varsling',
    active: 'lister',
    crumbs: [
      { text: 'Statslige lister', href: listsPath },
      { text: 'Hvem nærmer sig?', href: warningPath },
      { text: 'Indikatorer' },
    ],
    heading: 'Indikatorer bag tidlig varsling',
    lead: 'Vælg den indikator, der måler hvert kriterium. Den skal være opgjort i procent for de samme personer, som reglerne tæller. En indkomst i kroner holdes op mod regionens tal for samme år.',
    action: warningSourcesPath,
    submit: 'Gem valgene',
    back: warningPath,
    fields: measuredKeys.map(key => ({
      ...{ kind: 'select' as const, name: key, options },
      label: key === 'RESIDENTS' ? 'Antal beboere' : criterionNames[key].name,
      optional: true,
    })),
    form:
      form ?? formOf(Object.fromEntries(measuredKeys.map(key => [key, String(sources.get(key)?.indicatorId ?? '')]))),
  })
}
