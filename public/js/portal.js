// Everything works without this file. It only spares people trips to the server.
import { autosave } from './autosave.js'
import { forgetAtSignOut, saveBeforeSteps, saveFirst } from './before-leaving.js'
import { formsWithText, keepDraft } from './drafts.js'
import { dropFiles } from './drop-files.js'
import { askFirst, sendOnce } from './forms.js'
import { freshLines } from './fresh-lines.js'
import { dropOldText } from './kept-text.js'
import { keys } from './keys.js'
import { live } from './live.js'
import { liveCheck } from './live-check.js'
import { markdownTools } from './markdown.js'
import { closingMenus } from './menus.js'
import { openings } from './openings.js'
import { printButton } from './print.js'
import { reader } from './reader.js'
import { refresh } from './refresh.js'
import { reload } from './reload.js'
import { reorder } from './reorder.js'
import { moreRows } from './rows.js'
import { session } from './session.js'
import { textBlocks } from './text-blocks.js'
import { tellOfWaiting } from './waiting-texts.js'

dropOldText()
const writing = [...document.querySelectorAll('form[data-autosave]')]
for (const form of writing) autosave(form)
for (const form of document.querySelectorAll('form[data-live-check]')) liveCheck(form)
for (const field of document.querySelectorAll('textarea[data-markdown]:not([data-rich])')) markdownTools(field)
richTexts([...document.querySelectorAll('textarea[data-rich]')])
for (const list of document.querySelectorAll('[data-reorder]')) reorder(list)
for (const rows of document.querySelectorAll('[data-rows]')) moreRows(rows)
for (const form of document.querySelectorAll('form[data-fresh]')) freshLines(form)
for (const form of document.querySelectorAll('form[data-files]')) dropFiles(form)
for (const part of document.querySelectorAll('[data-refresh]')) refresh(part)
if (document.querySelector('[data-reload]')) reload()
for (const line of document.querySelectorAll('[data-openings]')) openings(line)
for (const button of document.querySelectorAll('[data-print]')) printButton(button)

for (const part of document.querySelectorAll('[data-reader]')) reader(part)
for (const part of document.querySelectorAll('[data-keys]')) keys(part)
for (const part of document.querySelectorAll('[data-session]')) session(part)
for (const list of document.querySelectorAll('[data-blocks]')) textBlocks(list)
for (const part of document.querySelectorAll('[data-live]')) live(part)

for (const menu of document.querySelectorAll('.site-nav__wide')) closingMenus(menu)

document.querySelector('[data-error-summary]')?.focus()
if (writing.length > 0) {
  saveFirst(document, writing)
  saveBeforeSteps(document, writing)
}
if (document.body.dataset.person) tellOfWaiting(document, Number(document.body.dataset.person))
for (const form of formsWithText(document)) keepDraft(form)
askFirst(document)
forgetAtSignOut(document, writing)
sendOnce(document)

/** The editor is fetched where there is a field for it. Where it does not come, the field is as good as it was. */
function richTexts(fields) {
  if (fields.length === 0) return
  // Fetched side by side: on a phone each step of a chain is a trip of its own.
  for (const name of ['./rich-text/editor.js', '../vendor/editor-library.js']) {
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = new URL(name, import.meta.url).href
    document.head.append(link)
  }
  import('./rich-text/start.js').then(
    ({ startRichText }) => startRichText(fields),
    () => {
      for (const field of fields) markdownTools(field)
    },
  )
}
