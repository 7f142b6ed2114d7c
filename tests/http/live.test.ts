import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Following, LiveHub } from '../../src/http/live/hub.ts'

// Lines and sessions as the hub knows them; how they come over HTTP is in tests/minutes/live.http.test.ts.

class Heard {
  text = ''
  ended = false
  writableLength = 0
  write(text: string): boolean {
    this.text += text
    return true
  }
  end(): void {
    this.ended = true
  }
  get kinds(): string[] {
    return [...this.text.matchAll(/event: (\w+)\ndata: (.*)\n/g)].map(([, kind, said]) => `${kind} ${said}`)
  }
}

let signedIn: Map<string, number>
let hub: LiveHub
beforeEach(() => {
  signedIn = new Map([
    ['anna', 1],
    ['bo', 2],
  ])
  hub = new LiveHub(
    {
      get(id, done) {
        const user = signedIn.get(id)
        done(null, user === undefined ? null : ({ passport: { user } } as never))
      },
    },
    { all: 5, each: 3 },
  )
})

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

function follows(session: string, given: Partial<Following> = {}): Heard {
  const line = new Heard()
  const id = signedIn.get(session) ?? 0
  const following = {
    topic: 'moede-1',
    person: { id, name: session },
    at: null,
    works: false,
    mayHear: () => true,
    ...given,
  }
  const end = hub.follow(following, session, line)
  if (end) ends.push(end)
  else line.end()
  return line
}

describe('a change', () => {
  test('is told to those who follow what it is of, by its number and whose it is', () => {
    const [anna, other] = [follows('anna'), follows('bo', { topic: 'moede-2' })]
    hub.tell({ topic: 'moede-1', thing: 7 }, 2)
    expect(anna.kinds).toEqual(['changed {"thing":7,"by":2}'])
    expect(other.kinds).toEqual([])
  })

  test('of what somebody may not see is not told', () => {
    const anna = follows('anna', { mayHear: thing => thing !== 7 })
    hub.tell({ topic: 'moede-1', thing: 7 }, 2)
    hub.tell({ topic: 'moede-1', thing: 8 }, 2)
    expect(anna.kinds).toEqual(['changed {"thing":8,"by":2}'])
    expect(anna.ended).toBe(false)
  })

  test('is told to nobody whose session has ended, who is another by now, or who may follow no more', () => {
    let mayFollow = true
    const [anna, bo] = [follows('anna'), follows('bo', { mayHear: () => mayFollow })]
    signedIn.delete('anna')
    mayFollow = false
    hub.tell({ topic: 'moede-1', thing: null }, 2)
    expect([anna.ended, bo.ended]).toEqual([true, true])
    expect(anna.kinds).toEqual([])
    expect(hub.size).toBe(0)
  })

  test('ends a line that takes nothing in', () => {
    const anna = follows('anna')
    anna.writableLength = 1_000_000
    hub.tell({ topic: 'moede-1', thing: null }, 2)
    expect(anna.ended).toBe(true)
  })
})

describe('who is here', () => {
  test('is told among those who work at it, and who types', () => {
    const anna = follows('anna', { works: true, at: 3 })
    const bo = follows('bo', { works: true, at: 4 })
    expect(anna.kinds.at(-1)).toBe('here [{"person":"bo","at":4,"writes":false}]')
    hub.writes('moede-1', 2, 4)
    expect(anna.kinds.at(-1)).toBe('here [{"person":"bo","at":4,"writes":true}]')
    expect(bo.kinds.at(-1)).toBe('here [{"person":"anna","at":3,"writes":false}]')
    ends.splice(1, 1)[0]?.()
    expect(anna.kinds.at(-1)).toBe('here []')
  })

  test('is told neither of those who only read, nor to them, nor at what the reader may not see', () => {
    const anna = follows('anna', { works: true, at: 3, mayHear: thing => thing !== 4 })
    const reader = follows('bo', { at: 3 })
    follows('bo', { works: true, at: 4 })
    expect(anna.kinds.every(told => told === 'here []')).toBe(true)
    expect(reader.kinds).toEqual([])
  })
})

test('the number of lines is bounded, for each and for all', () => {
  const lines = [1, 2, 3, 4].map(() => follows('anna'))
  expect(lines.map(({ ended }) => ended)).toEqual([false, false, false, true])
  expect([1, 2, 3].map(() => follows('bo').ended)).toEqual([false, false, true])
})
