import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDistrict } from '../../src/features/ground/places/index.ts'
import { findingsIn } from '../../src/findings.ts'
import { day } from '../../src/kernel/days.ts'
import { type Client, type TestApp, testApp } from '../support/app.ts'
import { givenCooperation } from '../support/builders.ts'

/** Estates come from a file: judged row by row, shown, confirmed, and stored all of it or nothing. */

let portal: TestApp
let bolig: Client
const path = '/afdelinger/indlaes'
const head = 'Afd. nr.;Navn;Ejer;Bydel;Familieboliger;Ældreboliger;Byggeår;Fra;Kilde;Noget andet'

beforeAll(async () => {
  portal = await testApp()
  const actor = givenCooperation(portal.db).actor('sekretariat.bolig')
  await addDistrict(actor, { name: 'Mosen', definition: 'Kvarterer', source: '', from: day('2010-01-01') })
  bolig = await portal.signIn('sekretariat.bolig')
}, 60_000)
afterAll(async () => {
  expect(findingsIn(portal.db, portal.settings.documentsDir).flatMap(({ wrong }) => wrong)).toEqual([])
  await portal.close()
})

const shows = async (...rows: string[]): Promise<string> =>
  (await bolig.post(path, { source: [head, ...rows].join('\n'), handling: 'laes' })).text

async function saves(...rows: string[]) {
  const source = [head, ...rows].join('\n')
  const vist = /name="vist" value="(\w+)"/.exec(await shows(...rows))?.[1] ?? ''
  return bolig.post(path, { source, vist, handling: 'gem' })
}

const first = [
  '12;Birkeparken;FAB;mosen;1.028;12;1972;01.01.2015;Regnskabet;x',
  '13;Engen;Boligforeningen Højstrup;;;;;01.01.2015;;',
]

test('each row says what it does, or why it is rejected, at its column; nothing is stored before it is confirmed', async () => {
  const page = await shows(
    ...first,
    '14;;FAB;Mosen;10;;;;;',
    '15;Hegnet;Ukendt forening;Havnen;mange;;72;i går;;',
    '12;Birkeparken igen;FAB;Mosen;10;;;01.01.2015;;',
    '16;Banken;Domhusgården;;;;;;;',
  )
  for (const told of [
    ...['2 rækker', '4 rækker', '2 afdelinger tilføjes', 'Kolonner, der ikke bruges: »Noget andet«.'],
    'Tilføjes fra den 1. januar 2015. 1.028 familieboliger, 12 ældreboliger.',
    ...['Skriv afdelingens navn: Den er ikke registreret i forvejen.', 'Ingen boligorganisation eller forening hedder'],
    ...[
      'Ingen bydel hedder sådan.',
      'Skriv et helt antal boliger, fx 120.',
      'Skriv byggeåret med fire cifre, fx 1972.',
    ],
    ...['Skriv datoen som dd.mm.åååå', 'Række 2 er om samme afdeling på samme dag.'],
    'Vælg en boligorganisation eller en forening på listen.',
  ])
    expect(page).toContain(told)
  expect(await portal.db.prisma.estate.count()).toBe(0)
  const rejected = await bolig.post(path, {
    ...{ source: `${head}\n15;Hegnet;Ukendt forening;;;;;;;`, handling: 'afviste' },
  })
  expect(rejected.text).toContain('Årsag')
})

test('the same file twice changes nothing, a corrected one shows what is otherwise alone', async () => {
  expect((await saves(...first)).headers.location).toBe('/afdelinger')
  expect(await shows(...first)).toContain('Der er intet at gemme i filen.')
  const later = ['12;Birkeparken;L.A.B. Fyn;;980;;1973;01.06.2020;Fusion;', first[1] as string]
  const otherOwner = await shows(...later)
  expect(otherOwner).toContain('Tilføjes fra den 1. juni 2020.')
  const homes = ['12;Birkeparken;FAB;;980;;1973;01.06.2020;Nedrevet;', first[1] as string]
  const page = await shows(...homes)
  expect(page).toContain('Byggeåret rettes fra 1972 til 1973.')
  expect(page).toContain('Nye oplysninger fra den 1. juni 2020. Boliger: 980 familieboliger, 12 ældreboliger.')
  expect((await saves(...homes)).status).toBe(303)
  const there = await bolig.get('/afdelinger/birkeparken?dag=2020-05-31')
  expect(there.text).toContain('1.040 boliger')
  expect((await bolig.get('/afdelinger/birkeparken')).text).toContain('992 boliger')
})

test('what was confirmed and is not what would happen any more is shown again', async () => {
  const rows = ['20;Toften;FAB;;5;;;01.01.2015;;']
  const source = [head, ...rows].join('\n')
  const answer = await bolig.post(path, { source, vist: 'noget-andet', handling: 'gem' })
  expect(answer.text).toContain('Intet er gemt. Se rækkerne igennem igen.')
  expect(answer.text).toContain('Gem 1 række')
})

test('the list’s own CSV and the example are read as they are', async () => {
  for (const file of ['/afdelinger.csv', '/afdelinger/eksempel.csv']) {
    const { text } = await bolig.get(file)
    const page = (await bolig.post(path, { source: text, handling: 'laes' })).text
    expect(page).not.toContain('Afviste rækker')
  }
})
