import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'

/** Reads what Chromium prints: poppler's, which a machine without it lacks. */
export const readsPaper = spawnSync('pdftotext', ['-v']).error === undefined

if (!readsPaper) process.stderr.write('\n!!! No pdftotext found (poppler-utils): the tests of paper are SKIPPED.\n\n')

interface Sheet {
  /** Lines from above, without what stands in the margins. */
  lines: string[]
  /** »Side 1 af 3«. */
  number: string
  /** How far down the page its last line reaches, of what the margins leave: 0 to 1. */
  filled: number
}

/** The page as it is printed on A4, sheet by sheet. */
export async function printed(page: Page): Promise<Sheet[]> {
  const input = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  const { stdout, status, stderr } = spawnSync('pdftotext', ['-bbox', '-', '-'], { input, maxBuffer: 100_000_000 })
  if (status !== 0) throw new Error(`pdftotext: ${stderr}`)
  return String(stdout).split('<page ').slice(1).map(sheetOf)
}

const top = (20 / 25.4) * 72
const foot = (22 / 25.4) * 72

function sheetOf(text: string): Sheet {
  const height = Number(/height="([\d.]+)"/.exec(text)?.[1])
  const words = [...text.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(
    ([, from, to, word]) => ({ from: Number(from), to: Number(to), word: unescaped(word ?? '') }),
  )
  const inside = words.filter(({ to }) => to <= height - foot + 4)
  const lines: { at: number; words: string[] }[] = []
  for (const { to, word } of inside.sort((one, other) => one.to - other.to)) {
    const line = lines.at(-1)
    if (line && to - line.at < 3) line.words.push(word)
    else lines.push({ at: to, words: [word] })
  }
  return {
    lines: lines.map(line => line.words.join(' ')),
    number: words
      .filter(({ from }) => from > height - foot)
      .map(({ word }) => word)
      .join(' '),
    filled: ((lines.at(-1)?.at ?? 0) - top) / (height - top - foot),
  }
}

const unescaped = (word: string): string =>
  word
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
