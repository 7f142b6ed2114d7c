import type { Actor } from '../../../../access/actor.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { acceptedExtensions, acceptedText } from '../../../ground/documents/index.ts'
import { findInFull, outwardCrumbs } from '../find-outward.ts'
import { followedNames } from '../labels.ts'
import { outwardWay } from '../outward-steps.ts'
import { fileAnswerPath, outwardPath } from '../paths.ts'
import { thawLetter } from '../sending/sent-letter.ts'
import { mostPoints } from './answer-rules.ts'

/** Rows that stand ready below what is filled in. */
const freeRows = 3

/** Where the answer is filed: a row for each section of the letter, or what was filed last, and some free ones. */
export async function answerPage(actor: Actor, slug: string, form?: FormState) {
  const { row, kept } = await findInFull(actor, slug)
  if (!kept.sending) throw brokenRule(outwardWay.wrongState('FILE_ANSWER', row.state))
  const last = kept.answers[0]
  const filled = last
    ? last.points.map(({ asked, said, followed, outcome }) => ({ asked, said, followed, outcome }))
    : thawLetter(kept.sending.letter).sections.map(({ heading }) => ({
        asked: heading,
        said: '',
        followed: '',
        outcome: '',
      }))
  const shown = form ?? answerForm(last ?? null, filled)
  const typedRows = Object.keys((shown.values.points as object | undefined) ?? {}).length
  const count = Math.min(mostPoints, Math.max(typedRows, filled.length + freeRows))
  return {
    title: 'Registrér svaret',
    active: 'udtalelser',
    crumbs: outwardCrumbs(row, { text: 'Svaret' }),
    heading: last ? 'Ret eller udbyg svaret' : 'Registrér svaret',
    lead: 'Skriv for hvert punkt, hvad modtageren svarede, om det blev fulgt, og hvad der siden er sket. Punkter uden svar gemmes ikke. Det, der er registreret før, bliver stående som tidligere.',
    rows: Array.from({ length: count }, (_, at) => ({ name: `points[${at}]`, number: at + 1 })),
    options: [{ value: '', text: 'Vælg' }, ...Object.entries(followedNames).map(([value, text]) => ({ value, text }))],
    accept: acceptedExtensions,
    fileHint: last?.documentName
      ? `Nu: ${last.documentName}. En ny fil afløser den. ${acceptedText}.`
      : `${acceptedText}.`,
    action: fileAnswerPath(row.slug),
    back: outwardPath(row.slug),
    form: shown,
  }
}

const answerForm = (
  last: { id: number; receivedOn: string; reference: string; summary: string } | null,
  points: Record<string, string>[],
): FormState =>
  formOf(
    {
      receivedOn: last?.receivedOn ?? '',
      reference: last?.reference ?? '',
      summary: last?.summary ?? '',
      points,
    },
    last?.id ?? 0,
  )
