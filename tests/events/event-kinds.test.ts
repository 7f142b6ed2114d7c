import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isKind, kindNames as kindNamesIn, logOf, sentenceOf } from '../../src/features/reading/events/event-log.ts'
import { features } from '../../src/features.ts'

const log = logOf(features)
const { kinds, subjects } = log
const kindNames = kindNamesIn(log)
const declaredKinds = features.flatMap(({ events }) => (events ? [events.kinds] : []))

/** Where events are written: by `event(…)`, or by the demo that multiplies what it has. */
const writing = ['src', 'src/demo']
  .flatMap(root => readdirSync(root, { recursive: true, encoding: 'utf8' }).map(file => join(root, file)))
  .filter(file => file.endsWith('.ts') && !file.includes('generated') && !file.endsWith('event-kinds.ts'))
  .map(file => readFileSync(file, 'utf8'))
  .filter(text => /\bevent\(/.test(text) || text.includes("table === 'Event'"))

test('every kind that is written is declared', () => {
  const written = writing.flatMap(text => [...text.matchAll(/\bevent\(\s*'(\w+)'/g)].map(match => match[1] ?? ''))
  expect(written.length).toBeGreaterThan(100)
  expect(written.filter(kind => !isKind(log, kind))).toEqual([])
})

test('every kind that is declared is written somewhere', () => {
  const all = writing.join('\n')
  expect(kindNames.filter(kind => !all.includes(`'${kind}'`))).toEqual([])
})

test('every feature that declares kinds is in the log, and no kind is declared twice', () => {
  const files = readdirSync('src/features', { recursive: true, encoding: 'utf8' })
  const declaring = files.filter(file => file.endsWith('event-kinds.ts'))
  expect(declaredKinds).toHaveLength(declaring.length)
  expect(declaredKinds.flatMap(Object.keys).toSorted()).toEqual(kindNames.toSorted())
})

test('what an event is about is told of by one feature', () => {
  const told = features.flatMap(({ events }) => Object.keys(events?.subjects ?? {}))
  expect(told.toSorted()).toEqual([...new Set(told)].toSorted())
  expect(told.toSorted()).toEqual([...new Set(kindNames.map(kind => kinds[kind].subject))].toSorted())
})

test('a kind is read by those for whom its subject says what they read', () => {
  const unread = kindNames.filter(kind => !(kinds[kind].readers in subjects[kinds[kind].subject].readers))
  expect(unread).toEqual([])
})

test.each(kindNames)('%s is told in one sentence', kind => {
  for (const actor of ['Anna Holm', 'Systemet']) {
    const sentence = sentenceOf(log, actor, kind)
    const words = sentence.slice(0, -1).split(' ')
    expect(words.filter((word, at) => word === words[at - 1])).toEqual([])
    expect(words).not.toContain('')
    expect(sentence).toMatch(/^[A-ZÆØÅ][^.:;!?]* [a-zæøå]+ [^.:;!?]*\.$/)
  }
  // It has been done: a verb in the past, the strong ones by name.
  expect(kinds[kind].said).toMatch(/^([a-zæøå]*(ede|te|rede|gjorde|gav|trak|tog|skrev|slog|kom|lagde|fastholdt))[ ,]/)
})
