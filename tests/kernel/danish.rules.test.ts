import { expect, test } from 'vitest'
import { instant } from '../../src/kernel/days.ts'
import { forbidden, forbiddenPage } from '../../src/kernel/refusal.ts'
import { afterOpening, bodyInSentence, byAndWhen, inDays, phrase, sentence } from '../../src/kernel/text.ts'

test.each([
  ['ejer grunden', 'ejer grunden.'],
  ['ejer grunden.', 'ejer grunden.'],
  [' ejer grunden.. ', 'ejer grunden.'],
  ['ejer grunden:', 'ejer grunden.'],
  ['i alt 50.000,00 kr.', 'i alt 50.000,00 kr.'],
  ['bilag, noter m.v.', 'bilag, noter m.v.'],
  ['Må vi det?', 'Må vi det?'],
  ['Nej!.', 'Nej!'],
  ['og så videre...', 'og så videre…'],
  ['Formanden sagde: »Det er fint.«', 'Formanden sagde: »Det er fint.«'],
  ['se »Plan for byen«', 'se »Plan for byen«.'],
  ['(Bilaget er vedlagt.)', '(Bilaget er vedlagt.)'],
  ['vedlagt (bilag 2)', 'vedlagt (bilag 2).'],
  ['Første linje\nanden linje.\n', 'Første linje\nanden linje.'],
  ['', ''],
  [' . ', ''],
])('%j as a sentence of its own ends once', (typed, told) => expect(sentence(typed)).toBe(told))

test.each([
  ['ejer grunden.', 'ejer grunden'],
  ['højst 50.000,00 kr.', 'højst 50.000,00 kr.'],
  ['højst 50.000,00 kr', 'højst 50.000,00 kr.'],
  ['bilag m.v.', 'bilag m.v.'],
  ['det er værd, ', 'det er værd'],
  ['Hvem har gjort det?', 'Hvem har gjort det?'],
])('%j inside a sentence keeps only what belongs to its words', (typed, told) => expect(phrase(typed)).toBe(told))

test.each([
  ['Fælles boligstrategisk gruppe', 'fælles boligstrategisk gruppe'],
  ['Kommunens strategigruppe', 'kommunens strategigruppe'],
  ['Boligorganisationernes sekretariat', 'boligorganisationernes sekretariat'],
  ['Organisationsbestyrelsen i Boligforeningen Højstrup', 'organisationsbestyrelsen i Boligforeningen Højstrup'],
  ['Ledelsen i Advokatfirmaet Holm', 'ledelsen i Advokatfirmaet Holm'],
  ['Økonomiudvalget', 'økonomiudvalget'],
  ['Byrådet', 'byrådet'],
  ['Den fælles styregruppe', 'den fælles styregruppe'],
  ['Repræsentantskabet', 'repræsentantskabet'],
  ['Lunde Byråd', 'Lunde Byråd'],
  ['Vejen Byråd', 'Vejen Byråd'],
  ['Skagens bestyrelse', 'Skagens bestyrelse'],
  ['Lunde Kommunes strategigruppe', 'Lunde Kommunes strategigruppe'],
  ['Boligforeningen Højstrups bestyrelse', 'Boligforeningen Højstrups bestyrelse'],
  ['By- og Kulturudvalget', 'By- og Kulturudvalget'],
  ['FABs bestyrelse', 'FABs bestyrelse'],
  ['', ''],
])('%s in a sentence is %s', (name, told) => expect(bodyInSentence(name)).toBe(told))

test('who and when, and how far away', () => {
  expect(byAndWhen('Karen Holm', instant('2026-12-07T09:15:00Z'))).toBe('af Karen Holm den 7. december 2026 kl. 10.15')
  expect([-2, -1, 0, 1, 2].map(inDays)).toEqual(['for 2 dage siden', 'i går', 'i dag', 'i morgen', 'om 2 dage'])
})

test.each([
  ['Udsat til', 'mødet den 21. januar 2027', 'mødet den 21. januar 2027'],
  ['Udsat til', 'Udsat til næste møde', 'næste møde'],
  ['Udsat til', 'til næste møde', 'næste møde'],
  ['Oversendt til', 'til til byrådet', 'byrådet'],
  ['Tiltrådt med den ændring, at', 'Med den ændring at beløbet er 5', 'beløbet er 5'],
  ['Tiltrådt med den ændring, at', 'at beløbet er 5', 'beløbet er 5'],
  ['Oversendt til', 'Til- og fraflytningsudvalget', 'Til- og fraflytningsudvalget'],
  ['Oversendt til', 'Tilsynet', 'Tilsynet'],
  ['Oversendt til', 'til', ''],
])('after »%s«, %j is read as %j', (opening, typed, told) => expect(afterOpening(opening, typed)).toBe(told))

test('a refusal says who may, of an act and of a page', () => {
  expect(forbidden('organets medlemmer').message).toBe('Kun organets medlemmer kan gøre dette.')
  expect(forbiddenPage('organets medlemmer').message).toBe('Kun organets medlemmer har adgang til siden.')
})
