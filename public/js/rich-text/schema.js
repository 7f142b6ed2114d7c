import { Schema } from '../../vendor/editor-library.js'

/**
 * Typed text as the editor holds it (docs/decisions, »typed text«): lines, and tables. A line's number, bullet or indent
 * is a part of its words, as it is in what readers are shown; the two marks of emphasis alone are taken for what they mean.
 *
 * `source` is the line as it stood in the field, and `end` what broke it from the next: a line that nobody has edited is
 * written back as it was, character by character.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: '(line | table)+' },
    line: {
      content: 'text*',
      attrs: { source: { default: null }, end: { default: '\n' } },
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', { class: 'rt-line' }, 0],
    },
    table: {
      content: 'row+',
      isolating: true,
      parseDOM: [{ tag: 'table' }],
      toDOM: () => ['table', { class: 'rt-table' }, ['tbody', 0]],
    },
    row: {
      content: 'cell+',
      attrs: { source: { default: null }, end: { default: '\n' } },
      parseDOM: [{ tag: 'tr' }],
      toDOM: () => ['tr', 0],
    },
    cell: {
      content: 'text*',
      isolating: true,
      parseDOM: [{ tag: 'td' }, { tag: 'th' }],
      toDOM: () => ['td', 0],
    },
    text: {},
  },
  marks: {
    em: { parseDOM: [{ tag: 'em' }], toDOM: () => ['em', 0] },
    strong: { parseDOM: [{ tag: 'strong' }], toDOM: () => ['strong', 0] },
  },
})
