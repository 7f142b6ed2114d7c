import type { Actor } from '../../../access/actor.ts'
import { jointGroup } from '../../../access/joint-group.ts'
import { rowReader } from '../../../database/reader.ts'
import { type FormField, formPage } from '../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { withQuery } from '../../../http/pages/paging.ts'
import { longDay, shortDay, yearOf } from '../../../kernel/days.ts'
import { notFound } from '../../../kernel/refusal.ts'
import { findText, type LoadedText, textCrumbs } from '../../decisions/adoption/index.ts'
import { openFollowUpsOf } from '../../decisions/followups/index.ts'
import { followUpPath } from '../../decisions/followups/paths.ts'
import { strategiesInForce } from '../implementation/index.ts'
import { actionFields, goalsNow } from './change-plan.ts'
import { readChoices } from './choices.ts'
import { actionsPath, newPlanPath, planDraftPath, plansPath } from './paths.ts'
import type { PlanContent } from './plan-content.ts'
import { planKind } from './plan-kind.ts'

const active = 'handlinger'
type LoadedPlan = LoadedText<PlanContent>

export const findPlan = (actor: Actor, slug: string): Promise<LoadedPlan> => findText(actor, planKind, slug)

/** Where a year's plan is begun, under a strategy that is in force. */
export async function newPlanPage(actor: Actor, form?: FormState) {
  const strategies = await strategiesInForce(rowReader(actor.database), actor.today)
  const year = yearOf(actor.today)
  return formPage({
    title: 'Ny handlingsplan',
    active,
    crumbs: [
      { text: 'Handlinger', href: actionsPath },
      { text: 'Handlingsplaner', href: plansPath },
      { text: 'Ny handlingsplan' },
    ],
    heading: 'Ny handlingsplan',
    lead:
      strategies.length === 0
        ? 'Der er ingen strategi, som gælder for alle parter endnu. En handlingsplan hører til en strategi, der gælder.'
        : 'Du begynder på et udkast. Handlingerne tilføjer du bagefter. Kun sekretariaterne kan se udkastet, indtil det er sat på en dagsorden.',
    action: newPlanPath,
    submit: 'Opret udkastet',
    back: plansPath,
    fields: [
      {
        kind: 'select',
        name: 'strategyId',
        label: 'Strategi',
        required: true,
        options: strategies.map(({ textId, title, version }) => ({
          value: String(textId),
          text: `${title}, version ${version}`,
        })),
      },
      { kind: 'text', name: 'year', label: 'År', required: true },
      {
        kind: 'checkbox',
        name: 'carry',
        label: 'Begynd med de handlinger fra året før, der hverken er gennemført eller opgivet',
        hint: 'De får deres mål og ansvarlige med. Fristerne skal sættes igen.',
      },
    ],
    form: form ?? formOf({ strategyId: String(strategies[0]?.textId ?? ''), year: String(year + 1), carry: 'ja' }),
  })
}

export function introPage(plan: LoadedPlan, form?: FormState) {
  const back = planDraftPath(plan.slug)
  return formPage({
    title: 'Ret indledningen',
    active,
    crumbs: textCrumbs(planKind, plan, { text: 'Ret indledningen' }),
    heading: 'Ret indledningen',
    action: `${back}/indledning`,
    submit: 'Gem udkastet',
    back,
    fields: [
      {
        kind: 'textarea',
        name: 'intro',
        label: 'Indledning',
        rows: 8,
        optional: true,
        hint: 'Hvad der er vigtigst i år, og hvordan parterne følger op.',
      },
    ],
    form: form ?? formOf({ intro: plan.newest.content.intro }, plan.newest.number),
  })
}

