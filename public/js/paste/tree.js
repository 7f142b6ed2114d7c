/** The page's policy stops styles, and complains of each; what they say is read from an attribute of another name. */
export const withoutStyles = html =>
  html
    .replace(/<style\b[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^<>]*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='))

/** Deeper than any page that people copy from. */
const deepest = 200

/** An element of a page as plain data: { name, attributes, children }, and its words as { text }. */
export function treeOf(node, depth = 0) {
  if (node.nodeType === 3) return { text: node.data }
  const isRead = child => child.nodeType === 1 || child.nodeType === 3
  return {
    name: node.nodeName.toUpperCase(),
    attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    children:
      depth > deepest
        ? [{ text: node.textContent }]
        : [...node.childNodes].filter(isRead).map(child => treeOf(child, depth + 1)),
  }
}

/** One property of an element's own style. */
export const styleOf = (node, property) =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, 'i').exec(node.attributes?.['data-style'] ?? '')?.[1]?.trim() ??
  ''

export const attribute = (node, name) => node.attributes?.[name] ?? ''

export const isText = node => node.text !== undefined

/** Whether an element holds another for which this is so. */
export const holds = (node, wanted) =>
  !isText(node) && node.children.some(child => !isText(child) && (wanted(child) || holds(child, wanted)))

const unread = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE', 'META', 'LINK', 'TEMPLATE', 'NOSCRIPT'])

export const isHidden = node =>
  unread.has(node.name) ||
  styleOf(node, 'display') === 'none' ||
  styleOf(node, 'mso-hide') === 'all' ||
  /comment/.test(styleOf(node, 'mso-element'))
