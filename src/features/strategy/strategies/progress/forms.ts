import { z } from 'zod'
import { choice, text, version, wholeNumber, yearNumber } from '../../../../http/forms/fields.ts'

export const appraisalQuery = z.object({ aar: yearNumber.optional().catch(undefined) })

export const appraisalForm = z.object({
  version,
  year: wholeNumber(1900, 2199, 'Skriv årstallet med fire cifre.'),
  state: choice(['REACHED', 'ON_TRACK', 'BEHIND'], 'Vælg, om delmålet er nået, på vej eller bagud.'),
  reasons: text(4000, 'Skriv, hvad vurderingen bygger på.'),
})
