import { z } from 'zod'
import {
  checkbox,
  choice,
  chosenId,
  dayField,
  id,
  optionalText,
  text,
  timeField,
  wholeNumber,
} from '../../../../http/forms/fields.ts'
import { mostMeetings, type RhythmKey, rhythms } from './series-rules.ts'

export const seriesAddress = z.object({ series: id })

const common = {
  bodyId: chosenId('Vælg et organ.'),
  title: text(120, 'Feltet »Rækkens navn« skal udfyldes.'),
  startsAt: timeField('Feltet »Starter kl.« skal udfyldes.'),
  endsAt: timeField('Feltet »Slutter kl.« skal udfyldes.'),
  place: text(200, 'Feltet »Sted« skal udfyldes.'),
  note: optionalText(2000),
}

const keys = Object.keys(rhythms) as [RhythmKey, ...RhythmKey[]]

/** What a series' days are worked out of. */
export const patternForm = z
  .object({
    ...common,
    first: dayField('Feltet »Første møde« skal udfyldes.'),
    rhythm: choice(keys, 'Vælg, hvor ofte møderne afholdes.'),
    count: wholeNumber(1, mostMeetings, `Skriv et antal møder mellem 1 og ${mostMeetings}.`),
  })
  .superRefine(({ startsAt, endsAt }, ctx) => {
    if (endsAt <= startsAt)
      ctx.addIssue({ code: 'custom', path: ['endsAt'], message: 'Mødet skal slutte senere, end det begynder.' })
  })

/** The same as it stands in the address: whatever it is, it is judged as a form is. */
const typed = z.string().max(2000).optional()
export const patternQuery = z
  .object({
    ...{ bodyId: typed, title: typed, first: typed, rhythm: typed, count: typed },
    ...{ startsAt: typed, endsAt: typed, place: typed, note: typed, vis: typed },
  })
  .catch({})

/** The days of the dry run, as the person has left them: those that are ticked are planned. */
export const seriesForm = z.object({
  ...common,
  days: z
    .array(
      z.object({
        plan: checkbox,
        day: z.preprocess(value => value, z.string().max(40).optional().default('')),
        asked: optionalText(2000),
      }),
    )
    .max(mostMeetings)
    .optional()
    .default([])
    .transform((rows, ctx) =>
      rows.flatMap(({ plan, day, asked }, row) => {
        if (!plan) return []
        const read = dayField('Skriv dagen.').safeParse(day)
        if (read.success) return [{ day: read.data, asked, row }]
        ctx.addIssue({ code: 'custom', path: [row, 'day'], message: read.error.issues[0]?.message ?? '' })
        return []
      }),
    ),
})
