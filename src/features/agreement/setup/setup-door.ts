import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../../kernel/days.ts'
import { setupPath } from './paths.ts'

/** How long the address that the server printed opens the setup. */
const openHours = 24

/**
 * The way into the setup of an empty portal: an address that the server prints at its start. The first browser that
 * comes by it is let in and keeps a secret of its own; the address opens for no other, and a restart makes a new one.
 */
export class SetupDoor {
  readonly #address = randomBytes(24).toString('base64url')
  readonly #closesAt: number
  #secret: string | null = null

  constructor(now: Instant) {
    this.#closesAt = Date.parse(now) + openHours * 3_600_000
  }

  get path(): string {
    return `${setupPath}/${this.#address}`
  }

  /** @returns the secret of the browser that is let in; null: the address is another, used, or too old */
  enter(address: string, now: Instant): string | null {
    if (this.#secret !== null || Date.parse(now) >= this.#closesAt || !isSame(address, this.#address)) return null
    this.#secret = randomBytes(24).toString('base64url')
    return this.#secret
  }

  admits(secret: string | undefined, now: Instant): boolean {
    return (
      secret !== undefined && this.#secret !== null && Date.parse(now) < this.#closesAt && isSame(secret, this.#secret)
    )
  }
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
