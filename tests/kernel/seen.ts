const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00a0', emsp: '\u2003' }

/** What a reader sees, line by line. */
export const seen = (html: string): string =>
  html
    .replace(/\n/g, '')
    .replace(/<br ?\/?>|<\/(p|li|tr)>|<[uo]l[^>]*>/g, '\n')
    .replace(/<\/td><td>/g, '\t')
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (_all, name) => entities[name] ?? `&${name};`)
    .replace(/\n+/g, '\n')
    .trim()
