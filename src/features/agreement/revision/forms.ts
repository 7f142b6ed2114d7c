import { z } from 'zod'
import {
  checkbox,
  choice,
  chosenId,
  dayField,
  listOf,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
  wholeNumber,
  yearNumber,
} from '../../../http/forms/fields.ts'
import { stalePage } from '../../../kernel/refusal.ts'
import { type StepSlug, stepSlugs } from './labels.ts'

const year = yearNumber
const number = wholeNumber(1, 10_000)

export const roundAddress = z.object({ year })
export const stepAddress = z.object({ year, step: z.enum(Object.keys(stepSlugs) as [StepSlug, ...StepSlug[]]) })
export const proposalAddress = z.object({ year, number })
export const conflictAddress = z.object({ year, first: number, second: number })
export const sectionAddress = z.object({ year, section: z.string().max(120) })
export const organisationAddress = z.object({ year, organisation: z.string().max(120) })

export const openingForm = z.object({
  year: wholeNumber(1900, 2199, 'Vælg det år, revisionen gælder.'),
  purpose: optionalText(5000),
  proposalsUntil: dayField('Feltet »Frist for ændringsforslag« skal udfyldes.'),
})

/** What a step may be told; which of it a step needs is the act's to say. */
export const stepForm = z.object({
  until: optionalDay,
  meetingId: optionalId,
  reason: optionalText(4000),
})

export const proposalQuery = z.object({ paragraf: z.string().max(120).optional() })

/** »nyt« is a section of its own. */
export const proposalForm = z.object({
  organisationId: chosenId('Vælg den organisation, forslaget kommer fra.'),
  section: text(120, 'Vælg den bestemmelse, forslaget gælder.'),
  kind: choice(['REPLACE', 'ADD', 'DELETE'], 'Vælg, hvad forslaget går ud på.'),
  heading: optionalText(200),
  words: optionalText(10_000),
  text: optionalText(10_000),
  // That it is missing is told together with what the act finds.
  reasons: optionalText(5000),
  editorial: checkbox,
})

export const supportForm = z.object({
  organisationId: chosenId('Vælg organisation.'),
})
export const commentForm = z.object({ comment: text(4000, 'Feltet »Indlæg« skal udfyldes.') })
export const withdrawForm = z.object({ why: text(2000, 'Skriv, hvorfor forslaget trækkes tilbage.') })

export const settlementForm = z.object({
  version,
  outcome: choice(['TAKEN_IN', 'ADAPTED', 'DECLINED'], 'Vælg, hvad der skal ske med forslaget.'),
  text: optionalText(10_000),
  byHand: checkbox,
  reason: optionalText(4000),
})

export const conflictForm = z.object({
  outcome: choice(['FIRST', 'SECOND', 'BOTH_ADAPTED', 'NEITHER'], 'Vælg, hvordan modstriden skal afgøres.'),
  text: optionalText(10_000),
  reason: text(4000, 'Feltet »Begrundelse« skal udfyldes.'),
})

export const sectionForm = z.object({
  version,
  heading: text(200, 'Feltet »Overskrift« skal udfyldes.'),
  body: text(40_000, 'Feltet »Tekst« skal udfyldes.'),
  note: optionalText(500),
})

export const moveForm = z.object({ version, direction: choice(['UP', 'DOWN'], 'Vælg, hvor bestemmelsen skal hen.') })

/** »foerst«, or the key of the section that it follows. */
export const newSectionForm = sectionForm.extend({ place: text(120, 'Vælg, hvor bestemmelsen skal stå.') })

export const hashForm = z.object({ hash: text(100, stalePage) })

export const hearingForm = z.object({
  side: choice(['HOUSING', 'MUNICIPALITY'], 'Vælg strategigruppe.'),
  section: text(120, 'Vælg, hvad svaret gælder.'),
  stance: choice(['SUPPORTS', 'WITH_REMARKS', 'OBJECTS'], 'Vælg et svar.'),
  text: optionalText(8000),
})

export const decisionForm = z.object({
  stanceHousing: choice(['SUPPORTS', 'WITH_RESERVATION', 'DOES_NOT_SUPPORT'], 'Angiv boligorganisationernes holdning.'),
  stanceHousingText: optionalText(2000),
  stanceMunicipality: choice(['SUPPORTS', 'WITH_RESERVATION', 'DOES_NOT_SUPPORT'], 'Angiv kommunens holdning.'),
  stanceMunicipalityText: optionalText(2000),
  subjectToApproval: checkbox,
})

export const signatureForm = z.object({
  hash: text(100, stalePage),
  onBehalfOf: listOf(z.string().max(300)),
  read: checkbox,
  password: z
    .string({ error: 'Skriv din adgangskode igen for at underskrive.' })
    .min(1, 'Skriv din adgangskode igen for at underskrive.')
    .max(200),
})
/** A secretariat gives an addendum up: it refuses nobody's signature, so no password is asked for. */
export const dropForm = z.object({ reason: text(4000, 'Feltet »Begrundelse« skal udfyldes.') })
/** Stands beside the form that signs, so its fields have names of their own. */
export const declineForm = z.object({
  declineReason: text(4000, 'Feltet »Begrundelse« skal udfyldes.'),
  declinePassword: z
    .string({ error: 'Skriv din adgangskode igen for at afvise.' })
    .min(1, 'Skriv din adgangskode igen for at afvise.')
    .max(200),
})

export const addendumForm = z.object({
  kind: choice(['ACCESSION', 'WITHDRAWAL'], 'Vælg, om organisationen tiltræder eller udtræder.'),
  organisationId: chosenId('Vælg organisation.'),
  inForceFrom: dayField('Feltet »Gælder fra« skal udfyldes.'),
  text: text(10_000, 'Feltet »Tillæggets tekst« skal udfyldes.'),
})
export const addendumSignatureForm = z.object({
  hash: text(100, stalePage),
  capacity: choice(['ORGANISATION', 'HOUSING', 'MUNICIPALITY'], 'Vælg, hvem du underskriver for.'),
  password: z
    .string({ error: 'Skriv din adgangskode igen for at underskrive.' })
    .min(1, 'Skriv din adgangskode igen for at underskrive.')
    .max(200),
})
