import { giveAnswers } from '../../src/features/ground/answers/index.ts'
import { askImplementation, implementationSource, rowName } from '../../src/features/strategy/implementation/index.ts'
import { addAction, beginPlan, editIntro } from '../../src/features/strategy/plans/index.ts'
import { addPart, beginStrategy, strategyKind } from '../../src/features/strategy/strategies/index.ts'
import { day } from '../../src/kernel/days.ts'
import { adoptText } from '../adoption/given.ts'
import { head } from '../strategies/given.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

/** Under a policy in force: a plan that only the secretariats have seen, and what an organisation tells all of a goal. */
export async function markedPlan(
  { db }: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  { all, secretaries }: { all: readonly string[]; secretaries: readonly string[] },
  now: string,
): Promise<void> {
  const before = cooperation.actor('sekretariat.bolig', '2026-02-19T08:00:00.000Z')
  const { slug } = await beginStrategy(before, head(cooperation, { type: 'POLICY', title: 'Naboer' }))
  const part = { title: 'Naboskab', text: 'Naboer kender hinanden.' }
  await addPart(before, { slug, version: 1, kind: 'section', owner: null, said: part })
  await addPart(before, { slug, version: 2, kind: 'star', owner: null, said: part })
  await addPart(before, { slug, version: 3, kind: 'goal', owner: 'p1', said: part })
  await adoptText(db, cooperation, strategyKind, { slug, written: '2026-02-19', on: '2026-03-06' })
  const { id: strategyId } = await db.prisma.sharedText.findFirstOrThrow({ where: { kind: 'strategier', slug } })

  const municipality = cooperation.actor('sekretariat.kommune', now)
  const of = (what: string) => mark(secretaries, `handlingsplan under udarbejdelse: ${what}`)
  const plan = await beginPlan(municipality, { strategyId, year: 2026, carry: false })
  await editIntro(municipality, { slug: plan.slug, version: 1, intro: of('indledning') })
  const said = {
    title: of('handling'),
    text: of('beskrivelse'),
    goal: 'm1',
    organisationId: cooperation.organisation('hoejstrup'),
    personId: null,
    partners: of('samarbejdspartnere'),
    areaId: null,
    deadline: day('2026-09-30'),
  }
  await addAction(municipality, { slug: plan.slug, version: 2, said })

  await askImplementation(municipality, { half: { year: 2026, half: 1 }, deadline: day('2026-05-15') })
  const { id } = await db.prisma.implementationSubject.findFirstOrThrow({ where: { textId: strategyId } })
  const row = {
    state: 'OPTED_OUT',
    reason: mark(all, 'gennemførelse: begrundelse'),
    evidence: mark(all, 'gennemførelse: dokumentation'),
    seen: null,
  }
  await giveAnswers(cooperation.actor('medlem.hoejstrup', now), [implementationSource], {
    organisation: 'hoejstrup',
    rows: { [rowName(id, 'm1')]: row },
  })
}
