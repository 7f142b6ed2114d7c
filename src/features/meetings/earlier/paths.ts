export const earlierPath = '/foer-portalen'
export const newRecordPath = `${earlierPath}/nyt`
export const recordPath = (id: number): string => `${earlierPath}/${id}`
export const filePath = (recordId: number, fileId: number): string => `${recordPath(recordId)}/filer/${fileId}`
export const manyPath = `${earlierPath}/flere`

/** What templates lead to by name. */
export const addresses = {
  earlier: earlierPath,
  newRecord: newRecordPath,
  manyRecords: manyPath,
  earlierThatHolds: `${earlierPath}?vis=gaelder`,
} as const
