import { z } from 'zod'
import { optionalText, text, version } from '../../../http/forms/fields.ts'

/** What every page says of the cooperation; also asked for when the portal is set up. */
export const cooperationFields = {
  name: text(80, 'Skriv samarbejdets navn.'),
  town: text(80, 'Skriv byens navn.'),
  municipality: text(80, 'Skriv kommunens navn.'),
  housing: text(80, 'Skriv boligorganisationernes fælles navn, fx »Boligorganisationerne«.'),
  contactName: optionalText(120),
  contactEmail: optionalText(200).pipe(
    z.union([z.literal(''), z.email('Skriv en e-mailadresse, fx navn@kommune.dk.')], {
      error: 'Skriv en e-mailadresse, fx navn@kommune.dk.',
    }),
  ),
  contactPhone: optionalText(40).pipe(z.string().regex(/^$|^[+\d][\d ]{5,}$/, 'Skriv telefonnummeret med tal.')),
}

/** What the page on privacy says: written when the portal is in use. */
const privacyFields = {
  controller: optionalText(500),
  legalBasis: optionalText(500),
  retention: optionalText(500),
  complaint: optionalText(500),
}

const { municipality: _municipality, ...ownFields } = cooperationFields

/** The municipality's name is its organisation's, and corrected there. */
export const cooperationForm = z.object({ ...ownFields, ...privacyFields, version })
