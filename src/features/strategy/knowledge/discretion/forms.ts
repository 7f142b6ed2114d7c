import { z } from 'zod'
import { optionalId, text, version, wholeNumber } from '../../../../http/forms/fields.ts'

export const limitsForm = z.object({
  residents: wholeNumber(0, 10_000, 'Skriv et helt antal beboere.'),
  households: wholeNumber(0, 10_000, 'Skriv et helt antal husstande.'),
  cell: wholeNumber(2, 100, 'Skriv et helt tal fra 2 til 100.'),
  residentsId: optionalId,
  householdsId: optionalId,
  reason: text(500, 'Skriv, hvorfor grænserne ændres.'),
  version,
})
