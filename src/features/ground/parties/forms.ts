import { z } from 'zod'
import {
  choice,
  chosenId,
  dayField,
  id,
  nullableText,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
} from '../../../http/forms/fields.ts'
import { parseDanishDay } from '../../../kernel/written-day.ts'

const slug = z.string().regex(/^[a-z0-9-]{1,120}$/)

/** The day that a page is shown as of: today unless it is a day. */
export const dayQuery = z
  .string()
  .optional()
  .transform(value => (value ? parseDanishDay(value) : null))

export const partiesQuery = z.object({ q: z.string().max(200).optional(), dag: dayQuery })
export const organisationQuery = z.object({ dag: dayQuery })
export const organisationAddress = z.object({ organisation: slug })
export const partAddress = z.object({ organisation: slug, id })

const website = z.preprocess(
  value => (typeof value === 'string' ? value.trim() : ''),
  z
    .string()
    .max(300, 'Skriv højst 300 tegn.')
    .regex(/^$|^https?:\/\/[^\s"<>]+$/, 'Skriv adressen med https:// foran, fx https://www.kommune.dk.')
    .transform(value => (value === '' ? null : value)),
)

const email = z.preprocess(
  value => (typeof value === 'string' ? value.trim().toLowerCase() : ''),
  z
    .string()
    .max(200, 'Skriv højst 200 tegn.')
    .regex(/^$|^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Skriv e-mailadressen som navn@eksempel.dk.')
    .transform(value => (value === '' ? null : value)),
)

const organisationFacts = {
  shortName: text(80, 'Feltet »Kort navn« skal udfyldes.'),
  about: optionalText(4000),
  website,
}

export const newOrganisationForm = z.object({
  kind: choice(
    ['DEPARTMENT', 'HOUSING_ORGANISATION', 'ADMINISTRATOR', 'ASSOCIATION', 'EXTERNAL'],
    'Vælg organisationens type.',
  ),
  name: text(160, 'Feltet »Navn« skal udfyldes.'),
  ...organisationFacts,
  from: dayField('Feltet »Med i samarbejdet fra« skal udfyldes.'),
})

export const organisationForm = z.object({ version, ...organisationFacts })

const reason = text(500, 'Feltet »Begrundelse« skal udfyldes.')

/** What was registered wrongly from the beginning. */
export const correctionForm = z.object({
  version,
  name: text(160, 'Feltet »Navn« skal udfyldes.'),
  kind: choice(
    ['MUNICIPALITY', 'DEPARTMENT', 'HOUSING_ORGANISATION', 'ADMINISTRATOR', 'ASSOCIATION', 'EXTERNAL'],
    'Vælg organisationens type.',
  ),
  from: dayField('Feltet »Med i samarbejdet fra« skal udfyldes.'),
  afterId: optionalId,
  reason,
})

export const renameForm = z.object({
  version,
  name: text(160, 'Feltet »Nyt navn« skal udfyldes.'),
  shortName: text(80, 'Feltet »Kort navn« skal udfyldes.'),
  from: dayField('Feltet »Gælder fra« skal udfyldes.'),
})

export const formerNameForm = z.object({
  version,
  name: text(160, 'Feltet »Tidligere navn« skal udfyldes.'),
  from: dayField('Feltet »Fra« skal udfyldes.'),
  to: dayField('Feltet »Til og med« skal udfyldes.'),
})

export const endOrganisationForm = z.object({
  version,
  to: dayField('Feltet »Sidste dag« skal udfyldes.'),
  successorId: optionalId,
})

export const administrationForm = z.object({
  associationId: chosenId('Vælg en forening.'),
  from: dayField('Feltet »Administreres fra« skal udfyldes.'),
  to: optionalDay,
})

export const administrationCorrectionForm = z.object({
  version,
  from: dayField('Feltet »Administreres fra« skal udfyldes.'),
  to: optionalDay,
  reason,
})

export const endForm = z.object({ to: dayField('Feltet »Sidste dag« skal udfyldes.') })

/** Of a person, wherever one is typed in. */
export const personFields = {
  name: text(120, 'Feltet »Navn« skal udfyldes.'),
  title: nullableText(120),
  email,
  phone: nullableText(40),
}

export const personForm = z.object({ version, ...personFields })
export const endPersonForm = z.object({ version, endedOn: dayField('Feltet »Sidste dag« skal udfyldes.') })

export const authorisationForm = z.object({
  kind: choice(['MANDATE_KEEPER', 'SIGNATORY'], 'Vælg, hvilken bemyndigelse personen får.'),
  personId: chosenId('Vælg en person.'),
  from: dayField('Feltet »Fra« skal udfyldes.'),
  to: optionalDay,
  sourceBody: optionalText(160),
  sourceDay: optionalDay,
  sourceDocument: optionalText(300),
})

export const authorisationCorrectionForm = z.object({
  version,
  from: dayField('Feltet »Fra« skal udfyldes.'),
  reason,
})

export const conditionForm = z.object({
  kind: choice(['LAW', 'STATUTES', 'DELEGATION_PLAN', 'POLITICAL', 'ADMINISTRATIVE'], 'Vælg, hvad vilkåret følger af.'),
  title: text(160, 'Feltet »Titel« skal udfyldes.'),
  text: text(4000, 'Feltet »Vilkår« skal udfyldes.'),
  from: dayField('Feltet »Gælder fra« skal udfyldes.'),
  to: optionalDay,
})
