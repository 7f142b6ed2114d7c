export { addPoint, beginStandard, editPoint } from './change-standard.ts'
export { standardKind } from './standard-kind.ts'
