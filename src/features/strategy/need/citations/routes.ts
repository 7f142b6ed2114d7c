import { z } from 'zod'
import type { Actor } from '../../../../access/actor.ts'
import { choice, chosenId } from '../../../../http/forms/fields.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { versionAddress } from '../estimates/forms.ts'
import { citeVersionPath, versionOnAgendaPath, versionPath } from '../paths.ts'
import { citeVersion, putNeedOnAgenda } from './cite-version.ts'
import { citePage, onAgendaPage } from './form-pages.ts'

const agendaForm = z.object({
  meetingId: chosenId('Vælg et møde i fælles boligstrategisk gruppe.'),
  kind: choice(['DISCUSSION', 'DECISION'], 'Vælg, om punktet skal drøftes eller besluttes.'),
})
const citeForm = z.object({ decisionId: chosenId('Vælg en beslutning fra listen.') })

const formView = 'layout/form-page'
const keeping = { right: 'keepNeed', params: versionAddress } as const
const queries = 18

type Address = { estimate: string; version: number }

/** R42: a decision can build on a version, and a meeting can be laid one before. */
export function citationRoutes(route: Routes): void {
  const onAgenda = (actor: Actor, { estimate, version }: Address, form?: FormState) =>
    page(formView, onAgendaPage(actor, estimate, version, form))
  const agendaAt = versionOnAgendaPath(':estimate', ':version')
  route.get(agendaAt, { ...keeping, queries }, ({ actor, params }) => onAgenda(actor, params))
  route.post(
    agendaAt,
    { ...keeping, form: agendaForm, onInvalid: ({ actor, params }, form) => onAgenda(actor, params, form) },
    async ({ actor, params: { estimate: number, version }, form }) => {
      const { position, notice } = await putNeedOnAgenda(actor, { ...form, number, version })
      const told = `Behovsvurderingen er sat på dagsordenen som punkt ${position}.`
      return redirect(versionPath(number, version), [told, notice].filter(Boolean).join(' '))
    },
  )
  const cited = (actor: Actor, { estimate, version }: Address, form?: FormState) =>
    page(formView, citePage(actor, estimate, version, form))
  const citeAt = citeVersionPath(':estimate', ':version')
  route.get(citeAt, { ...keeping, queries }, ({ actor, params }) => cited(actor, params))
  route.post(
    citeAt,
    { ...keeping, form: citeForm, onInvalid: ({ actor, params }, form) => cited(actor, params, form) },
    async ({ actor, params: { estimate: number, version }, form }) => {
      const { decision } = await citeVersion(actor, { ...form, number, version })
      return redirect(versionPath(number, version), `Beslutning ${decision} henviser nu til versionen.`)
    },
  )
}
