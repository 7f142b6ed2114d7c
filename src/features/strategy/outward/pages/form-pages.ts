import type { Actor } from '../../../../access/actor.ts'
import { type FormField, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { acceptedExtensions, acceptedText } from '../../../ground/documents/index.ts'
import { findInFull, outwardCrumbs } from '../find-outward.ts'
import { outwardKinds } from '../letter/letter-content.ts'
import { outwardStateLabels } from '../outward-states.ts'
import {
  askStancesPath,
  closeOutwardPath,
  correctOutwardPath,
  extendDeadlinePath,
  newOutwardPath,
  outwardListPath,
  outwardPath,
  withdrawOutwardPath,
} from '../paths.ts'
import { readCalendar, standingOf } from '../plan/read-plan.ts'
import { findOutward, readLeads } from '../queries.ts'

const active = 'udtalelser'

/** Workdays that the organisations are given where the secretariats choose no other. */
const usualHearingWorkdays = 5

export const headFields: FormField[] = [
  {
    kind: 'select',
    name: 'kind',
    label: 'Type',
    required: true,
    hint: 'Et høringssvar svarer på et brev. En henvendelse skriver parterne af egen drift.',
    options: Object.entries(outwardKinds).map(([value, text]) => ({ value, text })),
  },
  { kind: 'text', name: 'title', label: 'Emne', required: true, hint: 'Det bliver brevets overskrift.' },
  { kind: 'text', name: 'addressee', label: 'Modtager', required: true, hint: 'Myndigheden eller organisationen.' },
  {
    kind: 'text',
    name: 'reference',
    label: 'Modtagerens journalnummer',
    optional: true,
    hint: 'Skal være udfyldt, før et høringssvar kan godkendes.',
  },
]

const factFields = (actor: Actor, lead?: { id: number; name: string }): FormField[] => {
  const leads = readLeads(actor).map(({ id, name, organisation }) => ({
    value: String(id),
    text: `${name}, ${organisation}`,
  }))
  const known = !lead || leads.some(({ value }) => value === String(lead.id))
  return [
    {
      kind: 'date',
      name: 'receivedOn',
      label: 'Modtaget',
      required: true,
      hint: 'For en henvendelse: den dag, I gik i gang.',
    },
    {
      kind: 'date',
      name: 'deadline',
      label: 'Modtagerens frist',
      required: true,
      hint: 'Den sidste dag, brevet kan sendes. For en henvendelse uden frist: den dag, den bør være sendt.',
    },
    {
      kind: 'text',
      name: 'hearingWorkdays',
      label: 'Hverdage til organisationerne',
      required: true,
      hint: 'Så mange hverdage får organisationerne til at svare på udkastet. De interne frister regnes ud fra det.',
    },
    {
      kind: 'select',
      name: 'leadId',
      label: 'Ansvarlig',
      required: true,
      options: [...(lead && !known ? [{ value: String(lead.id), text: lead.name }] : []), ...leads],
    },
  ]
}

const letterField = (hint: string): FormField => ({
  kind: 'file',
  name: 'fil',
  label: 'Det modtagne brev',
  optional: true,
  accept: acceptedExtensions,
  hint: `${hint} ${acceptedText}.`,
})

export const newOutwardPage = (actor: Actor, form?: FormState) =>
  formPage({
    title: 'Ny udtalelse',
    active,
    crumbs: [{ text: 'Udtalelser udadtil', href: outwardListPath }, { text: 'Ny udtalelse' }],
    heading: 'Ny udtalelse',
    lead: 'Når du har registreret brevet, viser portalen straks, om fristen kan nås med de møder, der er planlagt. Emne, modtager og frister kan læses af alle hos parterne. Teksten er sekretariaternes, indtil organisationerne bliver spurgt.',
    action: newOutwardPath,
    submit: 'Registrér udtalelsen',
    back: outwardListPath,
    fields: [...headFields, ...factFields(actor), letterField('Skal vedhæftes, når der skrives et høringssvar.')],
    form: form ?? formOf({ kind: 'RESPONSE', receivedOn: actor.today, hearingWorkdays: String(usualHearingWorkdays) }),
  })

export async function correctPage(actor: Actor, slug: string, form?: FormState) {
  const { row, kept } = await findInFull(actor, slug)
  return formPage({
    title: 'Ret oplysninger',
    active,
    crumbs: outwardCrumbs(row, { text: 'Ret oplysninger' }),
    heading: 'Ret oplysninger',
    lead: 'Emne, modtager og journalnummer retter du i udkastet, fordi de er en del af brevet.',
    action: correctOutwardPath(row.slug),
    submit: 'Gem rettelsen',
    back: outwardPath(row.slug),
    fields: [
      ...factFields(actor, { id: kept.leadId, name: row.lead }),
      letterField(kept.document ? `Nu: ${kept.documentName}. En ny fil afløser den.` : ''),
    ],
    form:
      form ??
      formOf(
        {
          receivedOn: kept.receivedOn,
          deadline: kept.deadline,
          hearingWorkdays: String(kept.hearingWorkdays),
          leadId: String(kept.leadId),
        },
        kept.version,
      ),
  })
}

export function extendPage(actor: Actor, slug: string, form?: FormState) {
  const row = findOutward(actor, slug)
  const { remedies } = standingOf(row, readCalendar(actor), actor.today)
  const wanted = remedies.find(({ kind }) => kind === 'EXTENSION')
  return formPage({
    title: 'Registrér udsat frist',
    active,
    crumbs: outwardCrumbs(row, { text: 'Udsat frist' }),
    heading: 'Registrér udsat frist',
    lead: `Modtagerens frist er den ${longDay(row.deadline)}. Registrér her, når modtageren har givet en senere frist.`,
    action: extendDeadlinePath(row.slug),
    submit: 'Gem den nye frist',
    back: outwardPath(row.slug),
    fields: [
      { kind: 'date', name: 'until', label: 'Ny frist', required: true },
      {
        kind: 'textarea',
        name: 'granted',
        label: 'Hvem har givet fristen og hvordan?',
        rows: 3,
        required: true,
        hint: 'Fx navn og dato på den mail, som giver fristen.',
      },
    ],
    form: form ?? formOf({ until: wanted?.kind === 'EXTENSION' ? wanted.until : '' }),
  })
}

export function askPage(actor: Actor, slug: string, form?: FormState) {
  const row = findOutward(actor, slug)
  // As if nobody had been asked yet: the day that the plan leaves them.
  const fresh = standingOf({ ...row, heardUntil: null }, readCalendar(actor), actor.today)
  const until = fresh.plan?.days.HEARING ?? null
  return formPage({
    title: 'Spørg organisationerne',
    active,
    crumbs: outwardCrumbs(row, { text: 'Spørg organisationerne' }),
    heading: 'Spørg organisationerne',
    lead: `Alle boligorganisationer og forvaltninger bliver bedt om at svare på udkastet, som det er nu: bemærkninger, ingen bemærkninger eller egen udtalelse. Udkastet kan fra nu af læses af alle hos parterne. ${row.heardUntil ? 'Den nye frist afløser den forrige, og svar, der er givet, gælder stadig.' : ''}`.trim(),
    ...(until
      ? {}
      : {
          warning:
            'Modtagerens frist kan ikke nås med de planlagte møder. Find først ud af, hvordan brevet kan nås, eller vælg en kort frist.',
        }),
    action: askStancesPath(row.slug),
    submit: 'Spørg organisationerne',
    back: outwardPath(row.slug),
    fields: [
      {
        kind: 'date',
        name: 'until',
        label: 'Organisationernes frist',
        required: true,
        hint: until
          ? `Den sidste dag, der kan svares. Senest den ${longDay(until)}, hvis planen skal holde.`
          : 'Den sidste dag, der kan svares.',
      },
    ],
    form: form ?? formOf({ until: until ?? '' }),
  })
}

export function endPage(actor: Actor, slug: string, step: 'CLOSE' | 'WITHDRAW', form?: FormState) {
  const row = findOutward(actor, slug)
  const closing = step === 'CLOSE'
  const title = closing ? 'Afslut udtalelsen' : 'Træk udtalelsen tilbage'
  return formPage({
    title,
    active,
    crumbs: outwardCrumbs(row, { text: title }),
    heading: title,
    lead: closing
      ? row.state === 'ANSWERED'
        ? 'Når udtalelsen er afsluttet, kan der ikke registreres flere svar.'
        : 'Der er ikke registreret noget svar. Når udtalelsen er afsluttet, kan der ikke registreres svar.'
      : `Udtalelsen har status »${outwardStateLabels[row.state]}«. Når den er trukket tilbage, kan brevet ikke sendes. Alt bliver stående, så det kan læses.`,
    action: (closing ? closeOutwardPath : withdrawOutwardPath)(row.slug),
    submit: title,
    danger: !closing,
    back: outwardPath(row.slug),
    fields: [
      closing
        ? { kind: 'textarea', name: 'reason', label: 'Hvad kom der ud af det?', rows: 4, required: true }
        : { kind: 'textarea', name: 'reason', label: 'Begrundelse', rows: 4, required: true },
    ],
    form: form ?? formOf(),
  })
}
