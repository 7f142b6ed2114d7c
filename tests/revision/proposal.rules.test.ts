import { describe, expect, test } from 'vitest'
import {
  type Amendment,
  amendmentObjections,
  applyAmendment,
  type Clause,
  conflictsAmong,
  type LiveProposal,
  passageOf,
} from '../../src/features/agreement/revision/proposals/proposal-rules.ts'

const tasks: Clause = {
  key: '5',
  number: '5',
  heading: 'Opgaverne',
  body: 'Parterne løfter tre opgaver:\n\n- **Udvikling af strategier**  \nParterne tænker langsigtet\n- **Koordinering**\n\nOpgaverne beskrives hvert år. Parterne tænker sammen.',
}
const organisation: Clause = {
  key: '6',
  number: '6',
  heading: 'Organisationen',
  body: 'Grupperne beslutter de under 4 nævnte opgaver.',
}
const clauses = [tasks, organisation]

const amendment = (given: Partial<Amendment> = {}): Amendment => ({
  kind: 'REPLACE',
  sectionKey: '6',
  heading: '',
  words: 'de under 4 nævnte opgaver',
  text: 'de i § 5 nævnte opgaver',
  ...given,
})
const make = (heading: string, body: string): Clause => ({ key: 'ny', number: '', heading, body })
const textAfter = (given: Partial<Amendment>, key = '6'): string | undefined => {
  const outcome = applyAmendment(clauses, amendment(given), make)
  return 'objection' in outcome ? outcome.objection.sentence : outcome.clauses.find(clause => clause.key === key)?.body
}

describe('the words that a proposal quotes', () => {
  test('are found as they are read, across marks and line breaks', () => {
    const passage = passageOf(tasks.body, 'Udvikling af strategier Parterne tænker langsigtet')
    if (passage === null || passage === 'several') throw new Error('not found')
    expect(tasks.body.slice(passage.start, passage.end)).toBe('Udvikling af strategier**  \nParterne tænker langsigtet')
  })

  test('must stand there, and in one place only', () => {
    expect(passageOf(tasks.body, 'Forvaltningerne')).toBeNull()
    expect(passageOf(tasks.body, 'Parterne tænker')).toBe('several')
    expect(passageOf(tasks.body, '  ')).toBeNull()
    expect(amendmentObjections(amendment({ words: 'noget andet' }), clauses)[0]?.field).toBe('words')
    expect(
      amendmentObjections(amendment({ sectionKey: '5', words: 'Parterne tænker' }), clauses)[0]?.sentence,
    ).toContain('flere steder')
  })
})

describe('a proposal', () => {
  test('says what it would put in the words’ place', () => {
    expect(amendmentObjections(amendment(), clauses)).toEqual([])
    expect(amendmentObjections(amendment({ text: ' ' }), clauses)[0]?.field).toBe('text')
    expect(amendmentObjections(amendment({ text: 'de  under 4 nævnte opgaver' }), clauses)[0]?.sentence).toContain(
      'samme',
    )
    expect(amendmentObjections(amendment({ kind: 'DELETE', text: '' }), clauses)).toEqual([])
    expect(amendmentObjections(amendment({ sectionKey: '9' }), clauses)[0]?.field).toBe('section')
  })

  test('of a new clause has a heading and a text', () => {
    const draft = { kind: 'ADD' as const, words: '', sectionKey: null }
    expect(amendmentObjections(amendment(draft), clauses)[0]?.field).toBe('heading')
    expect(amendmentObjections(amendment({ ...draft, heading: 'Klima' }), clauses)).toEqual([])
  })
})

describe('a proposal taken in', () => {
  test('replaces its words', () => {
    expect(textAfter({})).toBe('Grupperne beslutter de i § 5 nævnte opgaver.')
  })

  test('takes its words away, with the space they leave', () => {
    expect(textAfter({ kind: 'DELETE', words: 'under 4 nævnte' })).toBe('Grupperne beslutter de opgaver.')
    const left = textAfter({ kind: 'DELETE', sectionKey: '5', words: 'Koordinering' }, '5')
    expect(left).toContain('Parterne tænker langsigtet\n\nOpgaverne beskrives')
  })

  test('adds within a line, as a paragraph, or as one more item', () => {
    expect(textAfter({ kind: 'ADD', words: 'beslutter', text: 'og drøfter' })).toBe(
      'Grupperne beslutter og drøfter de under 4 nævnte opgaver.',
    )
    expect(textAfter({ kind: 'ADD', words: '', text: 'Grupperne mødes.' })).toBe(
      'Grupperne beslutter de under 4 nævnte opgaver.\n\nGrupperne mødes.',
    )
    expect(
      textAfter({ kind: 'ADD', sectionKey: '5', words: 'Parterne tænker langsigtet', text: 'Og grønt' }, '5'),
    ).toContain('langsigtet\n\nOg grønt\n')
  })

  test('puts a new section last, takes a whole one away, and numbers what is left', () => {
    const titles = (given: Partial<Amendment>) => {
      const outcome = applyAmendment(clauses, amendment(given), make)
      return 'clauses' in outcome && outcome.clauses.map(({ number, heading }) => `${number} ${heading}`)
    }
    expect(titles({ kind: 'ADD', sectionKey: null, heading: 'Klima', text: 'Parterne bygger grønt.' })).toEqual([
      '1 Opgaverne',
      '2 Organisationen',
      '3 Klima',
    ])
    expect(titles({ kind: 'DELETE', sectionKey: '5', words: '' })).toEqual(['1 Organisationen'])
  })

  test('says so when its words are gone', () => {
    expect(textAfter({ words: 'forsvundne ord' })).toContain('Ordene står ikke længere i udkastet')
  })
})

describe('two proposals', () => {
  let id = 0
  const live = (given: Partial<LiveProposal>): LiveProposal => ({ ...amendment(), id: ++id, state: 'OPEN', ...given })
  const among = (...given: Partial<LiveProposal>[]) => {
    id = 0
    return conflictsAmong(clauses, given.map(live))
  }

  test('on the same words are in conflict', () => {
    expect(among({}, { words: 'under 4', text: 'under § 5' })).toEqual([
      { firstId: 1, secondId: 2, sectionKey: '6', words: 'under 4' },
    ])
    expect(among({}, { kind: 'DELETE', words: '' })).toHaveLength(1)
    expect(among({}, { kind: 'ADD', words: 'nævnte opgaver', text: 'og andre' })).toHaveLength(1)
  })

  test('on words beside each other, or in different clauses, are not', () => {
    expect(among({}, { words: 'Grupperne beslutter', text: 'Gruppen beslutter' })).toEqual([])
    expect(among({}, { sectionKey: '5', words: 'hvert år', text: 'hvert tredje år' })).toEqual([])
  })

  test('that both add live together, but not with the clause’s disappearance', () => {
    const added = { kind: 'ADD' as const, words: '', text: 'Mere.' }
    expect(among(added, added)).toEqual([])
    expect(among(added, { kind: 'DELETE', words: '' })).toHaveLength(1)
    expect(among(added, {})).toEqual([])
  })

  test('count only while both are open', () => {
    for (const state of ['TAKEN_IN', 'ADAPTED', 'DECLINED', 'WITHDRAWN'] as const) {
      expect(among({}, { state })).toEqual([])
    }
  })

  test('three on the same words are three pairs', () => {
    expect(among({}, {}, {}).map(({ firstId, secondId }) => [firstId, secondId])).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ])
  })
})
