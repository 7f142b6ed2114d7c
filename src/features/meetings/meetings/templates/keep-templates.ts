import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { brokenRule, Conflict, notFound } from '../../../../kernel/refusal.ts'
import type { ItemKind } from '../agenda/agenda-rules.ts'

export interface TemplateDraft {
  name: string
  title: string
  kind: ItemKind
  strategy: boolean
  professionalDevelopment: boolean
  coordination: boolean
  procedural: boolean
  summary: string
  recommendation: string
  presentation: string
  effect: string
  economy: string
  presenter: string | null
  plannedMinutes: number
}

/** The body's secretariat keeps what its items may begin with. A name is one template's only, so that it can be chosen by it. */
export const makeTemplate = (
  actor: Actor,
  { bodyId, ...draft }: TemplateDraft & { bodyId: number },
): Promise<{ id: number }> =>
  write(actor, async tx => {
    const body = await tx.body.findUnique({ where: { id: bodyId } })
    if (!body) throw notFound('Organet findes ikke.')
    requireRight(actor, 'prepareMeeting', { body })
    await refuseNameTaken(tx, { bodyId, name: draft.name, id: null })
    const made = await tx.itemTemplate.create({
      data: { ...draft, bodyId, createdById: personIdOf(actor), createdAt: actor.at, changedAt: actor.at },
    })
    return {
      result: { id: made.id },
      events: [event('itemTemplateMade', 'itemTemplate', made.id, { after: { name: draft.name, body: body.slug } })],
    }
  })

/** @throws Conflict with the template as it stands when somebody else saved first */
export const editTemplate = (
  actor: Actor,
  { templateId, version, ...draft }: TemplateDraft & { templateId: number; version: number },
): Promise<{ id: number }> =>
  write(actor, async tx => {
    const template = await findTemplate(tx, actor, templateId)
    await refuseNameTaken(tx, { bodyId: template.bodyId, name: draft.name, id: template.id })
    const { count } = await tx.itemTemplate.updateMany({
      where: { id: template.id, version },
      data: { ...draft, changedAt: actor.at, version: { increment: 1 } },
    })
    if (count === 0) throw new Conflict(textsOf(template), template.version)
    return {
      result: { id: template.id },
      events: [
        event('itemTemplateEdited', 'itemTemplate', template.id, { before: textsOf(template), after: textsOf(draft) }),
      ],
    }
  })

/** It is offered no more. Items that began with it are what they are. */
export const takeTemplateOff = (actor: Actor, { templateId }: { templateId: number }): Promise<{ name: string }> =>
  write(actor, async tx => {
    const template = await findTemplate(tx, actor, templateId)
    await tx.itemTemplate.update({
      where: { id: template.id },
      data: { removedAt: actor.at, version: { increment: 1 } },
    })
    return {
      result: { name: template.name },
      events: [event('itemTemplateTakenOff', 'itemTemplate', template.id, { before: { name: template.name } })],
    }
  })

async function findTemplate(tx: Tx, actor: Actor, id: number) {
  const template = await tx.itemTemplate.findUnique({ where: { id }, include: { body: true } })
  if (!template || template.removedAt) throw notFound('Skabelonen findes ikke.')
  requireRight(actor, 'prepareMeeting', { body: template.body })
  return template
}

async function refuseNameTaken(
  tx: Tx,
  { bodyId, name, id }: { bodyId: number; name: string; id: number | null },
): Promise<void> {
  const others = await tx.itemTemplate.findMany({
    where: { bodyId, removedAt: null },
    select: { id: true, name: true },
  })
  const taken = others.some(
    other => other.id !== id && other.name.toLocaleLowerCase('da') === name.toLocaleLowerCase('da'),
  )
  if (taken) throw brokenRule('Organet har allerede en skabelon med det navn. Giv den her et andet.', 'name')
}

const textsOf = (template: TemplateDraft): Record<string, string> => ({
  name: template.name,
  title: template.title,
  kind: template.kind,
  summary: template.summary,
  recommendation: template.recommendation,
  presentation: template.presentation,
  effect: template.effect,
  economy: template.economy,
  presenter: template.presenter ?? '',
  plannedMinutes: String(template.plannedMinutes),
})
