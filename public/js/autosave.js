import { longTexts, readFields, writeFields } from './form-fields.js'
import { keptText } from './kept-text.js'
import { mergeFields, sameFields } from './merge-fields.js'
import { saveLine } from './save-line.js'
import { sendFields } from './save-request.js'
import { renewTokens, whoIsSignedIn } from './signed-in.js'
import { twoVersions } from './two-versions.js'

const pause = 1500
/** Once what is under way has ended. */
const soon = 100
const overtakenBy = 'Den anden udgave og din står her ved siden af hinanden. Vælg, hvad der skal gælde.'
const tryAgain = 5000
const noConnection = 'Der er ingen forbindelse til portalen. Teksten er gemt i denne browser, og der prøves igen.'

/**
 * Saves a form a moment after the typing stops, upon the version it was made from, and never overwrites another's text.
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
    if (running) {
      // What is under way would come back as another's text.
      event.preventDefault()
      const { submitter } = event
      running.finally(() => form.requestSubmit(submitter))
      return
    }
    leaving = true
  })
  document.addEventListener('visibilitychange', () => (document.hidden ? flush() : wake()))
  window.addEventListener('pagehide', () => flush(true))
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return
    leaving = false
    running = null
    wake()
  })
  window.addEventListener('online', wake)
  window.addEventListener('focus', wake)
  window.addEventListener('beforeunload', event => {
    // Only where the browser keeps nothing is leaving a loss.
    if (isDirty() && !leaving && !kept.read()) event.preventDefault()
  })
  form.addEventListener('portal:signing-out', () => {
    clearTimeout(timer)
    leaving = true
  })
  form.saveNow = saveNow

  begin()

  function begin() {
    const mine = fields()
    const entry = kept.read()
    if (form.dataset.conflict !== undefined) {
      keep()
      return dispute({ theirs: stored, current: version(), message: overtakenBy })
    }
    if (!entry || sameFields(entry.fields, stored)) {
      kept.discard()
      if (isDirty()) noteChange()
      return
    }
    // A form that came back with what was typed in it already has the text.
    if (!sameFields(mine, stored)) return noteChange()
    const base = (entry.sent ?? []).some(sent => sameFields(sent, stored)) ? stored : entry.base
    const merged = mergeFields(base, entry.fields, stored, texts)
    const when = new Date(entry.at).toLocaleString('da-DK', { dateStyle: 'long', timeStyle: 'short' })
    if (merged.disputed.length > 0) {
      writeFields(form, entry.fields)
      const current = version()
      form.elements.version.value = entry.version
      return dispute({
        theirs: stored,
        current,
        message: `Det, du skrev den ${when}, nåede ikke at blive gemt, og en anden har gemt siden. Vælg, hvad der skal gælde.`,
      })
    }
    writeFields(form, merged.fields)
    versions.offerBack(stored, `Det, du skrev den ${when}, nåede ikke at blive gemt. Det er sat ind igen og gemmes nu.`)
    noteChange()
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
    kept.write({ tab, fields: fields(), version: version(), base: stored, sent: unanswered, unsettled, about })
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
      line.failed(
        offline
          ? noConnection
          : 'Portalen kan ikke gemme lige nu. Teksten er gemt i denne browser, og der prøves igen.',
      )
      return again(wait)
    }
    stopped = true
    line.failed(`${told.message ?? 'Portalen afviste det.'} Teksten er gemt i denne browser.`)
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
    line.saved(told.note)
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
    const merged = mergeFields(stored, fields(), told.current, texts)
    unanswered = []
    if (merged.disputed.length > 0)
      return dispute({ theirs: told.current, current: told.version, message: overtakenBy })
    setVersion(told.version)
    stored = told.current
    answered = told.current
    writeFields(form, merged.fields)
    if (!isDirty()) return settled()
    timer = setTimeout(save, soon)
  }

  function settled() {
    kept.remove(tab)
    line.saved()
  }

  /** Until it is settled the form stands upon the version that it was made from: its button does not overwrite either. */
  function dispute({ theirs, current, message }) {
    clearTimeout(timer)
    versions.show({ theirs, current, message })
    keep()
    sayUndecided()
  }

  function sayUndecided() {
    line.failed('Der er to udgaver af teksten. Vælg ovenfor, hvad der skal gælde. Din tekst er gemt i denne browser.')
  }

  function decided(theirs, current) {
    setVersion(current)
    stored = theirs
    answered = theirs
    if (isDirty()) save()
    else {
      kept.discard()
      line.saved()
    }
  }

  function takenBack() {
    noteChange()
    if (!isDirty()) line.saved()
  }

  /** The session ended, or another person signed in: what is typed stays, and is saved once its writer is back. */
  async function unknownPerson(told) {
    const who = await whoIsSignedIn()
    if (who === null) {
      line.failed(noConnection)
      return again()
    }
    if (who.person === person) {
      if (who.csrf === form.elements._csrf.value) {
        stopped = true
        line.failed(`${told.message ?? 'Du har ikke adgang til at gemme her.'} Teksten er gemt i denne browser.`)
        return
      }
      renewTokens(who.csrf)
      timer = setTimeout(save, soon)
      return
    }
    if (who.person === null)
      line.failed('Du er logget ud. Teksten er gemt i denne browser, og den gemmes her, når du er logget ind igen.', {
        href: '/log-ind',
        text: 'Log ind i et nyt vindue',
      })
    else line.failed(`${who.name} er logget ind i denne browser. Teksten gemmes først, når du selv er logget ind igen.`)
    again()
  }

  function setVersion(number) {
    form.elements.version.value = number
    for (const other of document.querySelectorAll('form[data-version-of]'))
      if (other.dataset.versionOf === address) other.elements.version.value = number
  }
}