async function actionFormFields(actor: Actor, { newest }: LoadedPlan): Promise<FormField[]> {
  const { strategy, actions, year } = newest.content
  const choices = readChoices(
    actor,
    actions.flatMap(({ area }) => (area ? [area.id] : [])),
  )
  const goals = await goalsNow(actor, strategy)
  const none = { value: '', text: 'Ikke valgt' }
  return [
    { kind: 'text', name: 'title', label: 'Handling', required: true, hint: 'Hvad der skal gøres, kort.' },
    { kind: 'textarea', name: 'text', label: 'Beskrivelse', rows: 4, optional: true },
    {
      kind: 'select',
      name: 'goal',
      label: `Mål i »${strategy.title}«, version ${strategy.version}`,
      optional: true,
      options: [none, ...goals.map(({ key, name }) => ({ value: key, text: name }))],
    },
    {
      kind: 'select',
      name: 'organisationId',
      label: 'Ansvarlig organisation',
      optional: true,
      hint: 'Mål, ansvarlig organisation og frist skal være udfyldt, før udkastet kan godkendes.',
      options: [none, ...choices.organisations.map(({ id, name }) => ({ value: String(id), text: name }))],
    },
    {
      kind: 'select',
      name: 'personId',
      label: 'Ansvarlig person',
      optional: true,
      options: [
        { value: '', text: 'Ingen bestemt person' },
        ...choices.people.map(({ id, name, organisation }) => ({
          value: String(id),
          text: `${name} (${organisation})`,
        })),
      ],
    },
    { kind: 'text', name: 'partners', label: 'Samarbejdspartnere', optional: true },
    {
      kind: 'select',
      name: 'areaId',
      label: 'Boligområde',
      optional: true,
      options: [
        { value: '', text: 'Ikke knyttet til et boligområde' },
        ...choices.areas.map(({ id, name }) => ({ value: String(id), text: name })),
      ],
    },
    { kind: 'date', name: 'deadline', label: 'Frist', optional: true, hint: `En dag i ${year}.` },
  ]
}

/** A new action; from a follow-up, with what that says. */
export async function newActionPage(
  actor: Actor,
  slug: string,
  { followUpId, form }: { followUpId: number | null; form?: FormState | undefined },
) {
  const plan = await findPlan(actor, slug)
  const back = planDraftPath(slug)
  const source = followUpId === null ? null : await openFollowUp(actor, followUpId)
  return formPage({
    title: 'Ny handling',
    active,
    crumbs: textCrumbs(planKind, plan, { text: 'Ny handling' }),
    heading: 'Ny handling',
    ...(source && {
      lead: `Handlingen oprettes fra opfølgning ${source.id}: »${source.text}«`,
      hidden: [{ name: 'followUpId', value: String(source.id) }],
    }),
    action: `${back}/handlinger/ny`,
    submit: 'Tilføj handlingen',
    back,
    fields: await actionFormFields(actor, plan),
    form: form ?? formOf(source ? sourceFields(source, plan.newest.content.year) : {}, plan.newest.number),
  })
}

const sourceFields = (
  { text, organisationId, personId, dueDay }: Awaited<ReturnType<typeof openFollowUp>>,
  year: number,
) => ({
  title: text.length > 200 ? `${text.slice(0, 199)}…` : text,
  text: text.length > 200 ? text : '',
  organisationId: String(organisationId),
  personId: String(personId ?? ''),
  deadline: dueDay.startsWith(String(year)) ? dueDay : '',
})

/** One of the joint group's that this person may read. @throws Refusal when there is none */
async function openFollowUp(actor: Actor, id: number) {
  const body = jointGroup(actor.database)?.body
  const listed = body ? openFollowUpsOf(actor, body.id, 500).some(one => one.id === id) : false
  const found = listed ? await actor.database.prisma.followUp.findUnique({ where: { id } }) : null
  if (!found) throw notFound('Opfølgningen er ikke åben.')
  return found
}

