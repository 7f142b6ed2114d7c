export const decisionsPath = '/beslutninger'
/** By its number, »2026/7«, or by what that is made of. */
export const decisionPath = (number: string | { year: number; serial: number }): string =>
  `${decisionsPath}/${typeof number === 'string' ? number : `${number.year}/${number.serial}`}`
