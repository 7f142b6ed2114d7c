import { z } from 'zod'
import { choice, dayField, id, listOf, optionalText, version } from '../../../../http/forms/fields.ts'
import { textAddress } from '../pages/forms.ts'

export const hearingAddress = textAddress.extend({ number: id })
export const hearingAnswerAddress = hearingAddress.extend({ organisation: z.string().regex(/^[a-z0-9-]{1,120}$/) })

const until = dayField('Vælg høringsfristen: den sidste dag, der kan svares.')

export const openHearingForm = z.object({
  version,
  audience: choice(['ALL', 'HOUSING', 'MUNICIPALITY', 'SOME'], 'Vælg, hvem der skal spørges.'),
  asked: listOf(id),
  until,
  question: optionalText(4000),
})
export const extendHearingForm = z.object({ until })
export const closeHearingForm = z.object({ reason: optionalText(1000) })

const bySection = z.record(z.string().max(100), optionalText(8000)).optional().default({})

export const hearingAnswerForm = z.object({
  version,
  stance: z.preprocess(
    value => (value === '' || value === undefined ? null : value),
    z.union([z.null(), z.enum(['SUPPORTS', 'WITH_REMARKS'])], { error: 'Vælg, om I har bemærkninger.' }),
  ),
  whole: optionalText(8000),
  sections: bySection,
})

export const hearingReplyForm = z.object({ version, whole: optionalText(8000), sections: bySection })
