/** Asks for a page again that tells how far something has come. Without a script its button does. */
export function reload() {
  setTimeout(() => location.reload(), 1500)
}
