import { z } from 'zod'
import {
  choice,
  chosenId,
  optionalId,
  optionalText,
  text,
  version,
  wholeNumber,
} from '../../../../http/forms/fields.ts'

export const addForm = z.object({
  addedTitle: text(300, 'Feltet »Titel på det nye punkt« skal udfyldes.'),
  addedKind: choice(['INFORMATION', 'DISCUSSION', 'DECISION'], 'Vælg det nye punkts type.'),
  addedTask: choice(
    ['strategy', 'professionalDevelopment', 'coordination', 'procedural'],
    'Vælg den opgave, det nye punkt hører under.',
  ),
  addedMinutes: wholeNumber(0, 600, 'Skriv varigheden i hele minutter.'),
  addedAfterId: optionalId,
  addedReason: optionalText(500),
})

export const removeForm = z.object({
  removedId: chosenId('Vælg det punkt, der tages af.'),
  removedReason: optionalText(500),
})

export const moveForm = z.object({
  movedId: chosenId('Vælg det punkt, der flyttes.'),
  afterId: optionalId,
  movedReason: optionalText(500),
})

export const postponeForm = z.object({ version, toMeetingId: chosenId('Vælg det møde, punktet udsættes til.') })
