import { readFile } from 'node:fs/promises'
import type { Actor } from '../../../access/actor.ts'
import { emptyForm } from '../../../http/forms/fields.ts'
import type { FormState } from '../../../http/forms/forms.ts'
import { type Answer, file as fileAnswer, page, redirect } from '../../../http/pages/answers.ts'
import type { Routes } from '../../../http/route.ts'
import { brokenRule, notFound } from '../../../kernel/refusal.ts'
import { csvType } from '../../ground/table-import/index.ts'
import { deliveryPath, indicatorsPath } from '../knowledge/paths.ts'
import { deliverFile } from './deliver-file.ts'
import {
  deliverForm,
  fileForm,
  headingsForm,
  mappingAddress,
  rejectedAddress,
  rowsQuery,
  waitingAddress,
} from './forms.ts'
import { forgetMapping } from './mapping/saved-mappings.ts'
import { choosePage } from './pages/choose-page.ts'
import { deliverPage } from './pages/deliver-page.ts'
import { faultsOf, headingsPage, mappingOf } from './pages/headings-page.ts'
import { mappingsPage } from './pages/mappings-page.ts'
import { rowsPage, stagePage } from './pages/rows-page.ts'
import { headingsPath, importPath, mappingsPath, rowsPath } from './paths.ts'
import { isJudged, isUnderWay, judgeRows, stageOf } from './waiting/judge-rows.ts'
import { isRecognised, largestFile, takeFile } from './waiting/take-file.ts'
import { discard, findWaiting, keepAbout, partsOf, type WaitingFile } from './waiting/waiting-files.ts'

const right = 'keepIndicators'
/** Milliseconds that a page waits for the rows to be judged, before it tells how far they have come. */
const patience = 1_500

/** R36, R37: figures come from files, in four steps: file, headings, rows, delivery. */
export function importRoutes(route: Routes): void {
  fileRoutes(route)
  headingsRoutes(route)
  rowsRoutes(route)
  deliveryRoutes(route)
  route.get(mappingsPath, { right, queries: 1 }, ({ actor }) =>
    page('observation-import/mappings', mappingsPage(actor)),
  )
  route.post(
    `${mappingsPath}/:id/glem`,
    { right, params: mappingAddress, form: emptyForm, standsOn: mappingsPath },
    async ({ actor, params }) => {
      await forgetMapping(actor, params.id)
      return redirect(mappingsPath, 'Overskrifterne er glemt. Du bliver spurgt, næste gang de kommer.')
    },
  )
}

/** One's own waiting file. @throws Refusal where it is not there any more */
async function found(actor: Actor, id: string): Promise<WaitingFile> {
  const waiting = await findWaiting(actor.database, id, actor.personId ?? 0)
  if (!waiting) throw notFound('Filen venter ikke længere. Vælg den igen under Indlæs tal.')
  return waiting
}

function fileRoutes(route: Routes): void {
  const choose = async (actor: Actor, form?: FormState) =>
    page('observation-import/choose', await choosePage(actor, form))
  route.get(importPath, { right, queries: 0 }, ({ actor }) => choose(actor))
  route.post(
    importPath,
    {
      ...{ right, form: fileForm, repeatable: true },
      upload: { field: 'fil', maxFiles: 1, maxBytes: largestFile },
      onInvalid: ({ actor }, form) => choose(actor, form),
    },
    async ({ actor, files: [sent] }) => {
      if (!sent) throw brokenRule('Vælg en fil.', 'fil')
      const waiting = await takeFile(actor, sent)
      if (!isRecognised(actor, waiting)) return redirect(headingsPath(waiting.id))
      await judgeRows(actor, waiting, patience)
      return redirect(rowsPath(waiting.id), 'Overskrifterne er genkendt fra en tidligere fil.')
    },
  )
  route.post(
    `${importPath}/:id/slet`,
    { right, params: waitingAddress, form: emptyForm, standsOn: importPath },
    async ({ actor, params }) => {
      await discard(actor.database, (await found(actor, params.id)).id)
      return redirect(importPath, 'Filen er slettet. Intet er gemt.')
    },
  )
}

