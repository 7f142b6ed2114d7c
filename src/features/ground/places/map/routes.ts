import { z } from 'zod'
import type { Actor } from '../../../../access/actor.ts'
import { jointGroup } from '../../../../access/joint-group.ts'
import type { Feature } from '../../../../http/feature.ts'
import { optionalDay, optionalText, text } from '../../../../http/forms/fields.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { readPlainText } from '../../../../inputs/plain-text.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { plural } from '../../../../kernel/text.ts'
import { placeQueries } from '../areas/routes.ts'
import { mapPath, outlinesPath } from '../paths.ts'
import { choosePage, previewPage } from './load-page.ts'
import { mapPage } from './map-page.ts'
import { mostOutlines } from './outline-rules.ts'
import { judgeOutlines, loadOutlines } from './outlines.ts'

const mapQuery = z.object({ maal: z.string().max(40).default('').catch(''), dag: optionalDay.catch(null) })

const outlinesForm = z.object({
  handling: z.enum(['laes', 'gem']).default('laes').catch('laes'),
  content: z.string().max(mostOutlines.bytes, 'Filen er for stor.').prefault(''),
  navn: optionalText(200),
  precision: text(300, 'Feltet »Nøjagtighed« skal udfyldes.'),
  source: optionalText(300),
  vist: optionalText(64),
})

/** The map is read by all of the cooperation; the two secretariats load what it is drawn from. */
export function mapRoutes(route: Routes, features: readonly Feature[]): void {
  const ofAll = { right: 'readBody', on: ({ db }: { db: Actor['database'] }) => jointGroup(db) } as const
  route.get(mapPath, { ...ofAll, query: mapQuery, queries: placeQueries + 3 }, ({ actor, query }) =>
    page('places/map', mapPage(actor, features, query)),
  )
  route.get(outlinesPath, { right: 'manageOwnSide', queries: 2 }, () => page('places/outlines', choosePage()))
  route.post(
    outlinesPath,
    {
      right: 'manageOwnSide',
      form: outlinesForm,
      repeatable: true,
      upload: { field: 'fil', maxFiles: 1, maxBytes: mostOutlines.bytes },
      onInvalid: (_, form) => page('places/outlines', choosePage(form)),
    },
    async ({ actor, form, files: [sent] }) => {
      const { handling, navn, precision, source, vist } = form
      const content = sent ? readPlainText(sent.buffer)?.text : form.content
      if (content === undefined) throw brokenRule('Filen er ikke en tekstfil. Gem kortet som GeoJSON.', 'fil')
      if (content.trim() === '') throw brokenRule('Vælg en fil.', 'fil')
      const name = sent?.name ?? (navn || 'Omrids')
      if (handling === 'gem') {
        const count = await loadOutlines(actor, { name, precision, source, content }, vist)
        return redirect(mapPath, `${plural(count, 'omrids er gemt', 'omrids er gemt')}.`)
      }
      const judged = judgeOutlines(actor, content)
      return page('places/outlines-preview', previewPage(judged, { content, navn: name, precision, source }))
    },
  )
}
