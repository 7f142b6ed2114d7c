export const earlierPath = '/foer-portalen'
export const recordPath = (id: number): string => `${earlierPath}/${id}`
export const filePath = (recordId: number, fileId: number): string => `${recordPath(recordId)}/filer/${fileId}`
export const manyPath = `${earlierPath}/flere`
