/**
 * Reading item by item: the arrow keys, a swipe and the bar's buttons lead to the item before and after, and the contents
 * show where one is. Without this file the links at each item do.
 */
export function reader(part) {
  const items = [...part.querySelectorAll('[data-reader-item]')]
  const bar = part.querySelector('[data-reader-bar]')
  const place = part.querySelector('[data-reader-place]')
  const contents = part.querySelector('[data-reader-contents]')
  if (items.length === 0) return
  const links = new Map([...contents.querySelectorAll('a')].map(link => [link.hash.slice(1), link]))
  // On a phone the contents stand above everything: they are opened when they are wanted.
  if (matchMedia('(max-width: 60rem)').matches) contents.open = false
  bar.hidden = false
  for (const button of bar.querySelectorAll('[data-reader-step]'))
    button.addEventListener('click', () => step(Number(button.dataset.readerStep)))
  let at = -1
  show()

  let waiting = false
  document.addEventListener(
    'scroll',
    () => {
      if (waiting) return
      waiting = true
      requestAnimationFrame(() => {
        waiting = false
        show()
      })
    },
    { passive: true },
  )

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.target instanceof Element && event.target.closest('input, textarea, select, [role=tablist]')) return
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    event.preventDefault()
    step(by)
  })

  let from = null
  part.addEventListener(
    'touchstart',
    event => {
      const [touch] = event.touches
      // What is moved sideways itself keeps its own swipe.
      from =
        event.touches.length === 1 && !scrollsSideways(event.target) ? { x: touch.clientX, y: touch.clientY } : null
    },
    { passive: true },
  )
  part.addEventListener(
    'touchend',
    event => {
      const [touch] = event.changedTouches
      if (!from || !touch) return
      const [x, y] = [touch.clientX - from.x, touch.clientY - from.y]
      from = null
      if (Math.abs(x) > 70 && Math.abs(x) > 2 * Math.abs(y)) step(x < 0 ? 1 : -1)
    },
    { passive: true },
  )

  function scrollsSideways(target) {
    if (target.closest('textarea, input, select')) return true
    for (let one = target; one && one !== part; one = one.parentElement) {
      if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible') return true
    }
    return false
  }

  function step(by) {
    const next = items[Math.min(Math.max(at + by, 0), items.length - 1)]
    history.replaceState(history.state, '', `#${next.id}`)
    next.scrollIntoView()
    next.querySelector('h2').focus({ preventScroll: true })
    show(items.indexOf(next))
  }

  /** The item that is being read: the last one that has begun above the middle of the upper half. */
  function show(index = items.findLastIndex(item => item.getBoundingClientRect().top < innerHeight / 4)) {
    if (index === at) return
    at = index
    for (const link of links.values()) link.removeAttribute('aria-current')
    const link = links.get(items[at]?.id)
    link?.setAttribute('aria-current', 'true')
    place.textContent = at < 0 ? '' : `${at + 1} af ${items.length}`
    const [back, on] = bar.querySelectorAll('[data-reader-step]')
    back.disabled = at <= 0
    on.disabled = at === items.length - 1
  }
}
