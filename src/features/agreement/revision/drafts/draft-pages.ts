import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { type FormPage, formPage } from '../../../../http/forms/form-page.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longMoment } from '../../../../kernel/days.ts'
import { shortHash } from '../../../../kernel/hash.ts'
import { renderDocument } from '../../../../kernel/markdown/document-markdown.ts'
import { brokenRule, notFound } from '../../../../kernel/refusal.ts'
import { bodyInSentence } from '../../../../kernel/text.ts'
import { sideOf } from '../../../ground/sealed/index.ts'
import { sectionAnchor } from '../../agreement/index.ts'
import { secretariatNames } from '../labels.ts'
import { comparePath, proposalPath, roundPath } from '../paths.ts'
import { keptRound } from '../rounds/kept-round.ts'
import { draftOwnership, draftUnsignedBy } from '../rounds/load-round.ts'
import { roundWithDraft } from '../rounds/readable-round.ts'
import { roundCrumbs } from '../rounds/round-page.ts'
import { appendixLine, standingDraft } from './draft.ts'

/** The consolidated draft as it stands, with who proposed what, and both secretariats' sign-off of exactly this text. */
export async function draftPage(actor: Actor, year: number, form: FormState = formOf()) {
  const round = await roundWithDraft(actor, year)
  const draft = standingDraft(round)
  const unsigned = draftUnsignedBy(round)
  const drafting = round.state === 'DRAFTING'
  const runs = mayDo(actor, 'runRevision')
  const mine = sideOf(actor, draftOwnership)
  const path = roundPath(year)
  return {
    title: `Udkast ${draft.number} til aftalen i ${year}`,
    active: 'aftalen',
    crumbs: roundCrumbs(year, 'Udkast'),
    path: `${path}/udkast`,
    form,
    heading: `Sammenskrevet udkast ${draft.number}`,
    about: `Skrevet den ${longMoment(draft.createdAt)}. ${draft.note}`,
    compareHref: comparePath(round.basis.year, year, draft.number),
    hash: draft.hash,
    front: draft.text.title,
    parties: draft.text.parties,
    dateText: draft.text.dateText,
    sections: draft.text.sections.map((section, at, { length }) => ({
      id: sectionAnchor(section.number),
      heading: `${section.number}. ${section.heading}`,
      html: renderDocument(section.body),
      origins: (section.origins ?? [])
        .filter(origin => origin.round === year)
        .map(origin => ({
          text: `Ændringsforslag ${origin.proposal} fra ${origin.organisation}`,
          href: proposalPath(year, origin.proposal),
        })),
      editHref: drafting && runs ? `${path}/udkast/${section.key}` : null,
      moveAction: drafting && runs ? `${path}/udkast/${section.key}/flyt` : null,
      moves: [
        ...(at > 0 ? [{ value: 'UP', text: 'Flyt op' }] : []),
        ...(at < length - 1 ? [{ value: 'DOWN', text: 'Flyt ned' }] : []),
      ],
    })),
    version: draft.number,
    addHref: drafting && runs ? `${path}/ny-bestemmelse` : null,
    appendices: draft.text.appendices.map(appendixLine),
    signOffs: (['HOUSING', 'MUNICIPALITY'] as const).map(side => {
      const given = draft.signOffs.find(row => row.side === side && row.takenBackAt === null && row.hash === draft.hash)
      return {
        name: secretariatNames[side],
        text: given ? `Godkendt den ${longMoment(given.at)}` : 'Godkendelsen mangler',
        kind: given ? 'success' : 'info',
      }
    }),
    signLabel: mine ? `Godkend udkastet for ${bodyInSentence(secretariatNames[mine])}` : '',
    drafting,
    maySignOff: drafting && runs && mine !== null && unsigned.includes(mine),
    mayTakeBack: drafting && runs && mine !== null && !unsigned.includes(mine),
    signOffAction: `${path}/udkast/godkend`,
    takeBackAction: `${path}/udkast/traek-godkendelse`,
    shortHash: shortHash(draft.hash),
  }
}

/** One section of the draft to be written by a secretariat. */
export async function draftSectionPage(
  actor: Actor,
  year: number,
  key: string,
  form?: FormState,
): Promise<FormPage & { conflict: FormState['conflict'] | null }> {
  const round = (await keptRound(actor.database, year)).round
  if (round.state !== 'DRAFTING') throw brokenRule('Udkastet kan kun rettes under sammenskrivningen.')
  const draft = standingDraft(round)
  const section = draft.text.sections.find(found => found.key === key)
  if (!section) throw notFound()
  const title = `Ret § ${section.number} i udkastet`
  const page = formPage({
    title,
    active: 'aftalen',
    crumbs: draftCrumbs(year, title),
    heading: title,
    lead: 'En rettelse giver et nyt udkast. Godkendelser gælder kun det udkast, de blev givet til.',
    action: `${roundPath(year)}/udkast/${key}`,
    submit: 'Gem som nyt udkast',
    back: `${roundPath(year)}/udkast`,
    fields: [
      { kind: 'text', name: 'heading', label: 'Overskrift', required: true },
      { kind: 'textarea', name: 'body', label: 'Tekst', rows: 16, required: true },
      { kind: 'text', name: 'note', label: 'Hvad er ændret?', optional: true },
    ],
    form: form ?? formOf({ heading: section.heading, body: section.body, note: '' }, draft.number),
  })
  return { ...page, conflict: form?.conflict ?? null }
}

/** A section that the secretariats write themselves: its words, and where it is to stand. */
export async function newDraftSectionPage(actor: Actor, year: number, form?: FormState): Promise<FormPage> {
  const round = (await keptRound(actor.database, year)).round
  if (round.state !== 'DRAFTING') throw brokenRule('Udkastet kan kun rettes under sammenskrivningen.')
  const draft = standingDraft(round)
  const title = 'Ny bestemmelse i udkastet'
  return formPage({
    title,
    active: 'aftalen',
    crumbs: draftCrumbs(year, title),
    heading: title,
    lead: 'Bestemmelserne nummereres, som de står. Henvisninger til dem i teksten rettes ikke automatisk.',
    action: `${roundPath(year)}/ny-bestemmelse`,
    submit: 'Gem som nyt udkast',
    back: `${roundPath(year)}/udkast`,
    fields: [
      {
        kind: 'select',
        name: 'place',
        label: 'Placering',
        required: true,
        options: [
          { value: 'foerst', text: 'Først' },
          ...draft.text.sections.map(({ key, number, heading }) => ({
            value: key,
            text: `Efter § ${number}. ${heading}`,
          })),
        ],
      },
      { kind: 'text', name: 'heading', label: 'Overskrift', required: true },
      { kind: 'textarea', name: 'body', label: 'Tekst', rows: 12, required: true },
      { kind: 'text', name: 'note', label: 'Hvorfor tilføjes bestemmelsen?', optional: true },
    ],
    form: form ?? formOf({ place: draft.text.sections.at(-1)?.key ?? 'foerst', heading: '', body: '' }, draft.number),
  })
}

const draftCrumbs = (year: number, title: string) => [
  ...roundCrumbs(year, 'Udkast').slice(0, -1),
  { text: 'Udkast', href: `${roundPath(year)}/udkast` },
  { text: title },
]
