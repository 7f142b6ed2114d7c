import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

/** What a form's token says: which form it is, and for whom it was drawn. */
export interface FormToken {
  form: string
  personId: number
}

/**
 * The tokens of forms. Each form on each page has its own, and it is signed for the person whom the page was drawn for:
 * a form that comes back after the session's end still says whose words it carries, and nobody else can say so.
 */
export class FormTokens {
  readonly #secret: string

  constructor(secret: string) {
    this.#secret = secret
  }

  /** Gives a page its tokens, a new one at each call; one signature serves the whole page. */
  forPage(personId: number | null): () => string {
    let number = 0
    let page: { id: string; mac: string } | null = null
    return () => {
      if (!page) {
        const id = randomUUID()
        page = { id, mac: this.#sign(id, personId ?? 0) }
      }
      number += 1
      return `${page.id}.${number}.${personId ?? 0}.${page.mac}`
    }
  }

  /** Null for what this portal has not signed, and for a form that was drawn for nobody. */
  read(token: unknown): FormToken | null {
    if (typeof token !== 'string') return null
    const [, id, number, person, mac] = /^([\da-f-]{36})\.(\d{1,5})\.(\d{1,15})\.([\w-]{22})$/.exec(token) ?? []
    if (!id || !number || !person || !mac) return null
    const personId = Number(person)
    if (personId === 0 || !timingSafeEqual(Buffer.from(mac), Buffer.from(this.#sign(id, personId)))) return null
    return { form: `${id}.${number}`, personId }
  }

  #sign(id: string, personId: number): string {
    const text = `form ${id} ${personId}`
    return createHmac('sha256', this.#secret).update(text).digest('base64url').slice(0, 22)
  }
}
