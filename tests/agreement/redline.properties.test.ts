import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { redline } from '../../src/features/agreement/agreement/redline/redline.ts'
import type { AgreementText } from '../../src/features/agreement/agreement/version/agreement-text.ts'
import { renderDocument } from '../../src/kernel/markdown/document-markdown.ts'
import { renderMarkdown } from '../../src/kernel/markdown/markdown.ts'
import { dearTexts as corpus, shuffledWords as shuffled } from '../support/dear-texts.ts'
import { deep } from '../support/runs.ts'

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
