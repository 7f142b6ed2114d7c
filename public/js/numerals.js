/** What numbers a list besides figures, in the order of the Danish alphabet. */
export const letters = [...'abcdefghijklmnopqrstuvwxyzæøå']

const romans = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A number as Romans wrote it, in small letters. */
export function roman(number) {
  let [left, text] = [number, '']
  for (const [worth, sign] of romans) for (; left >= worth; left -= worth) text += sign
  return text
}
