/** Only a path of our own: never another site. */
export const ownPath = (value: unknown): string =>
  typeof value === 'string' && /^\/(?![/\\])[^\\]*$/.test(value) && value.length < 500 ? value : '/'
