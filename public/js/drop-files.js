/**
 * Files that are dropped anywhere on the page, or pasted outside a field, go to the form that takes files: its own field
 * gets them, so that nothing is done that the form could not do. A form that is for files alone is sent at once; one in
 * which more is written (data-files="keep") keeps them beside those it has, and names them all.
 */
export function dropFiles(form) {
  const field = form.querySelector('input[type="file"]')
  if (form.dataset.files === 'keep') nameFiles(field)
  const take = files => {
    if (files.length === 0) return false
    if (form.dataset.files !== 'keep') {
      field.files = files
      form.requestSubmit()
      return true
    }
    const all = new DataTransfer()
    for (const file of [...field.files, ...files]) all.items.add(file)
    field.files = all.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
    return true
  }
  const holdsFiles = event => event.dataTransfer?.types.includes('Files')
  document.addEventListener('dragover', event => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    form.classList.add('is-target')
  })
  document.addEventListener('dragleave', event => {
    if (!event.relatedTarget) form.classList.remove('is-target')
  })
  document.addEventListener('drop', event => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    form.classList.remove('is-target')
    take(event.dataTransfer.files)
  })
  document.addEventListener('paste', event => {
    if (event.defaultPrevented || event.target.closest?.('input, textarea')) return
    if (event.clipboardData && take(event.clipboardData.files)) event.preventDefault()
  })
}

/** Each file that is chosen, with a button that takes it away again. */
function nameFiles(field) {
  const list = document.createElement('ul')
  list.className = 'plain-list chosen-files'
  list.setAttribute('aria-label', 'Valgte filer')
  field.after(list)
  field.addEventListener('change', show)

  function show() {
    list.replaceChildren(...[...field.files].map(line))
  }

  function line(file) {
    const element = document.createElement('li')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-tertiary button--small'
    button.textContent = 'Fjern'
    button.setAttribute('aria-label', `Fjern ${file.name}`)
    button.addEventListener('click', () => {
      const rest = new DataTransfer()
      for (const other of field.files) if (other !== file) rest.items.add(other)
      field.files = rest.files
      show()
      field.focus()
    })
    element.append(`${file.name} `, button)
    return element
  }
}
