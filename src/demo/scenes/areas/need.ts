import { readTable } from '../../../features/ground/table-import/index.ts'
import {
  citeVersion,
  publishEstimate,
  saveVacancies,
  supersedeEstimate,
  tellChange,
  vacancyTable,
} from '../../../features/strategy/need/index.ts'
import { addDays, addWorkdays, type Day, type Instant, momentOf, yearOf } from '../../../kernel/days.ts'
import {
  demoChanges,
  demoEstimates,
  municipalLines,
  organisationsLines,
  vacancyFile,
  youngLines,
} from '../../places/need.ts'
import type { Stage } from '../../stage.ts'

const kommune = 'sekretariat.kommune'
const bolig = 'sekretariat.bolig'

/** The need for housing: three estimates beside each other, one of them in its second version, which a decision cites. */
export function playNeed(stage: Stage, today: Day): void {
  const at = (days: number, time: string, what: string, run: (at: Instant) => Promise<unknown>) =>
    stage.timeline.at(momentOf(addWorkdays(today, -days), time), what, async moment => void (await run(moment)))
  playEstimates(stage, today, at)
  at(30, '10:20', 'tell which homes come and go', async moment => {
    for (const { ahead, district, homes, ...change } of demoChanges) {
      const { prisma } = stage.cast.database
      const place = await prisma.district.findFirstOrThrow({ where: { name: district } })
      const named = 'estate' in change ? await prisma.estate.findFirstOrThrow({ where: { name: change.estate } }) : null
      const [family, youth, elderly] = homes
      await tellChange(stage.cast.actor(kommune, moment), {
        ...{ name: change.name, kind: change.kind, state: change.state, year: yearOf(today) + ahead },
        ...{ districtId: place.id, estateId: named?.id ?? null, family, youth, elderly, other: 0 },
        origin: 'Opdigtet eksempel',
      })
    }
  })
  for (const back of [2, 1])
    at(40 + back, '09:40', `count the homes that stand empty, ${back} years back`, async moment => {
      const text = vacancyFile(yearOf(today) - back, stage.cast.organisationName)
      const file = readTable(vacancyTable, text, 'source')
      await saveVacancies(stage.cast.actor(bolig, moment), file, null)
    })
}

type At = (days: number, time: string, what: string, run: (at: Instant) => Promise<unknown>) => void

function playEstimates(stage: Stage, today: Day, at: At): void {
  const { municipal, organisations, young } = demoEstimates
  let number = ''
  const first = addWorkdays(today, -60)
  const draft = { title: municipal.title, method: municipal.method, origin: municipal.source }
  at(60, '09:10', 'estimate the need', async moment => {
    const published = await publishEstimate(stage.cast.actor(kommune, moment), {
      ...draft,
      ...{ organisationId: stage.cast.organisation(municipal.by), status: 'PRELIMINARY' },
      ...{ calculatedOn: addDays(first, -10), source: municipalLines(today, 0.008) },
    })
    number = published.number
  })
  const others = [
    { of: organisations, source: organisationsLines(today), status: 'WORKING' as const, days: 50 },
    { of: young, source: youngLines(today), status: 'FINAL' as const, days: 45 },
  ]
  for (const { of, source, status, days } of others)
    at(days, '09:20', `estimate the need by ${of.by}`, moment =>
      publishEstimate(stage.cast.actor(bolig, moment), {
        ...{ organisationId: stage.cast.organisation(of.by), title: of.title, method: of.method, origin: of.source },
        ...{ status, calculatedOn: addWorkdays(today, -days - 5), source },
      }),
    )
  at(20, '09:30', 'supersede the estimate', moment =>
    supersedeEstimate(stage.cast.actor(kommune, moment), {
      ...{ ...draft, number, version: 1, changed: municipal.changed, status: 'FINAL' },
      ...{ calculatedOn: addWorkdays(today, -25), source: municipalLines(today, 0.006) },
    }),
  )
  at(1, '09:50', 'cite the estimate', async moment => {
    const decision = await stage.cast.database.prisma.decision.findFirst({
      where: { title: { contains: 'almene boliger' } },
      orderBy: { id: 'desc' },
    })
    if (!decision) return
    await citeVersion(stage.cast.actor(kommune, moment), { number, version: 1, decisionId: decision.id })
  })
}
