import { addIndicator, enterValue } from '../../features/strategy/knowledge/index.ts'
import { addDays, type Day, day, momentOf, yearOf } from '../../kernel/days.ts'
import { type DemoIndicator, indicators } from '../content/indicators.ts'
import type { Stage } from '../stage.ts'

/** Indicators as the secretariats keep them: the years before are entered at once, later ones each in its spring. */
export function playIndicators(stage: Stage, first: Day, today: Day): void {
  const added = addDays(first, -90)
  indicators.forEach((indicator, index) => {
    let slug = ''
    stage.timeline.at(momentOf(added, `09:${10 + index}`), `add the indicator ${indicator.key}`, async at => {
      const { key: _, series: __, corrected: ___, ...terms } = indicator
      const actor = stage.cast.actor('sekretariat.bolig', at)
      ;({ slug } = await addIndicator(actor, terms))
    })
    for (const series of indicator.series)
      playSeries(stage, { indicator, series, index, slug: () => slug }, added, today)
  })
}

interface Scene {
  indicator: DemoIndicator
  series: DemoIndicator['series'][number]
  index: number
  slug: () => string
}

function playSeries(stage: Stage, { indicator, series, index, slug }: Scene, added: Day, today: Day): void {
  const last = yearOf(today) - 1 - (series.until ?? 0)
  series.values.forEach((value, nth) => {
    if (value === null) return
    const year = last - (series.values.length - 1 - nth)
    const spring = day(`${year + 1}-0${indicator.dueMonth - 1}-12`)
    const on = spring < added ? added : spring
    if (on >= today) return
    const corrected = series.place === '' && year === yearOf(today) - 1 ? indicator.corrected : undefined
    const enter = (
      at: Parameters<typeof stage.cast.actor>[1],
      said: { value: number; reason: string; corrects: number | null },
    ) =>
      enterValue(stage.cast.actor(index % 2 === 0 ? 'sekretariat.bolig' : 'sekretariat.kommune', at), {
        indicator: slug(),
        place: series.place === '' ? { level: 'TOWN' } : { level: 'AREA', id: stage.cast.area(series.place) },
        year,
        source: `Opgørelsen for ${year}. Opdigtet.`,
        ...said,
      })
    stage.timeline.at(momentOf(on, `1${index % 5}:${10 + nth}`), `enter ${indicator.key} of ${year}`, async at => {
      await enter(at, { value: corrected?.first ?? value, reason: '', corrects: null })
    })
    const later = addDays(on, 9)
    if (!corrected || later >= today) return
    stage.timeline.at(momentOf(later, '10:20'), `correct ${indicator.key} of ${year}`, async at => {
      const standing = await stage.cast.database.prisma.observation.findFirstOrThrow({
        where: { version: { indicator: { slug: slug() } }, place: { level: 'TOWN' }, year },
      })
      await enter(at, { value, reason: corrected.reason, corrects: standing.id })
    })
  })
}
