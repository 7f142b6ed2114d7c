import { z } from 'zod'
import { normalEmail } from '../../../access/sign-in-rules.ts'
import { choice, optionalText, text } from '../../../http/forms/fields.ts'
import { readWrittenDate, type WrittenDate } from '../../../kernel/written-date.ts'
import { cooperationFields } from '../../ground/cooperation/index.ts'
import type { SetupAnswers } from './answers.ts'

/** Names in one field, one a line or parted by semicolons: a comma may belong to a name. */
const names = optionalText(4000).transform(typed =>
  typed
    .split(/[\n;]/)
    .map(name => name.trim().replace(/\s+/g, ' '))
    .filter(name => name !== ''),
)

const rows = <Row extends z.ZodType>(row: Row) =>
  z.preprocess(
    value =>
      (Array.isArray(value) ? value : value && typeof value === 'object' ? Object.values(value) : []).filter(
        one => typeof one === 'object' && one !== null && String(one.name ?? '').trim() !== '',
      ),
    z.array(row).max(200),
  )

const whole = (min: number, max: number, told: string) =>
  z.preprocess(
    value => (value === undefined || value === null ? '' : String(value).trim()),
    z.union([z.literal('').transform(() => null), z.coerce.number(told).int(told).min(min, told).max(max, told)], {
      error: told,
    }),
  )

const person = (what: string) =>
  z.object({
    name: text(120, `Skriv navnet på ${what}.`),
    title: optionalText(120),
    email: text(200, `Skriv e-mailadressen til ${what}.`)
      .pipe(z.email('Skriv en e-mailadresse, fx navn@kommune.dk.'))
      .transform(normalEmail),
    organisation: text(200, `Vælg organisationen for ${what}.`),
  })

/** Who takes part: what an agreement proposes, and whoever sets the portal up corrects. */
export const partiesFields = {
  ...cooperationFields,
  council: text(120, 'Skriv, hvad kommunens øverste organ hedder, fx »Byrådet«.'),
  date: text(40, 'Skriv, hvornår aftalen er indgået.').transform(readDate),
  firstYear: whole(1900, 2199, 'Skriv årstallet for den første revision, eller lad feltet være tomt.'),
  everyYears: whole(1, 20, 'Skriv, hvor mange år der går mellem to revisioner: fra 1 til 20.'),
  section: optionalText(10).transform(typed => typed.replace(/^§\s*/, '')),
  departments: rows(z.object({ name: text(200, 'Skriv forvaltningens navn.'), subjectAreas: names })),
  organisations: rows(
    z.object({
      name: text(200, 'Skriv organisationens navn.'),
      kind: z.preprocess(
        value => value || undefined,
        choice(['HOUSING_ORGANISATION', 'ADMINISTRATOR'], 'Vælg organisationens type.').default('HOUSING_ORGANISATION'),
      ),
      associations: names,
    }),
  ),
}

/** In the order of the page, which is the order that faults are told in. */
export const peopleFields = {
  housingSecretary: person('medarbejderen i boligorganisationernes sekretariat'),
  municipalSecretary: person('medarbejderen i kommunens sekretariat'),
  administrator: person('systemadministratoren'),
}

/** A rhythm is told whole or not at all. */
const rhythmWhole = (value: { firstYear: number | null; everyYears: number | null }, ctx: z.RefinementCtx) => {
  if (value.firstYear !== null && value.everyYears === null)
    ctx.addIssue({
      code: 'custom',
      path: ['everyYears'],
      message: 'Skriv, hvor mange år der går mellem to revisioner.',
    })
  if (value.firstYear === null && value.everyYears !== null)
    ctx.addIssue({ code: 'custom', path: ['firstYear'], message: 'Skriv årstallet for den første revision.' })
}

export const partiesForm = z.object(partiesFields).superRefine(rhythmWhole)
export const setupForm = z.object({ ...partiesFields, ...peopleFields }).superRefine(rhythmWhole)

type Typed = z.output<typeof setupForm>

/** What was typed, as the act takes it. */
export const answersOf = ({ firstYear, everyYears, section, ...rest }: Typed): SetupAnswers => ({
  ...rest,
  rhythm: firstYear !== null && everyYears !== null ? { firstYear, everyYears, section } : null,
})

/** No more than is known (R103). */
function readDate(typed: string, ctx: z.RefinementCtx): WrittenDate {
  const written = readWrittenDate(typed)
  if (written) return written
  ctx.addIssue({ code: 'custom', message: 'Skriv datoen som »12. marts 2026« eller »marts 2026«.' })
  return z.NEVER
}
