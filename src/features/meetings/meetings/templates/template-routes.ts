import type { Actor } from '../../../../access/actor.ts'
import type { Subject } from '../../../../access/policy.ts'
import type { Database } from '../../../../database/database.ts'
import { emptyForm } from '../../../../http/forms/fields.ts'
import { page, redirect } from '../../../../http/pages/answers.ts'
import type { Routes } from '../../../../http/route.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { itemTemplatesPath } from '../paths.ts'
import { meetingBodies } from '../queries.ts'
import { editTemplate, makeTemplate, takeTemplateOff } from './keep-templates.ts'
import {
  editTemplateForm,
  newTemplateForm,
  newTemplateQuery,
  templateAddress,
  templatesQuery,
} from './template-forms.ts'
import { editTemplatePage, newTemplatePage, templatesPage } from './template-page.ts'
import { findTemplateRow, type TemplateRow } from './template-queries.ts'

/** Where the secretariats keep what an item may begin with. */
export function templateRoutes(route: Routes): void {
  route.get('/punktskabeloner', { right: 'manageOwnSide', query: templatesQuery, queries: 3 }, ({ actor, query }) =>
    page('meetings/templates', templatesPage(actor, query)),
  )

  route.get(
    '/punktskabeloner/ny',
    { right: 'manageOwnSide', query: newTemplateQuery, queries: 4 },
    ({ actor, query }) => page('meetings/template', newTemplatePage(actor, query)),
  )

  route.post(
    '/punktskabeloner',
    {
      right: 'manageOwnSide',
      form: newTemplateForm,
      standsOn: '/punktskabeloner/ny',
      onInvalid: ({ actor }, form) =>
        page('meetings/template', newTemplatePage(actor, { organ: null, punkt: null }, form)),
    },
    async ({ actor, form }) => {
      await makeTemplate(actor, form)
      return redirect(itemTemplatesPath, 'Skabelonen er gemt. Den kan vælges, når et nyt punkt skrives.')
    },
  )

  route.get('/punktskabeloner/:template/rediger', { ...onTemplate, queries: 5 }, ({ actor, params }) =>
    page('meetings/template', editTemplatePage(foundTemplate(actor, params.template))),
  )

  route.post(
    '/punktskabeloner/:template/rediger',
    {
      ...onTemplate,
      form: editTemplateForm,
      onInvalid: ({ actor, params }, form) =>
        page('meetings/template', editTemplatePage(foundTemplate(actor, params.template), form)),
    },
    async ({ actor, params, form }) => {
      await editTemplate(actor, { templateId: params.template, ...form })
      return redirect(itemTemplatesPath, 'Skabelonen er gemt.')
    },
  )

  route.post(
    '/punktskabeloner/:template/fjern',
    { ...onTemplate, form: emptyForm, standsOn: '/punktskabeloner/:template/rediger' },
    async ({ actor, params }) => {
      const { name } = await takeTemplateOff(actor, { templateId: params.template })
      return redirect(
        itemTemplatesPath,
        `Skabelonen »${name}« er fjernet. Punkter, der er skrevet ud fra den, er uændrede.`,
      )
    },
  )
}

const onTemplate = { right: 'prepareMeeting', params: templateAddress, on: templateSubject } as const

/** The body that a template is kept for; null when there is none that the person may read. */
function templateSubject({
  actor,
  db,
  params,
}: {
  actor: Actor
  db: Database
  params: { template: number }
}): Subject | null {
  const template = findTemplateRow(actor, params.template)
  const body = template && meetingBodies(db).find(({ id }) => id === template.bodyId)
  return body ? { body } : null
}

function foundTemplate(actor: Actor, id: number): TemplateRow {
  const template = findTemplateRow(actor, id)
  if (!template) throw notFound()
  return template
}
