const longest = 150

/**
 * A file's name as it may be shown and stored: without a folder, without signs that are not seen or that turn the
 * reading direction around, and with letters and their marks as one (å as one sign, also from a Mac).
 */
export function cleanFileName(given: string): string {
  const name = (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    // Cc: controls. Cf: directions, joiners, soft hyphens. Cs: halves of signs. Co, Cn: signs that nobody agreed on.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return shortened(name) || 'fil'
}

/** Keeps the ending, which tells what it is. */
function shortened(name: string): string {
  const signs = [...name]
  if (signs.length <= longest) return name
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? ''
  return `${signs
    .slice(0, longest - [...ending].length)
    .join('')
    .trim()}${ending}`
}

/** As a header tells it: RFC 8187. */
export const headerFileName = (name: string): string =>
  encodeURIComponent(cleanFileName(name)).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
