export { addDuty } from './keep-duty.ts'
