/** Dragging as a short cut: what is dropped is sent by the very form whose buttons move an item by keyboard. */
export function reorder(list) {
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
