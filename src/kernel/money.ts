/** An amount in øre: whole, within the safe integers. */
export type Oere = number & { readonly brand: 'Oere' }

/** @throws RangeError when it is not a whole number of øre, or too large to be exact */
export function oere(amount: number | bigint): Oere {
  const number = Number(amount)
  if (!Number.isSafeInteger(number)) throw new RangeError(`Not an amount in øre: ${amount}`)
  return number as Oere
}

/** Kroner, at most two decimals, as øre. */
export const kroner = (amount: number): Oere => oere(Math.round(amount * 100))

/** As a person types it: »1.250.000,00«, »150000«, »40.000 kr.«, »-12,5«. Null: not an amount. */
export function parseKroner(text: string): Oere | null {
  const typed = text.replace(/kr\.?$/i, '').replace(/[\s\u00a0]/g, '')
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2})|,-)?$/.exec(typed)
  if (!match?.[2]) return null
  const amount = Number(match[2].replaceAll('.', '')) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  if (!Number.isSafeInteger(amount)) return null
  return oere(match[1] && amount !== 0 ? -amount : amount)
}

/** »1.250.000,00 kr.« */
export function formatKroner(amount: Oere): string {
  const whole = String(Math.floor(Math.abs(amount) / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  const rest = String(Math.abs(amount) % 100).padStart(2, '0')
  return `${amount < 0 ? '-' : ''}${whole},${rest} kr.`
}

/** »1250000,00«: for a spreadsheet's cell. */
export const plainKroner = (amount: Oere): string =>
  formatKroner(amount)
    .replace(/ kr\.$/, '')
    .replaceAll('.', '')
