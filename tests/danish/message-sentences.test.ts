import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DatabaseBusy, DatabaseDamaged, DiskFull, NotWritable } from '../../src/database/storage-faults.ts'
import { endsOf } from '../../src/features/agreement/revision/addenda/addendum-page.ts'
import { recordText } from '../../src/features/ground/accounts/record-pages.ts'
import { refusedExtension } from '../../src/features/ground/documents/refused-kinds.ts'
import { withheldText } from '../../src/features/meetings/cases/pages.ts'
import { type RemarkKind, Remarks } from '../../src/inputs/remarks.ts'
import { instant } from '../../src/kernel/days.ts'
import { byAndWhen, inDays } from '../../src/kernel/text.ts'
import { faultsOf } from './faults.ts'

const at = instant('2026-11-26T09:15:00Z')
const typed = ['ejer grunden', 'Ejer grunden.', 'højst 50.000 kr.', 'Skal det ske?', '']
const root = join(import.meta.dirname, '../..')

function* records(): Generator<string> {
  const kinds =
    'SIGNED_IN SIGNED_OUT SIGN_IN_FAILED SIGN_IN_LIMITED CODE_USED PASSWORD_WRONG PASSWORD_LIMITED REFUSED accountCreated passwordReset passwordChanged accountDisabled accountEnabled'
  for (const kind of kinds.split(' '))
    for (const detail of [null, 'GET /konti', 'POST /moeder/3/udsend', 'underskrift af aftalen'])
      yield recordText({ kind, actor: 'Ib Holm', detail } as Parameters<typeof recordText>[0])
  for (const days of [-2, -1, 0, 1, 2]) yield `Fristen er ${inDays(days)}.`
  yield `Ført til protokols ${byAndWhen('Ib Holm', at)}.`
}

function* endings(): Generator<string> {
  for (const reason of typed)
    for (const declinedAt of [null, at])
      for (const droppedAt of [null, at])
        yield* endsOf({
          ...{ organisation: 'Søparken', declinedAt, declinedBy: 'Ib Holm', declineReason: reason, droppedAt },
          droppedWhy: reason,
        })
  for (const withheldReason of typed)
    for (const inside of [false, true])
      for (const publicTitle of ['Et areal', 'Hvad nu?']) yield withheldText({ inside, withheldReason, publicTitle })
}

/** What the reading of a file tells, of one thing and of several, with and without words and places. */
function* files(): Generator<string> {
  const source = readFileSync(join(root, 'src/inputs/remarks.ts'), 'utf8')
  const kinds = [...source.matchAll(/^ {2}(\w+): (?:\(\)|count) =>/gm)].map(([, kind]) => kind as RemarkKind)
  for (const times of [1, 2, 5])
    for (const place of ['', 'Parterne', 'Økonomi.'])
      for (const example of ['', 'loven', 'kr. 50']) {
        const remarks = new Remarks()
        remarks.place = place
        for (const kind of kinds) for (let time = 0; time < times; time += 1) remarks.add(kind, example)
        yield* [...remarks.lost, ...remarks.changed]
      }
  for (const extension of 'heic msg docm dotx rtf pages zip html tif mp4 lnk exe'.split(' '))
    yield `Filen »bilag.${extension}« ${refusedExtension(extension)}`
}

function* storage(): Generator<string> {
  for (const Fault of [DatabaseBusy, DiskFull, NotWritable, DatabaseDamaged]) {
    const fault = new Fault()
    yield fault.title
    yield fault.message
  }
}

/** Every whole sentence that stands in the code or in a template, with »X« for what is put in. */
function* written(): Generator<string> {
  for (const folder of ['src', 'views', 'public/js'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(ts|ejs|js)$/.test(name) || name.includes('generated')) continue
      const text = readFileSync(join(root, folder, name), 'utf8').replace(
        /\$\{(?:[^{}]|\{[^{}]*\})*\}|<%[=-].*?%>/g,
        'X',
      )
      for (const [, one = '', other = '', third = ''] of text.matchAll(/'([^'\n]+)'|`([^`\n]+)`|>([^<>\n]+)</g)) {
        const told = (one || other || third).trim()
        if (/^\p{Lu}.* .*[.!?]$/u.test(told) && !/[{}\\]|=>/.test(told)) yield told
      }
    }
}

test.each([
  ['an account’s records', records, 16],
  ['what was declined, annulled or withheld', endings, 10],
  ['what was read from a file', files, 100],
  ['a store that cannot be used', storage, 8],
  ['anything that is told as it stands', written, 500],
])('no sentence about %s comes out wrong, whatever it is about', (_, sentencesOf, atLeast) => {
  const all = [...new Set(sentencesOf())]
  expect(all.length).toBeGreaterThan(atLeast - 1)
  expect(all.flatMap(faultsOf)).toEqual([])
})
