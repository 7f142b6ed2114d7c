import { beforeAll, expect, test } from 'vitest'
import { commonPasswords } from '../../src/access/common-passwords.ts'
import { type PasswordFacts, passwordObjection } from '../../src/access/password-rules.ts'

const about = ['Inga Prøve Østergård', 'inga.proeve@demo.example', 'Boligforeningen Højstrup', 'Højstrup', 'Lunde']
let facts: PasswordFacts
const told = (password: string, known: PasswordFacts) => passwordObjection(password, known)?.sentence ?? null

beforeAll(async () => {
  facts = { about, isCommon: await commonPasswords() }
})

test.each([
  'fire tilfældige ord her',
  'korrekt hest batteri hæfteklamme',
  'hundkathesthund',
  'xkf93mdk2lPq',
  'vinter-sne-Hav-12',
  'Ø5!fr2_kLp9x',
  'mormors grønne cykel',
  'inga cykler til vandtårnet',
  'tryghedsvandring i regnvejr',
])('%s is good enough', password => {
  expect(told(password, facts)).toBeNull()
})

test.each([
  'aaaaaaaaaaaa',
  'aaaaaaaaaaab',
  'abcabcabcabc',
  'ab1ab1ab1ab1ab1',
  '123456789012',
  '098765432109',
  'qwertyuiopåæ',
  '1qaz2wsx3edc',
  'testtesttest1',
  'abcdefghijklm',
  '111111222222',
  '            ',
  'ååååååååååååå',
])('%s says nothing', password => {
  expect(told(password, facts)).toMatch(/gentager de samme tegn/)
})

test.each([
  'Password2026!',
  'password1234',
  'P4ssw0rd2026',
  'iloveyou1234',
  '!?trustno1?!#',
  'Adgangskode1',
  '@dg@ngsk0de12',
  'Kodeord12345',
  'Velkommen2026!',
  'Sommer2026!!',
  'efterår-2026',
  'mandagtirsdag',
])('%s is among those that everybody uses', password => {
  expect(told(password, facts)).toMatch(/som mange bruger/)
})

test.each([
  'IngaPrøve1970',
  'inga.proeve@demo.example',
  'Østergård-2026!',
  'højstrup12345',
  'Boligforeningen Højstrup',
  'boligstrategi2026',
  'Lunde Kommune 5000',
  'inga i lunde 12',
])('%s is what others know too', password => {
  expect(told(password, facts)).toMatch(/ligner dit navn/)
})

test('the demo’s, a short one and one that is too long are told as such', () => {
  expect(told('boligstrategi-demo', facts)).toContain('demoens')
  expect(told('kort', facts)).toContain('mindst 12 tegn')
  expect(told('lang '.repeat(41), facts)).toContain('højst have 200 tegn')
})

test('a long one is judged at once', () => {
  const begun = performance.now()
  for (const password of [
    'a'.repeat(200),
    'ab'.repeat(100),
    `${'ab'.repeat(99)}c`,
    'abcdefg'.repeat(28),
    '\u0000'.repeat(200),
  ])
    told(password, facts)
  expect(performance.now() - begun).toBeLessThan(250)
})
