import { expect, test } from 'vitest'
import { choiceMark, labelMark, withFieldWords } from '../../src/http/forms/field-words.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const said = (marked: string, form: string) => withFieldWords(`<p>${marked}</p><form>${form}</form>`, escaped)

const text =
  '<label class="form-label" for="felt-title">Titel <span class="form-label__optional">(valgfrit)</span></label><input id="felt-title" name="title">'
const kind =
  '<label for="felt-kind">Type</label><select id="felt-kind" name="kind"><option value="">Vælg</option><option value="A">Drøftelse &amp; <b>mere</b></option></select>'
const radios = `<fieldset id="felt-outcome"><legend>Resultat</legend>
  <input type="radio" id="felt-outcome-YES" name="outcome" value="YES"><label for="felt-outcome-YES">Tiltrådt</label></fieldset>`
const tick =
  '<input type="checkbox" id="felt-closed" name="closed" value="1"><label for="felt-closed">Punktet er lukket</label>'
const row =
  '<fieldset><legend>Søparken</legend><label for="felt-rows-0-amount">Beløb</label><input id="felt-rows-0-amount" name="rows[0][amount]"></fieldset>'

test.each([
  ['title', text, 'Titel'],
  ['kind', kind, 'Type'],
  ['outcome', radios, 'Resultat'],
  ['closed', tick, 'Punktet er lukket'],
  ['rows[0][amount]', row, 'Søparken: Beløb'],
  ['elsewhere', text, 'Felt'],
])('the field %s is called what its own label says', (name, form, label) => {
  expect(said(labelMark(name), form)).toContain(`<p>${label}</p>`)
})

test.each([
  ['kind', 'A', kind, 'Drøftelse &amp; mere'],
  ['outcome', 'YES', radios, 'Tiltrådt'],
  ['closed', '1', tick, 'Ja'],
  ['kind', 'B', kind, 'B'],
  ['title', 'A\nYES', text, 'A\nYES'],
])('a choice of %s is said as the form offers it, and a text as it was typed', (name, value, form, words) => {
  expect(said(choiceMark(name, value), form)).toContain(`<p>${words}</p>`)
})

test('a page without marks is left alone, and a typed mark brings in nothing', () => {
  expect(withFieldWords('<p>Uden', escaped)).toBe('<p>Uden')
  expect(said('\uE010', text)).toContain('<p>\uE010</p>')
  expect(said(labelMark('<b>'), text)).toContain('<p>Felt</p>')
})
