/** Dragging as a short cut: dropping presses the very buttons that move an item up or down by keyboard. */
export function reorder(list) {
  let dragged = null
  for (const item of list.children) {
    item.draggable = true
    item.addEventListener('dragstart', () => {
      dragged = item
    })
    item.addEventListener('dragover', event => {
      if (dragged && dragged !== item) event.preventDefault()
    })
    item.addEventListener('drop', event => {
      event.preventDefault()
      if (dragged && dragged !== item) move(dragged, item)
      dragged = null
    })
  }

  function move(item, target) {
    const places = [...list.children]
    const form = item.querySelector('form[data-move]')
    const to = form?.elements.position
    if (!to) return
    to.value = target.dataset.position ?? String(places.indexOf(target) + 1)
    form.requestSubmit()
  }
}
