/**
 * Adds a row to a form without a trip to the server: the last row is copied, its fields emptied and renumbered.
 * The container holds the rows and, by data-rows, names the value of the button that adds one without scripts. Fields
 * that data-keep names are as a rule the same in the next row: they keep what stands in the last one.
 */
export function moreRows(container) {
  const form = container.closest('form')
  const button = form?.querySelector(`button[name="action"][value="${container.dataset.rows}"]`)
  if (!button) return
  button.addEventListener('click', event => {
    const last = container.lastElementChild
    if (!last) return
    event.preventDefault()
    const row = last.cloneNode(true)
    const number = container.children.length
    const kept = (container.dataset.keep ?? '').split(' ').map(name => `[${name}]`)
    for (const [index, element] of [...row.querySelectorAll('*')].entries()) {
      const before = last.querySelectorAll('*')[index]
      renumber(element, number)
      if (kept.some(name => element.name?.endsWith(name))) element.value = before.value
    }
    const legend = row.querySelector('legend')
    if (legend) legend.textContent = legend.textContent.replace(/\d+/, String(number + 1))
    container.append(row)
    row.querySelector('input, select, textarea')?.focus()
  })
}

function renumber(element, number) {
  for (const attribute of ['id', 'name', 'for', 'aria-describedby']) {
    const value = element.getAttribute(attribute)
    if (value) element.setAttribute(attribute, value.replace(/([[-])\d+(?=[\]-])/, `$1${number}`))
  }
  if (element.matches('.form-error-message')) element.remove()
  else if (element.matches('.error, .form-error')) element.classList.remove('error', 'form-error')
  if (element.matches('input:not([type=checkbox], [type=radio]), textarea')) element.value = ''
  if (element.matches('select')) element.selectedIndex = 0
  if (element.matches('[type=checkbox], [type=radio]')) element.checked = false
  element.removeAttribute('aria-invalid')
}
