import type { Actor } from '../../../../access/actor.ts'
import { cooperationOf } from '../../../../access/cooperation.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { dayInRow, longDay, longMoment, momentInRow } from '../../../../kernel/days.ts'
import { shortHash } from '../../../../kernel/hash.ts'
import { renderMarkdown } from '../../../../kernel/markdown/markdown.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { findInFull, type OutwardInFull, outwardCrumbs } from '../find-outward.ts'
import { meansNames } from '../labels.ts'
import { outwardKinds } from '../letter/letter-content.ts'
import { letterPath, outwardPath, sendLetterPath } from '../paths.ts'
import { readAsked, readStances } from '../stances/stance-queries.ts'
import { groupsOf } from '../stances/stance-rules.ts'
import { whyNotAdopted } from './send-rules.ts'
import { type SentLetter, thawLetter } from './sent-letter.ts'

const meansOptions = Object.entries(meansNames).map(([value, text]) => ({ value, text }))

/** A letter as it is printed. */
export const letterModel = (letter: SentLetter, group: string) => ({
  from: letter.from,
  place: letter.place,
  day: longDay(letter.sentOn),
  addressee: letter.addressee,
  reference: letter.reference,
  kind: outwardKinds[letter.kind],
  title: letter.title,
  sections: letter.sections.map(({ key, heading, text }) => ({ anchor: key, heading, html: renderMarkdown(text) })),
  groups: letter.groups.map(({ heading, names }) => ({ heading, names: listDanish(names) })),
  parties: group,
})

/** That it was sent, on the statement's page. Null: it was not. */
export function sentModel({ row, kept }: OutwardInFull) {
  const { sending } = kept
  if (!sending) return null
  return {
    href: letterPath(row.slug),
    facts: [
      { term: 'Sendt', text: longDay(dayInRow(sending.sentOn)) },
      { term: 'Sendt med', text: meansNames[sending.means] },
      { term: 'Registreret', text: `af ${sending.by.name} den ${longMoment(momentInRow(sending.at))}` },
      ...(sending.note ? [{ term: 'Kvittering', text: sending.note }] : []),
      { term: 'Tekstens kontrolsum', text: shortHash(sending.hash) },
      { term: 'Brevets kontrolsum', text: shortHash(sending.letterHash) },
    ],
  }
}

/** The letter as it was sent, to be read and printed. @throws Refusal when it has not been sent */
export async function letterPage(actor: Actor, slug: string) {
  const found = await findInFull(actor, slug)
  const { row, kept } = found
  const { sending } = kept
  if (!sending) throw notFound('Brevet er ikke sendt endnu.')
  return {
    title: `Brev: ${row.title}`,
    active: 'udtalelser',
    crumbs: outwardCrumbs(row, { text: 'Brevet' }),
    letter: letterModel(thawLetter(sending.letter), cooperationOf(actor.database).parties),
    told: `Sendt den ${longDay(dayInRow(sending.sentOn))}. Kontrolsum: ${sending.letterHash}`,
    back: outwardPath(row.slug),
  }
}

/** Where the adopted letter is sent: the whole letter as it goes, and how. */
export async function sendPage(actor: Actor, slug: string, form?: FormState) {
  const found = await findInFull(actor, slug)
  const { row, kept, text } = found
  const hearing = kept.hearings.at(-1)
  const read = rowReader(actor.database)
  const asked = hearing ? await readAsked(read, hearing.id) : []
  const { content, hash } = text.standing ?? text.newest
  const cooperation = cooperationOf(actor.database)
  const group = await actor.database.prisma.body.findFirstOrThrow({ where: { kind: 'JOINT_GROUP' } })
  const letter: SentLetter = {
    ...content,
    sentOn: actor.today,
    place: cooperation.town,
    from: group.name,
    groups: groupsOf(asked, await readStances(read, row.id)),
  }
  return {
    title: 'Send brevet',
    active: 'udtalelser',
    crumbs: outwardCrumbs(row, { text: 'Send brevet' }),
    heading: 'Send brevet',
    lead: `Gennemse brevet til ${row.addressee}, send det, og registrér her, hvordan det er sendt. Derefter kan brevet ikke ændres.`,
    stopped: kept.sending ? 'Brevet er allerede sendt.' : whyNotAdopted(text),
    letter: letterModel(letter, cooperation.parties),
    hash,
    means: meansOptions,
    action: sendLetterPath(row.slug),
    back: outwardPath(row.slug),
    labels: { means: 'Sendt med', sentOn: 'Sendt den', note: 'Kvittering eller bemærkning' },
    choices: { means: meansOptions },
    form: form ?? formOf({ means: 'DIGITAL_POST', sentOn: actor.today }),
  }
}
