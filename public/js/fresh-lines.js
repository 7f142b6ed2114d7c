/** When lines were added, one goes on writing in the next. */
export function freshLines(form) {
  if (location.hash === `#${form.id}`) form.querySelector('input[type="text"]')?.focus()
}
