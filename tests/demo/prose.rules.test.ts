import { expect, test } from 'vitest'
import * as firstYear from '../../src/demo/content/joint-first-year.ts'
import * as now from '../../src/demo/content/joint-now.ts'
import * as secondYear from '../../src/demo/content/joint-second-year.ts'
import * as thirdYear from '../../src/demo/content/joint-third-year.ts'
import { prose } from '../../src/demo/content/types.ts'

test('a line that the file’s width ended goes on, and lists, tables and paragraphs keep their lines', () => {
  expect(prose`Den ene model
    er dyr, og
    2030 er langt væk.

    Den anden er billig:
    - den bruger ét hus
      og to ansatte
    - den kan begynde nu

    1. først
    2. så

    | a | b |
    | - | - |`).toBe(
    'Den ene model er dyr, og 2030 er langt væk.\n\nDen anden er billig:\n- den bruger ét hus og to ansatte\n- den kan begynde nu\n\n1. først\n2. så\n\n| a | b |\n| - | - |',
  )
})

test('no text of the demo breaks a line inside a sentence', () => {
  const texts = [...JSON.stringify([firstYear, secondYear, thirdYear, now]).matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text = '']) => text)
    .filter(text => text.includes('\\n'))
  expect(texts.length).toBeGreaterThan(10)
  expect(texts.filter(text => /[^\\n]\\n(?!\\n| *- | *\d+\. | *\||#|>)/.test(text.replaceAll('\\n\\n', '¶')))).toEqual(
    [],
  )
})
