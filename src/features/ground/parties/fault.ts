import { refuseAll } from '../../../kernel/refusal.ts'

/** Why a rule says no: the sentence, and the form's field that it belongs to ('' when to the form as a whole). */
export interface Fault {
  field: string
  message: string
}

export const fault = (field: string, message: string): Fault => ({ field, message })

/** @throws Refusal that carries each fault to its field, all at once */
export function refuse(...found: (Fault | null)[]): void {
  refuseAll(found.flatMap(one => (one ? [{ sentence: one.message, field: one.field || undefined }] : [])))
}
