import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { Database } from '../../../../database/database.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { file, page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import { csvType } from '../../../ground/table-import/index.ts'
import {
  estimateExamplePath,
  estimatePath,
  estimatesCsvPath,
  estimatesPath,
  newEstimatePath,
  newVersionPath,
  versionCsvPath,
  versionPath,
  withdrawEstimatePath,
} from '../paths.ts'
import { linesCsv } from './estimate-lines.ts'
import { newEstimatePage, newVersionPage, withdrawPage } from './form-pages.ts'
import { estimateAddress, estimateForm, estimatesQuery, newVersionForm, versionAddress, withdrawForm } from './forms.ts'
import { estimatesCsv, estimatesPage } from './list-page.ts'
import { publishEstimate, supersedeEstimate, withdrawEstimate } from './publish-estimate.ts'
import { foundVersion, showPage } from './show-page.ts'

const formView = 'layout/form-page'
const ofAll = { right: 'readBody', on: ({ db }: { db: Database }) => jointGroup(db) } as const
const keeping = { right: 'keepNeed', params: estimateAddress } as const
const queries = 14

/** R42: estimates of the need, read by both parties and published by both secretariats. */
export function estimateRoutes(route: Routes): void {
  route.get(estimatesPath, { ...ofAll, query: estimatesQuery, queries }, ({ actor, query }) =>
    page('need/estimates', estimatesPage(actor, query)),
  )
  route.get(estimatesCsvPath, { ...ofAll, query: estimatesQuery, queries: 4 }, ({ actor, query }) => {
    const { name, content } = estimatesCsv(actor, query)
    return file(content, { name, mediaType: csvType })
  })
  route.get(estimateExamplePath, { right: 'keepNeed', queries }, ({ actor }) =>
    file(exampleFile(actor), { name: 'boligbehov-eksempel.csv', mediaType: csvType }),
  )
  route.get(newEstimatePath, { right: 'keepNeed', queries }, ({ actor }) => page(formView, newEstimatePage(actor)))
  route.post(
    newEstimatePath,
    {
      ...{ right: 'keepNeed', form: estimateForm },
      onInvalid: ({ actor }, form) => page(formView, newEstimatePage(actor, form)),
    },
    async ({ actor, form }) => {
      const { number } = await publishEstimate(actor, form)
      return redirect(estimatePath(number), 'Behovsvurderingen er offentliggjort.')
    },
  )
  route.get(estimatePath(':estimate'), { ...ofAll, params: estimateAddress, queries }, ({ actor, params }) =>
    page('need/estimate', showPage(actor, params.estimate)),
  )
  const at = versionPath(':estimate', ':version')
  route.get(at, { ...ofAll, params: versionAddress, queries }, ({ actor, params }) =>
    page('need/estimate', showPage(actor, params.estimate, params.version)),
  )
  route.get(
    versionCsvPath(':estimate', ':version'),
    { ...ofAll, params: versionAddress, queries: 4 },
    ({ actor, params }) => {
      const { number, version, content } = foundVersion(actor, params.estimate, params.version)
      return file(linesCsv(content.lines), { name: `boligbehov-${number}-${version}.csv`, mediaType: csvType })
    },
  )
  versionRoutes(route)
}

function versionRoutes(route: Routes): void {
  const next = (actor: Actor, number: string, form?: FormState) => page(formView, newVersionPage(actor, number, form))
  const nextAt = newVersionPath(':estimate')
  route.get(nextAt, { ...keeping, queries }, ({ actor, params }) => next(actor, params.estimate))
  route.post(
    nextAt,
    { ...keeping, form: newVersionForm, onInvalid: ({ actor, params }, form) => next(actor, params.estimate, form) },
    async ({ actor, params, form }) => {
      const { version } = await supersedeEstimate(actor, { ...form, number: params.estimate })
      return redirect(estimatePath(params.estimate), `Version ${version} er offentliggjort og gælder fra nu af.`)
    },
  )
  const gone = (actor: Actor, number: string, form?: FormState) => page(formView, withdrawPage(actor, number, form))
  const goneAt = withdrawEstimatePath(':estimate')
  route.get(goneAt, { ...keeping, queries }, ({ actor, params }) => gone(actor, params.estimate))
  route.post(
    goneAt,
    { ...keeping, form: withdrawForm, onInvalid: ({ actor, params }, form) => gone(actor, params.estimate, form) },
    async ({ actor, params, form }) => {
      await withdrawEstimate(actor, { ...form, number: params.estimate })
      return redirect(estimatePath(params.estimate), 'Behovsvurderingen er trukket tilbage.')
    },
  )
}

/** An example in the town's own names: a row for the whole town, and one for each type in a district. */
function exampleFile(actor: Actor): Buffer {
  const district = readPlaces(actor.database).districts.find(({ to }) => to === null)
  const year = yearOf(actor.today) + 5
  const line = { districtId: null, district: '', size: 'all', year, low: 11_500, middle: 12_000, high: 12_600 } as const
  const own = { districtId: district?.id ?? null, district: district?.name ?? '', year }
  return linesCsv([
    { ...line, type: 'all' },
    ...(['family', 'youth'] as const).map(type => ({
      ...{ ...own, type, size: 'all' as const, low: 180, middle: 200, high: 230 },
    })),
  ])
}
