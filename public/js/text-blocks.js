/** Each block gets a button that sets its words in where one writes, or at the end; without scripts they are copied. */
export function textBlocks(list) {
  const field = document.getElementById(list.dataset.blocks)
  if (!field) return
  for (const block of list.querySelectorAll('[data-block]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button--small button-secondary'
    button.textContent = `Indsæt »${block.dataset.block}«`
    button.addEventListener('click', () => insert(block.querySelector('[data-block-text]').textContent))
    block.replaceChildren(button, block.querySelector('[data-block-text]'))
  }

  // On lines of its own: a block is a paragraph.
  function insert(text) {
    const { selectionEnd: at, value } = field
    const before = value.slice(0, at).replace(/\s+$/, '')
    const after = value.slice(at).replace(/^\s+/, '')
    const start = before === '' ? '' : `${before}\n\n`
    field.value = `${start}${text}${after === '' ? '' : `\n\n${after}`}`
    field.focus()
    field.setSelectionRange(start.length + text.length, start.length + text.length)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    list.closest('details')?.removeAttribute('open')
  }
}
