export const methodsPath = '/vurderingsmetoder'
export const methodPath = (slug: string): string => `${methodsPath}/${slug}`
export const methodDraftPath = (slug: string): string => `${methodPath(slug)}/udkast`
export const methodTermPath = (slug: string, key: string): string => `${methodDraftPath(slug)}/indikatorer/${key}`
export const methodLevelsPath = (slug: string): string => `${methodDraftPath(slug)}/niveauer`
/** Old and new level of every area, side by side, before it is adopted. */
export const methodEffectPath = (slug: string): string => `${methodDraftPath(slug)}/virkning`

export const assessmentsPath = '/vurderinger'
export const assessmentsCsvPath = `${assessmentsPath}.csv`
export const areaAssessmentPath = (area: string): string => `${assessmentsPath}/${area}`
export const assessAreaPath = (area: string): string => `${areaAssessmentPath(area)}/ny`
