import { giveAnswers } from '../../src/features/ground/answers/index.ts'
import { askForStatements, loadOpen, rowName, statementSource } from '../../src/features/strategy/standards/index.ts'
import { day, dayOf, instant } from '../../src/kernel/days.ts'
import { periodOf } from '../../src/kernel/periods.ts'
import { givenStandard } from '../standards/given.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

const at = '2026-03-12T13:00:00.000Z'

/** Two statements on a standard in force: one has been given to all, one its organisation has only begun. */
export async function markedStatements(
  { db }: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  { all, own }: { all: readonly string[]; own: readonly string[] },
): Promise<void> {
  const { slug } = await givenStandard(db, cooperation, {
    title: 'Naboskab i opgangen',
    points: ['Alle får besøg.', 'Alle får et navn.'],
    written: '2026-02-19',
    on: '2026-03-05',
  })
  await askForStatements(cooperation.actor('sekretariat.bolig', at), { slug, year: 2026, deadline: day('2026-12-31') })
  const answered = async (organisation: string, by: string, readers: readonly string[], points: string[]) => {
    const found = await db.prisma.organisation.findUniqueOrThrow({ where: { slug: organisation } })
    const [statement] = await loadOpen(db.prisma, { ...found, ...periodOf(found) }, dayOf(instant(at)))
    const said = (point: string) => ({
      state: 'PARTLY' as const,
      reason: mark(readers, `redegørelse fra ${organisation}, ${point}: begrundelse`),
      evidence: mark(readers, `redegørelse fra ${organisation}, ${point}: dokumentation`),
      seen: null,
    })
    await giveAnswers(cooperation.actor(by, at), [statementSource], {
      organisation,
      rows: Object.fromEntries(points.map(point => [rowName(statement?.roundId ?? 0, point), said(point)])),
    })
  }
  await answered('hoejstrup', 'medlem.hoejstrup', all, ['p1', 'p2'])
  await answered('fab', 'medlem.fab', own, ['p1'])
}