export async function actionFormPage(actor: Actor, slug: string, key: string, form?: FormState) {
  const plan = await findPlan(actor, slug)
  const action = plan.newest.content.actions.find(one => one.key === key)
  if (!action) throw notFound('Handlingen står ikke i udkastet.')
  const back = planDraftPath(slug)
  return formPage({
    title: 'Ret handlingen',
    active,
    crumbs: textCrumbs(planKind, plan, { text: 'Ret handlingen' }),
    heading: 'Ret handlingen',
    action: `${back}/handlinger/${key}`,
    submit: 'Gem handlingen',
    back: `${back}#${key}`,
    fields: await actionFormFields(actor, plan),
    form: form ?? formOf(actionFields(action), plan.newest.number),
  })
}

export async function removeActionPage(actor: Actor, slug: string, key: string, form?: FormState) {
  const plan = await findPlan(actor, slug)
  const action = plan.newest.content.actions.find(one => one.key === key)
  if (!action) throw notFound('Handlingen står ikke i udkastet.')
  const back = planDraftPath(slug)
  return formPage({
    title: 'Fjern handlingen',
    active,
    crumbs: textCrumbs(planKind, plan, { text: 'Fjern handlingen' }),
    heading: 'Fjern handlingen',
    lead: `Handlingen lyder: »${action.title}« Den bliver stående i de udkast og versioner, der er skrevet.`,
    action: `${back}/handlinger/${key}/fjern`,
    submit: 'Fjern handlingen',
    danger: true,
    back: `${back}#${key}`,
    fields: [],
    form: form ?? formOf({}, plan.newest.number),
  })
}

/** The joint group's open follow-ups: each can be made an action of the draft. */
export async function followUpsPage(actor: Actor, slug: string) {
  const plan = await findPlan(actor, slug)
  const body = jointGroup(actor.database)?.body
  const used = new Set(plan.newest.content.actions.map(({ followUpId }) => followUpId))
  const open = body ? openFollowUpsOf(actor, body.id, 500) : []
  return {
    title: 'Handling fra en opfølgning',
    active,
    crumbs: textCrumbs(planKind, plan, { text: 'Handling fra en opfølgning' }),
    heading: 'Vælg en opfølgning',
    back: planDraftPath(slug),
    rows: open
      .filter(({ id }) => !used.has(id))
      .map(row => ({
        text: row.text,
        href: followUpPath(row.id),
        responsible: [row.person, row.organisation].filter(Boolean).join(', '),
        due: shortDay(row.dueDay),
        useHref: withQuery(`${planDraftPath(slug)}/handlinger/ny`, { opfoelgning: row.id }),
      })),
  }
}

/** A follow-up on an action that stands in a plan in force. */
export function followUpFormPage(
  actor: Actor,
  { title, path, deadline }: { title: string; path: string; deadline: Parameters<typeof longDay>[0] },
  form?: FormState,
) {
  const choices = readChoices(actor)
  return formPage({
    title: 'Opfølgning på handlingen',
    active,
    crumbs: [{ text: 'Handlinger', href: actionsPath }, { text: title, href: path }, { text: 'Ny opfølgning' }],
    heading: 'Opfølgning på handlingen',
    lead: `Opfølgningen står på fælles boligstrategisk gruppes næste dagsordener, indtil den er afsluttet. Handlingens frist er den ${longDay(deadline)}.`,
    action: `${path}/opfoelgning`,
    submit: 'Opret opfølgning',
    back: path,
    fields: [
      { kind: 'textarea', name: 'text', label: 'Opgave', rows: 3, required: true },
      {
        kind: 'select',
        name: 'organisationId',
        label: 'Ansvarlig organisation',
        required: true,
        options: choices.organisations.map(({ id, name }) => ({ value: String(id), text: name })),
      },
      {
        kind: 'select',
        name: 'personId',
        label: 'Ansvarlig person',
        optional: true,
        options: [
          { value: '', text: 'Ingen bestemt person' },
          ...choices.people.map(({ id, name, organisation }) => ({
            value: String(id),
            text: `${name} (${organisation})`,
          })),
        ],
      },
      { kind: 'date', name: 'dueDay', label: 'Frist', required: true },
    ],
    form: form ?? formOf(),
  })
}
