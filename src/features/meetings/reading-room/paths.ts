import { itemPath, meetingPath } from '../meetings/paths.ts'

export const readerPath = (meeting: number): string => `${meetingPath(meeting)}/laes`
export const readAllPath = (meeting: number): string => `${meetingPath(meeting)}/laest`
export const readItemPath = (meeting: number, item: number): string => `${itemPath(meeting, item)}/laest`
export const notePath = (meeting: number, item: number): string => `${itemPath(meeting, item)}/note`

export const myNotesPath = '/mine-noter'
export const myNotesCsvPath = `${myNotesPath}.csv`

/** What templates lead to by name. */
export const addresses = { myNotes: myNotesPath, myNotesCsv: myNotesCsvPath } as const
