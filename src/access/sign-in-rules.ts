import { isIPv6 } from 'node:net'

/** The password that everybody knows opens nothing outside the demo. */
export const demoPassword = 'boligstrategi-demo'

/** No password of ours is longer; a longer one is not tried at all. */
export const longestTried = 1000

/**
 * One form of an e-mail, for the account, for looking it up and for counting tries: letters composed and small, without
 * spaces and without signs that are not seen. Two addresses that look the same are the same.
 */
export const normalEmail = (typed: string): string =>
  typed
    .slice(0, 1000)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}\p{DI}]/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .slice(0, 200)

/** A password as it is hashed: a Mac may send the letter å as an a and a ring. */
export const normalPassword = (typed: string): string => typed.normalize('NFC')

/**
 * Where a request comes from, as far as tries are counted. A household or an office has one IPv4 address, but 2⁶⁴ of
 * IPv6: of those only the network counts.
 */
export function placeOf(address: string | undefined): string {
  const [plain = ''] = (address ?? '').split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1]
  if (mapped) return mapped
  if (!isIPv6(plain)) return plain
  return `${groupsOf(plain).slice(0, 4).join(':')}::/64`
}

/** The eight groups of an IPv6 address, written without leading zeros. */
function groupsOf(address: string): string[] {
  const [before = '', after] = address.toLowerCase().split('::')
  const written = (part: string) => (part === '' ? [] : part.split(':'))
  const [first, last] = [written(before), written(after ?? '')]
  const between = after === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...between, ...last].map(group => group.replace(/^0+(?=.)/, ''))
}
