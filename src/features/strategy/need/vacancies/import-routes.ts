import type { Actor } from '../../../../access/actor.ts'
import { policy } from '../../../../access/policy.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { file as fileAnswer, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { homeTypeNames, placesOn, readPlaces } from '../../../ground/places/index.ts'
import {
  csvType,
  madeTexts,
  previewModel,
  type TableImport,
  tableImportRoutes,
} from '../../../ground/table-import/index.ts'
import { vacanciesPath, vacancyExamplePath, vacancyImportPath } from '../paths.ts'
import { active } from '../tabs.ts'
import { causeNames } from './labels.ts'
import { judgeVacancies, type Made, madeWords, saveVacancies } from './take-vacancies.ts'
import { type Column, columns, vacancyTable } from './vacancy-columns.ts'

const frame = (title: string) => ({
  title,
  active,
  crumbs: [
    { text: 'Ledige boliger', href: vacanciesPath },
    { text: 'Indlæs ledige boliger', href: vacancyImportPath },
    { text: title },
  ],
  path: vacancyImportPath,
  back: vacanciesPath,
})

/** What is asked for; the rest of the list's own CSV is read and changes nothing. */
const explained = {
  year: 'Opgørelsens år med fire cifre. Skal udfyldes.',
  owner: 'Navnet, det korte navn eller et tidligere navn på organisationen eller foreningen. Skal udfyldes.',
  number: 'Ejerens eget nummer på afdelingen. Skal udfyldes.',
  type: 'Familieboliger, ungdomsboliger, ældreboliger eller andre boliger. Familieboliger, hvis feltet er tomt.',
  vacant: 'Antal på opgørelsesdagen. Skriv 0, hvis ingen er ledige. Skal udfyldes.',
  loss: 'Huslejetab i året i kroner.',
  cause: `Skal udfyldes, hvor boliger er ledige: ${Object.values(causeNames).join(', ')}.`,
  measures: 'Hvad der gøres ved det.',
  source: 'Hvor tallet står.',
} as const satisfies Partial<Record<Column, string>>

const asked = Object.keys(explained) as (keyof typeof explained)[]

const choosePage = (_actor: Actor, form: FormState = formOf()) => ({
  ...frame('Vælg fil'),
  title: 'Indlæs ledige boliger',
  crumbs: [{ text: 'Ledige boliger', href: vacanciesPath }, { text: 'Indlæs ledige boliger' }],
  heading: 'Indlæs ledige boliger',
  lead: 'Vælg et regneark, der er gemt som CSV, eller indsæt rækkerne. Hver række er en afdeling, et år og en boligtype. På næste side ser du, hvad hver række medfører. Intet gemmes, før du bekræfter det. Indlæses den samme fil igen, ændres intet.',
  others: `Ledige boliger registreres af ${policy.keepNeed.who}. Listen over ledige boliger kan hentes som CSV, rettes og indlæses igen.`,
  form,
  most: vacancyTable.most.rows,
  columns: asked.map(column => ({ term: columns[column].label, text: explained[column] })),
  examplePath: vacancyExamplePath,
})

const vacancyImport: TableImport<Column, Made> = {
  path: vacancyImportPath,
  right: 'keepNeed',
  kind: vacancyTable,
  judge: judgeVacancies,
  choose: choosePage,
  preview: (_actor, given, form) => ({
    ...frame('Gennemse rækkerne'),
    ...previewModel({ ...given, words: madeWords, about: 'Afdeling' }, form),
  }),
  async save(actor, file, shown) {
    const { rows } = await saveVacancies(actor, file, shown)
    return redirect(vacanciesPath, `Filen er gemt: ${listDanish(madeTexts(rows, madeWords))}.`)
  },
  rejectedName: 'afviste-ledige-boliger.csv',
}

/** A year's count comes from a file, by the same acts as one by one. */
export function vacancyImportRoutes(route: Routes): void {
  tableImportRoutes(route, vacancyImport)
  route.get(vacancyExamplePath, { right: 'keepNeed', queries: 14 }, ({ actor }) =>
    fileAnswer(exampleFile(actor), { name: 'ledige-boliger-eksempel.csv', mediaType: csvType }),
  )
}

/** An example with an estate of the town: what stands in it can be read as it is. */
function exampleFile(actor: Actor): Buffer {
  const year = String(yearOf(actor.today))
  const there = [...placesOn(readPlaces(actor.database), actor.today).estates.values()]
  const estate = there.find(({ isThere, owner, homes }) => isThere && owner && (homes?.family ?? 0) > 2)
  const row: Record<keyof typeof explained, string> = {
    ...{ year, owner: estate?.owner?.name ?? '', number: estate?.number ?? '', type: homeTypeNames.family.heading },
    ...{ vacant: '2', loss: '48.000', cause: causeNames.RENT, measures: 'Huslejenedsættelse i et år', source: '' },
  }
  return csvOf(
    asked.map(column => columns[column].label),
    [asked.map(column => row[column])],
  )
}
