/** Shows a button that prints the page; without this file the browser's own menu does it. */
export function printButton(button) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
