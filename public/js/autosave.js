import { bothTexts, laidAside } from './both-texts.js'
import { longTexts, readFields, writeFields } from './form-fields.js'
import { keptText } from './kept-text.js'
import { mergeFields, sameFields, unlikeFields } from './merge-fields.js'
import { saveLine } from './save-line.js'
import { renewTokens, whoIsSignedIn } from './signed-in.js'

const pause = 1500
/** Once what is under way has ended. */
const soon = 100
const overtakenBy = 'Den anden udgave og din står her ved siden af hinanden. Vælg, hvad der skal gælde.'
const tryAgain = 5000
/** Browsers send at most 64 kB after a page is left. */
const sentOnLeaving = 60_000

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

  /** What the server has, as far as is known, and what the form held when it last answered. */
  let stored = JSON.parse(form.dataset.stored)
  let answered = stored
  /** Sent, and not answered: the server may have it all the same. */
  let unanswered = []
  let undecided = null
  let aside = null
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
    offerBack(stored, `Det, du skrev den ${when}, nåede ikke at blive gemt. Det er sat ind igen og gemmes nu.`)
    noteChange()
  }

  function noteChange() {
    if (!isDirty()) {
      if (!undecided) kept.remove(tab)
      return
    }
    keep()
    if (undecided) return sayUndecided()
    clearTimeout(timer)
    if (stopped) return
    line.unsaved()
    timer = setTimeout(save, pause)
  }

  function keep() {
    kept.write({ tab, fields: fields(), version: version(), base: stored, sent: unanswered })
  }

  /** At once, and resolved when it is done; whoever waits goes on whatever came of it. */
  async function saveNow() {
    clearTimeout(timer)
    if (running) await running
    if (isDirty() && !undecided && !stopped) await save()
    return !isDirty()
  }

  function flush(leavingNow = false) {
    if (leaving || undecided || stopped || !isDirty()) return
    clearTimeout(timer)
    keep()
    if (!running) save()
    else if (leavingNow && !sameFields(fields(), unanswered.at(-1))) post(fields()).catch(() => {})
  }

  function wake() {
    if (isDirty() && !undecided && !leaving && !stopped) save()
  }

  function save() {
    clearTimeout(timer)
    if (undecided || !isDirty()) return Promise.resolve()
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
    let answer
    let told
    try {
      answer = await post(sending)
      told = await answer.json().catch(() => ({}))
    } catch {
      line.failed('Der er ingen forbindelse til portalen. Teksten er gemt i denne browser, og der prøves igen.')
      return again()
    }
    if (answer.ok) return acknowledged(sending, told)
    if (answer.status === 409) return overtaken(told)
    if (answer.status === 401 || answer.status === 403) return unknownPerson(told)
    if (answer.status >= 500 || answer.status === 429) {
      line.failed('Portalen kan ikke gemme lige nu. Teksten er gemt i denne browser, og der prøves igen.')
      return again(Number(answer.headers.get('retry-after')) * 1000)
    }
    stopped = true
    line.failed(`${told.message ?? 'Portalen afviste det.'} Teksten er gemt i denne browser.`)
  }

  function again(wait) {
    clearTimeout(timer)
    timer = setTimeout(save, Math.max(tryAgain, wait || 0))
  }

  function post(sending) {
    const body = new URLSearchParams({ ...sending, version: version(), _csrf: form.elements._csrf.value })
    const text = body.toString()
    return fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: text,
      keepalive: text.length < sentOnLeaving,
      redirect: 'error',
      signal: AbortSignal.timeout(15_000),
    })
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
    const mine = fields()
    const disputed = unlikeFields(mine, theirs)
    undecided?.panel.remove()
    aside?.remove()
    undecided = {
      theirs,
      panel: bothTexts(form, {
        // The server's own page has said it above.
        heading: form.dataset.conflict === undefined ? 'En anden har gemt imens' : 'Vælg, hvad der skal gælde',
        theirs,
        mine,
        disputed,
        message,
        choose: choice => decide(choice, theirs, current, disputed),
      }),
    }
    keep()
    sayUndecided()
  }

  function sayUndecided() {
    line.failed('Der er to udgaver af teksten. Vælg ovenfor, hvad der skal gælde. Din tekst er gemt i denne browser.')
  }

  function decide(choice, theirs, current, disputed) {
    const mine = fields()
    undecided.panel.remove()
    undecided = null
    setVersion(current)
    stored = theirs
    answered = theirs
    if (choice === 'theirs') writeFields(form, theirs)
    if (choice === 'both') {
      const joined = texts
        .filter(name => disputed.includes(name))
        .map(name => [name, joinTexts(theirs[name], mine[name])])
      writeFields(form, Object.fromEntries(joined))
    }
    if (choice !== 'both') {
      const other = choice === 'theirs' ? mine : theirs
      const whose = choice === 'theirs' ? 'Din egen udgave' : 'Den anden udgave'
      offerBack(other, `${whose} er lagt til side. Du kan bruge den i stedet, så længe siden er åben.`, disputed)
    }
    if (isDirty()) save()
    else {
      kept.discard()
      line.saved()
    }
    form.querySelector('textarea')?.focus()
  }

  /** The version that the form does not hold, to be had back by a press. */
  function offerBack(other, message, names = Object.keys(other)) {
    aside?.remove()
    const disputed = unlikeFields(other, fields()).filter(name => names.includes(name))
    if (disputed.length === 0) return
    aside = laidAside(form, {
      fields: other,
      disputed,
      message,
      takeBack() {
        const now = fields()
        writeFields(form, other)
        offerBack(now, 'Den anden udgave er lagt til side. Du kan bruge den i stedet, så længe siden er åben.')
        noteChange()
        if (!isDirty()) line.saved()
      },
    })
  }

  /** The session ended, or another person signed in: what is typed stays, and is saved once its writer is back. */
  async function unknownPerson(told) {
    const who = await whoIsSignedIn()
    if (who === null) {
      line.failed('Der er ingen forbindelse til portalen. Teksten er gemt i denne browser, og der prøves igen.')
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

const joinTexts = (first, second) =>
  [first, second]
    .map(text => (text ?? '').trim())
    .filter(Boolean)
    .join('\n\n')
