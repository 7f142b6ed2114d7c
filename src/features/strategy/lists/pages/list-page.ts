import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { longDay, yearOf } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import {
  countText,
  criterionKeys,
  criterionNames,
  disagreementText,
  listNames,
  percentText,
  unknownText,
} from '../labels.ts'
import {
  areaListsPath,
  correctListPath,
  entryPath,
  listCsvPath,
  listFilePath,
  listPath,
  listsPath,
  newEntryPath,
  referencesPath,
  withdrawEntryPath,
} from '../paths.ts'
import { type JudgedEntry, judgeList, type ListRow, notIssued, readLists, referencesOf } from '../read-lists.ts'
import { ruleOf, transformationOn } from '../rules/statutory-rules.ts'
import { criterionCells, criterionColumns } from './criteria-cells.ts'
import { ownFigures } from './own-figures.ts'

export function findList(actor: Actor, slug: string): ListRow {
  const found = readLists(actor.database).lists.find(list => list.slug === slug)
  if (!found) throw notFound('Listen findes ikke.')
  return found
}

export const listTitle = ({ kind, issuedOn }: ListRow): string => `${listNames[kind].name} ${yearOf(issuedOn)}`

export const listCrumbs = (list: ListRow, ...after: { text: string }[]) => [
  { text: 'Statslige lister', href: listsPath },
  { text: listTitle(list), ...(after.length > 0 && { href: listPath(list.slug) }) },
  ...after,
]

/** A list as it was issued, and where the portal comes to something else by the list's own figures. */
export function listPageOf(actor: Actor, slug: string) {
  const list = findList(actor, slug)
  const judged = judgeList(actor.database, list)
  const keeps = mayDo(actor, 'keepLists')
  const rule = ruleOf(list.rule)
  return {
    title: listTitle(list),
    active: 'lister',
    crumbs: listCrumbs(list),
    eventsHref: ownEvents(actor, 'liste', list.id),
    heading: listTitle(list),
    facts: [
      { term: 'Udstedt', text: longDay(list.issuedOn) },
      { term: 'Udstedt af', text: list.issuer },
      {
        term: 'Regler',
        text: rule ? `${rule.name}. ${rule.source}.` : 'Følger ingen regler, som portalen kan regne efter',
      },
      ...referenceFacts(actor, list),
      ...(list.kind === 'TRANSFORMATION' ? yearFacts(list) : []),
      { term: 'Kilde', text: list.source },
      ...(list.documentName ? [{ term: 'Fil', text: list.documentName, href: listFilePath(list.slug) }] : []),
      ...(list.note ? [{ term: 'Bemærkning', text: list.note }] : []),
    ],
    actions: keeps
      ? [
          { text: 'Tilføj et område', href: newEntryPath(list.slug) },
          { text: 'Ret oplysninger', href: correctListPath(list.slug) },
        ]
      : [],
    columns: rule ? criterionColumns : [],
    rows: judged.map(one => lineOf(list, one, keeps)),
    notIssued: notIssued(actor.database, list).map(entry => ({
      area: entry.area,
      href: areaListsPath(entry.areaSlug),
      text: disagreementText.NOT_ISSUED,
    })),
    own: ownFigures(actor, list),
    csvHref: listCsvPath(list.slug),
  }
}

function referenceFacts(actor: Actor, list: ListRow) {
  const year = yearOf(list.issuedOn)
  const nation = referencesOf(readLists(actor.database), year).CONVICTED_NATION
  const rides = ruleOf(list.rule)?.categories.some(({ of }) => of.some(({ limit }) => limit.kind === 'TIMES'))
  if (!rides) return []
  const text =
    nation === undefined ? `Ikke registreret for ${year}` : `${(nation / 1000).toFixed(3).replace('.', ',')} %`
  return [{ term: 'Dømte i hele landet', text, href: referencesPath }]
}

function yearFacts(list: ListRow) {
  const asked = transformationOn(list.issuedOn)
  if (!asked) return []
  const text = asked.years === null ? asked.note : `Parallelsamfund i ${asked.years} år i træk. ${asked.note}`
  return [{ term: 'År i træk', text }]
}

function lineOf(list: ListRow, { entry, verdict, agreement }: JudgedEntry, keeps: boolean) {
  const cells = criterionCells(entry.figures, verdict)
  return {
    area: entry.area,
    href: areaListsPath(entry.areaSlug),
    name: entry.name === entry.area ? '' : `På listen: ${entry.name}`,
    residents: entry.residents === null ? '' : countText(entry.residents),
    ...Object.fromEntries(
      criterionKeys.flatMap(key => [
        [key, cells[key].value],
        [`${key}_tag`, cells[key].mark],
        [`${key}_soft`, [cells[key].limit, cells[key].persons].filter(Boolean).join('. ')],
      ]),
    ),
    agreement:
      agreement.kind === 'AGREES'
        ? { text: 'Samme resultat', kind: 'success' }
        : agreement.kind === 'DISAGREES'
          ? { text: 'Afviger', kind: 'danger' }
          : { text: 'Kan ikke afgøres', kind: 'neutral' },
    why:
      agreement.kind === 'DISAGREES'
        ? agreement.why.map(one => disagreementText[one]).join(' ')
        : agreement.kind === 'UNKNOWN'
          ? unknownText[agreement.why]
          : '',
    editHref: keeps ? entryPath(list.slug, entry.id) : '',
    withdrawHref: keeps ? withdrawEntryPath(list.slug, entry.id) : '',
    about: `${entry.area} på listen`,
  }
}

/** The list as it was issued, with what the portal works out beside it. */
export function listCsv(actor: Actor, slug: string): { name: string; content: Buffer } {
  const list = findList(actor, slug)
  const head = [
    ...['Område', 'Navn på listen', 'Beboere'],
    ...criterionKeys.flatMap(key => [`${criterionNames[key].name} (%)`, `${criterionNames[key].name}: opfyldt`]),
    ...['Portalens beregning', 'Forklaring'],
  ]
  const rows = judgeList(actor.database, list).map(one => {
    const line = lineOf(list, one, false)
    const cells = criterionCells(one.entry.figures, one.verdict)
    return [
      ...[one.entry.area, one.entry.name, one.entry.residents === null ? '' : String(one.entry.residents)],
      ...criterionKeys.flatMap(key => [
        one.entry.figures[key] ? percentText(one.entry.figures[key].value).replace(' %', '') : '',
        cells[key].mark?.text ?? '',
      ]),
      ...[line.agreement.text, line.why],
    ]
  })
  return { name: `${slug}.csv`, content: csvOf(head, rows) }
}
