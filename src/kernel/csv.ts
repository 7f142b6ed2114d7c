/** Begins a formula in the usual spreadsheets: such a text is shown as text instead. */
export const startsFormula = (text: string): boolean => /^[=+\-@\t\r＝＋－＠]/.test(text)

/**
 * A table as spreadsheets in Danish read it: semicolons, a byte order mark so that æøå are read as UTF-8, and no text
 * that could be taken for a formula.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  const lines = [head, ...rows].map(cells => cells.map(cellText).join(';'))
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')
}

function cellText(text: string): string {
  const safe = startsFormula(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
