export { attachmentUpload } from './check-file.ts'
export {
  acceptedExtensions,
  acceptedText,
  extensionOf,
  kindName,
  mayShowInline,
  sizeText,
} from './document-rules.ts'
export { documentPath, type IncomingFile, type StoredDocument, storeDocument } from './store-document.ts'
