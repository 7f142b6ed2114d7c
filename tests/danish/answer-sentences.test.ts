import { expect, test } from 'vitest'
import { ageText, answeredText, briefText, deadlineText } from '../../src/features/ground/answers/index.ts'
import { judgeRow as judgeGoal } from '../../src/features/strategy/implementation/implementation-rules.ts'
import { judgeRow as judgePoint } from '../../src/features/strategy/standards/statements/statement-rules.ts'
import { objectionsToAreas } from '../../src/features/strategy/strategies/strategy-rules.ts'
import { day, instant } from '../../src/kernel/days.ts'
import { faultsOf } from './faults.ts'

// What is put together of an organisation's answers, on the page where it gives them and where others read them.

const at = instant('2026-11-26T09:15:00Z')
const said = { reason: '', evidence: '', seen: null }
const standing = { id: 1, by: 'Karen Holm', reason: '', evidence: '' }

function* sentences(): Generator<string> {
  for (const as of [null, 'Advokaterne i Domhusgården'])
    for (const confirms of [false, true]) yield answeredText({ by: 'Karen Holm', as, at, confirms })
  for (const days of [0, 1, 2, 30, 31, 61, 400, 800]) yield ageText(days)
  for (const today of [day('2026-11-01'), day('2026-11-25'), day('2026-11-26'), day('2026-11-27')])
    for (const missing of [0, 1, 2])
      yield deadlineText({ deadline: day('2026-11-26'), today, missing }, 'Redegørelsen kan stadig afgives.')
  for (const state of ['', 'FULL', 'PARTLY', 'NOT', 'NOT_RELEVANT'])
    for (const confirms of [false, true])
      for (const stands of [null, { ...standing, state: 'FULL' as const }]) {
        const row = { standing: stands, offered: null, field: 'f' }
        const verdict = judgePoint({ ...said, state, confirms }, { ...row, number: 2 })
        if (verdict.kind === 'faults') yield* verdict.faults.map(({ sentence }) => sentence)
      }
  for (const state of ['', 'OPTED_OUT', 'DONE'])
    for (const stands of [null, { ...standing, state: 'PLANNED' as const }]) {
      const verdict = judgeGoal(
        { ...said, state },
        { standing: stands, offered: null, field: 'f', named: 'hele teksten' },
      )
      if (verdict.kind === 'faults') yield* verdict.faults.map(({ sentence }) => sentence)
    }
  const areas = ['Rising', 'Skovparken', 'Vollsmose'].map((name, at) => ({ id: at + 1, name }))
  for (const come of [0, 1, 2])
    for (const gone of [0, 1, 2])
      yield* objectionsToAreas({ areas: null, allAreas: areas.slice(0, gone) }, areas.slice(3 - come)).map(
        ({ sentence }) => sentence,
      )
}

test('are whole Danish sentences, whoever answers what and when', () => {
  const all = [...sentences()]
  expect(all.flatMap(faultsOf)).toEqual([])
  expect(all.length).toBeGreaterThan(40)
})

test('a question is told briefly by its first line, cut between words', () => {
  expect(briefText('**Alle** får et besøg.\n\nOgså børn.')).toBe('Alle får et besøg.')
  expect(briefText('ord '.repeat(60))).toMatch(/^(ord )+…$/)
  expect(briefText('ord '.repeat(60)).length).toBeLessThan(143)
})
