import { textOfTree } from './paste/blocks.js'
import { treeOf, withoutStyles } from './paste/tree.js'

const largest = 2_000_000

/**
 * What was copied in Word, Outlook or a browser as typed text: lists keep their bullets and numbers, tables their columns,
 * bold and italics their words. `lost` says in sentences what could not be kept. Null: it says no more than plain text.
 */
export function pasted(html) {
  if (html.length > largest) return null
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  return textOfTree(treeOf(page.body))
}

/** The text alone, for a field without an editor. */
export const pastedText = html => pasted(html)?.text ?? null
