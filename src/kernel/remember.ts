const longest = 20_000

/**
 * The same function of a text, which remembers what it made of those asked about most lately: an agenda is opened by
 * everyone on one day. Long texts are made anew, so that they do not fill the memory.
 */
export function remembering<Made>(make: (text: string) => Made, most: number): (text: string) => Made {
  const kept = new Map<string, Made>()
  return text => {
    const known = kept.get(text)
    if (known !== undefined) {
      kept.delete(text)
      kept.set(text, known)
      return known
    }
    const made = make(text)
    if (text.length <= longest) {
      kept.set(text, made)
      const oldest = kept.keys().next()
      if (kept.size > most && !oldest.done) kept.delete(oldest.value)
    }
    return made
  }
}
