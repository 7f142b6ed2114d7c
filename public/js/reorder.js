/** Dragging as a short cut: what is dropped is sent by the very form whose buttons move an item by keyboard. */
export function reorder(list) {
  keepFocus(list)
  let dragged = null
  for (const item of list.children) {
    if (!item.querySelector('form[data-move]')) continue
    item.draggable = true
    item.addEventListener('dragstart', event => {
      dragged = item
      item.classList.add('is-dragged')
      event.dataTransfer.effectAllowed = 'move'
    })
    item.addEventListener('dragend', () => {
      item.classList.remove('is-dragged')
      dragged = null
    })
    item.addEventListener('dragover', event => {
      if (!dragged || dragged === item) return
      event.preventDefault()
      item.classList.add('is-target')
    })
    item.addEventListener('dragleave', () => item.classList.remove('is-target'))
    item.addEventListener('drop', event => {
      event.preventDefault()
      item.classList.remove('is-target')
      if (dragged && dragged !== item) move(dragged, item)
    })
  }

  function move(item, target) {
    const form = item.querySelector('form[data-move]')
    form.elements.position.value = target.dataset.position ?? String([...list.children].indexOf(target) + 1)
    form.requestSubmit()
  }
}

const pressed = 'portal:moved'

/** After a move by keyboard the same button of the same item has the focus: one presses on, and nothing jumps. */
function keepFocus(list) {
  list.addEventListener('submit', event => {
    if (event.submitter?.value) sessionStorage.setItem(pressed, event.submitter.value)
  })
  const direction = sessionStorage.getItem(pressed)
  const item = location.hash && list.querySelector(location.hash.replace(/[^#\w-]/g, ''))
  sessionStorage.removeItem(pressed)
  if (!item || !direction) return
  const buttons = [...item.querySelectorAll('form[data-move] button')]
  const target = buttons.find(button => button.value === direction) ?? buttons[0] ?? item
  target.focus({ preventScroll: true })
  item.scrollIntoView({ block: 'nearest' })
}
