const prefix = 'kladde:'
const daysKept = 60

/**
 * What a person has typed in a form and the server has not yet acknowledged, kept in this browser under the person and
 * the form's address: another person on the same machine is never offered it.
 */
export function keptText(person, address) {
  const key = `${prefix}${person}:${address}`
  return {
    read: () => readEntry(key),
    /** False where the browser keeps nothing: then the page asks before it is left. */
    write: entry => attempt(() => localStorage.setItem(key, JSON.stringify({ ...entry, at: Date.now() }))),
    /** Another window's entry for the same form stays. */
    remove(tab) {
      const entry = readEntry(key)
      if (!entry || entry.tab === tab) attempt(() => localStorage.removeItem(key))
    },
    discard: () => attempt(() => localStorage.removeItem(key)),
  }
}

/** When it was typed last, as one reads it. */
export const whenKept = ({ at }) => new Date(at).toLocaleString('da-DK', { dateStyle: 'long', timeStyle: 'short' })

/** Addresses of the forms in which the person has text that only this browser has. */
export const unsavedForms = person => keysOf(`${prefix}${person}:`)

/** Those of them that wait for their writer: another has saved, and it is not chosen what shall stand. */
export const unsettledTexts = person =>
  unsavedForms(person).flatMap(key => {
    const entry = readEntry(key)
    return entry?.unsettled ? [{ address: key.slice(`${prefix}${person}:`.length), about: entry.about }] : []
  })

/** At sign-out nothing of the person's stays behind. */
export function forgetKept(person) {
  for (const key of keysOf(`${prefix}${person}:`)) attempt(() => localStorage.removeItem(key))
}

/** Text that nobody came back for. */
export function dropOldText() {
  for (const key of keysOf(prefix)) {
    const entry = readEntry(key)
    if (!entry || Date.now() - entry.at > daysKept * 86_400_000) attempt(() => localStorage.removeItem(key))
  }
}

function keysOf(beginning) {
  const found = []
  attempt(() => {
    for (let index = 0; index < localStorage.length; index += 1) {
      const key = localStorage.key(index)
      if (key?.startsWith(beginning)) found.push(key)
    }
  })
  return found
}

function readEntry(key) {
  let entry = null
  attempt(() => {
    entry = JSON.parse(localStorage.getItem(key) ?? 'null')
  })
  return entry && typeof entry.fields === 'object' ? entry : null
}

/** A browser may keep nothing, or be full. */
function attempt(act) {
  try {
    act()
    return true
  } catch {
    return false
  }
}
