import { readdirSync } from 'node:fs'
import type { RouteSamples } from './samples.ts'

// Apart from what the features' samples are made of: they would wait for this file, which waits for them.

const folders = new URL('../', import.meta.url)

const all: RouteSamples[] = []
for (const file of readdirSync(folders, { recursive: true, encoding: 'utf8' })) {
  if (!/^[^/]+\/samples\.ts$/.test(file) || file.startsWith('support/')) continue
  const { samples } = (await import(new URL(file, folders).href)) as { samples: RouteSamples[] }
  all.push(...samples)
}

/** Those of them with such an answer that tell the most of the route; undefined: a route of a new kind asks for a line. */
export function samplesOf<K extends 'inDemo' | 'anywhere' | 'query'>(
  route: string,
  answer: K,
): RouteSamples | undefined {
  return all
    .filter(one => one[answer] !== undefined && route.startsWith(one.of) && route.includes(one.holding ?? ''))
    .toSorted((some, other) => other.of.length - some.of.length || length(other.holding) - length(some.holding))[0]
}

const length = (text = ''): number => text.length
