import type { Actor } from '../../../../access/actor.ts'
import { policy } from '../../../../access/policy.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { file as fileAnswer, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { shortDay } from '../../../../kernel/days.ts'
import { listDanish } from '../../../../kernel/text.ts'
import {
  csvType,
  madeTexts,
  namesOf,
  previewModel,
  type TableImport,
  tableImportRoutes,
} from '../../table-import/index.ts'
import { placeQueries } from '../areas/routes.ts'
import { estateExamplePath, estateImportPath, estatesPath } from '../paths.ts'
import { readPlaces } from '../read-places.ts'
import { type Column, columns, estateTable } from './estate-columns.ts'
import { judgeEstates, type Made, madeWords, saveEstates } from './take-estates.ts'

const frame = (title: string) => ({
  title,
  active: 'boligomraader',
  crumbs: [
    { text: 'Afdelinger', href: estatesPath },
    { text: 'Indlæs afdelinger', href: estateImportPath },
    { text: title },
  ],
  path: estateImportPath,
  back: estatesPath,
})

const explained: Record<Column, string> = {
  number: 'Ejerens eget nummer på afdelingen. Skal udfyldes.',
  name: 'Skal udfyldes for nye afdelinger.',
  owner: 'Navnet, det korte navn eller et tidligere navn på organisationen eller foreningen. Skal udfyldes.',
  district: 'Bydelens navn, som det står under Bydele.',
  family: 'Antal. Er alle fire antal tomme, ændres boligerne ikke.',
  youth: 'Antal.',
  elderly: 'Antal.',
  other: 'Antal.',
  built: 'Årstal med fire cifre.',
  from: 'Den dag, oplysningerne gælder fra. I dag, hvis feltet er tomt.',
  note: 'Hvor oplysningerne står.',
}

const choosePage = (_actor: Actor, form: FormState = formOf()) => ({
  ...frame('Vælg fil'),
  title: 'Indlæs afdelinger',
  crumbs: [{ text: 'Afdelinger', href: estatesPath }, { text: 'Indlæs afdelinger' }],
  heading: 'Indlæs afdelinger',
  lead: 'Vælg et regneark, der er gemt som CSV, eller indsæt rækkerne. Hver række er en afdeling. På næste side ser du, hvad hver række medfører. Intet gemmes, før du bekræfter det. Indlæses den samme fil igen, ændres intet.',
  others: `Afdelinger registreres af ${policy.keepEstates.who}. Listen over afdelinger kan hentes som CSV, rettes og indlæses igen.`,
  form,
  most: estateTable.most.rows,
  columns: namesOf(columns).map(column => ({ term: columns[column].label, text: explained[column] })),
  examplePath: estateExamplePath,
})

const estateImport: TableImport<Column, Made> = {
  path: estateImportPath,
  right: 'keepEstates',
  kind: estateTable,
  judge: judgeEstates,
  choose: choosePage,
  preview: (_actor, given, form) => ({
    ...frame('Gennemse rækkerne'),
    ...previewModel({ ...given, words: madeWords, about: 'Afdeling' }, form),
  }),
  async save(actor, file, shown) {
    const { rows } = await saveEstates(actor, file, shown)
    return redirect(estatesPath, `Filen er gemt: ${listDanish(madeTexts(rows, madeWords))}.`)
  },
  rejectedName: 'afviste-afdelinger.csv',
}

/** Many estates come from a file, by the same acts as one by one. */
export function estateImportRoutes(route: Routes): void {
  tableImportRoutes(route, estateImport)
  route.get(estateExamplePath, { right: 'keepEstates', queries: placeQueries }, ({ actor }) =>
    fileAnswer(exampleFile(actor), { name: 'afdelinger-eksempel.csv', mediaType: csvType }),
  )
}

/** An example in the portal's own names: what stands in it can be read as it is. */
function exampleFile(actor: Actor): Buffer {
  const { owners, districts } = readPlaces(actor.database)
  const owner = owners.find(({ kind, to }) => kind === 'HOUSING_ORGANISATION' && to === null)?.name ?? ''
  const district = districts.find(({ to }) => to === null)?.name ?? ''
  const row: Record<Column, string> = {
    ...{ number: '12', name: 'Eksempelparken', owner, district, built: '1972' },
    ...{ family: '120', youth: '12', elderly: '8', other: '' },
    ...{ from: shortDay(actor.today), note: 'Afdelingens regnskab' },
  }
  const names = namesOf(columns)
  return csvOf(
    names.map(name => columns[name].label),
    [names.map(name => row[name])],
  )
}
