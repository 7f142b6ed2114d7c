import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { AgreementText } from '../../src/features/agreement/agreement-text.ts'
import { redline } from '../../src/features/agreement/redline.ts'
import { renderDocument } from '../../src/kernel/document-markdown.ts'
import { renderMarkdown } from '../../src/kernel/markdown.ts'
import { deep } from '../support/runs.ts'

const most = 50_000
const filled = (part: string) => part.repeat(Math.ceil(most / part.length)).slice(0, most)
const shuffled = (step: number, line = ' ') =>
  Array.from({ length: 4000 }, (_, at) => `ord${(at * step) % 3989}`).join(line)

/** Texts that cost readers of Markdown dearly. */
const corpus = [
  '*a',
  '**a',
  '**a** ',
  '_a_ ',
  '_a',
  '[',
  '![',
  '[a](',
  '`',
  '- ',
  '> ',
  '1. ',
  '- a\n',
  '1. a\n2. a\n',
  'a\n',
  'a\tb\n',
  '<',
  '&',
  'http://',
  'http://a.dk ',
  'a@b.dk ',
  'www.',
  '\\',
  '~~',
  '|',
  '|a|b|\n|-|-|\n',
  '  - a\n',
  '((((',
  '.',
  '\t',
  'a:b@',
  '_*_*',
  '§ 5, stk. ',
  '1.000.',
  'kl. ',
].map(filled)
corpus.push(
  `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${filled('|b')}`,
  Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}- a`).join('\n'),
)

const agreementOf = (body: string): AgreementText => ({
  title: ['Aftale'],
  parties: 'alle',
  dateText: 'maj 2026',
  sections: [{ key: 'et', number: '1', heading: 'Et', body }],
  appendices: [],
})

/** The longest that the event loop was held by any of the acts, in milliseconds. */
async function longestTurn(acts: (() => unknown)[]): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  for (let round = 0; round < 2; round += 1) {
    delay.reset()
    delay.enable()
    for (const act of acts) {
      await turn()
      act()
      await turn()
    }
    delay.disable()
  }
  return delay.max / 1e6
}

describe.runIf(deep)('no text holds the event loop', () => {
  test('to be shown', async () => {
    expect(await longestTurn(corpus.map(text => () => renderMarkdown(text)))).toBeLessThan(50)
  })

  test('as a part of the agreement', async () => {
    expect(await longestTurn(corpus.map(text => () => renderDocument(text.slice(0, 40_000))))).toBeLessThan(50)
  })

  test('to be compared', async () => {
    const pairs = [
      ...corpus.map((text, at) => [text, corpus[(at + 1) % corpus.length] ?? '']),
      [shuffled(7), shuffled(11)],
      [shuffled(7, '\n\n'), shuffled(11, '\n\n')],
      [shuffled(7, '. '), shuffled(11, '. ')],
    ]
    const acts = pairs.map(
      ([old = '', now = '']) =>
        () =>
          redline(agreementOf(old), agreementOf(now)),
    )
    expect(await longestTurn(acts)).toBeLessThan(50)
  })
})
