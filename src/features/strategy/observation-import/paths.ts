import { indicatorsPath } from '../knowledge/paths.ts'

export const importPath = `${indicatorsPath}/indlaes`
/** The columns that the portal recognises. */
export const mappingsPath = `${importPath}/overskrifter`
/** A file on its way in, by the three steps that follow the first. */
export const waitingPath = (id: string): string => `${importPath}/${id}`
export const headingsPath = (id: string): string => `${waitingPath(id)}/overskrifter`
export const rowsPath = (id: string): string => `${waitingPath(id)}/raekker`
export const deliverPath = (id: string): string => `${waitingPath(id)}/levering`
export const rejectedPath = (id: string, sheet: number | string): string => `${waitingPath(id)}/afviste/${sheet}`
export const discardPath = (id: string): string => `${waitingPath(id)}/slet`
export const forgetPath = (id: number | string): string => `${mappingsPath}/${id}/glem`
