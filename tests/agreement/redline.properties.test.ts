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

/** Milliseconds of processor time of the dearest act: what else the machine does is none of it. */
const dearest = (acts: (() => unknown)[]): number =>
  Math.max(...acts.map(act => Math.min(...[1, 2, 3].map(() => cost(act)))))

function cost(act: () => unknown): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

describe.runIf(deep)('no text holds the event loop', () => {
  test('to be shown', () => {
    expect(dearest(corpus.map(text => () => renderMarkdown(text)))).toBeLessThan(50)
  })

  test('as a part of the agreement', () => {
    expect(dearest(corpus.map(text => () => renderDocument(text.slice(0, 40_000))))).toBeLessThan(50)
  })

  test('to be compared', () => {
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
    expect(dearest(acts)).toBeLessThan(50)
  })
})
