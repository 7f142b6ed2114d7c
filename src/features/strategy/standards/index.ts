export { addPoint, beginStandard, editPoint, editStandard } from './change-standard.ts'
export { standardKind } from './standard-kind.ts'
