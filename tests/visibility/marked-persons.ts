import { randomUUID } from 'node:crypto'
import { recordSecurity } from '../../src/access/security-log.ts'
import { addArea, addDistrict, addEstate } from '../../src/features/ground/places/index.ts'
import { day, instant } from '../../src/kernel/days.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

/** What is one person's own, what the person and the administrator read of an account, and a place, which everyone does. */
export async function markedPersons(
  { db, formStore }: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  all: readonly string[],
): Promise<string[]> {
  const at = instant('2026-03-12T08:00:00.000Z')
  const drafts: string[] = []
  for (const [writer, action, page] of [
    ['sekretariat.bolig', '/sager', '/sager/ny'],
    ['sekretariat.kommune', '/sager', '/sager/ny'],
    ['formand', '/punktforslag', '/punktforslag/nyt'],
    ['medlem.fab', '/punktforslag', '/punktforslag/nyt'],
  ] as const) {
    const own = (what: string) => mark([writer], `kladde af ${writer}: ${what}`)
    const text = own('tekst')
    const draft = {
      personId: cooperation.person(writer),
      form: `${randomUUID()}.1`,
      action,
      page,
      title: own('overskrift'),
      fields: { title: own('titel'), summary: text, text },
      reason: 'typed' as const,
      savedAt: at,
      typedAt: Date.parse(at),
    }
    formStore.keepDraft(draft)
    drafts.push(`/kladder/${draft.form}?side=%2F`)
  }
  for (const kind of ['REFUSED', 'PASSWORD_WRONG'] as const)
    await recordSecurity(db, at, {
      kind,
      personId: cooperation.person('formand'),
      place: mark(['administrator', 'formand'], `sikkerhedslog: sted, ${kind}`),
      // What was refused is kept as a method and an address.
      detail: `${kind === 'REFUSED' ? 'GET ' : ''}${mark(['administrator', 'formand'], `sikkerhedslog: ${kind}`)}`,
    })
  const secretary = cooperation.actor('sekretariat.bolig', at)
  const from = day('2026-01-01')
  const { id: districtId } = await addDistrict(secretary, {
    name: mark(all, 'bydel: navn'),
    definition: mark(all, 'bydel: inddeling'),
    source: mark(all, 'bydel: kilde'),
    from,
  })
  await addArea(secretary, { name: mark(all, 'boligområde: navn'), districtId, from })
  await addEstate(secretary, {
    number: '7',
    name: mark(all, 'afdeling: navn'),
    built: 1972,
    from,
    ownerId: cooperation.organisation('fab'),
    districtId,
    homes: { family: 40, youth: 0, elderly: 0, other: 0 },
    note: mark(all, 'afdeling: bemærkning'),
  })
  return drafts
}
