import { isIP } from 'node:net'

/** Which proxies are believed when they say whom a request comes from, and over what: so many, or those at addresses. */
export type TrustProxy = number | string[]

const names = new Set(['loopback', 'linklocal', 'uniquelocal'])

/** A chain of more proxies than this is a mistake in the setting, and would believe what anybody writes. */
const mostProxies = 10

/** @returns null where the setting makes no sense */
export function readTrustProxy(text: string): TrustProxy | null {
  const typed = text.trim()
  if (typed === '') return 0
  if (/^\d+$/.test(typed)) return Number(typed) <= mostProxies ? Number(typed) : null
  const addresses = typed.split(',').map(part => part.trim())
  return addresses.every(isAddress) ? addresses : null
}

/** »10.0.0.4«, »10.0.0.0/8«, »fd00::/8« or »loopback«. */
function isAddress(text: string): boolean {
  if (names.has(text)) return true
  const [address = '', bits, more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more !== undefined) return false
  if (bits === undefined) return true
  // A subnet of all there is would believe anybody.
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128)
}
