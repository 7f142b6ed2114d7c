/**
 * Dragging as a short cut: the item gets the number of the one that it is dropped on, and the list is saved by its own
 * form, with all that was typed in it. Where one writes in a row, the mouse marks text.
 */
export function reorder(list) {
  keepFocus(list)
  let dragged = null
  for (const item of list.children) {
    if (!('movable' in item.dataset)) continue
    item.draggable = true
    item.addEventListener('pointerdown', event => {
      item.draggable = !event.target.closest('input, select, a, button')
    })
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
    item.querySelector('input[name$="[number]"]').value = target.dataset.position
    list.closest('form').requestSubmit()
  }
}

const pressed = 'portal:moved'

/** After a move by keyboard the same button of the same item has the focus: one presses on, and nothing jumps. */
function keepFocus(list) {
  list.closest('form')?.addEventListener('submit', ({ submitter }) => {
    if (submitter?.name === 'move') sessionStorage.setItem(pressed, submitter.value.split(':')[1])
  })
  const direction = sessionStorage.getItem(pressed)
  const item = location.hash && list.querySelector(location.hash.replace(/[^#\w-]/g, ''))
  sessionStorage.removeItem(pressed)
  if (!item || !direction) return
  const buttons = [...item.querySelectorAll('button[name="move"]')]
  const target = buttons.find(button => button.value.endsWith(`:${direction}`)) ?? buttons[0] ?? item
  const focus = () => {
    target.focus({ preventScroll: true })
    item.scrollIntoView({ block: 'nearest' })
  }
  focus()
  // A browser may go to the address's fragment, and take the focus there, later than this.
  if (document.readyState !== 'complete') addEventListener('load', focus, { once: true })
}
