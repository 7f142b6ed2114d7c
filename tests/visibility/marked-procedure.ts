import { addSection, beginProcedure, editSection, parametersOn } from '../../src/features/decisions/procedure/index.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

/** Rules of procedure that the secretariats write, and nobody else has seen. */
export async function markedProcedure(
  cooperation: Cooperation,
  mark: Marking,
  { secretaries }: { secretaries: readonly string[] },
  now: string,
): Promise<void> {
  const [housing, municipality] = [
    cooperation.actor('sekretariat.bolig', now),
    cooperation.actor('sekretariat.kommune', now),
  ]
  const { slug } = await beginProcedure(housing, parametersOn(housing, housing.today))
  await editSection(municipality, {
    ...{ slug, version: 1, key: 'a1' },
    heading: mark(secretaries, 'forretningsorden: overskrift'),
    text: mark(secretaries, 'forretningsorden: afsnit'),
  })
  await addSection(housing, {
    slug,
    version: 2,
    heading: 'Gæster',
    text: mark(secretaries, 'forretningsorden: nyt afsnit'),
  })
}
