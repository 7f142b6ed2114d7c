import type { Actor } from '../../../../access/actor.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { findText, type LoadedText, textCrumbs } from '../../../decisions/adoption/index.ts'
import { editedNumber, readIndicators } from '../../knowledge/index.ts'
import { assessmentsPath, methodDraftPath, methodLevelsPath, methodsPath, methodTermPath } from '../paths.ts'
import { type MethodContent, type MethodTerm, yardsticks } from './method-content.ts'
import { methodKind } from './method-kind.ts'
import { mostLevels } from './method-rules.ts'

const active = 'vurderinger'
export type LoadedMethod = LoadedText<MethodContent>
export const findMethod = (actor: Actor, slug: string): Promise<LoadedMethod> => findText(actor, methodKind, slug)
export const methodCrumbs = (text: LoadedMethod, ...after: { text: string }[]) => textCrumbs(methodKind, text, ...after)

const headFields: FormField[] = [
  { kind: 'text', name: 'title', label: 'Titel', required: true },
  {
    ...{ kind: 'textarea', name: 'purpose', label: 'Formål', rows: 6, optional: true },
    hint: 'Hvad metoden skal vise. Skal være udfyldt, før udkastet kan godkendes.',
  },
  {
    ...{ kind: 'text', name: 'reviewMonths', label: 'Måneder, før en vurdering tages op igen', required: true },
    hint: 'Fx 12.',
  },
]

export const newMethodPage = (form?: FormState) =>
  formPage({
    title: 'Ny vurderingsmetode',
    active,
    crumbs: [
      { text: 'Vurderinger', href: assessmentsPath },
      { text: 'Vurderingsmetoder', href: methodsPath },
      { text: 'Ny metode' },
    ],
    heading: 'Ny vurderingsmetode',
    lead: 'Du begynder på et udkast med fire niveauer. Indikatorerne tilføjer du bagefter. Kun sekretariaterne kan se udkastet, indtil det er sat på en dagsorden.',
    action: `${methodsPath}/ny`,
    submit: 'Opret udkastet',
    back: methodsPath,
    fields: headFields,
    form: form ?? formOf({ reviewMonths: '12' }),
  })

export function methodHeadPage(text: LoadedMethod, form?: FormState) {
  const { title, purpose, reviewMonths } = text.newest.content
  return formPage({
    title: 'Ret titel og formål',
    active,
    crumbs: methodCrumbs(text, { text: 'Ret titel og formål' }),
    heading: 'Ret titel og formål',
    action: `${methodDraftPath(text.slug)}/ret`,
    submit: 'Gem udkastet',
    back: methodDraftPath(text.slug),
    fields: headFields,
    form: form ?? formOf({ title, purpose, reviewMonths: String(reviewMonths) }, text.newest.number),
  })
}

/** @param key null: a new term */
export function termPage(actor: Actor, text: LoadedMethod, key: string | null, form?: FormState) {
  const { terms, levels } = text.newest.content
  const term = key === null ? null : terms.find(one => one.key === key)
  if (term === undefined) throw notFound('Indikatoren er ikke i udkastet.')
  const heading = term ? `Ret »${term.indicator}«` : 'Tilføj en indikator'
  return formPage({
    title: heading,
    active,
    crumbs: methodCrumbs(text, { text: heading }),
    heading,
    lead: 'Områdets seneste tal holdes op mod noget andet. Jo flere procent det er værre, jo flere point.',
    action: methodTermPath(text.slug, key ?? 'ny'),
    submit: term ? 'Gem indikatoren' : 'Tilføj indikatoren',
    back: methodDraftPath(text.slug),
    fields: [
      {
        ...{ kind: 'select', name: 'indicatorId', label: 'Indikator', required: true },
        options: readIndicators(actor.database).map(({ id, name }) => ({ value: String(id), text: name })),
      },
      {
        ...{ kind: 'select', name: 'worse', label: 'Hvad er værst?', required: true },
        options: [
          { value: 'HIGHER', text: 'Et højere tal' },
          { value: 'LOWER', text: 'Et lavere tal' },
        ],
      },
      {
        ...{ kind: 'select', name: 'yardstick', label: 'Holdes op mod', required: true },
        options: Object.entries(yardsticks).map(([value, name]) => ({ value, text: name })),
      },
      {
        kind: 'text',
        name: 'limit',
        label: 'Grænse',
        optional: true,
        hint: 'Kun når tallet holdes op mod en fast grænse.',
      },
      {
        ...{ kind: 'text', name: 'yearsBack', label: 'År tilbage', optional: true },
        hint: 'Kun når tallet holdes op mod områdets eget tal tidligere.',
      },
      {
        ...{ kind: 'textarea', name: 'bands', label: 'Trin', rows: 4, required: true },
        hint: 'Et trin på hver linje: procent værre end det, der holdes op mod, og point. Fx »10: 1« og på næste linje »25: 2«.',
      },
      {
        ...{ kind: 'text', name: 'floorPoints', label: 'Gulv fra point', optional: true },
        hint: 'Giver indikatoren alene så mange point, er niveauet mindst det, du vælger nedenfor.',
      },
      {
        ...{ kind: 'select', name: 'floorLevel', label: 'Gulvets niveau', optional: true },
        options: [{ value: '', text: 'Intet gulv' }, ...levels.map(({ key: value, name }) => ({ value, text: name }))],
      },
    ],
    form: form ?? formOf(term ? valuesOf(term) : { worse: 'HIGHER', yardstick: 'TOWN' }, text.newest.number),
  })
}

const valuesOf = ({ indicatorId, worse, yardstick, limit, yearsBack, bands, floor }: MethodTerm) => ({
  ...{ indicatorId: String(indicatorId), worse, yardstick },
  limit: editedNumber(limit),
  yearsBack: yearsBack ?? '',
  bands: bands.map(({ from, points }) => `${String(from).replace('.', ',')}: ${points}`).join('\n'),
  floorPoints: floor?.points ?? '',
  floorLevel: floor?.level ?? '',
})

export function removeTermPage(text: LoadedMethod, key: string, form?: FormState) {
  const term = text.newest.content.terms.find(one => one.key === key)
  if (!term) throw notFound('Indikatoren er ikke i udkastet.')
  return formPage({
    title: `Fjern »${term.indicator}«`,
    active,
    crumbs: methodCrumbs(text, { text: 'Fjern en indikator' }),
    heading: `Fjern »${term.indicator}«`,
    lead: 'Indikatoren bliver stående i de udkast og versioner, der er skrevet.',
    action: `${methodTermPath(text.slug, key)}/fjern`,
    submit: 'Fjern indikatoren',
    danger: true,
    back: methodDraftPath(text.slug),
    fields: [],
    form: form ?? formOf({}, text.newest.number),
  })
}

export function levelsPage(text: LoadedMethod, form?: FormState) {
  const { levels } = text.newest.content
  return {
    title: 'Ret niveauer',
    active,
    crumbs: methodCrumbs(text, { text: 'Niveauer' }),
    heading: 'Ret niveauer',
    action: methodLevelsPath(text.slug),
    back: methodDraftPath(text.slug),
    rows: Array.from({ length: mostLevels }, (_, at) => ({ name: `levels[${at}]`, number: at + 1 })),
    form:
      form ??
      formOf(
        {
          levels: levels.map(({ name, from, worrying }) => ({
            name,
            from: String(from),
            worrying: worrying ? '1' : '',
          })),
        },
        text.newest.number,
      ),
  }
}
