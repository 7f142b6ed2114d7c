import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
// @ts-expect-error: the page's own scripts carry no types
import { decorations } from '../../public/js/rich-text/decorations.js'
// @ts-expect-error: the page's own scripts carry no types
import { listOf, newLine } from '../../public/js/rich-text/line-commands.js'
// @ts-expect-error: the page's own scripts carry no types
import { nextMark } from '../../public/js/rich-text/list-lines.js'
// @ts-expect-error: the page's own scripts carry no types
import { readText } from '../../public/js/rich-text/read-text.js'
// @ts-expect-error: the page's own scripts carry no types
import { schema } from '../../public/js/rich-text/schema.js'
// @ts-expect-error: the page's own scripts carry no types
import { dropColumn, newRow } from '../../public/js/rich-text/table-commands.js'
// @ts-expect-error: the page's own scripts carry no types
import { writeText } from '../../public/js/rich-text/write-text.js'
// @ts-expect-error: made from packages, and typed there
import { EditorState, TextSelection } from '../../public/vendor/editor-library.js'
import { renderMarkdown } from '../../src/kernel/markdown/markdown.ts'
import { runs } from '../support/runs.ts'

/** The editor holds what the field holds, and writes back what was edited and nothing else. */

const odd = [
  '',
  '\n\n',
  '  indrykket\n\tmed tab',
  'Linje\u000bblød linje\u2028og en til',
  '* stjerne\n+ plus\n# nummer\n> citat\n`kode`',
  '1) et\n7) syv\n- \n-\n•\tWord',
  '**fed** og **ikke fed\n_kursiv_, sti_med_streger og **_begge_**',
  'a\tb\n\tc\nd\t\n\nfri\ttekst',
  'A\tB\nC\tD\nog videre uden tab',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'https://eksempel.dk/a_b_c og ___ og ****',
  'slut med mellemrum   ',
]

const piece = fc.oneof(
  fc.constantFrom(
    '**',
    '_',
    '\t',
    '\n',
    '- ',
    '1. ',
    'a) ',
    '  ',
    '\u00a0',
    '*',
    '~',
    '[x](y)',
    'www.a.dk',
    '\u000b',
    '\r',
  ),
  fc.string({ maxLength: 6 }),
  fc.constantFrom('ord', 'Æble', '12', '§ 7'),
)
const anyText = fc.array(piece, { maxLength: 30 }).map(parts => parts.join(''))

const begin = (text: string, from: number, to = from) => {
  const doc = readText(text)
  return EditorState.create({ doc, selection: TextSelection.create(doc, from, to) })
}
type State = ReturnType<typeof begin>
type Command = (state: State, dispatch: (tr: unknown) => void) => boolean
const resultOf = (state: State, command: Command): string => {
  let now = state
  command(state, tr => {
    now = state.apply(tr)
  })
  return writeText(now.doc)
}
/** Where in the editor the text's words begin. */
const placeOf = (text: string, words: string): number => {
  let found = 1
  readText(text).descendants((node: { isText: boolean; text: string }, pos: number) => {
    if (node.isText && node.text.includes(words)) found = pos + node.text.indexOf(words)
  })
  return found
}

describe('opening and saving', () => {
  test.each(odd)('changes nothing of %j', text => {
    expect(writeText(readText(text))).toBe(text)
  })

  test('changes nothing of any text', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(writeText(readText(text))).toBe(text)
      }),
      runs(200, 20_000),
    )
  })

  test('shows the words that readers are shown, without the marks of emphasis', () => {
    const text = 'Det **indstilles**, at _gruppen_\n- drøfter **_sagen_**'
    expect(readText(text).textBetween(0, readText(text).content.size, '\n')).toBe(
      'Det indstilles, at gruppen\n- drøfter sagen',
    )
  })
})

