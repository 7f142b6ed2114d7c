export { attachmentUpload } from './check-file.ts'
export {
  acceptedExtensions,
  acceptedKinds,
  acceptedText,
  extensionOf,
  kindName,
  sizeText,
} from './document-rules.ts'
export { type IncomingFile, type StoredDocument, storeDocument } from './store-document.ts'
export { type StoredFile, storedFile, storedFileColumns } from './stored-file.ts'
