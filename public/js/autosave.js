import { longTexts, readFields, writeFields } from './form-fields.js'
import { keptText, whenKept } from './kept-text.js'
import { mergeFields, mergeUpon, sameFields } from './merge-fields.js'
import { watchPage } from './page-life.js'
import { saveLine } from './save-line.js'
import { sendFields } from './save-request.js'
import { words } from './save-words.js'
import { twoVersions } from './two-versions.js'
import { whoWrites } from './who-writes.js'

const pause = 1500
/** Once what is under way has ended. */
const soon = 100
const tryAgain = 5000

/**
 * Saves a form a moment after the typing stops, upon the version it was made from, and never overwrites another's text:
 * what another wrote in other paragraphs is taken in, and of the same paragraph both texts stand side by side.
 * Until the server has acknowledged it, the text is also kept in this browser: it outlives the page, the connection,
 * the server and the session, and is there when its writer opens the form again.
 */
export function autosave(form) {
  const address = form.dataset.autosave
  const person = Number(document.body.dataset.person)
  const kept = keptText(person, address)
  const line = saveLine(form)
  const tab = crypto.randomUUID?.() ?? String(Math.random())
  const texts = longTexts(form)
  const versions = twoVersions(form, { decided, takenBack })

  /** What the server has, as far as is known, and what the form held when it last answered. */
  let stored = JSON.parse(form.dataset.stored)
  let answered = stored
  /** Sent, and not answered: the server may have it all the same. */
  let unanswered = []
  let stopped = false
  let leaving = false
  let running = null
  let timer
  /** Told once with the next saving. */
  let aside
  /** What both began with, while two versions stand side by side. */
  let parted = {}

  const fields = () => readFields(form)
  const version = () => form.elements.version.value
  const isDirty = () => !sameFields(fields(), answered)

  form.addEventListener('input', () => {
    stopped = false
    noteChange()
  })
  form.addEventListener('change', noteChange)
  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return
    clearTimeout(timer)
    if (versions.isOpen()) {
      // Not by pressing the button once more: what shall stand is chosen above.
      event.preventDefault()
      versions.focus()
      return
    }
    if (running) {
      // What is under way would come back as another's text.
      event.preventDefault()
      const { submitter } = event
      running.finally(() => form.requestSubmit(submitter))
      return
    }
    leaving = true
  })
  watchPage({
    away: () => flush(),
    left: () => flush(true),
    kept() {
      leaving = false
      running = null
    },
    back: wake,
  })
  window.addEventListener('beforeunload', event => {
    // Only where the browser keeps nothing is leaving a loss.
    if (isDirty() && !leaving && !kept.read()) event.preventDefault()
  })
  form.addEventListener('portal:signing-out', () => {
    clearTimeout(timer)
    leaving = true
  })
  form.saveNow = saveNow
  form.heard = heard

  begin()

  function begin() {
    const mine = fields()
    const entry = kept.read()
    if (form.dataset.conflict !== undefined) {
      form.querySelector('[data-without-script]')?.remove()
      return takeIn({ theirs: stored, current: version(), message: words.overtaken, base: entry?.base ?? null })
    }
    if (!entry || sameFields(entry.fields, stored)) {
      kept.discard()
      if (isDirty()) noteChange()
      return
    }
    // A form that came back with what was typed in it already has the text.
    if (!sameFields(mine, stored)) return noteChange()
    const base = (entry.sent ?? []).some(sent => sameFields(sent, stored)) ? stored : entry.base
    const when = whenKept(entry)
    const { disputed } = mergeFields(base, entry.fields, stored, texts)
    writeFields(form, entry.fields)
    const current = version()
    if (disputed.length > 0) form.elements.version.value = entry.version
    else versions.offerBack(stored, words.foundAgain(when))
    takeIn({ theirs: stored, current, message: words.foundAndOvertaken(when), base })
  }

  function noteChange() {
    if (!isDirty()) {
      if (!versions.isOpen()) kept.remove(tab)
      return
    }
    keep()
    if (versions.isOpen()) return sayUndecided()
    clearTimeout(timer)
    if (stopped) return
    line.unsaved()
    timer = setTimeout(save, pause)
  }

  function keep() {
    const unsettled = versions.isOpen()
    const about = document.querySelector('h1')?.textContent
    const base = unsettled ? parted : stored
    kept.write({ tab, fields: fields(), version: version(), base, sent: unanswered, unsettled, about })
  }

  /** At once, and resolved when it is done; whoever waits goes on whatever came of it. */
  async function saveNow() {
    clearTimeout(timer)
    if (running) await running
    if (isDirty() && !versions.isOpen() && !stopped) await save()
    return !isDirty()
  }

  function flush(leavingNow = false) {
    if (leaving || versions.isOpen() || stopped || !isDirty()) return
    clearTimeout(timer)
    keep()
    if (!running) save()
    else if (leavingNow && !sameFields(fields(), unanswered.at(-1))) send(fields())
  }

  function wake() {
    if (isDirty() && !versions.isOpen() && !leaving && !stopped) save()
  }

  function save() {
    clearTimeout(timer)
    if (versions.isOpen() || !isDirty()) return Promise.resolve()
    if (running) {
      timer = setTimeout(save, soon)
      return running
    }
    const own = saveOnce().finally(() => {
      if (running === own) running = null
    })
    running = own
    return own
  }

  async function saveOnce() {
    const sending = fields()
    unanswered = [...unanswered, sending].slice(-5)
    keep()
    line.saving()
    const { kind, told, wait, offline } = await send(sending)
    if (kind === 'saved') return acknowledged(sending, told)
    if (kind === 'overtaken') return overtaken(told)
    if (kind === 'unknown') return unknownPerson(told)
    if (kind === 'later') {
      line.failed('offline', offline ? words.offline : words.later)
      return again(wait)
    }
    refused(words.refused(told.message))
  }

  function again(wait) {
    clearTimeout(timer)
    timer = setTimeout(save, Math.max(tryAgain, wait || 0))
  }

  function send(sending) {
    return sendFields(address, { csrf: form.elements._csrf.value, version: version(), fields: sending })
  }

  function acknowledged(sending, told) {
    stored = told.stored
    answered = sending
    unanswered = []
    setVersion(told.version)
    if (isDirty()) return noteChange()
    if (sameFields(sending, stored)) kept.remove(tab)
    else keep()
    tellSaved(told.note)
  }

  /** Somebody saved first; or it was this very form, and the answer was lost on the way. */
  function overtaken(told) {
    const own = unanswered.slice(0, -1).find(sent => sameFields(sent, told.current))
    if (own || sameFields(fields(), told.current)) {
      setVersion(told.version)
      stored = told.current
      answered = own ?? fields()
      unanswered = []
      return isDirty() ? noteChange() : settled()
    }
    unanswered = []
    takeIn({ theirs: told.current, current: told.version, message: words.overtaken, base: stored })
  }

  /**
   * What another has saved comes into the form where the two do not touch the same; where they do, its writer chooses.
   * Until then the form stands upon the version that it was made from: its button does not overwrite either.
   */
  function takeIn({ theirs, current, message, base }) {
    const { fields: together, disputed, merged } = mergeUpon(base, fields(), theirs, texts)
    if (disputed.length > 0) return dispute({ theirs, current, message, base })
    standUpon(theirs, current)
    writeFields(form, together)
    if (merged.length > 0) aside = words.merged
    if (!isDirty()) return settled()
    keep()
    line.unsaved()
    clearTimeout(timer)
    timer = setTimeout(save, soon)
  }

  /** Another's saving, heard of while the page is open: taken in at once, so that one writes on upon it. */
  function heard({ fields: theirs, version: current }) {
    if (leaving || running || Number(current) <= Number(version())) return
    takeIn({ theirs, current, message: words.overtaken, base: stored })
  }

  function settled() {
    kept.remove(tab)
    tellSaved()
  }

  function tellSaved(note) {
    line.saved(note, aside)
    aside = undefined
  }

  function dispute(parting) {
    clearTimeout(timer)
    parted = parting.base ?? {}
    versions.show(parting)
    keep()
    sayUndecided()
  }

  function sayUndecided() {
    line.failed('conflict', words.undecided)
  }

  function decided(theirs, current) {
    standUpon(theirs, current)
    if (isDirty()) save()
    else {
      kept.discard()
      tellSaved()
    }
  }

  function takenBack() {
    noteChange()
    if (!isDirty()) tellSaved()
  }

  /** The session ended, or another person signed in: what is typed stays, and is saved once its writer is back. */
  async function unknownPerson(told) {
    const { kind, say } = await whoWrites(person, form.elements._csrf.value)
    if (kind === 'renewed') {
      timer = setTimeout(save, soon)
      return
    }
    if (kind === 'refused') return refused(words.noAccess(told.message))
    line.failed(...say)
    again()
  }

  function refused(text) {
    stopped = true
    line.failed('refused', text)
  }

  function standUpon(theirs, current) {
    setVersion(current)
    stored = theirs
    answered = theirs
  }

  function setVersion(number) {
    form.elements.version.value = number
    for (const other of document.querySelectorAll('form[data-version-of]'))
      if (other.dataset.versionOf === address) other.elements.version.value = number
  }
}
