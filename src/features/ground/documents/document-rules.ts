/** Bytes that one file may have. */
export const maxFileBytes = 25 * 1024 * 1024

export interface Kind {
  mediaType: string
  name: string
  extensions: readonly string[]
  /** May be shown in the browser's own window: it can carry no script there. */
  inline: boolean
}

const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'
const kind = (mediaType: string, name: string, extensions: string, inline = false): Kind => ({
  mediaType,
  name,
  extensions: extensions.split(' '),
  inline,
})

/** PDF, Office, plain text and images. Nothing that a browser would run. */
export const kinds: readonly Kind[] = [
  kind('application/pdf', 'PDF', 'pdf', true),
  kind(`${office}.wordprocessingml.document`, 'Word', 'docx'),
  kind(`${office}.spreadsheetml.sheet`, 'Excel', 'xlsx'),
  kind(`${office}.presentationml.presentation`, 'PowerPoint', 'pptx'),
  kind(`${open}.text`, 'OpenDocument-tekst', 'odt'),
  kind(`${open}.spreadsheet`, 'OpenDocument-regneark', 'ods'),
  kind(`${open}.presentation`, 'OpenDocument-præsentation', 'odp'),
  kind('application/msword', 'Word', 'doc'),
  kind('application/vnd.ms-excel', 'Excel', 'xls'),
  kind('application/vnd.ms-powerpoint', 'PowerPoint', 'ppt'),
  kind('text/plain', 'Tekst', 'txt csv md'),
  kind('image/png', 'PNG-billede', 'png', true),
  kind('image/jpeg', 'JPEG-billede', 'jpg jpeg', true),
  kind('image/gif', 'GIF-billede', 'gif', true),
  kind('image/webp', 'WebP-billede', 'webp', true),
]

/** The accept attribute of a file field. */
export const acceptedExtensions = kinds.flatMap(({ extensions }) => extensions.map(one => `.${one}`)).join(',')

export const acceptedKinds = 'PDF, Word, Excel, PowerPoint, OpenDocument, tekst eller billeder'
export const acceptedText = `${acceptedKinds}, højst 25 MB`

export const kindName = (mediaType: string): string => kinds.find(one => one.mediaType === mediaType)?.name ?? 'Fil'

/** »pdf« with its dot, for a file that is named by what it documents. */
export const extensionOf = (mediaType: string): string => {
  const extension = kinds.find(one => one.mediaType === mediaType)?.extensions[0]
  return extension ? `.${extension}` : ''
}

export const mayShowInline = (mediaType: string): boolean =>
  kinds.find(one => one.mediaType === mediaType)?.inline ?? false

/** »1 kB«, »340 kB«, »2,4 MB«: as a folder on a Danish machine shows it. */
export function sizeText(bytes: number): string {
  const kilo = Math.max(1, Math.round(bytes / 1024))
  if (kilo < 1000) return `${kilo} kB`
  const tenths = Math.max(10, Math.round(bytes / 1024 / 102.4))
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1).replace('.', ',')} MB`
}
