import type { Actor } from '../../../../access/actor.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { longDay } from '../../../../kernel/days.ts'
import { renderDocument } from '../../../../kernel/markdown/document-markdown.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { runningAddenda } from '../addenda/running-addenda.ts'
import { appendixLine, standingDraft } from '../drafts/draft.ts'
import { comparePath, roundPath } from '../paths.ts'
import { latestSigning } from '../rounds/load-round.ts'
import { roundWithDraft } from '../rounds/readable-round.ts'
import { roundCrumbs } from '../rounds/round-page.ts'
import { roundWay } from '../rounds/round-steps.ts'
import { isWaitedFor } from './signing-state.ts'

interface Forms {
  sign?: FormState
  decline?: FormState
}

const idRow = rowsOf({
  id: column.number,
})

/** Exactly the text that is signed, its hash, whom the organisation signs for, and the password once more. */
export async function signingPage(actor: Actor, year: number, slug: string, forms: Forms = {}) {
  const db = actor.database
  const organisation = db.sql.get(idRow, 'SELECT id FROM Organisation WHERE slug = ?', slug)
  const round = await roundWithDraft(actor, year)
  const signing = latestSigning(round)
  const required = signing?.required.find(row => row.organisationId === organisation?.id)
  if (!signing || !required) throw notFound()
  const draft = standingDraft(round)
  const { administers } = required
  const path = `${roundPath(year)}/underskriv/${slug}`
  return {
    title: `Underskriv aftalen for ${required.organisationName}`,
    active: 'aftalen',
    crumbs: roundCrumbs(year, 'Underskriv'),
    organisation: required.organisationName,
    signatory: actor.person?.title ? `${actor.person.name}, ${actor.person.title}` : (actor.person?.name ?? ''),
    inTheWay:
      round.state !== 'SIGNING'
        ? roundWay.wrongState('SIGN', round.state)
        : isWaitedFor(required)
          ? null
          : required.signedAt
            ? `${required.organisationName} har underskrevet.`
            : `Der ventes ikke på underskrift fra ${required.organisationName}.`,
    hash: signing.textHash,
    from: `Den nye version træder i kraft, når alle har underskrevet, tidligst den ${longDay(signing.inForceFrom)}.`,
    addenda: runningAddenda(db, actor.today),
    front: draft.text.title,
    parties: draft.text.parties,
    dateText: draft.text.dateText,
    sections: draft.text.sections.map(section => ({
      heading: `${section.number}. ${section.heading}`,
      html: renderDocument(section.body),
    })),
    appendices: draft.text.appendices.map(appendixLine),
    compareHref: comparePath(round.basis.year, year, draft.number),
    administers: administers.map((name, index) => ({ name, id: `forening-${index + 1}` })),
    chosen: chosenIn(forms.sign),
    action: path,
    declineAction: `${path}/afvis`,
    back: roundPath(year),
    form: forms.sign ?? formOf(),
    declineForm: forms.decline ?? formOf(),
    labels: {
      password: 'Adgangskode',
      read: 'Jeg har læst teksten',
      onBehalfOf: 'Foreninger',
      declineReason: 'Begrundelse',
      declinePassword: 'Adgangskode',
    },
  }
}

const chosenIn = (form: FormState | undefined): string[] => {
  const typed = form?.values.onBehalfOf
  return Array.isArray(typed) ? typed.map(String) : typeof typed === 'string' && typed !== '' ? [typed] : []
}

const subjectRow = rowsOf({
  id: column.number,
  side: column.orNull(column.oneOf<'HOUSING' | 'MUNICIPALITY'>()),
  kind: column.text,
  parentId: column.orNull(column.number),
})

/** The organisation that a signing route is about: the policy asks for its own signatory. */
export function signingSubject(actor: Actor, slug: string) {
  const organisation = actor.database.sql.get(
    subjectRow,
    'SELECT id, side, kind, parentId FROM Organisation WHERE slug = ?',
    slug,
  )
  return organisation ? { organisation } : null
}
