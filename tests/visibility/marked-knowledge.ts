import { beginMethod, saveTerm } from '../../src/features/strategy/assessments/index.ts'
import { recordList } from '../../src/features/strategy/lists/index.ts'
import { day } from '../../src/kernel/days.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Mark = (by: readonly string[], what: string) => string

/** A list is the authorities' own and read by everybody of the parties; a method on its way is the secretariats'. */
export async function markedKnowledge(
  { db }: TestApp,
  cooperation: Cooperation,
  mark: Mark,
  { all, secretaries }: { all: readonly string[]; secretaries: readonly string[] },
  now: string,
): Promise<void> {
  const housing = cooperation.actor('sekretariat.bolig', now)
  const area = await db.prisma.housingArea.findFirstOrThrow({ where: { to: null }, orderBy: { from: 'asc' } })
  await recordList(housing, {
    ...{ kind: 'VULNERABLE', issuedOn: day(now.slice(0, 10)), rule: null, files: [] },
    ...{ issuer: mark(all, 'liste: udsteder'), source: mark(all, 'liste: kilde'), note: mark(all, 'liste: note') },
    entries: [{ areaId: area.id, name: mark(all, 'liste: navn'), residents: 1200, figures: {}, met: null }],
  })
  // The address keeps the first title.
  const { slug } = await beginMethod(housing, {
    title: 'metode under udarbejdelse',
    purpose: mark(secretaries, 'metode: formål'),
    reviewMonths: 12,
  })
  const indicator = await db.prisma.indicator.findFirstOrThrow()
  await saveTerm(housing, {
    ...{ slug, version: 1, key: null },
    draft: {
      ...{ indicatorId: indicator.id, worse: 'HIGHER', yardstick: 'THRESHOLD', limit: 10, yearsBack: null },
      ...{ bands: [{ from: 0, points: 1 }], floor: null },
    },
  })
}
