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
