import type { Actor } from '../../../../access/actor.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { acceptedExtensions, acceptedText } from '../../../ground/documents/index.ts'
import { areaChoices } from '../../../ground/places/index.ts'
import { criterionKeys, criterionNames, listKinds, listNames } from '../labels.ts'
import { ruleKeyFor } from '../list-rules.ts'
import {
  correctListPath,
  entryPath,
  listPath,
  listsPath,
  newEntryPath,
  newListPath,
  referencesPath,
  withdrawEntryPath,
} from '../paths.ts'
import { type EntryRow, readLists } from '../read-lists.ts'
import { ruleVersions } from '../rules/statutory-rules.ts'
import { findList, listCrumbs } from './list-page.ts'

const active = 'lister'

const factFields = (file: string): FormField[] => [
  { kind: 'text', name: 'issuer', label: 'Udstedt af', required: true, hint: 'Fx ministeriet eller politiet.' },
  {
    ...{ kind: 'select', name: 'rule', label: 'Regler', required: true },
    hint: 'Portalen regner efter reglerne og viser, hvor den kommer til et andet resultat.',
    options: [
      { value: 'AUTO', text: 'De regler, der gjaldt, da listen blev udstedt' },
      ...ruleVersions.map(({ key, name }) => ({ value: key, text: name })),
      { value: 'NONE', text: 'Ingen regler, som portalen kender' },
    ],
  },
  {
    kind: 'text',
    name: 'source',
    label: 'Kilde',
    required: true,
    hint: 'Hvor listen kan findes, fx titel og adresse.',
  },
  { kind: 'textarea', name: 'note', label: 'Bemærkning', rows: 3, optional: true },
  {
    ...{ kind: 'file', name: 'fil', label: 'Listen som fil', optional: true, accept: acceptedExtensions },
    hint: `${file} ${acceptedText}.`.trim(),
  },
]

export const newListPage = (form?: FormState) =>
  formPage({
    title: 'Registrér en liste',
    active,
    crumbs: [{ text: 'Statslige lister', href: listsPath }, { text: 'Registrér en liste' }],
    heading: 'Registrér en liste',
    lead: 'Listen registreres, som den er udstedt. Derefter tilføjes de boligområder, der står på den.',
    action: newListPath,
    submit: 'Registrér listen',
    back: listsPath,
    fields: [
      {
        ...{ kind: 'select', name: 'kind', label: 'Liste', required: true },
        options: listKinds.map(value => ({ value, text: listNames[value].name })),
      },
      { kind: 'date', name: 'issuedOn', label: 'Udstedt den', required: true },
      ...factFields(''),
    ],
    form: form ?? formOf({ rule: 'AUTO' }),
  })

export function correctListPage(actor: Actor, slug: string, form?: FormState) {
  const list = findList(actor, slug)
  const rule = list.rule === ruleKeyFor(list.kind, list.issuedOn) ? 'AUTO' : list.rule || 'NONE'
  return formPage({
    title: 'Ret oplysninger',
    active,
    crumbs: listCrumbs(list, { text: 'Ret oplysninger' }),
    heading: 'Ret oplysninger',
    lead: `Listen er udstedt den ${longDay(list.issuedOn)}. Er dagen eller typen forkert, så registrér en ny liste.`,
    action: correctListPath(slug),
    submit: 'Gem rettelsen',
    back: listPath(slug),
    fields: factFields(list.documentName ? `Nu: ${list.documentName}. En ny fil afløser den.` : ''),
    form: form ?? formOf({ issuer: list.issuer, rule, source: list.source, note: list.note }, list.version),
  })
}

/** An area on a list, with the list's own columns. Without an entry: a new one. */
export function entryPage(actor: Actor, slug: string, id: number | null, form?: FormState) {
  const list = findList(actor, slug)
  const entry = id === null ? null : findEntry(actor, list.id, id)
  const heading = entry ? `Ret ${entry.area} på listen` : 'Tilføj et område'
  return {
    title: heading,
    active,
    crumbs: listCrumbs(list, { text: heading }),
    heading,
    action: entry ? entryPath(slug, entry.id) : newEntryPath(slug),
    submit: entry ? 'Gem rettelsen' : 'Tilføj området',
    back: listPath(slug),
    areas: areaChoices(actor.database, list.issuedOn, entry ? [entry.areaId] : []),
    criteria: criterionKeys.map(key => ({
      ...{ name: `figures[${key}]`, label: criterionNames[key].name, key },
      people: key !== 'INCOME',
    })),
    metOptions: criterionKeys.map(key => ({ value: key, text: criterionNames[key].name })),
    saysOptions: [
      { value: 'YES', text: 'Listen angiver, hvilke kriterier der er opfyldt' },
      { value: 'NO', text: 'Listen angiver det ikke' },
    ],
    form: form ?? formOf(valuesOf(entry), entry?.version ?? 0),
  }
}

function findEntry(actor: Actor, listId: number, id: number): EntryRow {
  const found = readLists(actor.database).entries.find(entry => entry.id === id && entry.listId === listId)
  if (!found) throw notFound('Området står ikke på listen.')
  return found
}

const decimal = (hundredths: number): string => (hundredths / 100).toFixed(2).replace('.', ',')

function valuesOf(entry: EntryRow | null) {
  if (!entry) return { saysMet: 'NO' }
  return {
    areaId: String(entry.areaId),
    name: entry.name,
    residents: entry.residents ?? '',
    figures: Object.fromEntries(
      criterionKeys.flatMap(key => {
        const figure = entry.figures[key]
        if (!figure) return []
        return [[key, { value: decimal(figure.value), persons: figure.persons ?? '', base: figure.base ?? '' }]]
      }),
    ),
    saysMet: entry.met === null ? 'NO' : 'YES',
    met: entry.met ?? [],
  }
}

export function withdrawEntryPage(actor: Actor, slug: string, id: number, form?: FormState) {
  const list = findList(actor, slug)
  const entry = findEntry(actor, list.id, id)
  return formPage({
    title: 'Fjern området fra listen',
    active,
    crumbs: listCrumbs(list, { text: `Fjern ${entry.area}` }),
    heading: `Fjern ${entry.area} fra listen`,
    lead: 'Brug det kun, når området er registreret ved en fejl. Det, der stod, kan ses i hændelsesloggen.',
    action: withdrawEntryPath(slug, id),
    submit: 'Fjern området',
    danger: true,
    back: listPath(slug),
    fields: [{ kind: 'textarea', name: 'reason', label: 'Begrundelse', rows: 3, required: true }],
    form: form ?? formOf(),
  })
}

/** What limits ride on, by year, with where each comes from; corrected by the next one. */
export function referencesPage(actor: Actor, keeps: boolean, form?: FormState) {
  const { references } = readLists(actor.database)
  const counts = new Set<number>()
  return {
    title: 'Referenceværdier',
    active,
    crumbs: [{ text: 'Statslige lister', href: listsPath }, { text: 'Referenceværdier' }],
    rows: references.map(row => {
      const standing = !counts.has(row.year)
      counts.add(row.year)
      return {
        year: String(row.year),
        value: `${(row.value / 1000).toFixed(3).replace('.', ',')} %`,
        replaced: standing ? null : { text: 'Rettet', kind: 'neutral' },
        twice: standing ? `2 gange: ${(row.value / 500).toFixed(2).replace('.', ',')} %` : '',
        thrice: standing ? `3 gange: ${((row.value * 3) / 1000).toFixed(2).replace('.', ',')} %` : '',
        source: row.source,
        by: row.by,
      }
    }),
    keeps,
    action: referencesPath,
    form: form ?? formOf(),
  }
}
