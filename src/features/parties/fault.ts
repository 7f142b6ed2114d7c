import { brokenRule } from '../../kernel/refusal.ts'

/** Why a rule says no: the sentence, and the form's field that it belongs to ('' when to the form as a whole). */
export interface Fault {
  field: string
  message: string
}

export const fault = (field: string, message: string): Fault => ({ field, message })

/** @throws Refusal that carries the fault to its field */
export function refuse(found: Fault | null): void {
  if (found) throw brokenRule(found.message, found.field || undefined)
}
