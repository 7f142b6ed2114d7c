export const plansPath = '/handlingsplaner'
export const planPath = (slug: string): string => `${plansPath}/${slug}`
export const planDraftPath = (slug: string): string => `${planPath(slug)}/udkast`
export const newPlanPath = `${plansPath}/ny`
/** Hvad gør vi i år? */
export const actionsPath = '/handlinger'
/** An action of the plan that is in force. */
export const actionPath = (plan: string, key: string): string => `${planPath(plan)}/handlinger/${key}`
/** The open actions of a strategy that has another version now. */
export const openActionsPath = (strategy: string): string => `/strategier/${strategy}/aabne-handlinger`
