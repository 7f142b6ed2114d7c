import type { Objection } from '../../../kernel/objection.ts'

/** What the portal says of the cooperation on every page (§1). */
export interface CooperationNames {
  name: string
  town: string
  /** What the two parties are called where one stands alone. */
  housing: string
  municipality: string
  contactName: string
  contactEmail: string
  contactPhone: string
}

/** What is wrong with the names, all at once; nothing when they can stand on every page. */
export function namesFaults({ housing, municipality, ...names }: CooperationNames): Objection[] {
  const faults: Objection[] = []
  if (housing.toLowerCase() === municipality.toLowerCase())
    faults.push({ sentence: 'De to parter skal have hver sit navn.', field: 'municipality' })
  if (names.contactName !== '' && names.contactEmail === '' && names.contactPhone === '')
    faults.push({ sentence: 'Skriv en e-mailadresse eller et telefonnummer til kontakten.', field: 'contactEmail' })
  return faults
}
