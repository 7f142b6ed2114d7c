import type { Database } from '../../src/database/database.ts'
import { addPoint, beginStandard, standardKind } from '../../src/features/strategy/standards/index.ts'
import type { StandardContent } from '../../src/features/strategy/standards/standard-content.ts'
import { adoptText } from '../adoption/given.ts'
import type { Cooperation } from '../support/builders.ts'

/** A standard in force from the day of a joint meeting, whose minutes are out. */
export async function givenStandard(
  db: Database,
  cooperation: Cooperation,
  given: { title: string; appliesTo?: StandardContent['appliesTo']; points: string[]; written: string; on: string },
): Promise<{ slug: string }> {
  const { title, appliesTo = 'ALL', points, written, on } = given
  const before = `${written}T09:00:00.000Z`
  const { slug } = await beginStandard(cooperation.actor('sekretariat.bolig', before), {
    title,
    purpose: 'Et formål.',
    appliesTo,
  })
  for (const [index, text] of points.entries())
    await addPoint(cooperation.actor('sekretariat.kommune', before), {
      slug,
      version: index + 1,
      text,
      evidence: 'En liste.',
    })
  await adoptNewest(db, cooperation, slug, { written, on })
  return { slug }
}

/** The newest draft of a standard, adopted at a joint meeting. */
export const adoptNewest = (
  db: Database,
  cooperation: Cooperation,
  slug: string,
  when: { written: string; on: string },
): Promise<void> => adoptText(db, cooperation, standardKind, { slug, ...when })
