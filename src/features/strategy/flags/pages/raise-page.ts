import type { Actor } from '../../../../access/actor.ts'
import { requireStep } from '../../../../access/steps.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf, typed } from '../../../../http/forms/forms.ts'
import { listDanish, plural } from '../../../../kernel/text.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import { flagWay } from '../flag-steps.ts'
import { asksForNames } from '../guarded-text.ts'
import { readItems } from '../item-fate.ts'
import { optionsOf, sourceNames, themeNames, urgencyNames } from '../labels.ts'
import { correctFlagPath, flagPath, flagsPath, newFlagPath } from '../paths.ts'
import { columnsOf, type PlaceRef, placeChoices, placeKey, placeNamed, placeOf, placeOfKey } from '../place-ref.ts'
import { findFlag, readAtPlace } from '../queries.ts'
import { factsOf, flagCrumbs } from './show-page.ts'

const active = 'paapegninger'

/** Shown when the text holds what looks like a name: the way on for what is none of a resident's. */
export function namesField(actor: Actor, form: FormState, name: string): FormField[] {
  const asks = Boolean(typed(form, 'namesArePlaces')) || asksForNames(actor.database, String(typed(form, name)))
  return asks
    ? [
        {
          kind: 'checkbox',
          name: 'namesArePlaces',
          label: 'Navnene i teksten er navne på steder eller organisationer',
          hint: 'Ingen beboer må kunne genkendes i det, der skrives.',
        },
      ]
    : []
}

const fieldsOf = (actor: Actor, form: FormState, kept: PlaceRef | null): FormField[] => [
  {
    ...{ kind: 'select', name: 'place', label: 'Sted', required: true },
    hint: 'Et boligområde, en afdeling eller en bydel. Vælg det mindste sted, det handler om.',
    options: placeChoices(readPlaces(actor.database), actor.today, kept),
  },
  { kind: 'select', name: 'theme', label: 'Tema', required: true, options: optionsOf(themeNames) },
  { kind: 'date', name: 'seenOn', label: 'Hvornår er det set?', required: true },
  {
    ...{ kind: 'select', name: 'source', label: 'Hvor kommer det fra?', required: true },
    options: optionsOf(sourceNames),
  },
  {
    ...{
      kind: 'textarea',
      name: 'reason',
      label: 'Hvad er set, og hvorfor bør det tages op?',
      rows: 8,
      required: true,
    },
    hint: 'Kan læses af alle hos begge parter med det samme. Skriv ikke navne, CPR-numre eller andet, som en beboer kan kendes på.',
  },
  ...namesField(actor, form, 'reason'),
  { kind: 'select', name: 'urgency', label: 'Hast', required: true, options: optionsOf(urgencyNames) },
]

/** What is already pointed out at the place, so that one knows before one writes. */
function alreadyText(actor: Actor, ref: PlaceRef | null): string {
  const place = ref ? placeNamed(readPlaces(actor.database), ref) : undefined
  if (!ref || !place) return ''
  const found = readAtPlace(actor, columnsOf(ref))
  if (found.length === 0) return ''
  const themes = [...new Set(found.map(({ theme }) => themeNames[theme].toLowerCase()))]
  return `${place.name} har ${plural(found.length, 'åben påpegning', 'åbne påpegninger')} (${listDanish(themes)}). Handler det om samme tema, kan de samles, når der er kvitteret.`
}

export function newFlagPage(actor: Actor, given: string, form?: FormState) {
  const state = form ?? formOf({ place: given, seenOn: actor.today, urgency: 'NORMAL' })
  const already = alreadyText(actor, placeOfKey(String(typed(state, 'place'))))
  return formPage({
    title: 'Påpeg et sted',
    active,
    crumbs: [{ text: 'Påpegninger', href: flagsPath }, { text: 'Påpeg et sted' }],
    heading: 'Påpeg et sted',
    lead: 'Skriv, hvad du har set. Begge parter ser påpegningen straks, og den anden part kvitterer inden for fem hverdage. Du kan følge, hvad der sker, på dit overblik.',
    ...(already ? { warning: already } : {}),
    action: newFlagPath,
    submit: 'Send påpegningen',
    back: flagsPath,
    fields: fieldsOf(actor, state, null),
    form: state,
  })
}

/** @throws Refusal when it is another's, or has been acknowledged */
export async function correctFlagPage(actor: Actor, number: string, form?: FormState) {
  const row = findFlag(actor, number)
  if (!form)
    requireStep(
      flagWay,
      actor,
      'CORRECT',
      factsOf(actor, row, await readItems(rowReader(actor.database), row.id), false),
    )
  const ref = placeOf(row)
  const { seenOn, source, theme, reason, urgency, namesOf, version } = row
  const values = {
    place: placeKey(ref),
    seenOn,
    source,
    theme,
    reason,
    urgency,
    namesArePlaces: namesOf === '' ? '' : 'true',
  }
  const state = form ?? formOf(values, version)
  return formPage({
    title: 'Ret påpegningen',
    active,
    crumbs: flagCrumbs(row, { text: 'Ret' }),
    heading: 'Ret påpegningen',
    lead: 'Du kan rette, indtil den anden part har kvitteret. Det, der stod før, bliver stående i hændelsesloggen.',
    action: correctFlagPath(number),
    submit: 'Gem rettelsen',
    back: flagPath(number),
    fields: fieldsOf(actor, state, ref),
    form: state,
  })
}
