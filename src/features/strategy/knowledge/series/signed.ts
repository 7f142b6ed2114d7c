import { numberText } from '../indicators/indicator-rules.ts'

/** »+1,2«, »−0,3«, »0,0«: a change says its direction. */
export const signedText = (change: number, decimals: number): string =>
  `${Number(change.toFixed(decimals)) > 0 ? '+' : ''}${numberText(change, decimals)}`
