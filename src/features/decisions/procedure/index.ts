export { addSection, beginProcedure, editParameters, editSection } from './change-procedure.ts'
export { parametersOn } from './overview-page.ts'
export { procedureKind } from './procedure-kind.ts'
