export const meetingsPath = '/moeder'
export const newMeetingPath = `${meetingsPath}/ny`
export const meetingPath = (id: number): string => `${meetingsPath}/${id}`
export const agendaPath = (id: number): string => `${meetingPath(id)}/dagsorden`
export const agendaEditPath = (id: number): string => `${agendaPath(id)}/rediger`
export const editLinesPath = (id: number): string => `${agendaPath(id)}/linjer`
export const newLinesPath = (id: number): string => `${agendaPath(id)}/nye-punkter`
export const copyItemsPath = (id: number): string => `${agendaPath(id)}/kopier`
export const meetingMandatesPath = (id: number): string => `${meetingPath(id)}/mandater`
export const newItemPath = (id: number): string => `${meetingPath(id)}/punkter/nyt`
export const itemPath = (meeting: number, item: number): string => `${meetingPath(meeting)}/punkter/${item}`

export const itemProposalsPath = '/punktforslag'
export const proposeItemPath = `${itemProposalsPath}/nyt`
export const itemProposalPath = (id: number): string => `${itemProposalsPath}/${id}`

export const itemTemplatesPath = '/punktskabeloner'
export const newItemTemplatePath = `${itemTemplatesPath}/ny`
export const itemTemplatePath = (id: number): string => `${itemTemplatesPath}/${id}`

export const acceptProposalPath = (id: number): string => `${itemProposalPath(id)}/optag`

/** Meetings planned in one go stand beside the year's wheel. */
export const planSeriesPath = '/aarshjul/raekker'
export const newSeriesPath = `${planSeriesPath}/ny`
export const seriesPath = (id: number | string): string => `${planSeriesPath}/${id}`

export const attachmentPath = (id: number): string => `/bilag/${id}`

/** What templates lead to by name. */
export const addresses = {
  meetings: meetingsPath,
  newMeeting: newMeetingPath,
  itemProposals: itemProposalsPath,
  proposeItem: proposeItemPath,
  itemTemplates: itemTemplatesPath,
  newSeries: newSeriesPath,
} as const
