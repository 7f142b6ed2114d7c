import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// How rows are read: as they are described, and by one reader. See src/database/rows.ts.

const sources = (readdirSync('src', { recursive: true }) as string[])
  .map(file => join('src', file))
  .filter(file => file.endsWith('.ts') && !file.startsWith('src/database/generated/'))
const linesWith = (wanted: RegExp, files: readonly string[]): string[] =>
  files.flatMap(file =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => wanted.test(line))
      .map(line => `${file}: ${line.trim()}`),
  )

test('rows are described once, where the file begins: made anew at each call, their statement would be prepared anew', () => {
  const describing = sources.filter(
    file =>
      file !== 'src/database/rows.ts' &&
      /import \{[^}]*\browsOf\b[^}]*\} from '[^']*database\/rows\.ts'/.test(readFileSync(file, 'utf8')),
  )
  expect(describing.length).toBeGreaterThan(50)
  expect(linesWith(/(?<!const \w+ = )\browsOf\(/, describing)).toEqual([])
  expect(linesWith(/^\s+const \w+ = rowsOf\(/, describing)).toEqual([])
})

test('only what looks the file itself over reads rows that nobody has described', () => {
  const others = sources.filter(file => !file.startsWith('src/database/') && file !== 'src/cli.ts')
  expect(linesWith(/\$queryRaw|\.asStored\b/, others)).toEqual([])
})

test('nothing says of a text that it is a day or a moment without looking: dayInRow and momentInRow look', () => {
  const calendar = join('src', 'kernel', 'days.ts')
  expect(
    linesWith(
      /\bas (?:Day|Instant)\b/,
      sources.filter(file => file !== calendar),
    ),
  ).toEqual([])
})
