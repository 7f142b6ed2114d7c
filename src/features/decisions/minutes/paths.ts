import { meetingPath } from '../../meetings/meetings/paths.ts'

export const minutesPath = (meeting: number): string => `${meetingPath(meeting)}/referat`
export const sessionPath = (meeting: number): string => `${meetingPath(meeting)}/afvikling`
export const sessionItemPath = (meeting: number, item: number): string => `${sessionPath(meeting)}/punkter/${item}`
