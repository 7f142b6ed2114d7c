import { comparisonPath } from '../agreement/paths.ts'

export const revisionPath = '/aftalen/revision'
export const roundPath = (year: number): string => `${revisionPath}/${year}`
export const proposalPath = (year: number, number: number): string => `${roundPath(year)}/forslag/${number}`
export const comparePath = (basis: number, year: number, draft: number): string =>
  comparisonPath(basis, `udkast-${year}-${draft}`)