describe('editing', () => {
  test('a word in one line leaves every other line as it was', () => {
    const text = '* odd _line\u000bsoft\n\nHer **står** det\na\tb\nc\td'
    const state = begin(text, placeOf(text, ' det'))
    expect(writeText(state.apply(state.tr.insertText(' nu')).doc)).toBe(
      '* odd _line\u000bsoft\n\nHer **står nu** det\na\tb\nc\td',
    )
  })

  test('emphasis of a part of a word counts for the word, and not for an item’s number', () => {
    const written = (text: string, from: number, to: number) => {
      const state = begin(text, 1)
      return writeText(state.apply(state.tr.addMark(from, to, schema.mark('strong'))).doc)
    }
    expect(written('hele ordet her', 7, 9)).toBe('hele **ordet** her')
    expect(written('1. hele linjen', 1, 15)).toBe('1. **hele linjen**')
    expect(written('slut.', 1, 6)).toBe('**slut.**')
    expect(written('a · b', 3, 4)).toBe('a · b')
  })

  test('whatever is emphasised, the words stay the words, and readers see no stars that were not typed', () => {
    const words = fc.array(fc.constantFrom('ord', ' ', ', ', '.', 'Å', '(', ')', '1. ', '/', '«'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), (parts, a, b, c, d) => {
        const text = parts.join('')
        let state = begin(text, 1)
        for (const [name, one, other] of [
          ['strong', a, b],
          ['em', c, d],
        ] as const) {
          const size = state.doc.content.size - 1
          const [from, to] = [Math.min(one, other, size - 1), Math.min(Math.max(one, other), size - 1)].map(
            at => at + 1,
          )
          state = state.apply(state.tr.addMark(Math.min(from ?? 1, size), Math.min(to ?? 1, size), schema.mark(name)))
        }
        const written = writeText(state.doc)
        expect(readText(written).textContent).toBe(text)
        expect(renderMarkdown(written).replace(/<[^>]+>/g, '')).toBe(renderMarkdown(text).replace(/<[^>]+>/g, ''))
      }),
      runs(300, 20_000),
    )
  })
})

test('what is shown beside the words is the same after many changes as when the text is opened', () => {
  const shown = (state: State) =>
    decorations
      .getState(state)
      .find()
      .map((one: { from: number; to: number; type: { attrs: { class: string } } }) => [
        one.from,
        one.to,
        one.type.attrs.class,
      ])
      .toSorted()
  const change = fc.tuple(fc.nat(60), fc.nat(60), fc.constantFrom('- ', '1. ', 'www.a.dk ', 'ord', '', ' a@b.dk', '\t'))
  fc.assert(
    fc.property(anyText, fc.array(change, { maxLength: 5 }), (text, changes) => {
      let state = EditorState.create({ doc: readText(text), plugins: [decorations] })
      for (const [one, other, words] of changes) {
        const ends = [one, other].map(at => state.doc.resolve(at % (state.doc.content.size + 1)))
        const { from, to } = TextSelection.between(ends[0], ends[1])
        state = state.apply(words === '' ? state.tr.delete(from, to) : state.tr.insertText(words, from, to))
      }
      const opened = EditorState.create({ doc: state.doc, plugins: [decorations] })
      expect(shown(state)).toEqual(shown(opened))
    }),
    runs(150, 10_000),
  )
})

describe('lists', () => {
  test.each([
    ['-', '-'],
    ['1.', '2.'],
    ['9)', '10)'],
    ['(a)', '(b)'],
    ['z)', 'æ)'],
    ['1.2.', '1.3.'],
    ['iii.', 'iv.'],
    ['A)', 'B)'],
    ['IX.', 'X.'],
  ])('after %s comes %s', (mark, next) => {
    expect(nextMark(mark)).toBe(next)
  })

  test('i) is a letter after h), and the first of the Roman ones elsewhere', () => {
    expect(nextMark('i)', 'h)')).toBe('j)')
    expect(nextMark('i)')).toBe('ii)')
  })

  test('a new item gets the next number, and those after it count on', () => {
    const text = '1. et\n2. to\n  - under\n3. tre\n\n4. fri'
    expect(resultOf(begin(text, placeOf(text, 'et') + 2), newLine)).toBe(
      '1. et\n2. \n3. to\n  - under\n4. tre\n\n4. fri',
    )
  })

  test('Enter in an empty item ends the list', () => {
    const text = '- et\n- '
    expect(resultOf(begin(text, readText(text).content.size - 1), newLine)).toBe('- et\n')
  })

  test('bullets and numbers come before the chosen lines and go again, and leave empty lines alone', () => {
    const text = 'et\n\nto'
    const all = (shown: string) => begin(shown, 1, readText(shown).content.size - 1)
    expect(resultOf(all(text), listOf('numbers'))).toBe('1. et\n\n2. to')
    expect(resultOf(all('1. et\n\n2. to'), listOf('bullets'))).toBe('- et\n\n- to')
    expect(resultOf(all('- et\n\n- to'), listOf('bullets'))).toBe(text)
  })
})

describe('tables', () => {
  test('a row and a column come and go, and other rows are written as they were', () => {
    const text = 'a\t b \nc\td\n\nslut'
    expect(resultOf(begin(text, placeOf(text, 'a')), newRow)).toBe('a\t b \n\t\nc\td\n\nslut')
    expect(resultOf(begin('a\tb\tc\nd\te\tf', 4), dropColumn)).toBe('b\tc\ne\tf')
  })

  test('what is no longer a table is lines', () => {
    expect(resultOf(begin('a\tb\nc\td', 4), dropColumn)).toBe('b\nd')
  })
})
