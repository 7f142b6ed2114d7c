import { expect, test } from 'vitest'
import { smallPdf } from '../../src/demo/pdf.ts'

const text = smallPdf('Tryghedsmåling (år 1)', ['Svar: 2.764 – ja', 'Kr. 5\\6']).toString('latin1')

test('the table of objects points at the objects', () => {
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n /gm)].map(match => Number(match[1]))
  expect(offsets).toHaveLength(6)
  offsets.forEach((offset, at) => {
    expect(text.slice(offset)).toMatch(new RegExp(`^${at + 1} 0 obj`))
  })
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1])
  expect(text.slice(start)).toMatch(/^xref/)
})

test('Danish letters and what a PDF string would take for its own are kept', () => {
  expect(text).toContain('(Tryghedsmåling \\(år 1\\)) Tj')
  expect(text).toContain('(Kr. 5\\\\6) Tj')
})
