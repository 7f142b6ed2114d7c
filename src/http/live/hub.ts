import type { SessionStore } from '../../database/folder/sessions.ts'
import type { Instant } from '../../kernel/days.ts'
import { instantOf } from '../../kernel/days.ts'

/** Something that people follow while it goes on: »moede-17«. */
export type Topic = string

/** What was changed of a topic: one thing of it by its number, or the whole. What it says is asked for by an ordinary page. */
export interface LiveChange {
  topic: Topic
  thing: number | null
}

/** Who follows, and what. */
export interface Following {
  topic: Topic
  person: { id: number; name: string }
  /** The thing that is open in the person's window; null: the topic as a whole. */
  at: number | null
  /** Works at it: is shown to the others who do, and is shown them. */
  works: boolean
  /** Asked before each message, on what has been committed: may the person still follow, and see this thing of it? */
  mayHear(thing: number | null, at: Instant): boolean
}

/** Where messages go: a response whose end is not in sight. */
export interface Line {
  write(text: string): boolean
  end(): void
  readonly writableLength: number
}

interface Follower extends Following {
  session: string
  line: Line
  writesUntil: number
}

/** Proxies let go of a connection on which nothing comes for a minute. */
const heartbeatMs = 20_000
/** Whoever types is shown as writing for so long after the last word of it. */
const writingMs = 12_000
/** A line that takes nothing in is not filled without end: the browser comes back and asks anew. */
const mostUnsent = 64 * 1024

/**
 * Tells those who follow something that it has changed, as soon as it is committed. It tells that and never what: each
 * reads by an ordinary page, which knows what he or she may see. A line ends with its session, with its reader's right,
 * and with the server; the number of lines is bounded.
 */
export class LiveHub {
  readonly #followers = new Set<Follower>()
  readonly #sessions: Pick<SessionStore, 'get'>
  readonly #bounds: { all: number; each: number }
  #heart: NodeJS.Timeout | null = null

  constructor(sessions: Pick<SessionStore, 'get'>, bounds = { all: 500, each: 12 }) {
    this.#sessions = sessions
    this.#bounds = bounds
  }

  get size(): number {
    return this.#followers.size
  }

  /** @returns what ends it; null where there are too many lines already */
  follow(following: Following, session: string, line: Line): (() => void) | null {
    const own = [...this.#followers].filter(({ person }) => person.id === following.person.id).length
    if (this.#followers.size >= this.#bounds.all || own >= this.#bounds.each) return null
    const follower: Follower = { ...following, session, line, writesUntil: 0 }
    this.#followers.add(follower)
    this.#heart ??= setInterval(() => this.#beat(), heartbeatMs).unref()
    line.write('retry: 4000\n\n')
    this.#tellWhoIsHere(following.topic)
    return () => this.#leave(follower)
  }

  /** After a commit. @param by whose change it is */
  tell({ topic, thing }: LiveChange, by: number | null): void {
    for (const follower of this.#of(topic))
      if (this.#hears(follower, thing)) this.#send(follower, 'changed', { thing, by })
  }

  /** Somebody types at a thing just now. */
  writes(topic: Topic, personId: number, thing: number): void {
    const own = this.#of(topic).filter(({ person, at, works }) => works && person.id === personId && at === thing)
    const until = Date.now() + writingMs
    const begins = own.some(({ writesUntil }) => writesUntil < Date.now())
    for (const follower of own) follower.writesUntil = until
    if (!begins) return
    this.#tellWhoIsHere(topic)
    setTimeout(() => this.#tellWhoIsHere(topic), writingMs + 500).unref()
  }

  #of(topic: Topic): Follower[] {
    return [...this.#followers].filter(follower => follower.topic === topic)
  }

  /** Each who works at it hears of the others: where they are, as far as he or she may see the thing, and who types. */
  #tellWhoIsHere(topic: Topic): void {
    const working = this.#of(topic).filter(({ works }) => works)
    for (const reader of working) {
      if (!this.#hears(reader, null)) continue
      const here = working
        .filter(({ person }) => person.id !== reader.person.id)
        .filter(({ at }) => at === null || this.#hears(reader, at))
        .map(({ person, at, writesUntil }) => ({ person: person.name, at, writes: writesUntil > Date.now() }))
      this.#send(reader, 'here', here)
    }
  }

  /** The session is asked first: whoever has signed out hears nothing more. */
  #hears(follower: Follower, thing: number | null): boolean {
    if (!this.#followers.has(follower)) return false
    const now = instantOf(new Date())
    if (!this.#isSignedIn(follower) || !follower.mayHear(null, now)) {
      this.#end(follower)
      return false
    }
    return thing === null || follower.mayHear(thing, now)
  }

  #isSignedIn({ session, person }: Follower): boolean {
    let of: number | undefined
    this.#sessions.get(session, (_fault, data) => {
      of = data?.passport?.user
    })
    return of === person.id
  }

  #send(follower: Follower, kind: string, said: unknown): void {
    if (follower.line.writableLength > mostUnsent) this.#end(follower)
    else follower.line.write(`event: ${kind}\ndata: ${JSON.stringify(said)}\n\n`)
  }

  #beat(): void {
    for (const follower of [...this.#followers]) if (this.#hears(follower, null)) follower.line.write(': her\n\n')
  }

  #end(follower: Follower): void {
    this.#leave(follower)
    follower.line.end()
  }

  #leave(follower: Follower): void {
    if (!this.#followers.delete(follower)) return
    if (this.#followers.size === 0 && this.#heart) {
      clearInterval(this.#heart)
      this.#heart = null
    }
    if (follower.works) this.#tellWhoIsHere(follower.topic)
  }
}
