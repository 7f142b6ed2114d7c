export const subjectAreasPath = '/sagsomraader'
