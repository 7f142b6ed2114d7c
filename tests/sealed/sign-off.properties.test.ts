import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, Side } from '../../src/access/actor.ts'
import {
  changedMeanwhile,
  giveSignOff,
  type SignedThing,
  type SignOffFacts,
  unsignedSides,
  withdrawSignOff,
} from '../../src/features/ground/sealed/index.ts'
import { instant } from '../../src/kernel/days.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { runs } from '../support/runs.ts'

const at = instant('2026-11-20T10:00:00.000Z')
const secretary = (side: Side): Actor =>
  ({
    personId: side === 'HOUSING' ? 1 : 2,
    at,
    seats: [{ bodyId: 9, bodyKind: 'SECRETARIAT', bodySide: side, role: 'MEMBER' }],
  }) as unknown as Actor

/** Sign-offs as a feature keeps them, with what is signed and the hash that each secretariat has before it. */
function standard() {
  const rows: SignOffFacts[] = []
  const thing: SignedThing = {
    of: { side: null },
    right: 'runRevision',
    table: {
      given: async () => rows,
      store: async ({ side, hash }) => rows.push({ side, hash, voidedAt: null }),
      async void({ at: voidedAt, side }) {
        const standing = rows.filter(row => row.voidedAt === null && (side === undefined || row.side === side))
        for (const row of standing) row.voidedAt = voidedAt
        return standing.length
      },
    },
  }
  return { rows, thing }
}

const side = fc.constantFrom<Side>('HOUSING', 'MUNICIPALITY')
const step = fc.oneof(
  fc.record({ kind: fc.constant('read' as const), side }),
  fc.record({ kind: fc.constant('sign' as const), side }),
  fc.record({ kind: fc.constant('withdraw' as const), side }),
  fc.record({ kind: fc.constant('edit' as const), text: fc.constantFrom('a', 'b', 'c') }),
)

test('whatever is edited, signed and taken back: it is signed off when both have signed what they saw and what stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
      const { rows, thing } = standard()
      let text = 'a'
      const seen: Record<Side, string> = { HOUSING: text, MUNICIPALITY: text }
      const signed = new Set<Side>()
      for (const taken of steps) {
        if (taken.kind === 'read') seen[taken.side] = text
        if (taken.kind === 'edit' && taken.text !== text) {
          text = taken.text
          await thing.table.void({ at, reason: 'teksten er ændret' })
          signed.clear()
        }
        if (taken.kind === 'sign') {
          const given = giveSignOff(secretary(taken.side), thing, { shown: seen[taken.side], current: text })
          const outcome = await given.catch(refused => refused as Refusal)
          if (seen[taken.side] !== text) expect((outcome as Refusal).message).toBe(changedMeanwhile)
          else if (signed.has(taken.side)) expect((outcome as Refusal).message).toContain('har allerede godkendt')
          else {
            signed.add(taken.side)
            expect(outcome).toEqual({ side: taken.side, complete: signed.size === 2 })
          }
        }
        if (taken.kind === 'withdraw') {
          const none = 'Der er ingen godkendelse at trække tilbage.'
          const outcome = await withdrawSignOff(secretary(taken.side), thing, { none }).catch(refused => refused)
          expect(outcome instanceof Refusal).toBe(!signed.delete(taken.side))
        }
        expect(unsignedSides(thing.of, rows, text)).toEqual(
          (['HOUSING', 'MUNICIPALITY'] as const).filter(one => !signed.has(one)),
        )
      }
    }),
    runs(150, 5000),
  )
})
