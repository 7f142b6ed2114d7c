import { fileTypeFromBuffer } from 'file-type'

/** Bytes that one file may have. */
export const maxFileBytes = 25 * 1024 * 1024

interface Kind {
  mediaType: string
  name: string
  extensions: readonly string[]
  /** May be shown in the browser's own window: it can carry no script there. */
  inline: boolean
}

const office = 'application/vnd.openxmlformats-officedocument'

/** PDF, Office and images. Nothing that a browser would run. */
const kinds: readonly Kind[] = [
  { mediaType: 'application/pdf', name: 'PDF', extensions: ['pdf'], inline: true },
  { mediaType: `${office}.wordprocessingml.document`, name: 'Word', extensions: ['docx'], inline: false },
  { mediaType: `${office}.spreadsheetml.sheet`, name: 'Excel', extensions: ['xlsx'], inline: false },
  { mediaType: `${office}.presentationml.presentation`, name: 'PowerPoint', extensions: ['pptx'], inline: false },
  {
    mediaType: 'application/vnd.oasis.opendocument.text',
    name: 'OpenDocument-tekst',
    extensions: ['odt'],
    inline: false,
  },
  {
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    name: 'OpenDocument-regneark',
    extensions: ['ods'],
    inline: false,
  },
  {
    mediaType: 'application/vnd.oasis.opendocument.presentation',
    name: 'OpenDocument-præsentation',
    extensions: ['odp'],
    inline: false,
  },
  { mediaType: 'application/msword', name: 'Word', extensions: ['doc'], inline: false },
  { mediaType: 'application/vnd.ms-excel', name: 'Excel', extensions: ['xls'], inline: false },
  { mediaType: 'application/vnd.ms-powerpoint', name: 'PowerPoint', extensions: ['ppt'], inline: false },
  { mediaType: 'image/png', name: 'PNG-billede', extensions: ['png'], inline: true },
  { mediaType: 'image/jpeg', name: 'JPEG-billede', extensions: ['jpg', 'jpeg'], inline: true },
  { mediaType: 'image/gif', name: 'GIF-billede', extensions: ['gif'], inline: true },
  { mediaType: 'image/webp', name: 'WebP-billede', extensions: ['webp'], inline: true },
]

/** The accept attribute of a file field. */
export const acceptedExtensions = kinds.flatMap(kind => kind.extensions.map(extension => `.${extension}`)).join(',')

export const acceptedText = 'PDF, Word, Excel, PowerPoint, OpenDocument eller billeder, højst 25 MB'

export const kindName = (mediaType: string): string => kinds.find(kind => kind.mediaType === mediaType)?.name ?? 'Fil'

/** »pdf« with its dot, for a file that is named by what it documents. */
export const extensionOf = (mediaType: string): string => {
  const extension = kinds.find(kind => kind.mediaType === mediaType)?.extensions[0]
  return extension ? `.${extension}` : ''
}

export const mayShowInline = (mediaType: string): boolean =>
  kinds.find(kind => kind.mediaType === mediaType)?.inline ?? false

export type FileVerdict = { allowed: true; mediaType: string } | { allowed: false; reason: string }

/** The type by the file's own content; its name must agree with it, and nothing is taken on the name's word alone. */
export async function judgeFile(file: { name: string; buffer: Buffer }): Promise<FileVerdict> {
  const { name, buffer } = file
  if (buffer.length === 0) return { allowed: false, reason: `Filen »${name}« er tom.` }
  if (buffer.length > maxFileBytes)
    return { allowed: false, reason: `Filen »${name}« er for stor. Den må højst fylde 25 MB.` }
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const named = kinds.find(kind => kind.extensions.includes(extension))
  const found = await fileTypeFromBuffer(buffer)
  if (!named || !found)
    return { allowed: false, reason: `Filen »${name}« er ikke af en type, der kan modtages: ${acceptedText}.` }
  // The old Office formats share one container whose content does not tell them apart.
  const agrees = found.mime === named.mediaType || (found.mime === 'application/x-cfb' && oldOffice.has(extension))
  if (!agrees) return { allowed: false, reason: `Indholdet af filen »${name}« passer ikke til dens navn.` }
  return { allowed: true, mediaType: named.mediaType }
}

const oldOffice = new Set(['doc', 'xls', 'ppt'])

/** »2,4 MB«. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilo = bytes / 1024
  return kilo < 1000 ? `${Math.round(kilo)} kB` : `${(kilo / 1024).toFixed(1).replace('.', ',')} MB`
}
