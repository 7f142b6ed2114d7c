import { acceptedKinds, attachmentUpload } from '../../ground/documents/index.ts'

/** What stands in front of the portal lets through somewhat more than one file may have: so do several together. */
const together = { maxTotalBytes: attachmentUpload.maxBytes }

/** Files of one document. */
export const mostFiles = 10
export const recordUpload = { ...attachmentUpload, ...together, maxFiles: mostFiles }

/** Files that become a document each. */
export const mostDocuments = 20
export const documentsUpload = { ...attachmentUpload, ...together, maxFiles: mostDocuments }

export const uploadText = (most: number): string => `${acceptedKinds}. Højst ${most} filer og 25 MB tilsammen.`
