export const decisionsPath = '/beslutninger'
export const sharedPositionsPath = `${decisionsPath}/faelles-holdninger`
/** By its number, »2026/7«, or by what that is made of. */
export const decisionPath = (number: string | { year: number; serial: number }): string =>
  `${decisionsPath}/${typeof number === 'string' ? number : `${number.year}/${number.serial}`}`

/** What templates lead to by name. */
export const addresses = { decisions: decisionsPath, sharedPositions: sharedPositionsPath } as const
