import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { ReadingEnded, readApart } from '../../src/inputs/reader.ts'
import { ownFolder } from '../support/run-folder.ts'

/** A module that does what hostile input would make a reader do. */
const source = `
const deeds = {
  echo: value => value,
  throw: () => { throw new Error('cannot') },
  loop: () => { for (;;); },
  fill: () => { const held = []; for (;;) held.push({ at: held.length, text: 'x'.repeat(50) + held.length }) },
  oneLargeArray: () => new Array(30_000_000).fill(1.5).length,
  buffers: () => { const held = []; for (let at = 0; at < 40; at += 1) held.push(Buffer.alloc(50e6, 1)); return held.length },
  recursion: () => { const deeper = depth => deeper(depth + 1) + 1; return deeper(0) },
  end: () => process.exit(0),
  slowly: () => new Promise(resolve => setTimeout(() => resolve('done'), 400)),
}
export default ({ deed, value }) => deeds[deed](value)
`
let module: URL
beforeAll(() => {
  const file = join(ownFolder('reader'), 'deeds.mjs')
  writeFileSync(file, source)
  module = pathToFileURL(file)
})

const read = (deed: string, value: unknown = null, who = 'one') => readApart({ module, input: { deed, value }, who })
const endOf = async (deed: string) => {
  const fault = await read(deed).catch((told: unknown) => told)
  return fault instanceof ReadingEnded ? fault.why : fault
}

describe('what is read apart', () => {
  test('comes back as it is, bytes too', async () => {
    expect(await read('echo', { text: 'æ', bytes: Buffer.from([1, 2]) })).toEqual({
      text: 'æ',
      bytes: expect.objectContaining({ length: 2 }),
    })
  })

  test.each([
    ['loop', ['time']],
    ['fill', ['memory', 'time']],
    ['oneLargeArray', ['memory']],
    ['buffers', ['memory']],
    ['recursion', ['broken']],
    ['throw', ['broken']],
    ['end', ['broken']],
  ])(
    '%s ends the reading and nothing else',
    async (deed, ends) => {
      expect(ends).toContain(await endOf(deed))
      expect(await read('echo', 'on it goes')).toBe('on it goes')
    },
    60_000,
  )

  test('each person has one thing read at a time, and nobody’s row holds up another’s', async () => {
    const told: string[] = []
    const note = (name: string) => () => told.push(name)
    const rows = [
      read('slowly', null, 'busy').then(note('busy 1')),
      read('slowly', null, 'busy').then(note('busy 2')),
      read('slowly', null, 'busy').then(note('busy 3')),
      read('echo', null, 'other').then(note('other')),
    ]
    await Promise.all(rows)
    expect(told).toHaveLength(4)
    expect(told.indexOf('other')).toBeLessThan(told.indexOf('busy 2'))
    expect(told.indexOf('busy 2')).toBeLessThan(told.indexOf('busy 3'))
  }, 30_000)

  test('a row that is too long is refused at once', async () => {
    const rows = Array.from({ length: 8 }, () =>
      read('slowly', null, 'busy').then(
        () => 'done',
        (fault: ReadingEnded) => fault.why,
      ),
    )
    const ends = await Promise.all(rows)
    expect(ends.filter(end => end === 'busy')).toHaveLength(4)
    expect(ends.filter(end => end === 'done')).toHaveLength(4)
  }, 30_000)
})
