/**
 * A time of day as a person types it, where it can mean one only: »9«, »kl. 9«, »9.30«, »9:30«, »0930«. As '09:30'; null:
 * no time, or one of several.
 */
export function parseTime(text: string): string | null {
  const typed = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^(?:klokken|kl\.?) ?/, '')
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:]([0-5]\d)(?::00)?)?$/.exec(withPoint(typed)) ?? []
  if (hour === undefined || Number(hour) > 23) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

/** »0930« and »930« with the point that they leave out. */
const withPoint = (typed: string): string => typed.replace(/^(\d{1,2})(\d{2})$/, '$1.$2')
