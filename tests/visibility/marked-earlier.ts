import type { Actor } from '../../src/access/actor.ts'
import { smallPdf } from '../../src/demo/pdf.ts'
import { enterRecord, type NewRecord, withdrawRecord } from '../../src/features/meetings/earlier/index.ts'
import { day } from '../../src/kernel/days.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

interface Readers {
  all: readonly string[]
  inside: readonly string[]
  secretaries: readonly string[]
  /** Who reads what is the housing strategy group's own. */
  housing: readonly string[]
}

/** Documents from before the portal: open, closed, a side's own, withdrawn; each of their texts and files is marked. */
export async function markedEarlier(
  { db }: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  { all, inside, secretaries, housing }: Readers,
  now: string,
): Promise<void> {
  const secretary = (name: string): Actor => cooperation.actor(name, now)
  let files = 0
  const document = (by: readonly string[], what: string): Omit<NewRecord, 'bodyId'> => {
    files += 1
    return {
      kind: 'MINUTES',
      date: { day: day('2007-03-14'), precision: 'DAY' },
      number: mark(by, `${what}: nummer`),
      title: mark(by, `${what}: titel`),
      text: mark(by, `${what}: tekst`),
      caseId: null,
      closed: false,
      closedReason: '',
      publicTitle: '',
      position: true,
      positionUntil: null,
      files: [{ name: `${mark(by, `${what}: filnavn`)}.pdf`, buffer: smallPdf('Referat', [`Nummer ${files}`]) }],
    }
  }
  const shared = await db.prisma.case.findFirst({ where: { sideInternal: null, withheld: false } })
  const joint = cooperation.body('faelles-gruppe')
  await enterRecord(secretary('sekretariat.bolig'), {
    ...document(all, 'før portalen, åbent'),
    bodyId: joint,
    caseId: shared?.id ?? null,
  })
  await enterRecord(secretary('sekretariat.kommune'), {
    ...document(inside, 'før portalen, lukket'),
    bodyId: joint,
    caseId: shared?.id ?? null,
    closed: true,
    closedReason: 'Tavshedspligt',
    publicTitle: 'Lukket referat',
  })
  await enterRecord(secretary('sekretariat.bolig'), {
    ...document(housing, 'før portalen, boligparten'),
    bodyId: cooperation.body('strategigruppe-bolig'),
  })
  const mistaken = await enterRecord(secretary('sekretariat.bolig'), {
    ...document(secretaries, 'før portalen, trukket tilbage'),
    bodyId: joint,
  })
  await withdrawRecord(secretary('sekretariat.kommune'), {
    recordId: mistaken.id,
    version: 1,
    reason: mark(secretaries, 'før portalen: begrundelse for tilbagetrækning'),
  })
}
