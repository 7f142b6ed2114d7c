// What the text editor in public/js/rich-text uses of its library, and of the portal's own reader of typed text: browser
// and server read a line alike because they read it with the same code. scripts/bundle-editor.mjs makes one file of it.
export { baseKeymap } from 'prosemirror-commands'
export { history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
export { keymap } from 'prosemirror-keymap'
export { Fragment, Schema, Slice } from 'prosemirror-model'
export { EditorState, Plugin, TextSelection } from 'prosemirror-state'
export { Decoration, DecorationSet, EditorView } from 'prosemirror-view'
export { closesBefore, emphasisIn, linksIn, opensAfter } from '../src/kernel/markdown/typed-inline.ts'
export { readLine } from '../src/kernel/markdown/typed-lines.ts'
