/**
 * Files that are dropped anywhere on the page, or pasted outside a field, are sent by the form that takes files: its own
 * field gets them, so that nothing is done that the form could not do.
 */
export function dropFiles(form) {
  const field = form.querySelector('input[type="file"]')
  const take = files => {
    if (files.length === 0) return false
    field.files = files
    form.requestSubmit()
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
    if (event.target.closest?.('input, textarea')) return
    if (event.clipboardData && take(event.clipboardData.files)) event.preventDefault()
  })
}
