/** Shows the words that the chosen outcome begins a sentence with, beside the field where the sentence goes on. */
export function openings(line) {
  const known = JSON.parse(line.dataset.openings)
  const choice = line.closest('form')?.elements[line.dataset.of]
  if (!choice) return
  const show = () => {
    const opening = known[choice.value]
    line.textContent = opening ? `${opening} …` : ''
  }
  choice.addEventListener('change', show)
  show()
}
