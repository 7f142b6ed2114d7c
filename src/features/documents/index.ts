export {
  acceptedExtensions,
  acceptedText,
  extensionOf,
  kindName,
  maxFileBytes,
  mayShowInline,
  sizeText,
} from './document-rules.ts'
export { documentPath, type IncomingFile, type StoredDocument, storeDocument } from './store-document.ts'
