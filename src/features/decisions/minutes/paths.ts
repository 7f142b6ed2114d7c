import { meetingPath } from '../../meetings/meetings/paths.ts'

export const minutesPath = (meeting: number): string => `${meetingPath(meeting)}/referat`
export const sessionPath = (meeting: number): string => `${meetingPath(meeting)}/afvikling`
export const sessionItemPath = (meeting: number, item: number): string => `${sessionPath(meeting)}/punkter/${item}`
/** Where changes of a meeting are told as they happen, to whoever is at an item of it or at the whole. */
export const linePath = (meeting: number, item?: number): string =>
  `${sessionPath(meeting)}/strom${item === undefined ? '' : `?punkt=${item}`}`
export const screenPath = (meeting: number): string => `${meetingPath(meeting)}/skaerm`
/** Where the meeting changes its own agenda while it goes on. */
export const changesPath = (meeting: number): string => `${sessionPath(meeting)}/dagsorden`
export const minutesVersionPath = (meeting: number, number: number): string =>
  `${minutesPath(meeting)}/versioner/${number}`
/** What a version changed of the one before. */
export const versionChangesPath = (meeting: number, number: number): string =>
  `${minutesVersionPath(meeting, number)}/aendringer`
/** What the draft has changed of the version that was taken back. */
export const draftChangesPath = (meeting: number): string => `${minutesPath(meeting)}/aendringer`

export const textBlocksPath = '/tekstblokke'
export const blockPath = (id: number): string => `${textBlocksPath}/${id}`

/** What templates lead to by name. */
export const addresses = { textBlocks: textBlocksPath } as const
