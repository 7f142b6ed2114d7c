import type { Actor } from '../../../../access/actor.ts'
import { type Day, yearOf } from '../../../../kernel/days.ts'
import {
  breaksOf,
  estatesInArea,
  type IndicatorRow,
  lastYearDue,
  readIndicators,
  readSeries,
  type SeriesBreak,
  type SeriesValue,
} from '../../knowledge/index.ts'
import type { MeasuredTarget, QualitativeTarget, StrategyContent } from '../strategy-content.ts'
import { type NumberedTarget, targetsOf } from '../strategy-numbers.ts'
import {
  type MeasuredYear,
  type Progress,
  type ProgressState,
  progressInWords,
  progressOf,
  type TargetPath,
} from './progress-rules.ts'
import { type AppraisalRow, readAppraisals } from './queries.ts'

/** The month by whose end a year's written appraisals should be there, the year after. */
export const appraisalMonth = 3

export interface MeasuredProgress {
  kind: 'MEASURED'
  numbered: NumberedTarget
  target: MeasuredTarget
  /** Null: the target lacks what it needs, as only a draft can. */
  path: TargetPath | null
  progress: Progress
  /** Its values that stand, by year. */
  measured: SeriesValue[]
  /** The latest of them that counts, with its source. */
  now: SeriesValue | null
  /** R37: between the baseline and the last of them there are figures that cannot be compared. */
  breaks: SeriesBreak[]
  indicator: IndicatorRow | null
}

export interface AppraisedProgress {
  kind: 'APPRAISED'
  numbered: NumberedTarget
  target: QualitativeTarget
  progress: { state: ProgressState; year: number | null }
  /** The latest year first; what was corrected after it. */
  appraisals: AppraisalRow[]
  now: AppraisalRow | null
}

export type TargetProgress = MeasuredProgress | AppraisedProgress

/** Where every target of a text stands today. Three statements. */
export function readProgress(
  actor: Actor,
  { textId, content }: { textId: number; content: StrategyContent },
): TargetProgress[] {
  const targets = targetsOf(content)
  const ids = targets.flatMap(({ target }) =>
    target.measure === 'INDICATOR' && target.indicator ? [target.indicator.id] : [],
  )
  const series = readSeries(actor, [...new Set(ids)]).filter(({ corrected }) => !corrected)
  const indicators = new Map(readIndicators(actor.database).map(row => [row.id, row]))
  const appraisals = readAppraisals(actor.database, [textId])
  return targets.map(numbered => {
    const { target } = numbered
    return target.measure === 'INDICATOR'
      ? measuredProgress(actor, numbered, target, { series, indicators })
      : appraisedProgress(numbered, target, { appraisals, content, today: actor.today })
  })
}

function measuredProgress(
  actor: Actor,
  numbered: NumberedTarget,
  target: MeasuredTarget,
  known: { series: readonly SeriesValue[]; indicators: ReadonlyMap<number, IndicatorRow> },
): MeasuredProgress {
  const indicator = target.indicator ? (known.indicators.get(target.indicator.id) ?? null) : null
  const path = pathOf(target)
  const own = known.series.filter(
    one => one.indicatorId === target.indicator?.id && one.areaId === (target.place?.id ?? null),
  )
  const measured = own.filter(({ year }) => year > (target.baseline.year ?? 0))
  const breaks = path && indicator ? breaksSince(actor, path, { own, indicator, areaId: target.place?.id ?? null }) : []
  const none = { kind: 'MEASURED' as const, numbered, target, path, measured, breaks, indicator }
  if (!path || !indicator) return { ...none, progress: { state: 'NOT_YET', now: null, expected: null }, now: null }
  const due = { lastYearDue: lastYearDue(actor.today, indicator.dueMonth), everyYears: indicator.everyYears }
  const progress = progressOf(path, measured, due)
  return { ...none, progress, now: measured.find(({ year }) => year === progress.now?.year) ?? null }
}

/** Where the way from the baseline to what was measured last breaks; the baseline is of the version that told its year. */
function breaksSince(
  actor: Actor,
  { from }: TargetPath,
  { own, indicator, areaId }: { own: readonly SeriesValue[]; indicator: IndicatorRow; areaId: number | null },
): SeriesBreak[] {
  const since = own.filter(({ year }) => year >= from.year).sort((one, other) => one.year - other.year)
  const [first] = since
  if (!first) return []
  const points =
    first.year === from.year ? since : [{ year: from.year, value: from.value, version: first.version }, ...since]
  return breaksOf(points, indicator.versions, areaId === null ? undefined : estatesInArea(actor.database, areaId))
}

function pathOf({ baseline, year, value, indicator }: MeasuredTarget): TargetPath | null {
  if (baseline.value === null || baseline.year === null || year === null || value === null || !indicator) return null
  return { from: { year: baseline.year, value: baseline.value }, to: { year, value }, decimals: indicator.decimals }
}

function appraisedProgress(
  numbered: NumberedTarget,
  target: QualitativeTarget,
  known: { appraisals: readonly AppraisalRow[]; content: StrategyContent; today: Day },
): AppraisedProgress {
  const own = known.appraisals.filter(one => one.target === target.key)
  const standing = own.filter(({ corrected }) => !corrected)
  const horizon = { from: yearOf(known.content.from), to: target.year ?? yearOf(known.content.to) }
  const progress = progressInWords(horizon, standing, lastYearDue(known.today, appraisalMonth))
  return {
    kind: 'APPRAISED',
    numbered,
    target,
    progress,
    appraisals: own.toSorted((one, other) => other.year - one.year || other.id - one.id),
    now: standing.find(({ year }) => year === progress.year) ?? null,
  }
}

/** What was measured, as the rules ask for it. */
export const yearsOf = (measured: readonly SeriesValue[]): MeasuredYear[] =>
  measured.map(({ year, value }) => ({ year, value }))
