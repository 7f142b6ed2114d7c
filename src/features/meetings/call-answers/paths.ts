import { meetingPath } from '../meetings/paths.ts'

/** Where one answers the call to a meeting, and its secretariats see who comes. */
export const callAnswersPath = (meeting: number): string => `${meetingPath(meeting)}/svar`
