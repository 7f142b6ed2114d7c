/** A heading of the menu closes when one goes on elsewhere, or presses Escape. */
export function closingMenus(menu) {
  const opened = () => menu.querySelector('details[open]')
  const close = () => opened()?.removeAttribute('open')
  document.addEventListener('click', event => {
    if (!opened()?.contains(event.target)) close()
  })
  menu.addEventListener('focusout', event => {
    if (event.relatedTarget && !opened()?.contains(event.relatedTarget)) close()
  })
  menu.addEventListener('keydown', event => {
    const open = opened()
    if (event.key !== 'Escape' || !open) return
    close()
    open.querySelector('summary').focus()
  })
  // The way back shows a page as it was left.
  addEventListener('pagehide', close)
}
