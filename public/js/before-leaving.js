import { forgetKept, unsavedForms } from './kept-text.js'

const patience = 3000

/** What another form on the page does comes after the text that is being written: it is saved first. */
export function saveFirst(root, writing) {
  const passed = new WeakSet()
  root.addEventListener('submit', async event => {
    const form = event.target
    if (event.defaultPrevented || writing.includes(form) || passed.has(form) || signsOut(form)) return
    event.preventDefault()
    const { submitter } = event
    await allSaved(writing)
    // Not within the sending that was stopped: a form that is being sent takes no other sending.
    await new Promise(resolve => setTimeout(resolve))
    passed.add(form)
    form.requestSubmit(submitter)
    passed.delete(form)
  })
}

/** To the next item or the former: what comes of the saving is told before the page is left, or on the page that follows. */
export function saveBeforeSteps(root, writing) {
  for (const link of root.querySelectorAll('a[rel="next"], a[rel="prev"]'))
    link.addEventListener('click', async event => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      await allSaved(writing)
      location.assign(link.href)
    })
}

/** At sign-out nothing of what was typed stays in the browser: what is not saved is asked about. */
export function forgetAtSignOut(root, writing) {
  root.addEventListener('submit', async event => {
    if (event.defaultPrevented || !signsOut(event.target)) return
    event.preventDefault()
    const person = Number(document.body.dataset.person)
    await allSaved(writing)
    if (unsavedForms(person).length > 0 && !window.confirm(question)) return
    for (const form of writing) form.dispatchEvent(new Event('portal:signing-out'))
    forgetKept(person)
    event.target.submit()
  })
}

const question = 'Du har skrevet noget, der ikke er gemt. Logger du ud nu, slettes det. Vil du logge ud?'

const signsOut = form => form.getAttribute('action') === '/log-ud'

const allSaved = writing =>
  Promise.race([
    Promise.all(writing.map(form => form.saveNow())),
    new Promise(resolve => setTimeout(resolve, patience)),
  ])
