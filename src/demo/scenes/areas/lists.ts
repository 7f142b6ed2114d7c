import { chooseSources, enterReferences, recordList } from '../../../features/strategy/lists/index.ts'
import { addDays, addWorkdays, type Day, day, momentOf } from '../../../kernel/days.ts'
import { smallPdf } from '../../pdf.ts'
import { criterionSources, demoLists, demoReferences } from '../../places/lists.ts'
import type { Stage } from '../../stage.ts'

/** The lists are entered a list at a time, when the places stand: they are older than the portal. */
export function playLists(stage: Stage, first: Day, today: Day): void {
  chooseIndicators(stage, today)
  const on = addDays(first, -80)
  const by = 'sekretariat.kommune'
  stage.timeline.at(momentOf(on, '09:00'), 'enter the references of lists', at =>
    enterReferences(stage.cast.actor(by, at), demoReferences),
  )
  demoLists.forEach(({ kind, issuedOn, entries }, index) => {
    const police = kind === 'POLICE'
    stage.timeline.at(momentOf(on, `10:${10 + index}`), `record the list ${kind} of ${issuedOn}`, async at => {
      await recordList(stage.cast.actor(by, at), {
        ...{ kind, issuedOn: day(issuedOn), rule: null, files: kind === 'VULNERABLE' ? [listFile(issuedOn)] : [] },
        issuer: police ? 'Politiet' : 'Ministeriet',
        source: `Listen pr. ${issuedOn.slice(8)}.${issuedOn.slice(5, 7)}.${issuedOn.slice(0, 4)}`,
        note: 'Demo: Hvilke områder der stod på listerne i 2018 og 2020, og Risings afstand til grænsen i 2020 er kendt. Alle andre tal er opdigtet.',
        entries: entries.map(({ area, name = area, ...entry }) => ({
          ...entry,
          ...{ areaId: stage.cast.area(area), name },
        })),
      })
    })
  })
}

/** Which indicators measure the criteria, when there are figures of them. */
function chooseIndicators(stage: Stage, today: Day): void {
  stage.timeline.at(momentOf(addWorkdays(today, -5), '12:40'), 'choose indicators for early warning', async at => {
    const known = await stage.cast.database.prisma.indicator.findMany({ select: { id: true, name: true } })
    const chosen = criterionSources.flatMap(({ key, indicator }) => {
      const found = known.find(({ name }) => name === indicator)
      return found ? [{ key, indicatorId: found.id }] : []
    })
    await chooseSources(stage.cast.actor('sekretariat.kommune', at), chosen)
  })
}

const listFile = (issuedOn: string) => ({
  name: `liste-${issuedOn}.pdf`,
  buffer: smallPdf('Udsatte boligområder', ['Opdigtet fil til demoen.']),
})
