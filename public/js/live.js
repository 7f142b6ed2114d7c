import { watchPage } from './page-life.js'

const lookAgain = 60_000

/**
 * Keeps a line to the server open while the page is in sight, and passes on what is told: `portal:changed` with the
 * thing and whose change it is, `portal:here` with who else is at work. A browser has few lines, and a page that it is
 * to keep for the way back may hold none: out of sight there is none. Whatever was missed is looked for afterwards.
 */
export function live(part) {
  let line = null
  let timer
  open()
  watchPage({ away: close, left: close, kept: () => {}, back: open })

  function open() {
    if (line || document.hidden) return
    clearTimeout(timer)
    line = new EventSource(part.dataset.live)
    line.addEventListener('open', () => tell('portal:changed', { thing: null, by: null }))
    line.addEventListener('changed', ({ data }) => tell('portal:changed', JSON.parse(data)))
    line.addEventListener('here', ({ data }) => tell('portal:here', JSON.parse(data)))
    line.addEventListener('error', () => {
      // The browser tries again by itself while the server only is away; when it was refused it does not.
      if (line?.readyState !== EventSource.CLOSED) return
      close()
      timer = setTimeout(open, lookAgain)
    })
  }

  function close() {
    clearTimeout(timer)
    line?.close()
    line = null
  }
}

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }))