function headingsRoutes(route: Routes): void {
  const path = `${importPath}/:id/overskrifter`
  route.get(path, { right, params: waitingAddress, queries: 3 }, async ({ actor, params }) => {
    const waiting = await found(actor, params.id)
    return page('observation-import/headings', headingsPage(actor, waiting, waiting.mapping ?? {}))
  })
  route.post(
    path,
    { right, params: waitingAddress, form: headingsForm, repeatable: true },
    async ({ actor, params, form }): Promise<Answer> => {
      const waiting = await found(actor, params.id)
      const mapping = mappingOf(actor, waiting, form)
      const faults = form.handling === 'vis' ? [] : faultsOf(actor, waiting, mapping)
      const reads = Object.values(mapping).some(({ read }) => read)
      if (!reads) faults.push({ sheet: waiting.sheets[0]?.name ?? '', key: '', sentence: 'Vælg mindst ét ark.' })
      // The line of headings was changed: the columns are drawn anew.
      if (form.handling === 'vis' || faults.length > 0)
        return page('observation-import/headings', headingsPage(actor, waiting, mapping, faults), {
          status: faults.length > 0 ? 422 : 200,
        })
      const chosen = { ...waiting, mapping, outcome: null, refused: '' }
      await keepAbout(actor.database, chosen)
      await judgeRows(actor, chosen, patience)
      return redirect(rowsPath(waiting.id))
    },
  )
}

function rowsRoutes(route: Routes): void {
  route.get(
    `${importPath}/:id/raekker`,
    { right, params: waitingAddress, query: rowsQuery, queries: 14 },
    async ({ actor, params, query }) => {
      let waiting = await found(actor, params.id)
      const ready = () => !isUnderWay(waiting.id) && isJudged(actor, waiting)
      if (!ready() && waiting.refused === '') waiting = await judgeRows(actor, waiting, patience)
      if (waiting.refused !== '') return redirect(headingsPath(waiting.id))
      if (!ready() || !waiting.outcome)
        return page('observation-import/stage', stagePage(waiting, await stageOf(actor, waiting.id)))
      return page('observation-import/rows', rowsPage(actor, waiting, waiting.outcome, query))
    },
  )
  route.get(
    `${importPath}/:id/afviste/:sheet`,
    { right, params: rejectedAddress, queries: 0 },
    async ({ actor, params: { id, sheet } }) => {
      const waiting = await found(actor, id)
      const name = waiting.outcome?.rejectedSheets[sheet]
      if (name === undefined) throw notFound()
      const content = await readFile(`${partsOf(actor.database, waiting.id).rejected}${sheet}`)
      return fileAnswer(content, {
        name: `afviste-raekker${sheet === 0 ? '' : `-${sheet + 1}`}.csv`,
        mediaType: csvType,
      })
    },
  )
}

function deliveryRoutes(route: Routes): void {
  const path = `${importPath}/:id/levering`
  const draw = async (actor: Actor, id: string, form?: FormState): Promise<Answer> => {
    const waiting = await found(actor, id)
    if (!waiting.outcome || !isJudged(actor, waiting)) return redirect(rowsPath(id))
    const { ready, corrected, warned } = waiting.outcome.counts
    if (ready + corrected + warned === 0) return redirect(rowsPath(id))
    return page('observation-import/deliver', deliverPage(actor, waiting, waiting.outcome, form))
  }
  route.get(path, { right, params: waitingAddress, queries: 14 }, ({ actor, params }) => draw(actor, params.id))
  route.post(
    path,
    {
      ...{ right, params: waitingAddress, form: deliverForm },
      onInvalid: ({ actor, params }, form) => draw(actor, params.id, form),
    },
    async ({ actor, params, form: { vist, ...given } }) => {
      const waiting = await found(actor, params.id)
      const { deliveryId, stored, corrected } = await deliverFile(actor, waiting, { ...given, shown: vist })
      const told = `${stored.toLocaleString('da')} tal er indlæst${corrected > 0 ? `, ${corrected.toLocaleString('da')} af dem som rettelser` : ''}.`
      return redirect(deliveryId === null ? indicatorsPath : deliveryPath(deliveryId), told)
    },
  )
}
