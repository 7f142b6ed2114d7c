/** The door of the need for housing to others: what the demo and the tests may use. */
export { tellChange } from './changes/keep-change.ts'
export { citeVersion, putNeedOnAgenda } from './citations/cite-version.ts'
export { type NeedDraft, publishEstimate, supersedeEstimate } from './estimates/publish-estimate.ts'
export { saveVacancies } from './vacancies/take-vacancies.ts'
export { vacancyTable } from './vacancies/vacancy-columns.ts'
